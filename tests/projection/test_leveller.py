"""How loud reels are played as the hours and the measurements come, on a booth of test cards."""

import logging
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.clock import FakeClock
from kiosk.exhibition.exhibition import Exhibition, Sound
from kiosk.exhibition.film import Excerpt, Playlist
from kiosk.exhibition.hours import Hours
from kiosk.exhibition.level import Level, Loudness
from kiosk.exhibition.loop import FileItem, Loop
from kiosk.exhibition.text import Text
from kiosk.exhibition.when import parse_when
from kiosk.projection.contract import Matrix, MediaFacts, Reel
from kiosk.projection.film_player import FilmPlayer
from kiosk.projection.leveller import RAMP_SECONDS, Leveller
from kiosk.projection.licence import Licence
from kiosk.projection.loop_player import LoopPlayer
from kiosk.projection.loudness import Measured, Stretch
from kiosk.projection.plays import Plays
from kiosk.projection.threader import Threader
from tests.projection.players import STEP, Desk, Hall, film

EVENING = Level(-23.0, ((parse_when("20:00-22:00"), -33.0),))


class Ears:
    """Stands for the desk that measures: knows what a test tells it, and notes what it is asked."""

    def __init__(self) -> None:
        self.known: dict[Stretch, Measured] = {}
        self.asked: list[Stretch] = []

    def get(self, stretch: Stretch) -> Measured | None:
        return self.known.get(stretch)

    def ask(self, stretch: Stretch) -> None:
        self.asked.append(stretch)

    def step(self, now: float) -> bool:  # noqa: ARG002
        return False

    def next_moment(self) -> float | None:
        return None


class Facts(Desk):
    """Films of two hundred seconds, with sound."""

    def get(self, file: Path) -> MediaFacts:
        assert file.exists()
        return MediaFacts(64, 36, 1.0, 0, 200.0, 25.0, Matrix.BT709, has_sound=True)


class House:
    """All that has to do with how loud a film is; ``level`` is that of the exhibition, ``at`` its clock's time."""

    def __init__(self, folder: Path, level: Level, at: str = "2026-11-22 19:59") -> None:
        self.hall = Hall()
        self.hall.clock._now = datetime.fromisoformat(at).replace(tzinfo=UTC)
        self.ears = Ears()
        self.file = film(folder, "a.mp4")
        loop = Loop((FileItem(self.file),))
        self.exhibition = Exhibition(
            folder, Text(), folder, sound=Sound(loop=50, level=level), hours=Hours(zone=UTC), loop=loop
        )
        self.leveller = Leveller(self.exhibition, self.ears, self.hall.clock)  # type: ignore[arg-type]
        self.threader = Threader(Facts(), (64, 36), leveller=self.leveller)  # type: ignore[arg-type]
        self.films = FilmPlayer(self.hall.booth, self.threader, 70)
        licence = Licence(self.exhibition, Plays(folder / "plays.json"), self.hall.clock)
        self.loop = LoopPlayer(self.hall.booth, self.threader, self.exhibition, self.hall.clock, licence)

    @property
    def clock(self) -> FakeClock:
        return self.hall.clock

    def heard(self, loudness: float, peak: float = -20.0, start: float = 0.0, end: float | None = None) -> None:
        self.ears.known[self.file, start, end] = Loudness(loudness, peak)

    def run(self, seconds: float) -> None:
        """What the projectionist does at each turn."""
        for _ in range(round(seconds / STEP)):
            news = self.hall.pass_time(STEP)
            if self.leveller.step(self.clock.monotonic()):
                self.films.regulate()
                self.loop.set_volume(self.exhibition.sound.loop)
            self.films.step(news, self.clock.monotonic())
            self.loop.step(news)

    def volumes(self) -> list[int]:
        """All that the projectors were told, in their order; two at once are one."""
        told = [volume for card in self.hall.cards for volume in card.volumes]
        return [volume for number, volume in enumerate(told) if number == 0 or volume != told[number - 1]]


