"""Changes of the loop and of its files while it plays, on a booth of test cards."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.exhibition.film import Excerpt, Film, Playlist
from kiosk.exhibition.loop import ExcerptItem, FileItem, Item, Loop, StillItem
from kiosk.exhibition.text import Text
from tests.projection.players import film
from tests.projection.test_loop_player import Attract

STILL = StillItem(Path("/still.jpg"), timedelta(seconds=1))


@pytest.fixture
def clips(tmp_path: Path) -> tuple[FileItem, FileItem, FileItem]:
    a, b, c = (FileItem(film(tmp_path, name)) for name in ("a.mp4", "b.mp4", "c.mp4"))
    return a, b, c


def change(attract: Attract, *items: Item, films: tuple[Film, ...] = ()) -> None:
    attract.player.change(replace(attract.exhibition, loop=Loop(items), playlist=Playlist(films=films)))


def number(attract: Attract) -> int:
    """Of the frame on the screen."""
    picture = attract.hall.booth.picture(attract.hall.clock.monotonic())
    assert picture is not None
    return picture.number


def test_what_is_shown_and_what_waits_come_first(tmp_path: Path, clips: tuple[FileItem, FileItem, FileItem]) -> None:
    a, b, c = clips
    attract = Attract(tmp_path, (a, b))
    attract.player.start()
    attract.run(1)
    before, waits = number(attract), attract.hall.booth._pair.waiting.job
    change(attract, a, b, c)
    assert attract.hall.booth._pair.waiting.job is waits
    attract.run(0.2)
    assert number(attract) == pytest.approx(before + 5, abs=1)
    assert attract.run(5.5) == ["a", "b", "c", "a"]
    assert attract.started(1) - attract.started(0) == pytest.approx(2.0, abs=0.05)


def test_what_waits_and_is_taken_out_does_not_come(tmp_path: Path, clips: tuple[FileItem, FileItem, FileItem]) -> None:
    a, b, c = clips
    attract = Attract(tmp_path, (a, b, c))
    attract.player.start()
    attract.run(1)
    change(attract, a, c)
    assert attract.run(4) == ["a", "c", "a"]
    assert attract.started(1) - attract.started(0) == pytest.approx(2.0, abs=0.05)


def test_what_is_shown_and_is_taken_out_is_shown_to_its_end(
    tmp_path: Path, clips: tuple[FileItem, FileItem, FileItem]
) -> None:
    a, b, c = clips
    attract = Attract(tmp_path, (a, b, c))
    attract.player.start()
    attract.run(1)
    change(attract, c)
    assert attract.run(4) == ["a", "c", "c"]
    assert attract.started(1) - attract.started(0) == pytest.approx(2.0, abs=0.05)


def test_a_change_during_a_still(tmp_path: Path, clips: tuple[FileItem, FileItem, FileItem]) -> None:
    a, b, _ = clips
    attract = Attract(tmp_path, (STILL, a))
    attract.player.start()
    attract.run(0.5)
    change(attract, STILL, b)
    assert attract.run(3) == ["still", "b", "still"]


def test_other_in_and_out_points_hold_for_what_waits(tmp_path: Path) -> None:
    def homs(start: float) -> Film:
        excerpt = Excerpt("opening", film(tmp_path, "a.mp4"), start=timedelta(seconds=start))
        return Film("homs", Text({"": "Homs"}), excerpts=(excerpt,))

    items = (STILL, ExcerptItem("homs", "opening"))
    attract = Attract(tmp_path, items, (homs(0.0),))
    attract.player.start()
    attract.run(0.5)
    change(attract, *items, films=(homs(1.5),))
    assert attract.run(1.5) == ["still", "homs/opening", "still"]
    assert attract.started(2) - attract.started(1) == pytest.approx(0.5, abs=0.1)


def test_a_file_that_is_another_one_now_is_threaded_anew(
    tmp_path: Path, clips: tuple[FileItem, FileItem, FileItem]
) -> None:
    a, b, _ = clips
    attract = Attract(tmp_path, (a, b))
    attract.player.start()
    attract.run(1)
    waits = attract.hall.booth._pair.waiting.job
    attract.player.renew([a.file])
    assert attract.hall.booth._pair.waiting.job is waits
    attract.player.renew([b.file])
    again = attract.hall.booth._pair.waiting.job
    assert again is not None
    assert again is not waits
    assert again.whole.file == b.file
    assert attract.run(4) == ["a", "b", "a"]


def test_a_file_that_went_is_left_out_and_one_that_failed_gets_another_chance(
    tmp_path: Path, clips: tuple[FileItem, FileItem, FileItem]
) -> None:
    a, b, _ = clips
    attract = Attract(tmp_path, (a, b))
    attract.player.start()
    attract.run(1)
    b.file.unlink()
    attract.player.renew([b.file])
    assert attract.run(2) == ["a", "a"]
    film(tmp_path, "b.mp4")
    attract.player.renew([b.file])
    assert attract.run(4) == ["a", "a", "a", "b"]


def test_a_file_that_failed_gets_another_chance_when_it_is_another_one(
    tmp_path: Path, clips: tuple[FileItem, FileItem, FileItem]
) -> None:
    a, b, _ = clips
    b.file.write_bytes(b"no film")
    attract = Attract(tmp_path, (a, b))
    attract.player.start()
    assert attract.run(5) == ["a", "a", "a"]
    film(tmp_path, "b.mp4")
    attract.player.renew([b.file])
    assert attract.run(4) == ["a", "a", "a", "a", "b"]
