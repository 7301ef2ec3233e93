"""A finger on a virtual screen."""

import contextlib
import subprocess
import time
from collections.abc import Sequence

from kiosk.tour.display import DisplayError

PRESS_SECONDS = 0.1  # the kiosk takes contacts under 0.03 s for noise, and a busy machine looks late
DRAG_STEP_SECONDS = 0.008
STOP_SECONDS = 2.0

Point = tuple[int, int]


class Finger:
    """Moves the pointer of an X display with one xdotool that is kept for its life (a press costs 0.2 ms, not 5).

    ``environment`` must name the display.
    """

    def __init__(self, environment: dict[str, str]) -> None:
        try:
            self._xdotool = subprocess.Popen(
                ["xdotool", "-"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=environment, text=True
            )
        except FileNotFoundError:
            raise DisplayError("xdotool is missing. Install the package xdotool.") from None

    def _say(self, words: str) -> None:
        pipe = self._xdotool.stdin
        assert pipe is not None
        try:
            pipe.write(words + "\n")
            pipe.flush()
        except BrokenPipeError:
            raise DisplayError("xdotool has ended; is the virtual screen still there?") from None

    def down(self, point: Point) -> None:
        self._say(f"mousemove {point[0]} {point[1]} mousedown 1")

    def move(self, point: Point) -> None:
        self._say(f"mousemove {point[0]} {point[1]}")

    def up(self) -> None:
        self._say("mouseup 1")

    def tap(self, point: Point) -> float:
        """Press and release; answers when it was released (monotonic seconds)."""
        self.down(point)
        time.sleep(PRESS_SECONDS)
        released = time.monotonic()
        self.up()
        return released

    def key(self, name: str) -> None:
        """Press a key and let it go. ``name`` as X calls it: ``space``, ``Left``, ``a``."""
        self._say(f"key {name}")

    def drag(self, points: Sequence[Point], seconds: float) -> float:
        """Press at the first of the points, move along them in ``seconds``, release; answers when it was released."""
        self.down(points[0])
        begun = time.monotonic()
        while (share := (time.monotonic() - begun) / max(seconds, 0.001)) < 1:
            self.move(_on_the_way(points, share))
            time.sleep(DRAG_STEP_SECONDS)
        self.move(points[-1])
        released = time.monotonic()
        self.up()
        return released

    def close(self) -> None:
        """End xdotool. Safe to call twice."""
        if self._xdotool.stdin is not None and not self._xdotool.stdin.closed:
            with contextlib.suppress(BrokenPipeError):
                self._xdotool.stdin.close()
        try:
            self._xdotool.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._xdotool.kill()
            self._xdotool.wait()


def _on_the_way(points: Sequence[Point], share: float) -> Point:
    """The point at ``share`` (0 to 1) of the way along ``points``, every leg taking the same time."""
    if len(points) == 1:
        return points[0]
    leg, part = divmod(share * (len(points) - 1), 1)
    (x0, y0), (x1, y1) = points[int(leg)], points[int(leg) + 1]
    return round(x0 + (x1 - x0) * part), round(y0 + (y1 - y0) * part)
