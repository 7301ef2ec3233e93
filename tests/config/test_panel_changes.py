"""What the panel changes of the loop and the films, as the kiosk reads it."""

from datetime import timedelta
from pathlib import Path

from exhibition_folders import Change

from kiosk.config.load import load_exhibition
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.loop import ExcerptItem, FileItem, Listed, StillItem
from kiosk.exhibition.programme import stretch_of
from kiosk.exhibition.sharing import sharing
from kiosk.exhibition.text import Text


def shown(load: Change, local: str) -> Exhibition:
    loaded = load({"kiosk.local.yaml": local})
    assert loaded.problems == []
    assert loaded.exhibition is not None
    return loaded.exhibition


def test_a_loop_in_the_local_file_takes_the_place_of_the_one_that_is_named(load: Change, folder: Path) -> None:
    exhibition = shown(
        load,
        """
loop:
  order: shuffle
  transition: crossfade
  over: 1.4 s
  items:
  - {still: stills/homs.jpg, for: 0:09}
  - {file: clips/water.mp4, title: Water, end: 0:01}
  - {excerpt: water/river, skip: on}
""",
    )
    still = StillItem(folder / "media/stills/homs.jpg", timedelta(seconds=9))
    water = FileItem(folder / "media/clips/water.mp4", end=timedelta(seconds=1), title=Text({"": "Water"}))
    loop = exhibition.loop
    assert loop.items == (still, water)
    assert (loop.order, loop.transition, loop.over) == ("shuffle", "crossfade", timedelta(seconds=1.4))
    assert loop.listed == (
        Listed({"still": "stills/homs.jpg", "for": "0:09"}, still),
        Listed({"file": "clips/water.mp4", "title": "Water", "end": "0:01"}, water),
        Listed({"excerpt": "water/river", "skip": "on"}, ExcerptItem("water", "river")),
    )


def test_an_excerpt_has_other_points_in_the_loop_than_for_visitors(load: Change) -> None:
    items = "{excerpt: homs/opening, start: 0:04}, {excerpt: homs/opening, end: 0:01}"
    exhibition = shown(load, f"loop: {{items: [{items}]}}")
    seconds = [
        (stretch.start.total_seconds(), stretch.end and stretch.end.total_seconds())
        for item in exhibition.loop.items
        if isinstance(item, ExcerptItem) and (stretch := stretch_of(item, exhibition.playlist))
    ]
    assert seconds == [(4.0, 12.0), (2.0, 12.0)]  # an out point before the excerpt's in point leaves nothing
    film = exhibition.playlist.film("homs")
    assert film is not None
    assert film.excerpts[0].start == timedelta(seconds=2)


def test_a_loop_of_which_nothing_plays_is_still_listed(load: Change) -> None:
    loaded = load({"kiosk.local.yaml": "loop: {items: [{excerpt: water/river, skip: on}]}"})
    assert loaded.exhibition is not None
    assert loaded.exhibition.loop.items == (ExcerptItem("water", "river"),)  # all that is not strong
    assert [each.written for each in loaded.exhibition.loop.listed] == [{"excerpt": "water/river", "skip": "on"}]
    assert [str(each) for each in loaded.problems] == [
        "kiosk.local.yaml:1:7  loop: has no item that can be played. "
        "All excerpts that are not strong are played instead."
    ]


def test_films_in_another_order_with_another_main_excerpt(load: Change) -> None:
    exhibition = shown(load, "panel: {order: [water], main: {homs: street}}")
    assert [each.id for each in exhibition.playlist.films] == ["water", "homs"]
    assert [each.id for each in exhibition.playlist.films[1].excerpts] == ["street", "opening"]
    assert exhibition.films == exhibition.playlist.films


def test_a_hidden_film_is_nowhere_and_nobody_complains(load: Change, folder: Path) -> None:
    text = (folder / "kiosk.yaml").read_text("utf-8")
    (folder / "kiosk.yaml").write_text(f"{text}keys: {{w: water}}\n", "utf-8")
    exhibition = shown(load, "panel: {hidden: water}")
    assert [each.id for each in exhibition.playlist.films] == ["homs"]
    assert [each.id for each in exhibition.films] == ["homs", "water"]
    assert exhibition.loop.items == (StillItem(folder / "media/stills/homs.jpg", timedelta(seconds=6)),)
    assert [each.item is None for each in exhibition.loop.listed] == [True, False]


def test_reading_it_anew_shares_the_films(load: Change, folder: Path) -> None:
    before = shown(load, "panel: {hidden: water}")
    again = load_exhibition(folder).exhibition
    assert again is not None
    assert sharing(again, before) is before
    after = sharing(shown(load, "panel: {hidden: homs}"), before)
    assert after.films[0] is before.films[0]
    assert after.films[1] is after.playlist.films[0]
