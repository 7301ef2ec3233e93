"""The booth on two test cards, with time that is bought."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from players import Hall, film
from shows import number_in

from kiosk.clock import FakeClock
from kiosk.projection.booth import Booth, ReelEnded, ReelFailed, ReelStarted
from kiosk.projection.contract import Matrix, MediaFacts, Reel
from kiosk.projection.test_card import TestCard

FACTS = MediaFacts(64, 36, 1.0, 0, 2.0, 25.0, Matrix.BT709, has_sound=True)


@pytest.fixture
def hall() -> Hall:
    return Hall()


@pytest.fixture
def reel(tmp_path: Path) -> Reel:
    return Reel(film(tmp_path, "a.mp4"), FACTS, (64, 36), volume=40)


@pytest.fixture
def other(tmp_path: Path) -> Reel:
    return Reel(film(tmp_path, "b.mp4"), FACTS, (64, 36), volume=40)


def number(hall: Hall) -> int | None:
    """Of the test card that is shown."""
    picture = hall.booth.picture(hall.clock.monotonic())
    return None if picture is None else number_in(picture)


def prepared(booth: Booth) -> Reel | None:
    """What waits with its first picture in memory."""
    job = booth._pair.waiting.job
    return job.whole if job is not None and job.loaded and job.failed is None else None


def test_a_prepared_reel_is_shown_at_once(hall: Hall, reel: Reel) -> None:
    ticket = hall.booth.prepare(reel)
    assert hall.pass_time(0.5) == []
    assert prepared(hall.booth) == reel
    assert number(hall) is None

    assert hall.booth.roll(reel) == ticket
    assert number(hall) == 0
    assert hall.pass_time(0.02) == [ReelStarted(ticket, reel)]


def test_a_reel_that_was_not_prepared_is_loaded(hall: Hall, reel: Reel) -> None:
    ticket = hall.booth.roll(reel)
    assert number(hall) is None

    assert hall.pass_time(0.1) == [ReelStarted(ticket, reel)]
    assert number(hall) in (0, 1, 2)


def test_the_end_is_told_and_the_last_frame_stays(hall: Hall, reel: Reel) -> None:
    ticket = hall.booth.roll(reel)

    assert hall.pass_time(2.0) == [ReelStarted(ticket, reel)]
    assert number(hall) == 49
    assert hall.pass_time(0.2) == [ReelEnded(ticket, reel)]
    assert number(hall) == 49
    hall.booth.stop()
    assert number(hall) is None


def test_events_name_the_reel_that_was_given_last(hall: Hall, reel: Reel) -> None:
    hall.booth.prepare(reel)
    hall.pass_time(0.1)
    same = replace(reel)
    hall.booth.roll(same)

    (event,) = hall.pass_time(0.1)
    assert event.reel is same


def test_a_queued_reel_follows_without_a_gap(hall: Hall, reel: Reel, other: Reel) -> None:
    first = hall.booth.roll(reel)
    hall.pass_time(0.2)
    second = hall.booth.queue(other)
    numbers = []
    for _ in range(100):
        hall.pass_time(0.02)
        numbers.append(number(hall))

    at = numbers.index(0, 10)
    assert numbers[at - 4 : at + 4] == [48, 48, 49, 49, 0, 0, 1, 1]
    assert first != second


def test_events_of_a_changeover(hall: Hall, reel: Reel, other: Reel) -> None:
    first = hall.booth.roll(reel)
    hall.pass_time(0.2)
    second = hall.booth.queue(other)

    assert hall.pass_time(2.0) == [ReelEnded(first, reel), ReelStarted(second, other)]
    assert hall.pass_time(2.0) == [ReelEnded(second, other)]


@pytest.mark.parametrize(("lacking", "loads"), [(0, 1), (1, 2), (2, 3), (9, 4)])
def test_what_is_to_follow_is_loaded_again_where_it_lacks_its_first_frame(
    hall: Hall, reel: Reel, other: Reel, lacking: int, loads: int
) -> None:
    first = hall.booth.roll(reel)
    hall.pass_time(0.2)
    waiting, shown = sorted(hall.cards, key=lambda card: card.volumes == [40])
    waiting.takes_without_first = range(1, 1 + lacking)
    second = hall.booth.queue(other)
    hall.pass_time(1.0)

    assert (len(waiting.volumes), len(shown.volumes)) == (loads, 1)
    assert hall.pass_time(1.0) == [ReelEnded(first, reel), ReelStarted(second, other)]


def test_close_to_the_seam_it_is_not_loaded_again(hall: Hall, reel: Reel, other: Reel) -> None:
    first = hall.booth.roll(reel)
    hall.pass_time(1.6)
    for card in hall.cards:
        card.takes_without_first = range(1, 9)
    second = hall.booth.queue(other)

    assert hall.pass_time(0.6) == [ReelEnded(first, reel), ReelStarted(second, other)]
    assert sorted(card.volumes for card in hall.cards) == [[40], [40]]


def test_a_loop_of_one_file(hall: Hall, reel: Reel) -> None:
    hall.booth.roll(reel)
    hall.pass_time(0.2)
    numbers = []
    for _ in range(3):
        hall.booth.queue(replace(reel))
        for _ in range(100):
            hall.pass_time(0.02)
            numbers.append(number(hall))

    steps = {(after - before) % 50 for before, after in pairwise(numbers)}
    assert steps <= {0, 1}
    assert len(hall.cards) == 2


def test_a_reel_that_is_queued_after_the_end_is_shown_at_once(hall: Hall, reel: Reel, other: Reel) -> None:
    hall.booth.roll(reel)
    hall.pass_time(2.0)
    assert number(hall) == 49
    hall.pass_time(0.5)
    ticket = hall.booth.queue(other)

    assert ReelStarted(ticket, other) in hall.pass_time(0.2)
    assert number(hall) in range(6)


def test_queued_and_then_thought_better_of(hall: Hall, reel: Reel, other: Reel) -> None:
    first = hall.booth.roll(reel)
    hall.pass_time(0.2)
    hall.booth.queue(other)
    hall.pass_time(0.2)
    hall.booth.unprepare()

    assert hall.pass_time(3.0) == [ReelEnded(first, reel)]


def test_rolling_another_reel_ends_the_one_that_is_shown(hall: Hall, reel: Reel, other: Reel) -> None:
    hall.booth.roll(reel)
    hall.pass_time(0.5)
    ticket = hall.booth.roll(other)
    assert number(hall) is None

    assert hall.pass_time(0.1) == [ReelStarted(ticket, other)]
    assert number(hall) in range(4)


def test_pause_and_resume(hall: Hall, reel: Reel) -> None:
    hall.booth.roll(reel)
    hall.pass_time(0.5)
    hall.booth.pause()
    held = number(hall)
    position = hall.booth.position(hall.clock.monotonic())
    hall.pass_time(5.0)

    assert number(hall) == held
    assert hall.booth.position(hall.clock.monotonic()) == position
    hall.booth.resume()
    hall.pass_time(0.08)
    assert number(hall) == held + 2


def test_seek(hall: Hall, reel: Reel) -> None:
    hall.booth.roll(reel)
    hall.pass_time(1.0)
    before = number(hall)
    hall.booth.seek(0.4)
    assert number(hall) == before  # until the new picture is there
    assert hall.booth.position(hall.clock.monotonic()) == pytest.approx(0.4)

    assert hall.pass_time(0.1) == []
    assert number(hall) in (10, 11, 12)


def test_of_several_seeks_the_last_one_counts(hall: Hall, reel: Reel) -> None:
    hall.booth.roll(reel)
    hall.pass_time(0.2)
    for seconds in (0.4, 0.8, 1.2, 1.6):
        hall.booth.seek(seconds)
    assert hall.booth.position(hall.clock.monotonic()) == pytest.approx(1.6)
    hall.pass_time(0.1)

    assert number(hall) in (40, 41, 42)


def test_a_seek_stays_inside_the_file(hall: Hall, reel: Reel) -> None:
    hall.booth.roll(reel)
    hall.pass_time(0.2)
    hall.booth.seek(100.0)
    assert hall.booth.position(hall.clock.monotonic()) == pytest.approx(1.7)
    hall.pass_time(0.1)
    hall.booth.seek(-5.0)
    hall.pass_time(0.04)
    assert number(hall) == 0


def test_a_seek_while_paused_shows_the_new_place(hall: Hall, reel: Reel) -> None:
    hall.booth.roll(reel)
    hall.pass_time(0.5)
    hall.booth.pause()
    hall.booth.seek(1.0)
    hall.pass_time(1.0)
    assert number(hall) == 25

    hall.booth.resume()
    hall.pass_time(0.08)
    assert number(hall) == 27


def test_a_pause_during_a_seek(hall: Hall, reel: Reel) -> None:
    hall.booth.roll(reel)
    hall.pass_time(0.5)
    hall.booth.seek(1.0)
    hall.booth.pause()
    hall.pass_time(1.0)
    assert number(hall) == 25

    hall.booth.resume()
    hall.pass_time(0.08)
    assert number(hall) == 27


def test_a_seek_keeps_the_out_point_and_the_volume(hall: Hall, reel: Reel) -> None:
    ticket = hall.booth.roll(replace(reel, end=1.2))
    hall.pass_time(0.2)
    hall.booth.set_volume(15)
    hall.booth.seek(0.8)

    assert hall.pass_time(0.5) == [ReelEnded(ticket, replace(reel, end=1.2))]
    assert [volume for card in hall.cards for volume in card.volumes] == [40, 15, 15]


def test_what_cannot_be_played_fails(hall: Hall, reel: Reel) -> None:
    missing = replace(reel, file=Path("/nowhere/a.mp4"))
    ticket = hall.booth.roll(missing)

    assert hall.pass_time(0.1) == [ReelFailed(ticket, missing, "it cannot be played")]
    assert number(hall) is None


def test_what_was_only_prepared_fails_when_it_is_to_be_shown(hall: Hall, reel: Reel) -> None:
    missing = replace(reel, file=Path("/nowhere/a.mp4"))
    ticket = hall.booth.prepare(missing)
    assert hall.pass_time(1.0) == []
    assert prepared(hall.booth) is None

    hall.booth.roll(missing)
    assert hall.pass_time(0.02) == [ReelFailed(ticket, missing, "it cannot be played")]


def test_what_was_queued_fails_at_once(hall: Hall, reel: Reel) -> None:
    missing = replace(reel, file=Path("/nowhere/a.mp4"))
    hall.booth.roll(reel)
    hall.pass_time(0.2)
    ticket = hall.booth.queue(missing)

    assert hall.pass_time(0.1) == [ReelFailed(ticket, missing, "it cannot be played")]
    assert number(hall) is not None


def shown_card(hall: Hall) -> TestCard:
    """The projector that shows something."""
    (card,) = [card for card in hall.cards if card.alive and card.picture(hall.clock.monotonic()) is not None]
    return card


def test_a_projector_that_dies_in_mid_film_is_replaced(hall: Hall, reel: Reel) -> None:
    ticket = hall.booth.roll(reel)
    hall.pass_time(0.5)
    card = shown_card(hall)
    card.die()

    assert hall.pass_time(0.1) == [ReelFailed(ticket, reel, f"projector {card.name}: its process ended")]
    assert number(hall) is None
    assert len([card for card in hall.cards if card.alive]) == 2
    again = hall.booth.roll(reel)
    assert hall.pass_time(0.1) == [ReelStarted(again, reel)]


def test_what_waited_on_a_dead_projector_is_threaded_again(hall: Hall, reel: Reel) -> None:
    hall.booth.prepare(reel)
    hall.pass_time(0.1)
    for card in hall.cards:
        card.die()
    hall.pass_time(0.1)

    assert prepared(hall.booth) == reel
    hall.booth.roll(reel)
    assert number(hall) == 0


def test_a_file_that_ends_its_projector_twice_is_left_out(hall: Hall, reel: Reel, other: Reel) -> None:
    for _ in range(2):
        hall.booth.roll(reel)
        hall.pass_time(0.2)
        shown_card(hall).die()
        hall.pass_time(0.1)

    ticket = hall.booth.roll(reel)
    reason = "it ended its projector twice and is left out until it changes"
    assert hall.pass_time(0.02) == [ReelFailed(ticket, reel, reason)]
    assert hall.pass_time(1.0) == []
    ticket = hall.booth.roll(other)
    assert hall.pass_time(0.1) == [ReelStarted(ticket, other)]

    reel.file.write_bytes(reel.file.read_bytes() + b"more")
    ticket = hall.booth.roll(reel)
    assert hall.pass_time(0.1) == [ReelStarted(ticket, reel)]


def test_projectors_that_keep_dying_are_started_more_slowly(hall: Hall) -> None:
    for _ in range(200):
        for card in hall.cards:
            if card.alive:
                card.die()
        hall.pass_time(0.1)
    started = len(hall.cards)
    assert started <= 2 * (5 + 20 // 15 + 1)

    hall.pass_time(60.0)
    assert len([card for card in hall.cards if card.alive]) == 2


def test_a_reel_waits_for_a_projector(hall: Hall, reel: Reel) -> None:
    for _ in range(6):
        for card in hall.cards:
            if card.alive:
                card.die()
        hall.pass_time(0.1)
    hall.booth.roll(reel)
    assert hall.pass_time(1.0) == []

    assert [type(event) for event in hall.pass_time(16.0)] == [ReelStarted, ReelEnded]


def soonest(hall: Hall, now: float) -> float:
    """When a frame loop would look again."""
    return min(hall.booth.next_step_at(now), hall.booth.next_frame_at(now) or now + 9)


def test_step_is_wanted_when_the_next_frame_is_due(hall: Hall, reel: Reel) -> None:
    now = hall.clock.monotonic()
    assert hall.booth.next_frame_at(now) is None
    assert hall.booth.next_step_at(now) == now + 0.5

    hall.booth.roll(reel)
    hall.pass_time(0.1)
    now = hall.clock.monotonic()
    assert now <= soonest(hall, now) <= now + 0.04


def test_a_screen_that_only_looks_when_it_is_told_to_misses_nothing(hall: Hall, reel: Reel, other: Reel) -> None:
    hall.booth.roll(reel)
    seen = []
    looks = 0
    end = hall.clock.monotonic() + 3.5
    while hall.clock.monotonic() < end:
        now = hall.clock.monotonic()
        if any(isinstance(event, ReelStarted) for event in hall.booth.step(now)) and not seen:
            hall.booth.queue(other)
        if (shown := number(hall)) is not None and (not seen or seen[-1] != shown):
            seen.append(shown)
        hall.clock.advance(max(0.0001, soonest(hall, now) - now))
        looks += 1

    assert seen[:51] == [*range(50), 0]
    assert looks < 400


def test_close_ends_both(hall: Hall, reel: Reel) -> None:
    hall.booth.roll(reel)
    hall.pass_time(0.1)
    hall.booth.close()

    assert [card.alive for card in hall.cards] == [False, False]
    assert number(hall) is None


def test_the_processes_are_named() -> None:
    clock = FakeClock()
    booth = Booth(clock, make=lambda name: TestCard(name, clock))

    assert booth.pids() == {"A": None, "B": None}


def test_projectors_that_are_replaced_take_what_is_on_along(hall: Hall, reel: Reel, other: Reel) -> None:
    hall.booth.roll(reel)
    hall.booth.prepare(other)
    hall.pass_time(0.5)
    before = [post.projector for post in hall.booth._pair._posts]
    hall.booth.replace_projectors()
    assert hall.pass_time(0.5) == []
    after = [post.projector for post in hall.booth._pair._posts]
    assert all(each is not None and each not in before for each in after)
    assert [each.alive for each in before if isinstance(each, TestCard)] == [False, False]
    assert number(hall) is not None
    assert prepared(hall.booth) == other
    assert [isinstance(each, ReelEnded) for each in hall.pass_time(2.5)] == [True]
