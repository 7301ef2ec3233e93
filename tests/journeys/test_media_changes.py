"""Films and stills that are copied, replaced and removed while the kiosk runs."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.journeys.bar_film import make_bar_film
from tests.journeys.exhibitions import film, write_exhibition, write_yaml
from tests.journeys.visitor import Visitor, texts

pytestmark = [pytest.mark.screen, pytest.mark.vlc]

OpenKiosk = Callable[..., Visitor]
RED, BLUE = (200, 20, 20), (20, 20, 200)
SHORT = 6.0
NOTICED = 15.0
"""Seconds, on a busy machine: two until it is looked at, two of stillness, one until the next look, and the answer."""


@pytest.fixture(scope="session")
def short_clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The beginning of ``bar.mp4``, 6 seconds."""
    return make_bar_film(tmp_path_factory.mktemp("short") / "short.mp4", seconds=SHORT)


def still(path: Path, colour: tuple[int, int, int]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (640, 360), colour).save(path, quality=95)
    return path


def share_of(visitor: Visitor, colour: tuple[int, int, int]) -> float:
    """How much of the screen has the hue of ``colour``, from 0 to 1; stills are darkened where texts stand on them."""
    pixels = np.frombuffer(visitor.pilot.display.pixels(), np.uint8).reshape(-1, 4)[:, 2::-1].astype(int)
    main = int(np.argmax(colour))
    others = np.delete(pixels, main, axis=1).max(axis=1)
    return float(np.mean(pixels[:, main] > 2 * others + 20))


def put_in_place(file: Path, target: Path) -> None:
    """As rsync and good copying programs do: beside it under a hidden name, and then renamed over it."""
    beside = target.with_name(f".{target.name}.part")
    shutil.copyfile(file, beside)
    os.replace(beside, target)


def copy_in_pieces(file: Path, target: Path, pieces: int, seconds: float) -> None:
    """Slowly, and closed between the pieces, as over a network where nobody can see who writes."""
    content = file.read_bytes()
    size = len(content) // pieces + 1
    for start in range(0, len(content), size):
        if start:
            time.sleep(seconds / pieces)
        with target.open("ab") as copy:
            copy.write(content[start : start + size])


def test_a_replaced_still_is_seen_on_the_page_that_shows_it(open_kiosk: OpenKiosk, clip: Path, tmp_path: Path) -> None:
    show = write_exhibition(tmp_path / "show", [film("first", still="stills/first.jpg"), film("second")], [clip])
    still(show / "media/stills/first.jpg", RED)
    visitor = open_kiosk(show)
    visitor.wake()
    visitor.open_film("first")
    visitor.pilot.wait_until(lambda: share_of(visitor, RED) > 0.1, "the red still")
    still(show / "media/stills/first.jpg", BLUE)
    visitor.pilot.wait_until(
        lambda: share_of(visitor, BLUE) > 0.1 and share_of(visitor, RED) < 0.01, "the blue still", seconds=NOTICED
    )
    assert (visitor.scene.screen, visitor.scene.facts["film"]) == ("film", "first")
    visitor.tap("back", screen="browse")
    assert share_of(visitor, RED) < 0.01


def test_a_film_that_is_copied_slowly_into_the_loops_folder_is_touched_when_it_is_whole(
    open_kiosk: OpenKiosk, clip: Path, tmp_path: Path
) -> None:
    show = write_exhibition(tmp_path / "show", [film("first")], [clip], loop="media/loop")
    still(show / "media/loop/a red card.jpg", RED)
    visitor = open_kiosk(show)
    visitor.pilot.wait_until(lambda: share_of(visitor, RED) > 0.3, "the still")
    copy_in_pieces(clip, show / "media/loop/b film.mp4", pieces=6, seconds=7)
    words = visitor.words()
    assert "is shown as it is now" not in words
    assert "b film.mp4" not in words, "it was looked into before it was whole"
    visitor.pilot.wait_until(lambda: "is shown as it is now" in visitor.words(), "the new film", seconds=NOTICED)
    visitor.pilot.wait_until(lambda: share_of(visitor, RED) < 0.01, "its turn", seconds=30)
    visitor.see_it_move()
    assert "b film.mp4 is" not in visitor.words(), "it was looked into before it was whole"


