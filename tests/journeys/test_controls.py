"""The controls over a film: what they do is read from the film's own picture."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.tour.finger import Point
from kiosk.tour.record import Scene
from tests.journeys.exhibitions import film, write_exhibition
from tests.journeys.fixtures import LANDSCAPE, PORTRAIT, Size
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.screen, pytest.mark.vlc]

CAPTIONS = "1\n00:00:00,000 --> 00:00:30,000\nThe bar goes on its way.\n"


@pytest.fixture
def watching(open_kiosk: Callable[..., Visitor], clip: Path, tmp_path: Path) -> Visitor:
    """Somebody who watches the bar film from its beginning."""
    return start_watching(open_kiosk, clip, tmp_path, LANDSCAPE)


def start_watching(open_kiosk: Callable[..., Visitor], clip: Path, tmp_path: Path, size: Size) -> Visitor:
    captions = tmp_path / "bar.en.srt"
    captions.write_text(CAPTIONS, encoding="utf-8")
    excerpts = [{"id": "whole", "file": clip.name, "captions": {"en": captions.name}}]
    shown = [film("bars", excerpts=excerpts)]
    visitor = open_kiosk(write_exhibition(tmp_path / "show", shown, [clip, captions]), size)
    visitor.wake()
    visitor.open_film("bars")
    visitor.watch("bars")
    visitor.see_it_move()
    return visitor


def on_scrubber(scene: Scene, share: float) -> Point:
    """The point of the scrubber at that share of the film, 0 to 1."""
    scrubber = scene.targets["scrubber"]
    return int(scrubber.left + scrubber.width * share), scrubber.centre[1]


def test_controls_stay_under_the_finger_and_leave_four_seconds_after_it(watching: Visitor) -> None:
    """The film goes on while the scrubber is held, and goes to the place where it is let go."""
    pilot = watching.pilot
    controls = watching.show_controls()
    left, right = on_scrubber(controls, 0.3), on_scrubber(controls, 0.5)
    released = pilot.drag([left, right, left, right, left, right, left, right], 4.5)
    assert watching.scene.facts["controls"]
    wait_for_second(watching, 15)
    gone = pilot.wait_for_scene(screen="watching", controls=False, seconds=6)
    assert 3.9 < gone.facts["at"] - released < 5.0


def test_pause_holds_the_picture_and_play_goes_on_from_there(watching: Visitor) -> None:
    """Tapped twice at once by an impatient finger, it answers once."""
    watching.show_controls()
    watching.press("play")
    watching.press("play")
    watching.pilot.wait_for_scene(screen="watching", paused=True)
    stands = watching.see_it_stand()
    watching.tap("play", screen="watching", paused=False)
    watching.see_it_move()
    assert stands - 0.2 < watching.film_second() < stands + 2


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_scrubbing_going_back_closing_and_beginning_again(
    open_kiosk: Callable[..., Visitor], clip: Path, tmp_path: Path, size: Size
) -> None:
    watching = start_watching(open_kiosk, clip, tmp_path, size)
    pilot = watching.pilot
    controls = watching.show_controls()
    watching.press(on_scrubber(controls, 0.6))
    wait_for_second(watching, 18)
    pilot.drag([on_scrubber(controls, 0.6), on_scrubber(controls, 0.9)], 0.2)
    wait_for_second(watching, 27)
    watching.press("back-10")
    wait_for_second(watching, 17.5)
    watching.tap("close", screen="film", film="bars", apology=False)
    watching.watch("bars")
    assert watching.film_second() < 2


def test_a_paused_film_shows_each_place_that_it_is_taken_to(watching: Visitor) -> None:
    controls = watching.show_controls()
    watching.tap("play", paused=True)
    for share in (0.3, 0.7, 0.5):
        watching.press(on_scrubber(controls, share))
        wait_for_second(watching, 30 * share)
    watching.see_it_stand()


def wait_for_second(visitor: Visitor, wanted: float) -> None:
    """Until the film stands or goes on near a second."""
    visitor.pilot.wait_until(
        lambda: wanted - 0.7 < visitor.film_second() < wanted + 1.2, f"second {wanted:g} of the film", seconds=3
    )


def test_volume_keeps_to_the_installers_limit_and_captions_go_and_come(watching: Visitor) -> None:
    controls = watching.show_controls()
    assert (controls.facts["volume"], controls.facts["captions"]) == (70, True)
    watching.tap("captions", choosing=True)
    watching.tap("captions-off", captions=False)
    watching.tap("volume-up", volume=80)
    watching.tap("volume-up", volume=90)
    watching.press("volume-up")
    watching.tap("volume-down", volume=80)
    watching.tap("captions:en", captions=True)
    watching.tap("caption-size:large", caption_size="large")
    watching.tap(watching.beside_controls(), choosing=False, controls=True)
