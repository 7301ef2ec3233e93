"""A kiosk without a touchscreen: push-buttons that call themselves keys."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.exhibitions import film, write_exhibition
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.screen, pytest.mark.vlc]

KEYS = {"right": "next", "space": "play", "left": "back", "keypad 2": "second"}


def test_a_visit_by_keys_alone(open_kiosk: Callable[..., Visitor], clip: Path, tmp_path: Path) -> None:
    visitor = open_kiosk(write_exhibition(tmp_path / "show", [film("first"), film("second")], [clip], keys=KEYS))
    pilot, key = visitor.pilot, visitor.pilot.finger.key
    pilot.wait_for_scene(screen="attract")
    key("space")
    pilot.wait_for_scene(screen="browse")
    key("Right")
    pilot.wait_for_scene(screen="film", film="first")
    key("space")
    pilot.wait_for("rolling", film="first")
    visitor.see_it_move()
    for nothing in ("Escape", "alt+F4", "ctrl+c", "F11", "super", "ctrl+alt+Delete"):
        key(nothing)
    visitor.see_it_move()
    key("KP_2")
    pilot.wait_for_scene(screen="film", film="second")
    key("Left")
    pilot.wait_for_scene(screen="browse")