def test_a_film_that_is_replaced_while_it_plays_is_played_on_and_is_the_new_one_the_next_time(
    open_kiosk: OpenKiosk, clip: Path, short_clip: Path, tmp_path: Path
) -> None:
    show = write_exhibition(tmp_path / "show", [film("first"), film("second")], [clip])
    visitor = open_kiosk(show)
    pilot = visitor.pilot
    visitor.wake()
    visitor.open_film("second")
    mark = pilot.mark()
    visitor.watch("second")
    put_in_place(short_clip, show / "media/bar.mp4")
    pilot.wait_until(lambda: visitor.film_second() > SHORT + 1, "more than there is of the new film", seconds=30)
    assert pilot.record.find("ended", after=mark) is None
    visitor.show_controls()
    visitor.tap("close", screen="film", film="second")
    mark = pilot.mark()
    visitor.watch("second")
    pilot.wait_for("ended", after=mark, seconds=SHORT + 10)


def test_a_film_that_is_replaced_while_its_page_is_open_is_the_new_one(
    open_kiosk: OpenKiosk, clip: Path, short_clip: Path, tmp_path: Path
) -> None:
    show = write_exhibition(tmp_path / "show", [film("first"), film("second")], [clip])
    visitor = open_kiosk(show)
    visitor.wake()
    visitor.open_film("second")
    put_in_place(short_clip, show / "media/bar.mp4")
    visitor.pilot.wait_until(lambda: "0:06" in " ".join(texts(visitor.scene)), "the new length", seconds=NOTICED)
    mark = visitor.pilot.mark()
    visitor.watch("second")
    visitor.pilot.wait_for("ended", after=mark, seconds=SHORT + 10)


def test_a_film_that_is_removed_while_it_plays_is_played_on(open_kiosk: OpenKiosk, clip: Path, tmp_path: Path) -> None:
    other = shutil.copyfile(clip, tmp_path / "other.mp4")
    show = write_exhibition(tmp_path / "show", [film("first"), film("second", "other.mp4")], [clip, Path(other)])
    visitor = open_kiosk(show)
    pilot = visitor.pilot
    visitor.wake()
    visitor.open_film("second")
    visitor.watch("second")
    (show / "media/other.mp4").unlink()
    pilot.wait_until(lambda: "other.mp4 is not in media/" in visitor.words(), "a line in the log", seconds=NOTICED)
    visitor.see_it_move()
    visitor.show_controls()
    assert "scrubber" in visitor.scene.targets
    page = visitor.tap("close", screen="film", film="second")
    assert "watch" not in page.targets
    # What is missing now does not stand against what is saved afterwards.
    films = [film("first"), film("second", "other.mp4", synopsis={"en": "Another text."})]
    write_yaml(show / "playlists/films.yaml", {"films": films})
    pilot.wait_until(lambda: "Another text." in texts(visitor.scene), "the saved text", seconds=NOTICED)
    copy_in_pieces(clip, show / "media/other.mp4", pieces=2, seconds=1)
    pilot.wait_until(lambda: "watch" in visitor.scene.targets, "a film to watch", seconds=NOTICED)
    visitor.watch("second")


def test_a_saved_text_leaves_the_film_alone_frame_by_frame(open_kiosk: OpenKiosk, clip: Path, tmp_path: Path) -> None:
    show = write_exhibition(tmp_path / "show", [film("first"), film("second")], [clip])
    visitor = open_kiosk(show, options=("--trace-frames",))
    pilot = visitor.pilot
    visitor.wake()
    visitor.open_film("second")
    visitor.watch("second")
    mark = pilot.mark()
    films = [film("first"), film("second", synopsis={"en": "Another text."})]
    write_yaml(show / "playlists/films.yaml", {"films": films})
    pilot.wait_until(lambda: "is shown as it is now" in visitor.words(), "the change", seconds=NOTICED)
    pilot.wait_until(lambda: len(shown(visitor, mark)) > 100, "four seconds of the film", seconds=30)
    numbers = shown(visitor, mark)
    assert numbers == sorted(set(numbers))
    assert numbers[-1] - numbers[0] < 2 * len(numbers)
    assert pilot.record.find("rolling", after=mark) is None
    visitor.show_controls()
    visitor.tap("close", screen="film", film="second")
    assert "Another text." in texts(visitor.scene)


def shown(visitor: Visitor, mark: int) -> list[int]:
    """The numbers of the film's frames that were shown since ``mark``."""
    visitor.pilot.record.read()
    return [line["number"] for line in visitor.pilot.record.lines[mark:] if line["what"] == "shown"]
