"""Scrolling with the finger and with buttons, and what a finger can take back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.tour.record import Scene
from tests.journeys.exhibitions import film, long_text, write_exhibition
from tests.journeys.fixtures import LANDSCAPE, PORTRAIT, Size
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.screen, pytest.mark.vlc]

OpenKiosk = Callable[..., Visitor]

EVERY_SHAPE = pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])


@pytest.fixture
def many_films(clip: Path, tmp_path: Path) -> Path:
    """Fourteen films: more than two screens of cards."""
    return write_exhibition(tmp_path / "show", [film(f"film-{number}") for number in range(14)], [clip])


@pytest.fixture
def one_long_film(clip: Path, tmp_path: Path) -> Path:
    """A film with more to read than a screen holds."""
    return write_exhibition(
        tmp_path / "show", [film("slow", more={"en": long_text("en"), "ar": long_text("ar")})], [clip]
    )


def first_card(scene: Scene) -> str:
    """The name of the card that stands first on the screen."""
    return next(name for name in scene.targets if name.startswith("card:"))


def scenes(visitor: Visitor) -> list[Scene]:
    """All that came to rest so far."""
    return [Scene(line) for line in visitor.pilot.record.lines if line["what"] == "scene"]


def scrolled(before: Scene, after: Scene) -> float:
    """By how many pixels the content moved up, read from the texts that both scenes show."""
    tops = {each["text"]: each["rect"][1] for each in before.facts["texts"]}
    ways = [tops[each["text"]] - each["rect"][1] for each in after.facts["texts"] if each["text"] in tops]
    return max(ways, key=abs, default=0.0)


def test_a_fling_scrolls_further_than_the_finger_went(open_kiosk: OpenKiosk, one_long_film: Path) -> None:
    visitor = open_kiosk(one_long_film, PORTRAIT)
    pilot = visitor.pilot
    visitor.wake()
    visitor.open_film("slow")
    before = visitor.tap("more", screen="more", film="slow")
    pilot.drag([(360, 770), (360, 670)], 0.12)
    pilot.wait_until(lambda: scrolled(before, visitor.scene) > 130, "more than the finger's 100 pixels")
    assert "page-previous" in visitor.scene.targets


def test_a_slow_drag_follows_the_finger_and_stops_with_it(open_kiosk: OpenKiosk, one_long_film: Path) -> None:
    visitor = open_kiosk(one_long_film)
    pilot = visitor.pilot
    visitor.wake()
    visitor.open_film("slow")
    before = visitor.tap("more", screen="more", film="slow")
    pilot.drag([(640, 500), (640, 380), (640, 380)], 1.0)
    pilot.wait_until(lambda: scrolled(before, visitor.scene) > 105, "120 pixels but for a finger's trembling")
    visitor.tap("back", screen="film")
    assert max(scrolled(before, scene) for scene in scenes(visitor) if scene.screen == "more") <= 120


@EVERY_SHAPE
def test_fourteen_films_are_reached_by_buttons_alone(open_kiosk: OpenKiosk, many_films: Path, size: Size) -> None:
    visitor = open_kiosk(many_films, size)
    scene = visitor.wake()
    assert first_card(scene) == "card:film-0"
    assert "page-previous" not in scene.targets
    pages = 1
    while "page-next" in scene.targets:
        scene = visitor.tap("page-next", screen="browse")
        pages += 1
    assert pages == 3
    visitor.open_film("film-13")
    assert visitor.tap("back", screen="browse").targets == scene.targets
    while "page-previous" in scene.targets:
        scene = visitor.tap("page-previous", screen="browse")
    assert first_card(scene) == "card:film-0"


def test_a_drag_over_cards_scrolls_and_opens_none(open_kiosk: OpenKiosk, many_films: Path) -> None:
    visitor = open_kiosk(many_films)
    pilot = visitor.pilot
    start = visitor.wake().targets["card:film-4"].centre
    pilot.drag([start, (start[0], start[1] - 250)], 0.2)
    pilot.wait_until(lambda: first_card(visitor.scene) != "card:film-0", "cards from further below")
    assert pilot.record.find("scene", screen="film") is None


def test_what_a_finger_takes_back_does_nothing(open_kiosk: OpenKiosk, many_films: Path) -> None:
    """One that leaves a button has changed its mind, also if it comes back; one that bounces tapped once."""
    visitor = open_kiosk(many_films)
    pilot = visitor.pilot
    language = visitor.wake().targets["language"].centre
    pilot.drag([language, (640, 60)], 0.1)
    pilot.drag([language, (640, 60), language], 0.2)
    visitor.tap("page-next", screen="browse")
    assert {scene.language for scene in scenes(visitor)} == {"en"}
    visitor.press("language")
    visitor.press("language")
    visitor.tap("page-previous", screen="browse")
    assert visitor.scene.language == "ar"
