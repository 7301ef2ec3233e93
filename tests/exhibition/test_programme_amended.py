"""A loop that is changed while it is shown."""

from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from kiosk.exhibition.film import NO_FILMS, Excerpt, Film, Playlist
from kiosk.exhibition.loop import ExcerptItem, FileItem, Item, Loop, LoopItem, RandomItem, StillItem
from kiosk.exhibition.programme import Playable, Programme
from kiosk.exhibition.text import Text

NOW = datetime(2026, 12, 4, 12)


def still(name: str) -> StillItem:
    return StillItem(Path(name), timedelta(seconds=8))


A, B, C, D, X = still("a"), still("b"), still("c"), still("d"), still("x")
CAVE = Film("cave", Text({"": "The Cave"}), excerpts=(Excerpt("opening", Path("cave.mp4")),))


def shown(programme: Programme, count: int) -> list[Playable | None]:
    return [programme.next(NOW, lambda _: True) for _ in range(count)]


@pytest.mark.parametrize(
    ("before", "count", "after", "expected"),
    [
        ((A, B, C), 2, (A, B, C, D), [C, D, A]),
        ((A, B, C), 2, (A, B, X, C), [X, C, A]),
        ((A, B, C), 2, (X, A, B, C), [C, X, A]),
        ((A, B, C), 2, (A, C), [C, A, C]),
        ((A, B, C), 1, (B, C), [B, C, B]),
        ((A, B, C), 3, (A, B, C, D), [D, A, B]),
        ((A, B, C), 3, (A, B, C), [A, B, C]),
        ((A, B, C), 2, (C, B, A), [C, B, A]),
        ((A, X, A, B), 3, (A, X, A, C), [C, A, X]),
        ((A, B), 1, (C, D), [C, D, C]),
        ((A, B, C), 0, (C, A), [C, A, C]),
    ],
)
def test_a_listed_loop_goes_on_behind_what_it_has_begun(
    before: tuple[Item, ...], count: int, after: tuple[Item, ...], expected: list[Item]
) -> None:
    programme = Programme(Loop(before), NO_FILMS, Random(1))
    shown(programme, count)
    assert shown(programme.amended(Loop(after), NO_FILMS), 3) == expected


@pytest.mark.parametrize("seed", range(10))
def test_a_shuffled_loop_shows_what_is_left_and_what_is_new(seed: int) -> None:
    programme = Programme(Loop((A, B, C, D), order="shuffle"), NO_FILMS, Random(seed))
    first = shown(programme, 2)
    amended = programme.amended(Loop((A, B, C, D, X), order="shuffle"), NO_FILMS)
    assert Counter([*first, *shown(amended, 3)]) == Counter([A, B, C, D, X])
    assert Counter(shown(amended, 5)) == Counter([A, B, C, D, X])


def test_a_repeated_clip_in_the_midst_of_its_turns_goes_on_if_nothing_concerns_the_loop() -> None:
    clip = FileItem(Path("clip"), repeat=3)
    programme = Programme(Loop((clip, A)), Playlist(films=(CAVE,)), Random(1))
    shown(programme, 1)
    renamed = Playlist(Text({"": "Another title"}), (CAVE,))
    assert programme.amended(Loop((clip, A)), renamed) is programme
    assert shown(programme, 3) == [clip, clip, A]


def test_random_draws_from_the_new_playlist() -> None:
    programme = Programme(Loop((RandomItem(1),)), NO_FILMS, Random(1))
    assert shown(programme, 1) == [None]
    amended = programme.amended(Loop((RandomItem(1),)), Playlist(films=(CAVE,)))
    assert shown(amended, 1) == [ExcerptItem("cave", "opening")]


def test_what_a_loop_holds() -> None:
    loop = Loop((A, LoopItem(Loop((B,))), RandomItem(1)))
    programme = Programme(loop, Playlist(films=(CAVE,)), Random(1))
    assert [programme.holds(each) for each in (A, B, ExcerptItem("cave", "opening"), C, ExcerptItem("cave", "x"))] == [
        True,
        True,
        True,
        False,
        False,
    ]
