"""Larger text on a real kiosk: a tap on the switch, and the next visitor starts clean."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.tour.record import Scene
from tests.journeys.exhibitions import film, write_exhibition
from tests.journeys.fixtures import LANDSCAPE
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.screen, pytest.mark.vlc]

OpenKiosk = Callable[..., Visitor]


def facts_height(scene: Scene) -> int:
    """Pixels of the line that says how many films there are."""
    return next(each["rect"][3] for each in scene.facts["texts"] if each["text"] == "One film")


def test_larger_text_is_switched_on_and_goes_with_the_visit(open_kiosk: OpenKiosk, clip: Path, tmp_path: Path) -> None:
    folder = write_exhibition(tmp_path / "show", [film("slow")], [clip], idle={"browse": "3 s", "warning": "2 s"})
    visitor = open_kiosk(folder, LANDSCAPE)
    plain = visitor.wake()
    visitor.tap("comfort", screen="browse")
    assert {"larger-text", "high-contrast", "comfort-close"} <= set(visitor.scene.targets)
    visitor.tap("larger-text", screen="browse")
    larger = visitor.tap("comfort", screen="browse")
    assert "larger-text" not in larger.targets
    assert facts_height(larger) > 1.2 * facts_height(plain)
    mark = visitor.pilot.mark()
    visitor.pilot.wait_for_scene(screen="attract", after=mark, seconds=12)
    assert visitor.wake().facts["texts"] == plain.facts["texts"]
