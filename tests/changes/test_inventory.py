"""Which files count, and from when on, on a clock that tests move."""

from pathlib import Path

import pytest

from kiosk.changes.identity import Identity
from kiosk.changes.inventory import Inventory
from kiosk.clock import FakeClock

FILM = Path("/show/media/film.mp4")


class Disc:
    """Files that tests write, and an inventory of them. Their times are those of the clock."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.files: dict[Path, Identity] = {}
        self.written: set[Path] = set()
        self.inventory = Inventory(self.clock, self.files.get, self.written.__contains__)

    def write(self, size: int, file: Path = FILM, *, changed: float = 0.0) -> Identity:
        """A file of that size, last changed so many seconds ago."""
        moment = int((self.clock.now().timestamp() - changed) * 1e9)
        self.files[file] = (str(file), size, moment)
        return self.files[file]

    def looks(self, seconds: int) -> list[set[Path]]:
        """A look every second for so long; what each of them found."""
        found = []
        for _ in range(seconds):
            self.clock.advance(1)
            found.append(set(self.inventory.look()))
        return found


@pytest.fixture
def disc() -> Disc:
    return Disc()


def test_a_file_that_has_been_there_counts_at_once(disc: Disc) -> None:
    old = disc.write(100, changed=3600)
    assert disc.inventory.identity(FILM) == old
    assert disc.looks(3) == [set(), set(), set()]


def test_a_new_file_counts_after_it_was_still_for_two_seconds(disc: Disc) -> None:
    disc.inventory.follow([FILM])
    assert disc.inventory.identity(FILM) is None
    for size in (10, 20, 30):
        disc.write(size)
        assert disc.looks(1) == [set()]
        assert disc.inventory.is_arriving(FILM)
    assert disc.inventory.is_changing(FILM)
    whole = disc.files[FILM]
    assert disc.looks(3) == [set(), {FILM}, set()]
    assert disc.inventory.identity(FILM) == whole
    assert not disc.inventory.is_changing(FILM)


def test_a_changed_file_counts_as_before_until_it_is_whole(disc: Disc) -> None:
    before = disc.write(100, changed=3600)
    assert disc.inventory.identity(FILM) == before
    disc.write(50)
    disc.looks(1)
    after = disc.write(70)
    assert disc.looks(2) == [set(), set()]
    assert (disc.inventory.identity(FILM), disc.inventory.settled(FILM)) == (before, None)
    assert disc.inventory.is_changing(FILM)
    assert not disc.inventory.is_arriving(FILM)
    assert disc.looks(1) == [{FILM}]
    assert (disc.inventory.identity(FILM), disc.inventory.settled(FILM)) == (after, after)


def test_a_file_that_is_put_in_place_in_one_go_will_soon_be_whole(disc: Disc) -> None:
    disc.write(100, changed=3600)
    disc.inventory.follow([FILM])
    disc.write(50)
    assert disc.looks(2) == [set(), set()]
    assert not disc.inventory.is_changing(FILM)
    assert disc.looks(1) == [{FILM}]


def test_a_copy_that_stalls_is_not_whole_while_somebody_has_it_open(disc: Disc) -> None:
    disc.inventory.follow([FILM])
    disc.write(10)
    disc.written.add(FILM)
    assert disc.looks(30) == [set()] * 30
    disc.written.clear()
    assert disc.looks(1) == [{FILM}]


def test_a_file_that_is_gone_is_gone_at_once(disc: Disc) -> None:
    disc.write(100, changed=3600)
    assert disc.inventory.identity(FILM) is not None
    del disc.files[FILM]
    assert disc.looks(2) == [{FILM}, set()]
    assert disc.inventory.identity(FILM) is None
    assert not disc.inventory.is_there(FILM)


def test_a_file_that_was_written_just_before_the_start_waits_out_its_two_seconds(disc: Disc) -> None:
    disc.write(100, changed=1.5)
    assert disc.inventory.identity(FILM) is None
    assert not disc.inventory.is_changing(FILM)
    assert disc.looks(1) == [{FILM}]


def test_a_file_that_is_being_written_at_the_start_is_known_to_grow(disc: Disc) -> None:
    disc.write(100, changed=30)
    disc.written.add(FILM)
    assert disc.inventory.identity(FILM) is None
    assert disc.inventory.is_changing(FILM)


def test_a_camera_whose_clock_is_ahead_is_no_reason_to_wait(disc: Disc) -> None:
    assert disc.inventory.identity(FILM) is None
    other = FILM.with_name("other.mp4")
    disc.write(100, other, changed=-86400)
    assert disc.inventory.identity(other) is not None


def test_only_what_is_not_whole_wants_another_look_soon(disc: Disc) -> None:
    quiet = FILM.with_name("quiet.mp4")
    disc.write(100, quiet, changed=3600)
    disc.inventory.follow([FILM, quiet])
    assert disc.inventory.waits == []
    disc.write(10)
    disc.looks(1)
    assert disc.inventory.waits == [FILM]
    disc.clock.advance(2)
    assert disc.inventory.look(disc.inventory.waits) == {FILM}
    assert disc.inventory.waits == []


def test_what_is_not_followed_any_more_is_forgotten(disc: Disc) -> None:
    disc.write(100, changed=3600)
    disc.inventory.follow([FILM])
    disc.inventory.follow([])
    disc.write(200)
    assert disc.looks(3) == [set(), set(), set()]


def test_for_a_short_look_every_file_counts_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "film.mp4"
    file.write_bytes(b"new")
    inventory = Inventory.of_a_moment(FakeClock())
    identity = inventory.identity(file)
    assert identity is not None
    assert identity[:2] == (str(file), 3)
