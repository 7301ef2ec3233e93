"""The order in which a loop is shown."""

from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from kiosk.exhibition.film import ContentNote, Excerpt, Film, Playlist
from kiosk.exhibition.loop import CardItem, ExcerptItem, FileItem, Item, Loop, LoopItem, RandomItem, StillItem
from kiosk.exhibition.programme import Playable, Programme
from kiosk.exhibition.text import Text

THURSDAY, FRIDAY = datetime(2026, 12, 3, 12), datetime(2026, 12, 4, 12)


def still(name: str, on: str | None = None) -> StillItem:
    return StillItem(Path(name), timedelta(seconds=8), on)


def film(name: str, *excerpts: str, strong: bool = False) -> Film:
    return Film(
        id=name,
        title=Text({"": name}),
        content_note=ContentNote(strong=strong),
        excerpts=tuple(Excerpt(id=each, file=Path(each)) for each in excerpts),
    )


FILMS = Playlist(films=(film("homs", "h1", "h2", strong=True), film("cave", "c1", "c2"), film("sama", "s1", "s2")))
A, B, C, D = still("a"), still("b"), still("c"), still("d")


def shown(
    loop: Loop, count: int, *, seed: int = 1, now: datetime = FRIDAY, films: Playlist = FILMS
) -> list[Playable | None]:
    programme = Programme(loop, films, Random(seed))
    return [programme.next(now, lambda _: True) for _ in range(count)]


def test_listed_goes_round() -> None:
    assert shown(Loop((A, B, C)), 7) == [A, B, C, A, B, C, A]


def test_repeat() -> None:
    clip = FileItem(Path("clip"), repeat=3)
    assert shown(Loop((clip, A)), 6) == [clip, clip, clip, A, clip, clip]


def test_one_item_alone_is_shown_again_and_again() -> None:
    assert shown(Loop((A,), order="shuffle"), 3) == [A, A, A]


def test_an_empty_loop_shows_nothing() -> None:
    assert shown(Loop(()), 2) == [None, None]


@pytest.mark.parametrize("seed", range(20))
def test_shuffle_shows_everything_once_before_anything_twice(seed: int) -> None:
    items = shown(Loop((A, B, C, D), order="shuffle"), 40, seed=seed)
    for start in range(0, 40, 4):
        assert Counter(items[start : start + 4]) == Counter([A, B, C, D])
    assert all(first != second for first, second in pairwise(items))


def test_shuffle_differs_from_pass_to_pass() -> None:
    items = shown(Loop((A, B, C, D), order="shuffle"), 40)
    assert len({tuple(str(each) for each in items[start : start + 4]) for start in range(0, 40, 4)}) > 3


def test_days_decide_when_they_are_asked() -> None:
    friday = still("friday", on="fri")
    programme = Programme(Loop((A, friday)), FILMS, Random(1))
    days = (THURSDAY, THURSDAY, FRIDAY, FRIDAY, THURSDAY, THURSDAY)
    assert [programme.next(day, lambda _: True) for day in days] == [A, A, friday, A, A, A]


def test_nothing_takes_part_today() -> None:
    assert shown(Loop((still("friday", on="fri"),)), 2, now=THURSDAY) == [None, None]


def test_random_draws_excerpts_that_are_not_strong_anew_each_pass() -> None:
    items = shown(Loop((RandomItem(2), A)), 300)
    drawn = [each for each in items if isinstance(each, ExcerptItem)]
    assert {each.film for each in drawn} == {"cave", "sama"}
    passes = {tuple(items[start : start + 2]) for start in range(0, 300, 3)}
    assert len(passes) == 12  # every ordered pair of four
    assert all(items[start + 2] == A for start in range(0, 300, 3))


def test_random_never_shows_the_same_twice_running() -> None:
    items = shown(Loop((RandomItem(2),)), 200)
    assert all(first != second for first, second in pairwise(items))


def test_random_shows_what_there_is() -> None:
    assert shown(Loop((RandomItem(3), A)), 4, films=Playlist(films=(film("cave", "c1"),))) == [
        ExcerptItem("cave", "c1"),
        A,
        ExcerptItem("cave", "c1"),
        A,
    ]
    assert shown(Loop((RandomItem(3),)), 1, films=Playlist(films=(film("homs", "h1", strong=True),))) == [None]


def test_random_draws_others_for_those_that_cannot_be_played() -> None:
    programme = Programme(Loop((RandomItem(2), A)), FILMS, Random(1))
    items = [
        programme.next(FRIDAY, lambda item: not (isinstance(item, ExcerptItem) and item.film == "cave"))
        for _ in range(30)
    ]
    assert all(Counter(map(str, items[start : start + 3])) == Counter(map(str, items[:3])) for start in range(0, 30, 3))
    assert {each.excerpt for each in items if isinstance(each, ExcerptItem)} == {"s1", "s2"}


def test_a_nested_loop_is_shown_as_a_whole() -> None:
    inner: Item = LoopItem(Loop((B, C)), on="fri")
    assert shown(Loop((A, inner, D)), 5) == [A, B, C, D, A]
    assert shown(Loop((A, inner, D)), 3, now=THURSDAY) == [A, D, A]


def test_what_cannot_be_played_is_passed_over() -> None:
    card = CardItem(Text({"": "Six films"}), Text(), timedelta(seconds=6))
    programme = Programme(Loop((A, B, card)), FILMS, Random(1))
    assert [programme.next(FRIDAY, lambda item: item != B) for _ in range(4)] == [A, card, A, card]


def test_nothing_can_be_played() -> None:
    asked: list[Playable] = []

    def usable(item: Playable) -> bool:
        asked.append(item)
        return False

    programme = Programme(Loop((A, LoopItem(Loop((B, C), order="shuffle")))), FILMS, Random(1))
    assert programme.next(FRIDAY, usable) is None
    assert len(asked) == 6
    assert programme.next(FRIDAY, lambda _: True) == A


def test_a_loop_of_loops_of_loops_does_not_hold_up_the_kiosk() -> None:
    loop = Loop((FileItem(Path("x"), repeat=1000),))
    for _ in range(6):
        loop = Loop((LoopItem(loop),) * 10)
    assert Programme(loop, FILMS, Random(1)).next(FRIDAY, lambda _: False) is None
