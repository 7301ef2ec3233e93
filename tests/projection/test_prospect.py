"""What the process that looks into media files finds, and the stills that it takes."""

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from kiosk.projection.child.good_frame import Look, look_at, worth
from kiosk.projection.prospecting import Prospect, Prospector, Refused
from tests.projection.film_clips import ClipPlan, make_clip, turn_clip

GOOD = Look(110, 50, 14)


@pytest.mark.parametrize(
    ("look", "soon"),
    [
        (Look(10, 20, 10), Look(10, 20, 10)),  # black
        (Look(245, 20, 10), Look(245, 20, 10)),  # white
        (Look(110, 3, 10), Look(110, 3, 10)),  # one colour
        (Look(110, 50, 1), Look(110, 50, 1)),  # out of focus
        (GOOD, Look(80, 50, 14)),  # fading out
    ],
)
def test_what_makes_no_still(look: Look, soon: Look) -> None:
    assert worth(look, soon) == 0


@pytest.mark.parametrize("worse", [Look(40, 50, 14), Look(110, 20, 14), Look(110, 50, 5)])
def test_what_makes_a_better_still(worse: Look) -> None:
    assert worth(GOOD, GOOD) > worth(worse, worse) > 0


def test_how_a_picture_looks() -> None:
    assert look_at(bytes([100] * 64), 8, 8) == Look(100, 0, 0)
    assert look_at(bytes([0, 200] * 32), 8, 8) == Look(100, 100, 200)


@pytest.fixture
def prospector() -> Iterator[Prospector]:
    one = Prospector()
    yield one
    one.close()


def scene(number: int) -> NDArray[np.uint8]:
    """Black for two seconds, fading in, a sharp chequered picture from 4 to 6, the same out of focus, black again."""
    second = number / 25
    sharp = (np.indices((180, 320)).sum(axis=0) // 20 % 2 * 120 + 60).astype(np.float64)
    soft = 120 + 60 * np.sin(np.indices((180, 320))[1] / 60)
    light = min(1.0, max(0.0, (second - 2) / 2)) if second < 8 else 0.0
    return (16 + (sharp if second < 6 else soft) * light).clip(0, 255).astype(np.uint8)


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """Ten seconds; see ``scene``."""
    path = tmp_path / "film.mp4"
    with av.open(str(path), "w") as container:
        container.metadata.update({"title": "Return to Homs", "artist": "Talal Derki", "date": "2014"})
        video = container.add_stream("libx264", rate=25)
        video.width, video.height, video.pix_fmt, video.gop_size = 320, 180, "yuv420p", 12
        for number in range(250):
            frame = av.VideoFrame.from_ndarray(scene(number), "gray").reformat(format="yuv420p")
            frame.pts = number
            container.mux(video.encode(frame))
        container.mux(video.encode(None))
    return path


@pytest.mark.vlc
def test_a_still_is_taken_where_the_picture_is_light_and_sharp(
    prospector: Prospector, film: Path, tmp_path: Path
) -> None:
    found = prospector.look(film, tmp_path / "still.jpg")
    assert isinstance(found, Prospect)
    assert found.still_at is not None
    assert 3.9 <= found.still_at <= 6.0
    assert found.tags == {"title": "Return to Homs", "artist": "Talal Derki", "date": "2014"}
    assert (found.width, found.height, found.has_sound) == (320, 180, False)
    with av.open(str(tmp_path / "still.jpg")) as picture:
        pixels = next(picture.decode(video=0)).to_ndarray(format="gray")
    assert pixels.shape == (180, 320)
    assert pixels[10, 10] > 180
    assert pixels[10, 30] < 95


@pytest.mark.vlc
def test_a_film_that_is_black_throughout_gives_no_still(prospector: Prospector, tmp_path: Path) -> None:
    clip = make_clip(tmp_path / "black.mp4", ClipPlan(colours=((16, 128, 128),), frames=50))
    found = prospector.look(clip, tmp_path / "still.jpg")
    assert isinstance(found, Prospect)
    assert found.still_at is None
    assert not (tmp_path / "still.jpg").exists()


@pytest.mark.vlc
@pytest.mark.parametrize(
    ("plan", "turn", "size"),
    [
        (ClipPlan(width=640, height=360), 90, (360, 640)),
        (ClipPlan(width=640, height=360), 270, (360, 640)),
        (ClipPlan(width=720, height=576, aspect=(64, 45)), 0, (1024, 576)),
        (
            ClipPlan(width=2560, height=1440, frames=10, colours=((200, 128, 128), (60, 128, 128), (120, 128, 128))),
            0,
            (1920, 1080),
        ),
    ],
)
def test_stills_stand_upright_with_square_pixels(
    plan: ClipPlan, turn: int, size: tuple[int, int], prospector: Prospector, tmp_path: Path
) -> None:
    clip = make_clip(tmp_path / "clip.mp4", plan)
    if turn:
        turn_clip(clip, turn)
    found = prospector.look(clip, tmp_path / "still.jpg")
    assert isinstance(found, Prospect), found
    assert found.still_at is not None
    with av.open(str(tmp_path / "still.jpg")) as picture:
        stream = picture.streams.video[0]
        assert (stream.width, stream.height) == size


@pytest.mark.vlc
def test_a_file_that_is_no_film_and_one_that_is(prospector: Prospector, film: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.mp4").write_text("no film", "utf-8")
    assert prospector.look(tmp_path / "notes.mp4", None) == Refused("is not a film, or is damaged")
    assert isinstance(prospector.look(film, None), Prospect)


@pytest.mark.vlc
def test_a_process_that_dies_loses_one_file(prospector: Prospector, film: Path) -> None:
    prospector.look(film, None)
    assert prospector._errand.pid is not None
    child = prospector._errand.begin()
    child.kill()
    child.reap(20)
    assert prospector.look(film, None) == Refused("breaks the program that looks at it")
    assert isinstance(prospector.look(film, None), Prospect)