def reel(loudness: Loudness | None, gain_db: float = 0.0) -> Reel:
    facts = MediaFacts(64, 36, 1.0, 0, 20.0, 25.0, Matrix.BT709, has_sound=True)
    return Reel(Path("/film.mp4"), facts, (64, 36), loudness=loudness, gain_db=gain_db)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path, EVENING)


def test_a_soft_file_is_played_louder_and_a_loud_one_softer(house: House) -> None:
    assert house.leveller.volume(reel(Loudness(-30.0, -20.0)), 70) == 92
    assert house.leveller.volume(reel(Loudness(-14.0, -0.5)), 70) == 50
    assert house.leveller.volume(reel(Loudness(-23.0, -8.0), gain_db=-3.0), 70) == 62
    assert house.leveller.volume(reel(None), 70) == 70


def test_the_stretch_is_measured_and_not_its_file(house: House) -> None:
    excerpt = Excerpt("opening", house.file, start=timedelta(seconds=2), end=timedelta(seconds=9))
    house.threader.thread_excerpt(excerpt, 70, skip=3.0)
    assert house.ears.asked == [(house.file, 2.0, 9.0)]


def test_a_version_is_measured_like_the_film(house: House, tmp_path: Path) -> None:
    signed = film(tmp_path, "signed.mp4")
    excerpt = Excerpt("opening", house.file, start=timedelta(seconds=2), versions={"sign": signed}, gain_db=-3.0)
    house.ears.known[signed, 2.0, None] = Loudness(-26.0, -10.0)
    found = house.threader.thread_excerpt(excerpt, 70, version="sign")
    assert isinstance(found, Reel)
    assert (found.loudness, found.gain_db, found.volume) == (Loudness(-26.0, -10.0), -3.0, 70)
    assert house.ears.asked == []  # nor was any other stretch


def test_nothing_is_measured_without_need(tmp_path: Path) -> None:
    house = House(tmp_path, Level(None))
    excerpt = Excerpt("opening", house.file)
    house.threader.thread_excerpt(excerpt, 70)
    assert house.ears.asked == []
    house.threader.thread_excerpt(Excerpt("opening", house.file, gain_db=4.0), 70)
    assert house.ears.asked == [(house.file, 0.0, None)]  # it must not be cut by being made louder


def test_what_is_measured_in_mid_film_waits_for_the_next_time(house: House) -> None:
    excerpt = Excerpt("opening", house.file)
    house.films.play(excerpt, 0.0)
    house.run(1.0)
    house.heard(-30.0)
    house.run(1.0)
    house.films.pause(house.clock.monotonic())
    house.run(1.0)
    house.films.resume()
    house.films.seek(5.0)
    house.run(1.0)
    assert house.volumes() == [70, 0, 70]
    house.films.stop()
    house.films.play(excerpt, 4.0)
    house.run(1.0)
    assert house.volumes()[-1] == 92


def test_the_visitors_volume_stays_on_top(house: House) -> None:
    house.heard(-14.0, peak=0.0)
    house.films.prepare(Excerpt("opening", house.file), 0.0)
    house.run(0.5)
    house.films.play(Excerpt("opening", house.file), 0.0)
    house.run(0.5)
    house.films.set_volume(90)
    house.run(0.5)
    house.films.pause(house.clock.monotonic())
    house.run(0.5)
    house.films.resume()
    assert house.volumes() == [50, 64, 0, 64]


def test_quiet_hours_come_slowly_in_mid_film(house: House) -> None:
    house.heard(-23.0)
    house.films.play(Excerpt("opening", house.file), 0.0)
    house.clock.advance(58.0)
    house.run(1.0)
    assert house.volumes() == [70]
    house.run(1.0 + RAMP_SECONDS / 2)
    half = house.volumes()[-1]
    house.run(RAMP_SECONDS)
    told = house.volumes()
    assert half == pytest.approx(70 * 10 ** (-5 / 60), abs=1)
    assert told[-1] == round(70 * 10 ** (-10 / 60)) == 48
    assert max(before - after for before, after in pairwise(told)) == 1


