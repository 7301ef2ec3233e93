"""Another version of an excerpt: where it begins, and how it takes over from what is on the screen."""

from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.exhibition.film import Excerpt, Film, Playlist
from kiosk.exhibition.text import Text
from kiosk.projection.contract import Matrix, MediaFacts, Reel
from kiosk.projection.facts import Unplayable
from kiosk.projection.threader import Threader
from kiosk.visit.events import FilmFailed, FilmStarted, VersionFailed
from tests.projection.players import STEP, Seat, film

OWN, SIGN = 12.0, 4.0


class Desk:
    """Knows files by their names: how long they are, and which cannot be played."""

    def __init__(self) -> None:
        self.seconds = {"own.mp4": OWN, "sign.mp4": SIGN}
        self.broken: set[str] = set()

    def get(self, file: Path) -> MediaFacts | Unplayable | None:
        if file.name in self.broken:
            return Unplayable("is no film")
        return MediaFacts(64, 36, 1.0, 0, self.seconds[file.name], 25.0, Matrix.BT709, has_sound=True)

    def ask(self, file: Path) -> None:
        """It knows them all."""


@pytest.fixture
def excerpt(tmp_path: Path) -> Excerpt:
    """From second 2 to second 6 of its own file; ``sign.mp4`` is as long as the excerpt."""
    versions = {"sign": film(tmp_path, "sign.mp4")}
    start, end = timedelta(seconds=2), timedelta(seconds=6)
    return Excerpt("opening", film(tmp_path, "own.mp4"), start=start, end=end, versions=versions)


@pytest.mark.parametrize(
    ("seconds", "start", "end"),
    [
        pytest.param(4.0, 1.0, None, id="as long as the excerpt: whole"),
        pytest.param(4.4, 1.0, None, id="a little longer than the excerpt: whole"),
        pytest.param(12.0, 3.0, 6.0, id="as long as the uncut file: the excerpt's points"),
        pytest.param(11.2, 3.0, 6.0, id="a little shorter than the uncut file: the excerpt's points"),
    ],
)
def test_where_the_file_of_a_version_begins(excerpt: Excerpt, seconds: float, start: float, end: float | None) -> None:
    desk = Desk()
    desk.seconds["sign.mp4"] = seconds
    reel = Threader(desk, (64, 36)).thread_excerpt(excerpt, 70, 1.0, "sign")  # type: ignore[arg-type]
    assert isinstance(reel, Reel)
    assert (reel.file.name, reel.start, reel.end) == ("sign.mp4", start, end)


def test_a_version_that_cannot_be_played_is_known_before_it_is_asked_for(excerpt: Excerpt) -> None:
    desk = Desk()
    threader = Threader(desk, (64, 36))  # type: ignore[arg-type]
    playlist = Playlist(films=(Film("homs", Text(), excerpts=(excerpt,)),))
    assert threader.survey(playlist) == ({("homs", "opening"): 4.0}, frozenset())
    desk.broken.add("sign.mp4")
    assert threader.survey(playlist) == ({("homs", "opening"): 4.0}, frozenset({("homs", "opening", "sign")}))
    assert threader.thread_excerpt(excerpt, 70, 0.0, "described") == Unplayable("has no version described")


@pytest.fixture
def seat() -> Seat:
    return Seat(Desk())


def test_a_version_takes_over_at_the_same_place(seat: Seat, excerpt: Excerpt) -> None:
    seat.player.play(excerpt, 0.0)
    seat.run(1.03)
    last = seat.hall.booth.picture(seat.now)
    seat.player.switch("sign", seat.now)
    assert seat.hall.booth.picture(seat.now) is last  # until the new one is there
    assert seat.run(0.2) == [FilmStarted()]
    assert seat.shown() == ("sign.mp4", pytest.approx(1.17, abs=0.03))
    seat.player.switch(None, seat.now)
    assert seat.run(0.2) == [FilmStarted()]
    assert seat.shown() == ("own.mp4", pytest.approx(3.34, abs=0.05))
    assert seat.position == pytest.approx(1.34, abs=0.05)


