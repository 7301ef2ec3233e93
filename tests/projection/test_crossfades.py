"""Crossfades on a booth of test cards: both films go on, the share of the one that comes follows the clock."""

from datetime import timedelta
from pathlib import Path

import pytest
from players import STEP, Hall, film
from shows import number_in

from kiosk.exhibition.loop import CardItem, FileItem, Item, StillItem
from kiosk.exhibition.text import Text
from kiosk.projection.booth import ReelEnded, ReelStarted
from kiosk.projection.contract import Matrix, MediaFacts, Picture, Reel
from tests.projection.test_loop_player import Attract

FACTS = MediaFacts(64, 36, 1.0, 0, 2.0, 25.0, Matrix.BT709, has_sound=True)
OVER = 0.8


@pytest.fixture
def hall() -> Hall:
    return Hall()


def reel(folder: Path, name: str, seconds: float = 2.0, end: float | None = None) -> Reel:
    facts = MediaFacts(64, 36, 1.0, 0, seconds, 25.0, Matrix.BT709, has_sound=True)
    return Reel(film(folder, name), facts, (64, 36), volume=40, end=end)


def picture(hall: Hall) -> Picture:
    found = hall.booth.picture(hall.clock.monotonic())
    assert found is not None
    return found


def until_it_fades(hall: Hall) -> None:
    for _ in range(500):
        if hall.booth.crossfade is not None:
            return
        hall.pass_time(STEP)
    raise AssertionError("no crossfade within ten seconds")


def begin(hall: Hall, folder: Path, over: float = OVER, **second: float) -> tuple[int, int]:
    """Two films; time passes until the second one begins over the first. Their tickets."""
    first = hall.booth.roll(reel(folder, "a.mp4"))
    hall.pass_time(0.2)
    following = hall.booth.queue(reel(folder, "b.mp4", **second), over)
    until_it_fades(hall)
    return first, following


def test_the_second_film_begins_so_much_before_the_end_of_the_first(hall: Hall, tmp_path: Path) -> None:
    begin(hall, tmp_path)
    fade = hall.booth.crossfade
    assert fade is not None
    assert fade.seconds == pytest.approx(OVER, abs=STEP)
    below = picture(hall).leaving
    assert below is not None
    assert number_in(below) == pytest.approx((2.0 - OVER) * 25, abs=1)


