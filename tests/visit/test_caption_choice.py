"""The captions' panel, and what is chosen on it."""

import pytest
from walking import Visitor

from kiosk.visit.captions import CaptionChoice, CaptionSize
from kiosk.visit.events import FilmStarted
from kiosk.visit.places import FilmPage

TAPS: dict[tuple[str, ...], CaptionChoice] = {
    (): CaptionChoice(),
    ("captions-off",): CaptionChoice(on=False),
    ("captions:ar",): CaptionChoice(language="ar"),
    ("captions-both",): CaptionChoice(both=True),
    ("captions:ar", "captions-both"): CaptionChoice(language="ar", both=True),
    ("captions-both", "captions:en"): CaptionChoice(language="en"),
    ("captions-off", "captions:en"): CaptionChoice(language="en"),
    ("captions-off", "captions-both"): CaptionChoice(both=True),
    ("caption-size:large",): CaptionChoice(size="large"),
    ("captions-off", "caption-size:small"): CaptionChoice(size="small"),
    ("captions:ar", "captions-off"): CaptionChoice(on=False, language="ar"),
    ("caption-size:huge", "captions:", "captions"): CaptionChoice(),
}


@pytest.fixture
def watching(visitor: Visitor) -> Visitor:
    """Somebody who watches, with the panel open."""
    visitor.tap("card:homs", "watch")
    visitor.meet(FilmStarted())
    visitor.tap("picture", "captions")
    assert visitor.film.choosing
    return visitor


@pytest.mark.parametrize("taps", TAPS, ids=", ".join)
def test_what_is_chosen(taps: tuple[str, ...], watching: Visitor) -> None:
    assert watching.tap(*taps) == ()
    assert watching.visit.captions == TAPS[taps]


@pytest.mark.parametrize(
    ("choice", "offered", "language", "shown"),
    [
        (CaptionChoice(), ("en", "ar"), "en", ("en",)),
        (CaptionChoice(), ("en", "ar"), "ar", ("ar",)),
        (CaptionChoice(), ("en",), "ar", ("en",)),
        (CaptionChoice(), ("fr", "ar"), "en", ("ar",)),
        (CaptionChoice(), ("fr", "de"), "en", ("fr",)),
        (CaptionChoice(), (), "en", ()),
        (CaptionChoice(on=False), ("en", "ar"), "en", ()),
        (CaptionChoice(language="ar"), ("en", "ar"), "en", ("ar",)),
        (CaptionChoice(language="fr"), ("en", "ar"), "en", ("en",)),
        (CaptionChoice(both=True), ("en", "ar"), "ar", ("ar", "en")),
        (CaptionChoice(both=True), ("en",), "ar", ("en",)),
        (CaptionChoice(language="fr", both=True), ("en", "ar", "fr"), "en", ("fr", "en")),
    ],
)
def test_what_is_read(choice: CaptionChoice, offered: tuple[str, ...], language: str, shown: tuple[str, ...]) -> None:
    assert choice.shown(offered, language, ("en", "ar")) == shown


def test_the_button_opens_the_panel_and_closes_it(watching: Visitor) -> None:
    watching.tap("captions")
    assert (watching.film.choosing, watching.film.controls) == (False, True)


def test_choosing_leaves_the_panel_open(watching: Visitor) -> None:
    watching.tap("captions:ar", "caption-size:large", "captions-panel")
    assert watching.film.choosing


def test_a_tap_beside_the_panel_closes_it_and_leaves_the_controls(watching: Visitor) -> None:
    watching.tap("picture")
    assert (watching.film.choosing, watching.film.controls) == (False, True)
    watching.tap("picture")
    assert not watching.film.controls


def test_the_panel_leaves_with_the_controls_four_seconds_after_the_last_choice(watching: Visitor) -> None:
    watching.wait(3.0)
    watching.tap("captions:ar")
    watching.wait(3.9)
    assert watching.film.choosing
    watching.wait(0.2)
    assert (watching.film.choosing, watching.film.controls) == (False, False)


def test_a_choice_lasts_for_the_visit_and_no_longer(watching: Visitor) -> None:
    size: CaptionSize = "large"
    watching.tap("captions:ar", f"caption-size:{size}", "close")
    assert watching.visit.place == FilmPage("homs")
    assert watching.visit.captions == CaptionChoice(language="ar", size=size)
    watching.wait(1000.0)
    assert watching.visit.captions == CaptionChoice()