def test_what_is_not_measured_yet_is_softer_in_quiet_hours_too(tmp_path: Path) -> None:
    usual, quiet = House(tmp_path, EVENING), House(tmp_path, EVENING, at="2026-11-22 20:30")
    assert usual.leveller.volume(reel(None, gain_db=6.0), 70) == 70
    assert quiet.leveller.volume(reel(None), 70) == 48


def test_the_loop_goes_with_the_hours_too(house: House) -> None:
    house.heard(-23.0)
    house.loop.start()
    house.run(1.0)
    house.clock.advance(58.0)
    house.run(3.0 + RAMP_SECONDS)
    shown = max((card.volumes for card in house.hall.cards), key=len)
    assert (shown[0], shown[-1]) == (50, 34)


def test_a_clip_that_was_queued_before_begins_with_the_level_of_the_hour(house: House) -> None:
    house.heard(-23.0)
    house.loop.start()
    house.run(1.0)
    house.clock.advance(58.0)
    house.run(3.0 + RAMP_SECONDS)
    house.clock.advance(125.0)
    house.run(5.0)
    first, second = (card.volumes for card in house.hall.cards)
    assert second[-1] == 34
    assert first[-1] == 34


def test_the_change_is_foreseen_and_not_looked_for(house: House) -> None:
    now = house.clock.monotonic()
    assert house.leveller.next_moment(now) == pytest.approx(now + 60.0)
    house.clock.advance(60.0)
    now = house.clock.monotonic()
    assert house.leveller.step(now) is False
    assert house.leveller.next_moment(now) == pytest.approx(now + 0.2)
    house.clock.advance(RAMP_SECONDS)
    now = house.clock.monotonic()
    assert house.leveller.step(now) is True
    assert house.leveller.next_moment(now) == pytest.approx(now + 2 * 3600.0 - RAMP_SECONDS)


def test_a_clock_that_is_set_back_brings_its_own_level(tmp_path: Path) -> None:
    house = House(tmp_path, EVENING, at="2026-11-22 20:30")
    assert house.leveller.volume(reel(Loudness(-23.0, -8.0)), 70) == 48
    house.clock._now -= timedelta(hours=5)
    house.leveller.step(house.clock.monotonic())
    house.clock.advance(RAMP_SECONDS)
    house.leveller.step(house.clock.monotonic())
    assert house.leveller.volume(reel(Loudness(-23.0, -8.0)), 70) == 70


def test_a_change_during_a_change_goes_on_from_there(house: House) -> None:
    house.clock.advance(60.0)
    house.leveller.step(house.clock.monotonic())
    house.clock.advance(RAMP_SECONDS / 2)
    house.leveller.step(house.clock.monotonic())
    quiet = reel(Loudness(-23.0, -8.0))
    before = house.leveller.volume(quiet, 70)
    exhibition = Exhibition(
        house.exhibition.folder, Text(), house.exhibition.folder, sound=Sound(level=Level(-26.0)), playlist=Playlist()
    )
    house.leveller.change(exhibition)
    assert house.leveller.volume(quiet, 70) == before
    house.clock.advance(RAMP_SECONDS)
    house.leveller.step(house.clock.monotonic())
    assert house.leveller.volume(quiet, 70) == round(70 * 10 ** (-3 / 60)) == 62


def test_what_peaks_forbid_is_told_once(house: House, caplog: pytest.LogCaptureFixture) -> None:
    house.heard(-31.0, peak=-4.0)
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            house.threader.thread_excerpt(Excerpt("opening", house.file), 70)
    assert caplog.messages == ["a.mp4 stays 5.0 dB below -23 LUFS: louder, its peaks would be cut."]
