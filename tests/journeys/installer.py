"""What an installer does at the panel, on a real kiosk."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from kiosk.panel.pin import line_of
from kiosk.tour.pilot import SCENE_SECONDS
from kiosk.tour.record import Scene
from tests.journeys.exhibitions import film, write_exhibition
from tests.journeys.fixtures import LANDSCAPE, PORTRAIT, Size
from tests.journeys.visitor import Visitor

OpenKiosk = Callable[..., Visitor]

in_both_languages = pytest.mark.parametrize(
    ("languages", "size"), [(["en", "ar"], LANDSCAPE), (["ar", "en"], PORTRAIT)], ids=["English", "Arabic"]
)
"""A screen that hangs across in English, and upright in Arabic."""

PIN = "2580"
LINE = line_of(PIN, b"0123456789abcdef", 1000)
"""For ``panel.pin``; of few rounds, so that a test does not wait for them."""
HOLD_SECONDS = 3.4
"""Longer than it takes, on a busy machine too, as the kiosk counts from the moment that it hears of the finger."""


@dataclass(frozen=True, slots=True)
class Installer:
    """Somebody who knows the corner. ``corner``: on which side it is, ``left`` or ``right``."""

    visitor: Visitor
    show: Path
    corner: str = "left"

    def hold(self, seconds: float = HOLD_SECONDS) -> None:
        """A finger in the corner for so long."""
        finger, width = self.visitor.pilot.finger, self.visitor.pilot.display.size[0]
        finger.down((12 if self.corner == "left" else width - 12, 12))
        time.sleep(seconds)
        finger.up()

    def ask(self) -> Scene:
        """Hold the corner until the PIN is asked for."""
        mark = self.visitor.pilot.mark()
        self.hold()
        return self.visitor.pilot.wait_for_scene(screen="pin-pad", after=mark)

    def type(self, pin: str) -> None:
        for digit in pin:
            self.visitor.press(f"pin:{digit}")
        self.visitor.pilot.wait_until(lambda: "pin:done" in self.visitor.scene.targets or None, "a PIN to be tried")
        self.visitor.press("pin:done")

    def open(self) -> Scene:
        """From the visitors' screens to the panel."""
        self.ask()
        mark = self.visitor.pilot.mark()
        self.type(PIN)
        return self.visitor.pilot.wait_for_scene(screen="panel", after=mark)

    def see(self, *words: str, seconds: float = SCENE_SECONDS) -> Scene:
        """Wait until all of these can be read."""

        def read() -> Scene | None:
            said = [each["text"] for each in self.visitor.scene.facts["texts"]]
            return self.visitor.scene if all(any(word in each for each in said) for word in words) else None

        return self.visitor.pilot.wait_until(read, f"the words {', '.join(words)}", seconds=seconds)

    def tap(self, target: str, *words: str) -> Scene:
        """Tap as soon as it can be, and wait for the words."""
        self.visitor.pilot.wait_until(lambda: target in self.visitor.scene.targets or None, target)
        self.visitor.press(target)
        return self.see(*words)

    def calm(self) -> None:
        """Wait; two taps in a row on the same control would count as one that bounced."""
        time.sleep(0.4)

    def undo(self) -> None:
        """Once."""
        self.calm()
        self.tap("panel:undo")

    def local(self) -> dict[str, Any]:
        """What kiosk.local.yaml says; nothing if there is none."""
        try:
            return yaml.safe_load((self.show / "kiosk.local.yaml").read_text("utf-8")) or {}
        except FileNotFoundError:
            return {}

    def wait_for_local(self, **expected: Any) -> None:
        self.visitor.pilot.wait_until(lambda: self.local() == expected or None, f"kiosk.local.yaml with {expected}")

    def reach(self, target: str) -> None:
        """Page down until it can be tapped."""
        while target not in self.visitor.scene.targets:
            mark = self.visitor.pilot.mark()
            self.visitor.press("page-next")
            self.visitor.pilot.wait_for_scene(after=mark)
        self.calm()


def with_pin(folder: Path, clip: Path, **settings: Any) -> Path:
    """Two films and a panel."""
    return write_exhibition(folder / "show", [film("first"), film("second")], [clip], panel={"pin": LINE}, **settings)


def opened(open_kiosk: OpenKiosk, show: Path, size: Size = LANDSCAPE, **how: Any) -> Installer:
    """Somebody at the open panel of a new kiosk."""
    visitor = open_kiosk(show, size, **how)
    visitor.pilot.wait_for_scene(screen="attract")
    installer = Installer(visitor, show, "left" if visitor.scene.language == "en" else "right")
    installer.open()
    return installer
