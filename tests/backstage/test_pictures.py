"""Pictures out of films, taken by a real process."""

import threading
from pathlib import Path

from PIL import Image, ImageChops

from kiosk.backstage.pictures import Pictures
from kiosk.backstage.works import media_lengths
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Excerpt, Film, Playlist
from kiosk.exhibition.loop import ExcerptItem, FileItem, Listed, Loop
from kiosk.exhibition.text import Text
from tests.journeys.bar_film import make_bar_film
from tests.panel.builders import NOWHERE


def asked(file: Path, second: str) -> dict[str, str]:
    return {"file": str(file), "second": second}


def test_two_places_in_a_film_have_two_pictures(tmp_path: Path) -> None:
    clip = make_bar_film(tmp_path / "bar.mp4", seconds=6)
    pictures = Pictures()
    taken = [pictures.taken(NOWHERE, asked(clip, second)) for second in ("1.00", "2.20", "2.20")]
    opened = [Image.open(each).convert("L") for each in taken if each is not None]
    assert len(opened) == 3

    def differ(one: int, other: int) -> int:
        return ImageChops.difference(opened[one], opened[other]).getextrema()[1]  # type: ignore[return-value]

    assert differ(1, 2) == 0
    assert differ(0, 1) > 100


def test_past_the_end_it_is_the_last_picture(tmp_path: Path) -> None:
    clip = make_bar_film(tmp_path / "bar.mp4", seconds=6)
    assert Pictures().taken(NOWHERE, asked(clip, "9999.00")) is not None


def test_of_a_file_that_is_no_film_there_is_none(tmp_path: Path) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"no film" * 100)
    assert Pictures().taken(NOWHERE, asked(broken, "1.00")) is None
    assert Pictures().taken(NOWHERE, asked(tmp_path / "gone.mp4", "1.00")) is None


def test_who_steps_quickly_waits_for_none_in_between(tmp_path: Path) -> None:
    """Eight are asked for at once: those of the two latest come, and what was begun before they asked."""
    clip = make_bar_film(tmp_path / "bar.mp4", seconds=6)
    pictures, found = Pictures(), dict[int, Path | None]()
    all_ask = threading.Barrier(8)

    def ask(number: int) -> None:
        all_ask.wait()
        found[number] = pictures.taken(NOWHERE, asked(clip, f"{number / 2:.2f}"))

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    taken = [each for each in found.values() if each is not None]
    assert 2 <= len(taken) < 8
    assert all(each.exists() for each in taken)


def test_lengths_of_all_that_stands_in_the_loop(tmp_path: Path) -> None:
    clip = make_bar_film(tmp_path / "bar.mp4", seconds=6)
    skipped, added = tmp_path / "skipped.mp4", tmp_path / "added.mp4"
    skipped.write_bytes(clip.read_bytes())
    added.write_bytes(clip.read_bytes())
    film = Film("bar", Text({"": "Bar"}), excerpts=(Excerpt("whole", clip),))
    listed = (Listed({"file": "skipped.mp4", "skip": "on"}, FileItem(skipped)), Listed({"file": "gone.mp4"}, None))
    loop = Loop((ExcerptItem("bar", "whole"),), listed=listed)
    exhibition = Exhibition(tmp_path, Text(), tmp_path, playlist=Playlist(films=(film,)), loop=loop)
    lengths = media_lengths(exhibition, {})
    assert lengths.keys() == {clip, skipped}
    assert {round(each) for each in lengths.values()} == {6}
    assert media_lengths(exhibition, {"file": str(added)}).keys() == {added}
