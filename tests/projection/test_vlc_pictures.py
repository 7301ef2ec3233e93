"""The shape and the colours of pictures from VLC, against what was put into the film."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from film_clips import ClipPlan, make_clip, turn_clip
from numpy.typing import NDArray
from shows import Rolling, VlcShow

from kiosk.projection.contract import Matrix, MediaFacts, Picture, Reel
from kiosk.projection.fitting import shown_size

pytestmark = pytest.mark.vlc

Colours = tuple[tuple[int, int, int], ...]

LIMITED = ((235, 128, 128), (16, 128, 128), (81, 90, 240), (145, 54, 34), (41, 240, 110), (120, 100, 180))
FULL = ((255, 128, 128), (0, 128, 128), (76, 85, 255), (150, 44, 21), (29, 255, 107), (120, 100, 180))


@pytest.fixture(scope="module")
def show() -> Iterator[VlcShow]:
    show = VlcShow()
    yield show
    show.shown.clear()
    assert show.projector.close(3.0)


def planes(picture: Picture) -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint8]]:
    """Copies of Y, Cb and Cr."""
    width, height = picture.width, picture.height
    values = np.frombuffer(picture.planes, np.uint8).copy()
    luma, chroma = width * height, width * height // 4
    half = (height // 2, width // 2)
    return (
        values[:luma].reshape(height, width),
        values[luma : luma + chroma].reshape(half),
        values[luma + chroma :].reshape(half),
    )


def first_picture(show: VlcShow, file: Path, facts: MediaFacts, size: tuple[int, int]) -> Picture:
    show.projector.load(Reel(file, facts, size), paused=False)
    show.until(Rolling)
    picture = show.projector.picture(show.clock.monotonic())
    assert picture is not None
    return picture


def stripes(count: int) -> tuple[tuple[int, int, int], ...]:
    """Black and white in turn."""
    return tuple((220 if index % 2 else 30, 128, 128) for index in range(count))


def edges(line: NDArray[np.uint8]) -> list[int]:
    """Where black and white meet."""
    return [int(at) for at in np.flatnonzero(np.diff((line > 125).astype(int))) + 1]


@pytest.mark.parametrize("size", [(320, 180), (480, 270), (160, 90)])
@pytest.mark.parametrize(
    ("colours", "plan"),
    [
        (LIMITED, {"colourspace": 5, "width": 320, "height": 180}),
        (LIMITED, {"colourspace": 1, "width": 1280, "height": 720}),
        (FULL, {"colourspace": 5, "full_range": True, "pixels": "yuvj420p", "width": 320, "height": 180}),
    ],
    ids=["601", "709", "full range"],
)
def test_colours_are_those_of_the_film(
    show: VlcShow, tmp_path: Path, colours: Colours, plan: dict[str, int], size: tuple[int, int]
) -> None:
    matrix = Matrix.FULL_RANGE if plan.get("full_range") else Matrix(1 if plan["colourspace"] == 5 else 2)
    file = make_clip(tmp_path / "colours.mp4", ClipPlan(frames=10, colours=colours, sound=False, **plan))
    facts = MediaFacts(plan["width"], plan["height"], 1.0, 0, 0.4, 25.0, matrix, has_sound=False)
    picture = first_picture(show, file, facts, size)
    assert picture.matrix is matrix

    luma, blue, red = planes(picture)
    middle, half = size[1] // 2, size[1] // 4
    for index, colour in enumerate(colours):
        at = (2 * index + 1) * size[0] // (2 * len(colours))
        found = (int(luma[middle, at]), int(blue[half, at // 2]), int(red[half, at // 2]))
        assert found == pytest.approx(colour, abs=1), f"stripe {index}"


@pytest.mark.parametrize(
    ("width", "height", "aspect", "screen", "size"),
    [
        (720, 576, (16, 11), (1920, 1080), (1920, 1056)),
        (720, 576, (12, 11), (1920, 1080), (1472, 1080)),
        (640, 480, None, (1280, 720), (960, 720)),
        (1920, 1080, None, (1280, 720), (1280, 720)),
        (406, 720, None, (1280, 720), (406, 720)),
    ],
    ids=["wide SD", "narrow SD", "4:3", "coded as 1088", "vertical"],
)
def test_pictures_are_not_stretched(
    show: VlcShow,
    tmp_path: Path,
    width: int,
    height: int,
    aspect: tuple[int, int] | None,
    screen: tuple[int, int],
    size: tuple[int, int],
) -> None:
    plan = ClipPlan(width, height, frames=5, colours=stripes(8), sound=False, aspect=aspect)
    file = make_clip(tmp_path / "stripes.mp4", plan)
    ratio = aspect[0] / aspect[1] if aspect else 1.0
    facts = MediaFacts(width, height, ratio, 0, 0.2, 25.0, Matrix.BT601, has_sound=False)
    assert shown_size(facts, screen) == pytest.approx(size, abs=2)

    size = shown_size(facts, screen)
    luma, _, _ = planes(first_picture(show, file, facts, size))
    assert edges(luma[size[1] // 2]) == pytest.approx([size[0] * index / 8 for index in range(1, 8)], abs=2)
    assert edges(luma[3]) == edges(luma[size[1] - 4]) == edges(luma[size[1] // 2])


@pytest.mark.parametrize(("degrees", "first"), [(90, 30), (270, 220)])
def test_a_film_from_a_telephone_stands_upright(show: VlcShow, tmp_path: Path, degrees: int, first: int) -> None:
    """Stripes that stand side by side lie on top of each other after a quarter turn."""
    file = make_clip(tmp_path / "turned.mp4", ClipPlan(frames=5, colours=stripes(4), sound=False))
    turn_clip(file, degrees)
    facts = MediaFacts(320, 180, 1.0, degrees, 0.2, 25.0, Matrix.BT601, has_sound=False)
    size = shown_size(facts, (640, 360))
    assert size == (202, 360)

    luma, _, _ = planes(first_picture(show, file, facts, size))
    assert edges(luma[:, size[0] // 2]) == pytest.approx([90, 180, 270], abs=2)
    assert edges(luma[45]) == []
    # Clockwise, what was on the left is on top; the other way round it is at the bottom.
    assert luma[45, 100] == pytest.approx(first, abs=4)
