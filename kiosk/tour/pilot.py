"""Starts the kiosk on a virtual screen and uses it as a visitor does: looks, taps, waits."""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from kiosk.tour.display import VirtualDisplay
from kiosk.tour.finger import Finger, Point
from kiosk.tour.kiosk_process import POLL_SECONDS, STOP_SECONDS, KioskProcess, PilotError, PilotTimeout
from kiosk.tour.record import Line, Record, Scene, Target

READY_SECONDS = 20.0
SCENE_SECONDS = 10.0

KIOSK = (sys.executable, "-P", "-m", "kiosk", "run")
"""Opens the kiosk, by this very Python."""

Found = TypeVar("Found")


class TargetMissing(PilotError):
    """The screen has no target of that name."""


class Pilot:
    """A running kiosk, the finger on it and its trace. A context manager; also ``start`` and ``stop``.

    ``folder``: the exhibition. ``work``: an existing folder for the trace and the kiosk's own words.
    ``command``: what to start instead of the kiosk; it gets the same arguments. ``options``: more
    arguments for it. The window is as large as ``display``.
    """

    def __init__(
        self,
        display: VirtualDisplay,
        folder: Path,
        work: Path,
        *,
        options: Sequence[str] = (),
        command: Sequence[str] = KIOSK,
    ) -> None:
        self.display = display
        self._trace = work / "trace.jsonl"
        self.record = Record(self._trace)
        self._log = work / "kiosk.log"
        window = "{}x{}".format(*display.size)
        self._command = [*command, str(folder), "--window", window, "--trace", str(self._trace), *options]
        self._process: KioskProcess | None = None
        self._finger: Finger | None = None

    # --- its life ---

    def start(self) -> None:
        """Start it, and wait for its first picture."""
        self._trace.unlink(missing_ok=True)
        self.record = Record(self._trace)
        self._finger = Finger(self.display.environment())
        self._process = KioskProcess(self._command, self.display.environment(), self.record, self._log)
        try:
            self.wait_for("ready", seconds=READY_SECONDS)
        except BaseException:
            self.close()
            raise

    @property
    def process(self) -> KioskProcess:
        """The kiosk that runs. Raises ``PilotError`` before it was started."""
        if self._process is None:
            raise PilotError("The kiosk was not started.")
        return self._process

    def stop(self, seconds: float = STOP_SECONDS) -> float:
        """End it as the system would; answers how many seconds it took. Raises as ``KioskProcess.stop``."""
        try:
            return self.process.stop(seconds)
        finally:
            self.close()

    def close(self) -> None:
        """Make sure that nothing is left. Safe to call twice."""
        if self._finger is not None:
            self._finger.close()
            self._finger = None
        if self._process is not None:
            self._process.kill()
            self._process = None

    # --- what it sees ---

    @property
    def scene(self) -> Scene | None:
        """What stands on the screen, as of the last time that it came to rest."""
        self.record.read()
        line = self.record.last("scene")
        return Scene(line) if line else None

    def mark(self) -> int:
        """Where the trace is now; for the ``after`` of the waiting methods."""
        self.record.read()
        return len(self.record.lines)

    def wait_for(self, what: str, *, seconds: float = SCENE_SECONDS, after: int = 0, **conditions: Any) -> Line:
        """The first line of the trace of this kind from ``after`` on, when it is there."""
        wish = " ".join([f'"{what}"', *(f"{key}={value}" for key, value in conditions.items())])
        return self.wait_until(lambda: self.record.find(what, after, **conditions), wish, seconds=seconds)

    def wait_for_scene(self, *, seconds: float = SCENE_SECONDS, after: int = 0, **conditions: Any) -> Scene:
        """The scene that stands, as soon as it fits: ``screen="film", language=("en", "ar")``.

        With ``after`` only a scene that came to rest since then counts.
        """

        def standing() -> Scene | None:
            line = self.record.last("scene", after)
            return Scene(line) if line and Scene(line).fits(conditions) else None

        wish = "the scene " + " ".join(f"{key}={value}" for key, value in conditions.items())
        return self.wait_until(standing, wish, seconds=seconds)

    def wait_until(self, is_so: Callable[[], Found | None], wish: str, *, seconds: float = SCENE_SECONDS) -> Found:
        """What ``is_so`` answers, as soon as it is something. ``wish`` names it for the error."""
        latest = time.monotonic() + seconds
        while True:
            running = self.process.running
            self.record.read()
            found = is_so()
            if found:
                return found
            if not running:
                raise PilotError(f"The kiosk ended before {wish} came.{self.process.last_words()}")
            if time.monotonic() > latest:
                raise PilotTimeout(
                    f"{wish} did not come within {seconds:g} s. {self._last_seen()}{self.process.last_words()}"
                )
            time.sleep(POLL_SECONDS)

    def picture(self, path: Path) -> None:
        """Save what is on the screen as PNG."""
        self.display.screenshot().save(path)

    # --- what it does ---

    @property
    def finger(self) -> Finger:
        if self._finger is None:
            raise PilotError("The kiosk is not running.")
        return self._finger

    def target(self, name: str) -> Target:
        """A target of the scene that stands. Raises ``TargetMissing`` with those that there are."""
        scene = self.scene
        targets = scene.targets if scene else {}
        if name not in targets:
            there = ", ".join(targets) or "nothing"
            raise TargetMissing(f"There is nothing called {name} on the screen ({scene}). There is: {there}.")
        return targets[name]

    def tap(self, target: str | Point) -> float:
        """Tap a target by its name, or a point; answers when the finger was lifted (monotonic seconds)."""
        return self.finger.tap(self.target(target).centre if isinstance(target, str) else target)

    def drag(self, points: Sequence[Point], seconds: float = 0.4) -> float:
        """Drag along points; answers when the finger was lifted (monotonic seconds)."""
        return self.finger.drag(points, seconds)

    def wake(self) -> Scene:
        """Touch the attract screen and wait for the cards."""
        self.wait_for_scene(screen="attract")
        self.tap((self.display.size[0] // 2, self.display.size[1] // 2))
        return self.wait_for_scene(screen="browse")

    def _last_seen(self) -> str:
        line = self.record.last("scene")
        return f"Last seen: {Scene(line)}." if line else "No scene was seen."

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
