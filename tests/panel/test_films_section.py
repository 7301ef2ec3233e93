"""The section Films."""

from dataclasses import replace

import pytest

from kiosk.exhibition.film import Excerpt, Film, Playlist
from kiosk.exhibition.text import Text
from kiosk.panel.controls import Choice, Disc, Leaf, Paragraph, Row
from kiosk.panel.effects import Drop, Plain, Put, Write
from kiosk.panel.events import Kept
from kiosk.panel.words import Both, Count, Name, Say
from tests.panel.builders import NOWHERE, Walk

TRAILER = Excerpt("trailer", NOWHERE.media / "t.mp4", title=Text({"en": "The trailer"}), kind="trailer")
OPENING = Excerpt("opening", NOWHERE.media / "o.mp4")
FILMS = (
    Film("homs", Text({"en": "Return to Homs"}), Text({"en": "Talal Derki"}), excerpts=(TRAILER, OPENING)),
    Film("cave", Text({"en": "The Cave"}), excerpts=(OPENING,)),
    Film("water", Text({"en": "Silvered Water"})),
)


def films(*hidden: str) -> Walk:
    shown = tuple(each for each in FILMS if each.id not in hidden)
    return Walk(exhibition=replace(NOWHERE, playlist=Playlist(films=shown), films=FILMS)).inside("films")


def put(key: str, *ids: str) -> Write:
    return Write((Put(("panel", key), [*ids]),))


def leaf(walk: Walk) -> Leaf:
    assert walk.sight.leaf is not None
    return walk.sight.leaf


def rows(walk: Walk) -> list[Row]:
    return [each for each in leaf(walk).blocks if isinstance(each, Row)]


def test_what_is_said_of_the_films() -> None:
    walk = films("cave")
    assert leaf(walk).line == Both((Count("films", 2), Say("panel.films.line")))
    assert [(each.title, each.lines) for each in rows(walk)] == [
        (FILMS[0].title, (Both((FILMS[0].director, Say("panel.films.first", {"excerpt": TRAILER.title}))),)),
        (FILMS[1].title, (Both((Say("panel.films.hidden"),)),)),
        (FILMS[2].title, (Both((Say("panel.films.no_excerpt"),)),)),
    ]
    assert [each.trailing[2].lit for each in rows(walk) if isinstance(each.trailing[2], Disc)] == [True, False, True]


@pytest.mark.parametrize(
    ("hidden", "target", "expected"),
    [
        ((), "do:show:cave", [put("hidden", "cave")]),
        (("cave",), "do:show:cave", [put("hidden")]),
        (("cave",), "do:show:homs", [put("hidden", "cave", "homs")]),
        (("cave", "homs"), "do:show:water", []),
        ((), "do:down:homs", [put("order", "cave", "homs", "water")]),
        ((), "do:up:water", [put("order", "homs", "water", "cave")]),
        ((), "do:up:homs", []),
        ((), "do:down:water", []),
    ],
)
def test_what_a_tap_does(hidden: tuple[str, ...], target: str, expected: list[object]) -> None:
    assert films(*hidden).tap(target).done == expected


def test_taps_count_on_from_each_other_before_the_exhibition_says_so() -> None:
    walk = films().tap("do:down:homs", "do:down:homs", "do:show:homs", "do:show:cave")
    assert walk.done == [
        put("order", "cave", "homs", "water"),
        put("order", "cave", "water", "homs"),
        put("hidden", "homs"),
        put("hidden", "homs", "cave"),
    ]
    assert [each.name for each in rows(walk)] == ["film:cave", "film:water", "film:homs"]


def options(walk: Walk) -> dict[str, tuple[object, bool]]:
    (choice,) = (each for each in leaf(walk).blocks if isinstance(each, Choice))
    return {each.name: (each.words, each.chosen) for each in choice.options}


def test_which_excerpt_comes_first() -> None:
    walk = films().tap("do:film:homs")
    assert options(walk) == {"main:opening": (Name("opening"), False), "main:trailer": (TRAILER.title, True)}
    change: Plain = "opening"
    assert walk.tap("do:main:opening").done == [Write((Put(("panel", "main", "homs"), change),))]
    assert options(walk) == {"main:opening": (Name("opening"), True), "main:trailer": (TRAILER.title, False)}
    walk.tap("do:back")
    assert rows(walk)[0].lines == (Both((FILMS[0].director, Say("panel.films.first", {"excerpt": Name("opening")}))),)


def test_the_last_film_stays() -> None:
    walk = films("homs", "cave").tap("do:film:water", "do:shown")
    assert walk.done == []
    assert Paragraph(Say("panel.films.last")) in leaf(walk).blocks


def test_back_to_what_the_installer_wrote() -> None:
    walk = films()
    assert leaf(walk).deeds("do:as-written") == ()
    walk.happen(Kept(1, None, frozenset({("panel", "main", "homs"), ("panel", "pin")})))
    assert walk.tap("do:as-written").done == [
        Write((Drop(("panel", "hidden")), Drop(("panel", "order")), Drop(("panel", "main"))))
    ]