def test_every_frame_of_both_films_is_seen(hall: Hall, tmp_path: Path) -> None:
    begin(hall, tmp_path)
    above, below, shares = [], [], []
    while hall.booth.crossfade is not None:
        mixed = picture(hall)
        assert mixed.leaving is not None
        above.append(number_in(mixed))
        below.append(number_in(mixed.leaving))
        shares.append(mixed.share)
        hall.pass_time(STEP)
    assert sorted(set(above)) == list(range(max(above) + 1))
    assert sorted(set(below)) == list(range(min(below), 50))
    assert shares == sorted(shares)
    assert shares[0] < 0.05
    assert shares[len(shares) // 2] == pytest.approx(0.5, abs=0.05)
    assert shares[-1] > 0.9


def test_afterwards_the_second_film_is_seen_alone_and_goes_on(hall: Hall, tmp_path: Path) -> None:
    begin(hall, tmp_path)
    hall.pass_time(OVER + 2 * STEP)
    alone = picture(hall)
    assert alone.leaving is None
    assert number_in(alone) == pytest.approx(OVER * 25, abs=2)


def test_the_second_film_is_told_to_have_begun_and_the_first_to_have_ended(hall: Hall, tmp_path: Path) -> None:
    a, b = reel(tmp_path, "a.mp4"), reel(tmp_path, "b.mp4")
    first = hall.booth.roll(a)
    hall.pass_time(0.2)
    second = hall.booth.queue(b, OVER)
    assert hall.pass_time(1.5) == [ReelStarted(second, b)]
    assert hall.pass_time(0.6) == [ReelEnded(first, a)]


def test_a_picture_stays_the_same_until_there_is_something_new_to_be_seen(hall: Hall, tmp_path: Path) -> None:
    begin(hall, tmp_path)
    hall.clock.advance(0.02)
    first = picture(hall)
    assert picture(hall) is first
    due = hall.booth.next_frame_at(hall.clock.monotonic())
    assert due is not None
    assert due - hall.clock.monotonic() <= 0.04
    hall.clock.advance(0.05)
    assert picture(hall) is not first


def test_films_that_stand_still_fade_in_small_steps_all_the_same(hall: Hall, tmp_path: Path) -> None:
    still = MediaFacts(64, 36, 1.0, 0, 4.0, 0.5, Matrix.BT709, has_sound=False)
    hall.booth.roll(Reel(film(tmp_path, "a.mp4"), still, (64, 36)))
    hall.pass_time(0.2)
    hall.booth.queue(Reel(film(tmp_path, "b.mp4"), still, (64, 36)), 1.0)
    until_it_fades(hall)
    shares = []
    while hall.booth.crossfade is not None:
        shares.append(picture(hall).share)
        due = hall.booth.next_frame_at(hall.clock.monotonic())
        assert due is not None
        hall.clock.advance(max(0.001, due - hall.clock.monotonic()))
        hall.booth.step(hall.clock.monotonic())
    assert len(set(shares)) > 40


def test_a_film_that_is_too_short_follows_by_a_cut(hall: Hall, tmp_path: Path) -> None:
    hall.booth.roll(reel(tmp_path, "a.mp4"))
    hall.pass_time(0.2)
    hall.booth.queue(reel(tmp_path, "b.mp4", seconds=0.3), OVER)
    for _ in range(110):
        hall.pass_time(STEP)
        assert hall.booth.crossfade is None


def test_a_film_that_was_queued_late_gets_what_is_left(hall: Hall, tmp_path: Path) -> None:
    hall.booth.roll(reel(tmp_path, "a.mp4"))
    hall.pass_time(1.5)
    hall.booth.queue(reel(tmp_path, "b.mp4"), OVER)
    until_it_fades(hall)
    fade = hall.booth.crossfade
    assert fade is not None
    assert 0.3 < fade.seconds < 0.55


@pytest.mark.parametrize("order", ["stop", "roll", "queue"])
def test_it_can_be_ended_at_any_moment(hall: Hall, tmp_path: Path, order: str) -> None:
    begin(hall, tmp_path)
    hall.pass_time(0.2)
    third = reel(tmp_path, "c.mp4")
    if order == "stop":
        hall.booth.stop()
        assert hall.booth.picture(hall.clock.monotonic()) is None
    elif order == "roll":
        hall.booth.roll(third)
        hall.pass_time(0.1)
        assert number_in(picture(hall)) < 3
    else:
        hall.booth.queue(third)
        assert picture(hall).leaving is None
        assert number_in(picture(hall)) > 3
    assert hall.booth.crossfade is None


def test_a_projector_that_dies_under_it_leaves_its_last_picture(hall: Hall, tmp_path: Path) -> None:
    begin(hall, tmp_path)
    hall.pass_time(0.2)
    before = picture(hall).leaving
    leaving = hall.booth._dissolve._leaving
    assert leaving is not None
    next(card for card in hall.cards if card is leaving.projector).die()
    hall.pass_time(0.1)
    assert picture(hall).leaving is before
    hall.pass_time(OVER)
    assert picture(hall).leaving is None
    assert len(hall.cards) == 3


@pytest.mark.parametrize(("end", "seconds"), [(None, OVER - 0.47), (1.9, OVER)])
def test_both_sounds_cross_where_the_first_one_can_still_be_changed(
    hall: Hall, tmp_path: Path, end: float | None, seconds: float
) -> None:
    hall.booth.roll(reel(tmp_path, "a.mp4", end=end))
    hall.pass_time(0.2)
    hall.booth.queue(reel(tmp_path, "b.mp4"), OVER)
    until_it_fades(hall)
    assert [card.crossfades for card in hall.cards] == [[pytest.approx(seconds, abs=STEP)]] * 2


# The loop


CARD = CardItem(Text({"": "Six films"}), Text({}), timedelta(seconds=2))
STILL = StillItem(Path("/still.jpg"), timedelta(seconds=1.5))


def attract(folder: Path, *items: Item, over: float = OVER) -> Attract:
    return Attract(folder, items, over=over)


def test_clips_of_a_loop_overlap(tmp_path: Path) -> None:
    loop = attract(tmp_path, FileItem(film(tmp_path, "a.mp4")), FileItem(film(tmp_path, "b.mp4")))
    loop.player.start()
    assert loop.run(6.0) == ["a", "b", "a", "b", "a"]
    for index in range(1, 5):
        assert loop.started(index) - loop.started(index - 1) == pytest.approx(2.0 - OVER, abs=0.05)


def test_a_single_clip_crosses_into_itself(tmp_path: Path) -> None:
    loop = attract(tmp_path, FileItem(film(tmp_path, "a.mp4")))
    loop.player.start()
    assert loop.run(6.0) == ["a", "a", "a", "a", "a"]


def test_stills_and_cards_overlap_too(tmp_path: Path) -> None:
    loop = attract(tmp_path, FileItem(film(tmp_path, "a.mp4")), CARD, STILL)
    loop.player.start()
    assert loop.run(6.2) == ["a", "card", "still", "a", "card", "still"]
    starts = [loop.started(index) for index in range(5)]
    assert starts[1] - starts[0] == pytest.approx(2.0 - OVER, abs=0.05)
    assert starts[2] - starts[1] == pytest.approx(2.0 - 0.75, abs=0.05)  # a still of 1.5 s gives half of its time
    assert starts[3] - starts[2] == pytest.approx(1.5 - 0.75, abs=0.05)
    assert starts[4] - starts[3] == pytest.approx(2.0 - OVER, abs=0.05)


def test_a_clip_goes_on_under_the_card_that_comes_and_then_is_gone(tmp_path: Path) -> None:
    loop = attract(tmp_path, FileItem(film(tmp_path, "a.mp4")), CARD)
    loop.player.start()
    loop.run(1.6)
    assert loop.player.showing == CARD
    fade = loop.player.crossfade
    assert fade.seconds == pytest.approx(OVER)
    assert number_in(picture(loop.hall)) == pytest.approx(1.55 * 25, abs=2)
    loop.run(fade.ends - loop.hall.clock.monotonic() + 2 * STEP)
    assert loop.hall.booth.picture(loop.hall.clock.monotonic()) is None
    assert loop.hall.cards[0].crossfades + loop.hall.cards[1].crossfades == [pytest.approx(OVER - 0.47, abs=STEP)]


def test_a_clip_comes_over_a_card_with_its_sound(tmp_path: Path) -> None:
    loop = attract(tmp_path, CARD, FileItem(film(tmp_path, "a.mp4")))
    loop.player.start()
    loop.run(2.0 - OVER + 0.2)
    assert loop.player.showing == FileItem(tmp_path / "a.mp4")
    assert loop.player.crossfade.seconds == pytest.approx(OVER)
    assert [each for card in loop.hall.cards for each in card.crossfades] == [OVER]


def test_what_comes_is_known_while_something_else_is_shown(tmp_path: Path) -> None:
    loop = attract(tmp_path, FileItem(film(tmp_path, "a.mp4")), CARD)
    loop.player.start()
    loop.run(0.5)
    assert loop.player.coming == CARD


def test_stopped_in_the_middle_nothing_is_left_and_it_starts_anew(tmp_path: Path) -> None:
    loop = attract(tmp_path, FileItem(film(tmp_path, "a.mp4")), CARD, FileItem(film(tmp_path, "b.mp4")))
    loop.player.start()
    for moment in (1.5, 0.9):
        loop.run(moment)
        loop.player.stop()
        loop.run(0.1)
        assert loop.hall.booth.picture(loop.hall.clock.monotonic()) is None
        assert loop.player.next_moment() is None
        loop.player.start()
    loop.run(3.0)
    assert len(loop.seen) >= 4