def test_a_paused_film_shows_its_version_and_stays_paused(seat: Seat, excerpt: Excerpt) -> None:
    seat.player.play(excerpt, 0.0)
    seat.run(1.03)
    seat.player.pause(seat.now)
    seat.run(0.5)
    held = seat.position
    seat.player.switch("sign", seat.now)
    assert seat.run(2.0) == []
    assert seat.shown() == ("sign.mp4", pytest.approx(held, abs=0.02))
    seat.player.resume()
    assert seat.run(0.5) == [FilmStarted()]
    assert seat.position == pytest.approx(held + 0.5, abs=0.05)


def test_what_waits_is_the_version_that_was_chosen(seat: Seat, excerpt: Excerpt) -> None:
    seat.player.prepare(excerpt, 1.0, "sign")
    seat.run(0.2)
    seat.player.play(excerpt, 1.0, "sign")
    assert seat.run(STEP) == [FilmStarted()]
    assert seat.shown() == ("sign.mp4", pytest.approx(1.0, abs=0.03))


def test_where_a_version_is_known_to_be_broken_the_film_itself_plays(seat: Seat, excerpt: Excerpt) -> None:
    seat.desk.broken.add("sign.mp4")
    seat.player.prepare(excerpt, 1.0, "sign")
    assert seat.run(0.2) == []
    seat.player.play(excerpt, 1.0, "sign")
    assert seat.run(STEP) == [FilmStarted(), VersionFailed()]
    assert seat.shown() == ("own.mp4", pytest.approx(3.0, abs=0.03))


def test_where_a_version_fails_the_film_goes_on_from_the_same_place(seat: Seat, excerpt: Excerpt) -> None:
    excerpt.versions["sign"].write_bytes(b"no film at all")
    seat.player.play(excerpt, 0.0)
    seat.run(1.03)
    seat.player.switch("sign", seat.now)
    assert seat.run(0.2) == [VersionFailed(), FilmStarted()]
    assert seat.shown() == ("own.mp4", pytest.approx(3.16, abs=0.05))


def test_a_projector_that_dies_on_a_version_leads_back_to_the_film(seat: Seat, excerpt: Excerpt) -> None:
    seat.player.play(excerpt, 0.0, "sign")
    seat.run(2.0)
    next(card for card in seat.hall.cards if card.picture(seat.now)).die()
    assert seat.run(0.2) == [VersionFailed(), FilmStarted()]
    assert seat.shown() == ("own.mp4", pytest.approx(4.14, abs=0.08))


def test_the_film_itself_fails_as_ever(seat: Seat, excerpt: Excerpt) -> None:
    excerpt.file.write_bytes(b"no film at all")
    excerpt.versions["sign"].write_bytes(b"nor this")
    seat.player.play(excerpt, 0.0, "sign")
    assert seat.run(0.3) == [VersionFailed(), FilmFailed("it cannot be played")]


def test_a_pause_lets_the_sound_fade_before_it_holds(seat: Seat, excerpt: Excerpt) -> None:
    seat.player.play(excerpt, 0.0)
    seat.run(1.0)
    begun = seat.position
    seat.player.pause(seat.now)
    assert seat.player.next_moment() == pytest.approx(seat.now + 0.12)
    seat.run(1.0)
    assert seat.position == pytest.approx(begun + 0.12, abs=0.03)
    seat.player.resume()
    assert [volume for card in seat.hall.cards for volume in card.volumes] == [70, 0, 70]


def test_a_pause_that_is_taken_back_holds_nothing(seat: Seat, excerpt: Excerpt) -> None:
    seat.player.play(excerpt, 0.0)
    seat.run(1.0)
    begun = seat.position
    seat.player.pause(seat.now)
    seat.run(0.08)
    seat.player.resume()
    seat.run(0.42)
    assert seat.position == pytest.approx(begun + 0.5, abs=0.03)


def test_a_louder_film_stays_silent_while_it_is_paused(seat: Seat, excerpt: Excerpt) -> None:
    seat.player.play(excerpt, 0.0)
    seat.run(1.0)
    seat.player.pause(seat.now)
    seat.player.set_volume(80)
    seat.run(0.5)
    seat.player.resume()
    assert [volume for card in seat.hall.cards for volume in card.volumes] == [70, 0, 80]


def test_a_seek_while_the_sound_fades_is_seen_and_holds(seat: Seat, excerpt: Excerpt) -> None:
    seat.player.play(excerpt, 0.0)
    seat.run(1.0)
    seat.player.pause(seat.now)
    seat.player.seek(3.0)
    seat.run(1.0)
    assert seat.position == pytest.approx(3.0, abs=0.03)
