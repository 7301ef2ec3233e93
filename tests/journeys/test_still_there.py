"""The question "Still there?", and the reset after it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.exhibitions import IMPATIENT, film, write_exhibition
from tests.journeys.visitor import Visitor, texts

pytestmark = [pytest.mark.screen, pytest.mark.vlc]

OpenKiosk = Callable[..., Visitor]


@pytest.fixture
def impatient(clip: Path, tmp_path: Path) -> Path:
    """Fourteen films, and two seconds until the kiosk asks."""
    shown = [film(f"film-{number}") for number in range(14)]
    return write_exhibition(tmp_path / "show", shown, [clip], idle=IMPATIENT)


def test_a_touch_keeps_everything_as_it_was(open_kiosk: OpenKiosk, impatient: Path) -> None:
    visitor = open_kiosk(impatient)
    pilot = visitor.pilot
    visitor.wake()
    visitor.tap("language", screen="browse", language="ar")
    touched = visitor.press("page-next")
    before = pilot.wait_until(lambda: visitor.scene if "page-previous" in visitor.scene.targets else None, "page two")
    asking = pilot.wait_for_scene(asking=True, seconds=4)
    assert 1.9 < asking.facts["at"] - touched < 3.2
    assert "هل ما زلت هنا؟" in texts(asking)
    card = before.targets["card:film-6"].centre
    after = visitor.tap(card, screen="browse", asking=False)
    assert (after.language, after.targets) == ("ar", before.targets)
    assert pilot.record.find("scene", screen="film") is None


def test_without_a_touch_the_next_visitor_starts_clean(open_kiosk: OpenKiosk, impatient: Path) -> None:
    visitor = open_kiosk(impatient)
    pilot = visitor.pilot
    first = visitor.wake()
    visitor.tap("language", screen="browse", language="ar")
    visitor.open_film("film-0")
    visitor.watch("film-0")
    visitor.show_controls()
    visitor.tap("volume-down", volume=60)
    visitor.tap("close", screen="film")
    visitor.tap("back", screen="browse")
    touched = visitor.press("page-next")
    reset = pilot.wait_for_scene(screen="attract", seconds=7)
    assert 3.9 < reset.facts["at"] - touched < 6
    assert reset.language == "en"
    again = visitor.wake()
    assert again.language == "en"
    # Which card comes first is a matter of what the loop shows; all stand where the first ones stand.
    assert sorted(each.centre for each in again.targets.values()) == sorted(
        each.centre for each in first.targets.values()
    )
    assert (again.facts["volume"], again.facts["captions"]) == (70, True)
    assert again.facts["visit"] == first.facts["visit"] + 1


def test_nobody_is_asked_during_a_film_but_beside_a_paused_one(open_kiosk: OpenKiosk, impatient: Path) -> None:
    visitor = open_kiosk(impatient)
    pilot = visitor.pilot
    visitor.wake()
    visitor.open_film("film-0")
    visitor.watch("film-0")
    begun = visitor.film_second()
    pilot.wait_until(lambda: visitor.film_second() > begun + 2.5, "more of the film than the kiosk's patience")
    assert pilot.record.find("scene", asking=True) is None
    visitor.show_controls()
    touched = visitor.press("play")
    asking = pilot.wait_for_scene(paused=True, asking=True, seconds=4)
    assert 1.9 < asking.facts["at"] - touched < 3.2
    visitor.tap(visitor.beside_controls(), screen="watching", asking=False, paused=True)
    visitor.see_it_stand()
