"""Where captions stand: on two lines, in their own direction, over the film and never under a control."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pygame
import pytest
from pygame import Rect

from kiosk.captions.cues import Cue
from kiosk.captions.lines import characters
from kiosk.captions.track import Track
from kiosk.exhibition.exhibition import Exhibition
from kiosk.ui.metrics import Metrics
from kiosk.ui.stage import Stage
from kiosk.ui.tools import Tools
from kiosk.ui.widgets.caption_box import CaptionSetter
from kiosk.visit.captions import CAPTION_SIZES, CaptionSize
from kiosk.visit.places import Watching
from tests.ui.screenplay import SIZES, on_screen, paint_flat, sample, view_of

ENGLISH = "The snipers, tanks and mortars of the army decide which street can be crossed and which cannot."
ARABIC = "أمّا القنّاصة والدبّابات فهي التي تقرّر أيّ شارع ما زال عبوره ممكنًا وأيّ شارع لم يعد كذلك."
TRACKS = {"en": Track([Cue(10.0, 50.0, ENGLISH)]), "ar": Track([Cue(10.0, 50.0, ARABIC)])}
FILM = paint_flat((90, 90, 90))


class Show:
    """A stage on which a film plays, seen at one moment after the other."""

    def __init__(self, size: tuple[int, int], exhibition: Exhibition, tracks: dict[str, Track] = TRACKS) -> None:
        self.size, self.now = size, 1000.0
        self.stage = Stage(size, exhibition)
        self.surface = pygame.Surface(size, 0, 32)
        self.view = replace(view_of(exhibition, "watching"), tracks=tracks, position=12.0)

    def see(
        self, seconds: float = 1.0, film_size: tuple[int, int] | None = None, **changes: Any
    ) -> list[dict[str, Any]]:
        """Change the view, let time go by, and look at the captions."""
        self.view = replace(self.view, **changes)
        self.stage.show(self.view, self.now)
        self.stage.draw(self.surface, self.now, FILM, film_size)
        self.now += seconds
        self.stage.draw(self.surface, self.now, FILM, film_size)
        return [each for each in self.stage.describe()["texts"] if each["text"] in self._said()]

    def watch(self, film_size: tuple[int, int] | None = None, **place: Any) -> list[dict[str, Any]]:
        """The same with another state of what is watched."""
        before = self.view.visit.place
        assert isinstance(before, Watching)
        return self.see(film_size=film_size, visit=replace(self.view.visit, place=replace(before, **place)))

    def choose(self, **choice: Any) -> list[dict[str, Any]]:
        visit = self.view.visit
        return self.see(visit=replace(visit, captions=replace(visit.captions, **choice)))

    def _said(self) -> list[str]:
        return [each.text for each in self.stage.captions.texts]


@pytest.fixture
def shows() -> Iterator[list[Show]]:
    made: list[Show] = []
    yield made
    for each in made:
        each.stage.close()


def show(shows: list[Show], size: tuple[int, int], **how: Any) -> Show:
    shows.append(Show(size, how.pop("exhibition", sample()), **how))
    return shows[-1]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("chosen", CAPTION_SIZES)
@pytest.mark.parametrize("both", [False, True], ids=["one", "both"])
def test_captions_stand_on_two_lines_within_the_screen_and_clear_of_the_controls(
    size: tuple[int, int], chosen: CaptionSize, both: bool, shows: list[Show]
) -> None:
    shown = show(shows, size)
    shown.choose(size=chosen, both=both)
    glass = Rect((0, 0), size).inflate(-size[0] // 30, -size[1] // 30)
    for place in ({}, {"controls_until": 9999.0}, {"controls_until": 9999.0, "choosing": True}):
        captions = shown.watch(**place)
        assert [each["language"] for each in captions] == (["en", "ar"] if both else ["en"])
        controls = [Rect(each["rect"]) for each in shown.stage.describe()["targets"] if each["name"] != "picture"]
        assert bool(controls) == bool(place)
        for each in captions:
            lines = each["text"].split("\n")
            assert len(lines) <= 2
            assert max(map(characters, lines)) <= 42
            assert not each["cut"]
            assert glass.contains(Rect(each["rect"]))
            assert Rect(each["rect"]).collidelist(controls) == -1
        rects = [Rect(each["rect"]) for each in captions]
        assert all(one.bottom <= other.top for one, other in itertools.pairwise(rects))


def test_sizes_differ_and_none_is_too_small_to_read(shows: list[Show]) -> None:
    shown = show(shows, (1920, 1080), tracks={"en": Track([Cue(10.0, 50.0, "Hello")])})
    heights = [Rect(shown.choose(size=each)[0]["rect"]).height for each in CAPTION_SIZES]
    assert heights == [71, 84, 102]
    metrics = Metrics(1920, 1080)
    assert metrics.size("caption_small") * 0.698 / metrics.px_per_mm >= 4.8


def test_captions_glide_above_the_controls_and_back_when_these_are_gone(shows: list[Show]) -> None:
    shown = show(shows, (1280, 720), tracks={"en": Track([Cue(10.0, 50.0, "Hello")])})
    resting = shown.see()[0]["rect"][1]
    visit, place = shown.view.visit, shown.view.visit.place
    assert isinstance(place, Watching)
    with_controls = replace(visit, place=replace(place, controls_until=9999.0))
    on_the_way = shown.see(0.04, visit=with_controls)[0]["rect"][1]
    above = shown.see(1.0)[0]["rect"][1]
    assert above < on_the_way < resting
    shown.see(0.15, visit=visit)
    assert shown.see(0.0)[0]["rect"][1] == above, "they wait until the controls have left"
    shown.see(0.5)
    assert shown.see(1.0)[0]["rect"][1] == resting


def test_with_reduced_motion_they_are_there_at_once(shows: list[Show]) -> None:
    calm = on_screen(sample(), reduce_motion=True)
    shown = show(shows, (1280, 720), exhibition=calm, tracks={"en": Track([Cue(10.0, 50.0, "Hello")])})
    resting = shown.see()[0]["rect"][1]
    place = shown.view.visit.place
    assert isinstance(place, Watching)
    visit = replace(shown.view.visit, place=replace(place, controls_until=9999.0))
    first = shown.see(0.0, visit=visit)[0]["rect"][1]
    assert first < resting
    assert shown.see(1.0)[0]["rect"][1] == first


def test_neither_language_moves_when_the_other_comes_or_goes(shows: list[Show]) -> None:
    english = Track([Cue(10.0, 20.0, "First"), Cue(30.0, 40.0, "On two\nlines")])
    arabic = Track([Cue(15.0, 35.0, "مرحبا")])
    shown = show(shows, (1280, 720), tracks={"en": english, "ar": arabic})
    shown.choose(both=True)
    places: dict[str, set[int]] = {"en": set(), "ar": set()}
    for position in (12.0, 16.0, 25.0, 32.0, 38.0):
        for each in shown.see(position=position):
            # What is above ends at the seam, what is below begins there.
            rect = Rect(each["rect"])
            places[each["language"]].add(rect.bottom if each["language"] == "en" else rect.top)
    assert {language: len(found) for language, found in places.items()} == {"en": 1, "ar": 1}


def test_a_wide_film_on_a_tall_screen_has_its_captions_right_below(shows: list[Show]) -> None:
    shown = show(shows, (1080, 1920))
    (caption,) = shown.see(film_size=(1080, 608))
    film_bottom = 957
    assert film_bottom < caption["rect"][1] < film_bottom + 60


def test_a_tall_film_on_a_tall_screen_has_them_in_its_lower_part(shows: list[Show]) -> None:
    shown = show(shows, (1080, 1920))
    (caption,) = shown.see(film_size=(1080, 1920))
    assert Rect(caption["rect"]).bottom == 1920 - 56


def test_captions_are_those_of_the_file_also_where_the_excerpt_begins_later(shows: list[Show]) -> None:
    excerpt = sample().playlist.films[0].excerpts[0]
    film = replace(
        sample().playlist.films[0], excerpts=(replace(excerpt, start=excerpt.start.resolution * 30_000_000),)
    )
    exhibition = replace(sample(), playlist=replace(sample().playlist, films=(film,)))
    shown = show(shows, (1280, 720), exhibition=exhibition, tracks={"en": Track([Cue(31.0, 33.0, "At 0:31")])})
    texts = {position: [each["text"] for each in shown.see(position=position)] for position in (0.9, 1.0, 2.9, 3.0)}
    assert texts == {0.9: [], 1.0: ["At 0:31"], 2.9: ["At 0:31"], 3.0: []}


def test_the_stage_asks_for_a_frame_when_the_next_caption_comes(shows: list[Show]) -> None:
    """A film that shows one frame in ten seconds still has its captions in time."""
    shown = show(shows, (1280, 720), tracks={"en": Track([Cue(14.0, 15.0, "Later")])})
    shown.see(0.0, position=12.0)
    due = shown.stage.next_frame_at(shown.now)
    assert due is not None
    assert due - shown.now == pytest.approx(2.0, abs=0.03)
    shown.stage.show(replace(shown.view, position=14.0), due)
    assert shown.stage.needs_frame(due), "also when the film has no new frame by then"
    shown.see(0.0, position=14.0)
    place = shown.view.visit.place
    assert isinstance(place, Watching)
    shown.see(0.5, visit=replace(shown.view.visit, place=replace(place, paused=True)))
    shown.see(0.5)
    assert shown.stage.next_frame_at(shown.now) is None, "a paused film has the captions that it has"


def test_off_shows_nothing_and_asks_for_nothing(shows: list[Show]) -> None:
    shown = show(shows, (1280, 720))
    assert len(shown.choose(both=True)) == 2
    assert shown.choose(on=False) == []
    assert shown.stage.next_frame_at(shown.now) is None


def test_a_caption_is_drawn_once_and_not_with_every_frame(shows: list[Show], monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    box = CaptionSetter.box
    monkeypatch.setattr(CaptionSetter, "box", lambda self, *what: made.append(what) or box(self, *what))
    shown = show(shows, (1280, 720), tracks={"en": Track([Cue(10.0, 12.0, "One"), Cue(12.0, 14.0, "Two")])})
    for number in range(100):
        shown.see(0.02, position=10.0 + number * 0.04)
    assert len(made) == 2


MIXED = {
    # what is said, its language, and from which side its first word is read
    "a Latin name first": ("IDFA\u00a0\u00a0\u00a0 افتتح", "ar", "right"),
    "Arabic": ("بكم\u00a0\u00a0\u00a0 مرحبا", "ar", "right"),
    "English in the Arabic captions": ("Thank\u00a0\u00a0\u00a0 you.", "ar", "left"),
    "an Arabic name first": ("حمص\u00a0\u00a0\u00a0 city", "en", "left"),
}


@pytest.mark.parametrize("case", MIXED)
def test_mixed_lines_run_in_the_direction_of_their_language(case: str) -> None:
    """Of two words far apart, the one that is as wide as the first one is on the side where the line begins."""
    text, language, side = MIXED[case]
    tools = Tools.for_screen((1280, 720), sample())
    first = text.split("\u00a0")[0]
    box = CaptionSetter(tools).box((text,), language, "medium", 1200).surface
    ink = [x for x in range(box.get_width()) if any(box.get_at((x, y))[0] > 128 for y in range(box.get_height()))]
    gap = _widest_gap(ink)
    alone = CaptionSetter(tools).box((first,), language, "medium", 1200).surface
    words = [
        x for x in range(alone.get_width()) if any(alone.get_at((x, y))[0] > 128 for y in range(alone.get_height()))
    ]
    width = words[-1] - words[0]
    near = {"left": gap[0] - ink[0], "right": ink[-1] - gap[1]}
    assert abs(near[side] - width) <= 3, (near, width)
    tools.close()


def _widest_gap(ink: list[int]) -> tuple[int, int]:
    """Between which columns the widest gap is: the space after the first of two words."""
    return max(itertools.pairwise(ink), key=lambda pair: pair[1] - pair[0])
