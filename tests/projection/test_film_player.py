"""An excerpt as a visitor asks for it, on a booth of test cards."""

from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.exhibition.film import Excerpt
from kiosk.visit.events import FilmEnded, FilmFailed, FilmStarted
from tests.projection.players import STEP, Desk, Seat, film


@pytest.fixture
def seat() -> Seat:
    return Seat(Desk())


@pytest.fixture
def excerpt(tmp_path: Path) -> Excerpt:
    return Excerpt("opening", film(tmp_path, "a.mp4"), start=timedelta(seconds=0.4), end=timedelta(seconds=1.6))


def test_what_is_prepared_is_not_seen_and_starts_at_once(seat: Seat, excerpt: Excerpt) -> None:
    seat.player.prepare(excerpt, 0.0)
    assert seat.run(1) == []
    assert seat.number() is None
    seat.player.play(excerpt, 0.0)
    assert seat.run(STEP) == [FilmStarted()]
    assert seat.number() == 0


def test_it_ends_at_its_out_point(seat: Seat, excerpt: Excerpt) -> None:
    seat.player.play(excerpt, 0.0)
    assert seat.run(1.1) == [FilmStarted()]
    assert seat.run(0.3) == [FilmEnded()]


def test_positions_count_from_the_in_point(seat: Seat, excerpt: Excerpt) -> None:
    seat.player.play(excerpt, 0.0)
    seat.run(0.64)
    assert seat.position == pytest.approx(0.6, abs=0.05)
    assert seat.player.length == pytest.approx(1.2)


def test_a_pause_holds_and_a_resume_goes_on(seat: Seat, excerpt: Excerpt) -> None:
    seat.player.play(excerpt, 0.0)
    seat.run(0.5)
    seat.player.pause(seat.hall.clock.monotonic())
    held = seat.position
    seat.run(3)
    assert seat.position == pytest.approx(held, abs=0.05)
    seat.player.resume()
    assert seat.run(1.5) == [FilmEnded()]


def test_seeking_stays_inside_the_excerpt(seat: Seat, excerpt: Excerpt) -> None:
    seat.player.play(excerpt, 0.0)
    seat.run(0.6)
    seat.player.seek(99)
    seat.run(0.06)
    assert 0.8 <= seat.position <= 1.2
    seat.player.seek_by(-10, seat.hall.clock.monotonic())
    seat.run(0.1)
    assert seat.position == pytest.approx(0.0, abs=0.12)


def test_facts_that_come_late_are_waited_for(seat: Seat, excerpt: Excerpt) -> None:
    seat.desk.later.add(excerpt.file)
    seat.player.play(excerpt, 0.0)
    assert seat.run(1) == []
    seat.desk.later.clear()
    assert seat.run(0.2) == [FilmStarted()]


def test_a_file_that_is_gone_fails_when_it_is_asked_for_and_not_before(seat: Seat, tmp_path: Path) -> None:
    gone = Excerpt("gone", tmp_path / "gone.mp4")
    seat.player.prepare(gone, 0.0)
    assert seat.run(0.5) == []
    seat.player.play(gone, 0.0)
    assert seat.run(STEP) == [FilmFailed("is not there")]


def test_a_projector_that_dies_in_mid_film_is_a_failure_and_the_next_film_plays(seat: Seat, excerpt: Excerpt) -> None:
    seat.player.play(excerpt, 0.0)
    seat.run(0.5)
    next(card for card in seat.hall.cards if card.picture(seat.hall.clock.monotonic())).die()
    news = seat.run(0.1)
    assert [type(each) for each in news] == [FilmFailed]
    seat.player.stop()
    seat.player.prepare(excerpt, 0.0)
    seat.run(0.2)
    seat.player.play(excerpt, 0.0)
    assert seat.run(0.1) == [FilmStarted()]


def test_the_volume_is_set_before_and_while_it_plays(seat: Seat, excerpt: Excerpt) -> None:
    seat.player.set_volume(40)
    seat.player.play(excerpt, 0.0)
    seat.run(0.2)
    seat.player.set_volume(60)
    assert [volume for card in seat.hall.cards for volume in card.volumes] == [40, 60]


def test_a_prepared_file_that_is_another_one_now_is_threaded_anew(seat: Seat, excerpt: Excerpt) -> None:
    seat.player.prepare(excerpt, 0.0)
    seat.run(0.5)
    before = seat.hall.booth._pair.waiting.job
    seat.player.renew([excerpt.file.with_name("other.mp4")])
    assert seat.hall.booth._pair.waiting.job is before
    seat.player.renew([excerpt.file])
    seat.run(0.5)
    after = seat.hall.booth._pair.waiting.job
    assert after is not None
    assert after is not before
    seat.player.play(excerpt, 0.0)
    assert seat.run(STEP) == [FilmStarted()]


def test_a_film_whose_file_is_gone_plays_on_and_keeps_its_length(seat: Seat, excerpt: Excerpt) -> None:
    seat.player.play(excerpt, 0.0)
    seat.run(0.5)
    excerpt.file.unlink()
    seat.player.renew([excerpt.file])
    assert seat.player.length == pytest.approx(1.2)
    assert seat.run(0.9) == [FilmEnded()]
