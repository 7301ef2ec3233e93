"""Sticks that come and go, met by a real porter and a real process that copies."""

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kiosk.clock import SystemClock
from kiosk.usb.notes import Note, Notes
from kiosk.usb.place import Place
from kiosk.usb.porter import Porter
from tests.projection.film_clips import ClipPlan, make_clip
from tests.usb.sticks import Table, exhibition

PATIENCE = 60.0


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return make_clip(tmp_path_factory.mktemp("clips") / "clip.mp4", ClipPlan(frames=12, sound=False)).read_bytes()


class Desk:
    """A porter, the exhibition that it looks after, and a place to plug sticks in."""

    def __init__(self, folder: Path, clip: bytes) -> None:
        self.own = exhibition(folder / "machine/show", "own", clip=clip)
        self.table = Table(folder / "mountinfo", folder / "media")
        self.notes = Notes(folder / "usb.jsonl")
        self.shown: list[Path] = []
        self.porter: Porter | None = None
        self._cache = folder / "cache"

    def open(self, usage: str) -> Porter:
        self.porter = Porter(
            self.own,
            self.shown.append,
            self.notes,
            SystemClock(),
            self._cache,
            usage=usage,
            sticks=self.table.sticks,
        )
        return self.porter

    def stick(self, name: str, clip: bytes) -> Path:
        exhibition(self.table.root / name / "kiosk", "brought", clip=clip)
        return self.table.root / name

    def outcome(self, count: int = 1) -> Note:
        """The latest note, once there are so many."""
        wait_until(lambda: len(self.notes.read()) >= count)
        return self.notes.read()[-1]

    def films(self) -> str:
        return (self.own / "playlists/films.yaml").read_text(encoding="utf-8")

    def leftovers(self) -> list[str]:
        return sorted(each.name for each in self.own.parent.iterdir() if each.name != "show")


def wait_until(is_so: Callable[[], bool]) -> None:
    latest = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < latest, "it did not come"
        time.sleep(0.01)


@pytest.fixture
def desk(tmp_path: Path, clip: bytes) -> Iterator[Desk]:
    with ExitStack() as last:
        found = Desk(tmp_path, clip)
        last.callback(lambda: found.porter and found.porter.close())
        yield found


def test_a_whole_stick_is_copied_and_known_again(desk: Desk, clip: bytes) -> None:
    point = desk.stick("STICK 1", clip)
    desk.open("copy")
    desk.table.plug_in(point)
    note = desk.outcome()
    assert (note.outcome, note.stick, note.said) == ("copied", str(point), ("3 files, 0 MB.",))
    assert "brought" in desk.films()
    assert desk.leftovers() == ["show.before"]
    desk.table.pull_out(point)
    desk.table.plug_in(point)
    assert desk.outcome(2).outcome == "unchanged"


def test_a_film_that_cannot_be_played_keeps_the_stick_out(desk: Desk, clip: bytes) -> None:
    point = desk.stick("stick", clip[: len(clip) // 2])
    desk.open("copy")
    desk.table.plug_in(point)
    note = desk.outcome()
    assert (note.outcome, note.said) == ("refused", ("media/bar.mp4 is not a film, or is damaged.",))
    assert "own" in desk.films()
    wait_until(lambda: desk.leftovers() == [])


def test_a_stick_that_is_pulled_out_in_the_middle_leaves_the_old_exhibition(desk: Desk, clip: bytes) -> None:
    point = desk.stick("stick", clip)
    with (point / "kiosk/media/large.mov").open("wb") as large:
        large.truncate(300_000_000)
    copying = Place(desk.own).copying
    before = desk.films()

    def pull() -> None:
        wait_until(copying.exists)
        (point / "kiosk/playlists/films.yaml").unlink()  # what is copied last
        desk.table.pull_out(point)
        shutil.rmtree(point)

    puller = threading.Thread(target=pull)
    puller.start()
    desk.open("copy")
    desk.table.plug_in(point)
    assert desk.outcome().outcome == "pulled out"
    puller.join()
    assert desk.films() == before
    wait_until(lambda: desk.leftovers() == [])


def test_an_end_of_the_kiosk_in_the_middle_leaves_the_old_exhibition(desk: Desk, clip: bytes) -> None:
    point = desk.stick("stick", clip)
    with (point / "kiosk/media/large.mov").open("wb") as large:
        large.truncate(300_000_000)
    porter = desk.open("copy")
    desk.table.plug_in(point)
    wait_until(Place(desk.own).copying.exists)
    porter.close()
    assert "own" in desk.films()
    wait_until(lambda: desk.leftovers() == [])


def test_a_stick_to_be_played_is_shown_while_it_is_plugged_in(desk: Desk, clip: bytes) -> None:
    point = desk.stick("stick", clip)
    desk.open("play")
    desk.table.plug_in(point)
    assert desk.outcome().outcome == "shown"
    assert desk.shown == [point / "kiosk"]
    desk.table.pull_out(point)
    assert desk.outcome(2).outcome == "ended"
    assert desk.shown == [point / "kiosk", desk.own]
    assert desk.leftovers() == []


def test_sticks_are_not_looked_at_unless_they_are_wanted(desk: Desk, clip: bytes) -> None:
    point = desk.stick("stick", clip)
    desk.table.plug_in(point)
    porter = desk.open("off")
    time.sleep(2.5)
    assert (desk.shown, desk.notes.read(), "own" in desk.films()) == ([], [], True)
    porter.usage = "play"
    assert desk.outcome().outcome == "shown"


def test_a_link_on_a_stick_is_told(desk: Desk, clip: bytes) -> None:
    point = desk.stick("stick", clip)
    os.symlink("/etc", point / "kiosk/media/etc")
    desk.open("play")
    desk.table.plug_in(point)
    note = desk.outcome()
    assert (note.outcome, note.said) == ("refused", ("media/etc is a link. Only files and folders are taken.",))
    assert desk.shown == []


def test_that_copying_cannot_work_is_told_before_anybody_comes_with_a_stick(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    (desk.own.parent / "show").rename(desk.own.parent / "moved")
    desk.own.symlink_to(Path("/proc"))
    porter = desk.open("off")
    porter.usage = "copy"
    wait_until(lambda: "usb: copy has no effect." in caplog.text)
    assert "usb: copy has no effect. The exhibition shown is a disk of its own." in caplog.text


def test_a_stick_that_was_met_is_taken_up_once_more_when_that_is_asked_for(desk: Desk, clip: bytes) -> None:
    porter = desk.open("copy")
    desk.table.plug_in(desk.stick("stick", clip))
    assert desk.outcome().outcome == "copied"
    wait_until(lambda: not porter.busy)
    porter.again()
    assert porter.busy
    assert desk.outcome(2).outcome == "unchanged"
    wait_until(lambda: not porter.busy)
