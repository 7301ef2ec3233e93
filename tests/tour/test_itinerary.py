"""Where the tour goes."""

from pathlib import Path

import pytest

from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import ContentNote, Excerpt, Film, Playlist
from kiosk.exhibition.text import Text
from kiosk.tour.itinerary import NothingToTour, itinerary


def exhibition(*films: Film, languages: tuple[str, ...] = ("en", "ar")) -> Exhibition:
    show = Path("/show")
    return Exhibition(show, Text(), show / "media", languages=languages, playlist=Playlist(films=films))


def film(name: str, *, excerpt: bool = True, strong: bool = False, more: bool = True) -> Film:
    return Film(
        name,
        Text({"": name}),
        more=Text({"": "more"}) if more else Text(),
        content_note=ContentNote(strong=strong),
        excerpts=(Excerpt("opening", Path("/show/media/opening.mp4")),) if excerpt else (),
    )


def test_every_screen_in_every_language() -> None:
    steps = itinerary(exhibition(film("homs"), film("sama", strong=True)))
    in_a_language = [
        "browse",
        "film page",
        "read more",
        "watching",
        "watching with controls",
        "browse again",
        "content note",
        "still there?",
    ]
    assert [step.screen for step in steps] == ["attract", *in_a_language, *in_a_language, "attract again"]
    assert [step.language for step in steps] == ["", *["en"] * 8, *["ar"] * 8, ""]


def test_the_first_film_is_opened_even_if_its_excerpt_is_strong() -> None:
    steps = itinerary(exhibition(film("sama", strong=True, more=False), film("homs"), languages=("en",)))
    assert [step.screen for step in steps] == [
        "attract",
        "browse",
        "film page",
        "content note",
        "watching",
        "watching with controls",
        "browse again",
        "still there?",
        "attract again",
    ]


def test_what_an_exhibition_does_not_have_is_left_out() -> None:
    steps = itinerary(exhibition(film("cave", excerpt=False, more=False), languages=("en",)))
    assert [step.screen for step in steps] == [
        "attract",
        "browse",
        "film page",
        "browse again",
        "still there?",
        "attract again",
    ]


def test_without_a_film_there_is_nothing_to_see() -> None:
    with pytest.raises(NothingToTour, match=r"^The playlist has no film that can be shown\.$"):
        itinerary(exhibition())
