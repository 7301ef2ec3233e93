"""The section Loops."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.exhibition.film import Excerpt, Film, Playlist
from kiosk.exhibition.loop import CardItem, ExcerptItem, FileItem, Listed, Loop, RandomItem, StillItem
from kiosk.exhibition.text import Text
from kiosk.panel.controls import Leaf, Paragraph, Row
from kiosk.panel.effects import Drop, Plain, Put, ShowLoop, Work, Write
from kiosk.panel.events import Answered, Kept
from kiosk.panel.sections.loops.clock import clock, seconds_of
from kiosk.panel.words import Both, Count, Length, Name, Point, Say, Seconds
from tests.panel.builders import NOWHERE, Walk

MEDIA = NOWHERE.media
HOMS = MEDIA / "clips/homs.mp4"
FILMS = (
    Film(
        "homs",
        Text({"en": "Return to Homs"}),
        excerpts=(Excerpt("opening", HOMS, start=timedelta(seconds=12), end=timedelta(seconds=120)),),
    ),
    Film("cave", Text({"en": "The Cave"}), excerpts=(Excerpt("below", MEDIA / "clips/cave.mp4"),)),
)
LISTED = (
    Listed({"excerpt": "homs/opening"}, ExcerptItem("homs", "opening")),
    Listed({"file": "clips/gone.mov"}, None),
    Listed({"still": "stills/water.jpg", "for": "8 s"}, StillItem(MEDIA / "stills/water.jpg", timedelta(seconds=8))),
    Listed({"excerpt": "cave/below", "skip": "on"}, ExcerptItem("cave", "below")),
)
LOOP = Loop((LISTED[0].item, LISTED[2].item), listed=LISTED)  # type: ignore[arg-type]
SHOW = replace(NOWHERE, playlist=Playlist(films=FILMS), films=FILMS, loop=LOOP)

HOMS_ENTRY: dict[str, Plain] = {"excerpt": "homs/opening"}
GONE: dict[str, Plain] = {"file": "clips/gone.mov"}
WATER: dict[str, Plain] = {"still": "stills/water.jpg", "for": "0:08"}
CAVE: dict[str, Plain] = {"excerpt": "cave/below", "skip": "on"}


def loops(**changes: object) -> Walk:
    return Walk(exhibition=replace(SHOW, **changes)).inside("loops")  # type: ignore[arg-type]


def put(*items: dict[str, Plain], **more: Plain) -> Write:
    return Write((Put(("loop",), {"order": "listed", "transition": "cut", **more, "items": [*items]}),))


def leaf(walk: Walk) -> Leaf:
    assert walk.sight.leaf is not None
    return walk.sight.leaf


def rows(walk: Walk) -> list[Row]:
    return [each for each in leaf(walk).blocks if isinstance(each, Row)]


def taking(second: str, at: str, file: Path = HOMS) -> Work:
    return Work(f"picture {at} {file}", {"file": str(file), "second": second})


def test_lengths_are_asked_for_when_it_is_opened() -> None:
    walk = Walk(exhibition=SHOW).inside("hours").happen(Answered("media-lengths", {}))
    assert walk.tap("panel:section:loops").done == [Work("media-lengths")]


def test_what_is_said_of_the_items() -> None:
    walk = loops().happen(Answered("media-lengths", {HOMS: 300.0, MEDIA / "clips/cave.mp4": 95.0}))
    assert leaf(walk).line == Both((Count("panel.items", 4), Length(116.0), Say("panel.loops.line")))
    span = Say("panel.hours.span", {"from": Length(12.0), "to": Length(120.0)})
    cut = Say("panel.loops.cut")
    assert [(each.title, each.lines, each.problem, each.end) for each in rows(walk)] == [
        (FILMS[0].title, (Both((Name("homs.mp4"), span, cut)),), None, Length(108)),
        (
            Name("gone"),
            (),
            Say("panel.loops.missing", {"file": Name("clips/gone.mov"), "folder": Name("media/")}),
            Name("–"),
        ),
        (Say("panel.loops.still"), (Both((Say("panel.loops.still"), Seconds(8.0))),), None, Length(8)),
        (
            FILMS[1].title,
            (Both((Name("cave.mp4"), Say("panel.loops.whole_file"), cut, Say("panel.loops.skipped"))),),
            None,
            Length(95),
        ),
    ]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("do:down:0", [put(GONE, HOMS_ENTRY, WATER, CAVE)]),
        ("do:up:3", [put(HOMS_ENTRY, GONE, CAVE, WATER)]),
        ("do:up:0", []),
        ("do:down:3", []),
        ("do:on:0", [put({**HOMS_ENTRY, "skip": "on"}, GONE, WATER, CAVE)]),
        ("do:on:3", [put(HOMS_ENTRY, GONE, WATER, {"excerpt": "cave/below"})]),
        ("do:on:1", []),
        ("do:crossfade", [put(HOMS_ENTRY, GONE, WATER, CAVE, transition="crossfade", over="1.2 s")]),
        ("do:shuffle", [put(HOMS_ENTRY, GONE, WATER, CAVE, order="shuffle")]),
    ],
)
def test_what_a_tap_does(target: str, expected: list[object]) -> None:
    assert loops().tap(target).done == expected


def test_taps_count_on_from_each_other_before_the_exhibition_says_so() -> None:
    walk = loops().tap("do:crossfade", "step:over:more", "do:down:0", "do:on:1")
    assert walk.done[-1] == put(GONE, {**HOMS_ENTRY, "skip": "on"}, WATER, CAVE, transition="crossfade", over="1.4 s")


@pytest.mark.parametrize(
    ("taps", "entry", "picture"),
    [
        (["step:in:more"], {"start": "0:13"}, taking("13.00", "0:13")),
        (["step:in-fine:less"], {"start": "0:11.8"}, taking("11.80", "0:11.8")),
        (["step:out:less"], {"end": "1:59"}, taking("118.96", "1:58.96")),
        (["step:out-fine:more"], {"end": "2:00.2"}, taking("120.16", "2:00.16")),
        (["step:in:more", "step:in-fine:less"], {"start": "0:12.8"}, taking("12.80", "0:12.8")),
    ],
)
def test_in_and_out_points_with_their_pictures(taps: list[str], entry: dict[str, Plain], picture: Work) -> None:
    walk = loops().happen(Answered("media-lengths", {HOMS: 300.0})).tap("do:item:0", *taps)
    assert walk.done[-2:] == [put({**HOMS_ENTRY, **entry}, GONE, WATER, CAVE), picture]


def test_an_item_opens_with_both_pictures_and_shows_them_once_they_are_taken() -> None:
    walk = loops().tap("do:item:0")
    assert walk.done == [taking("12.00", "0:12"), taking("119.96", "1:59.96")]
    assert [each.still for each in rows(walk)[1:3]] == ["('excerpt', 'homs/opening')"] * 2
    walk.happen(Answered("picture 0:12 /show/media/clips/homs.mp4", Path("/pictures/1.jpg")))
    assert rows(walk)[1].still == Path("/pictures/1.jpg")
    assert [each.value for each in rows(walk)[1].trailing] == [Point(12.0), Seconds(0.2)]  # type: ignore[union-attr]


def test_points_keep_to_the_file_and_to_each_other() -> None:
    short = replace(FILMS[0], excerpts=(Excerpt("opening", HOMS),))
    walk = loops(playlist=Playlist(films=(short,)), films=(short,)).happen(Answered("media-lengths", {HOMS: 1.5}))
    walk.tap("do:item:0")
    assert leaf(walk).deeds("step:in:less") == ()
    assert leaf(walk).deeds("step:out:more") == ()
    walk.done.clear()
    assert walk.tap("step:in:more").done[0] == put({**HOMS_ENTRY, "start": "0:01"}, GONE, WATER, CAVE)
    assert walk.tap("step:in:more").done[-2] == put({**HOMS_ENTRY, "start": "0:01.3"}, GONE, WATER, CAVE)
    assert leaf(walk).deeds("step:in:more") == ()
    assert leaf(walk).deeds("step:out:less") == ()
    assert walk.tap("do:usual").done[-1] == put(HOMS_ENTRY, GONE, WATER, CAVE)


def test_a_file_whose_end_is_not_known_yet_has_no_out_point() -> None:
    walk = loops().tap("do:on:3", "do:item:3")
    assert [each.title for each in rows(walk)] == [
        Say("panel.loops.plays"),
        Say("panel.loops.in"),
        Say("panel.loops.repeat"),
    ]


def test_how_long_a_still_stands_and_how_often_a_film_plays() -> None:
    walk = loops().tap("do:item:2", "step:for:more")
    assert walk.done == [put(HOMS_ENTRY, GONE, {**WATER, "for": "0:09"}, CAVE)]
    walk = loops().tap("do:item:0", "step:repeat:more", "step:repeat:more")
    assert walk.done[-1] == put({**HOMS_ENTRY, "repeat": 3}, GONE, WATER, CAVE)


def test_an_item_is_taken_out_and_one_is_added() -> None:
    walk = loops().happen(Answered("media-lengths", {})).tap("do:item:1", "do:remove")
    assert walk.done == [put(HOMS_ENTRY, WATER, CAVE)]
    assert leaf(walk).title == Say("panel.loops.title")
    walk.tap("do:add")
    assert [each.name for each in rows(walk)] == ["add:homs/opening", "add:cave/below"]
    walk.tap("do:add:cave/below")
    assert walk.done[1:] == [
        put(HOMS_ENTRY, WATER, CAVE, {"excerpt": "cave/below"}),
        Work("media-lengths /show/media/clips/cave.mp4", {"file": "/show/media/clips/cave.mp4"}),
    ]
    assert leaf(walk).title == Say("panel.loops.title")


def test_the_loop_can_be_previewed_where_there_is_something_in_it() -> None:
    assert loops().tap("do:preview").done == [ShowLoop()]
    assert loops(loop=Loop(())).tap("do:preview").done == []


def test_the_length_of_what_is_added_is_told_by_a_work_of_its_own() -> None:
    walk = loops().tap("do:add", "do:add:cave/below")
    walk.happen(Answered("media-lengths /show/media/clips/cave.mp4", {MEDIA / "clips/cave.mp4": 95.0}))
    walk.happen(Answered("media-lengths", {HOMS: 300.0}))
    assert [each.end for each in rows(walk)][-2:] == [Length(95), Length(95)]


def test_points_that_leave_nothing_do_not_count() -> None:
    walk = loops(loop=replace(LOOP, listed=(Listed({"excerpt": "homs/opening", "end": "0:10"}, LISTED[0].item),)))
    assert rows(walk)[0].end == Length(108)


def test_where_nothing_plays_it_is_said_what_plays_instead() -> None:
    walk = loops().tap("do:on:0", "do:on:2")
    assert [each for each in leaf(walk).blocks if isinstance(each, Paragraph)] == [
        Paragraph(Say("panel.loops.nothing"), "problem")
    ]


def test_a_hidden_film_is_left_out() -> None:
    walk = loops(playlist=Playlist(films=FILMS[1:]))
    assert rows(walk)[0].problem == Say("panel.loops.hidden")


def test_back_to_what_the_installer_wrote() -> None:
    walk = loops()
    assert leaf(walk).deeds("do:as-written") == ()
    walk.happen(Kept(1, None, frozenset({("loop", "items")})))
    assert walk.tap("do:as-written").done == [Write((Drop(("loop",)),))]


def test_a_loop_from_elsewhere_is_written_in_the_words_of_a_loop_file() -> None:
    items = (
        FileItem(MEDIA / "city.mov", timedelta(seconds=10), timedelta(seconds=50), 3, title=Text({"en": "City"})),
        CardItem(Text({"": "Six films"}), Text({"en": "Touch", "ar": "المس"}), timedelta(seconds=6)),
        RandomItem(2, "fri"),
        ExcerptItem("homs", "opening", start=timedelta(seconds=20)),
    )
    written: list[dict[str, Plain]] = [
        {"file": "city.mov", "title": {"en": "City"}, "start": "0:10", "end": "0:50", "repeat": 3},
        {"card": {"title": "Six films", "text": {"en": "Touch", "ar": "المس"}}, "for": "0:06"},
        {"random": 2, "on": "fri"},
        {"excerpt": "homs/opening", "start": "0:20"},
    ]
    loop = Loop(items, "shuffle", "crossfade", timedelta(seconds=1))
    walk = loops(loop=loop).tap("do:up:1")
    more: dict[str, Plain] = {"order": "shuffle", "transition": "crossfade", "over": "1 s"}
    assert walk.done == [put(written[1], written[0], *written[2:], **more)]


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (12.4, "0:12.4"), (59.96, "0:59.96"), (108, "1:48"), (5400, "1:30:00")]
)
def test_places_in_a_film(seconds: float, text: str) -> None:
    assert clock(seconds) == text
    assert seconds_of(text) == pytest.approx(seconds)


@pytest.mark.parametrize("text", ["", "soon", "8 s", "1:2:3:4", None, 8])
def test_what_is_no_place_in_a_film(text: object) -> None:
    assert seconds_of(text) is None
