"""The strip that carries a frame's number: drawn, scaled, dimmed, torn."""

import numpy as np
import pytest

from tests.bench.number import BLOCK, TOP, StripReader, bits_of, draw


def read(picture: np.ndarray, place: tuple[int, int, int, int] | None = None) -> int | None:
    reader = StripReader((picture.shape[1], picture.shape[0]), place)
    x, y, width, height = reader.rect
    return reader.read(picture[y : y + height, x : x + width].tobytes())


def frame_with(number: int, black: int = 16, white: int = 235) -> np.ndarray:
    luma = np.full((1080, 1920), 90, np.uint8)
    draw(luma, number, black, white)
    return np.repeat(luma[:, :, None], 4, axis=2)


@pytest.mark.parametrize("number", [0, 1, 1499, 2047, 2048, 4095])
def test_a_number_comes_back(number: int) -> None:
    assert read(frame_with(number)) == number


def test_the_largest_number_is_4095() -> None:
    with pytest.raises(ValueError, match="a strip holds 0 to 4095, not 4096"):
        bits_of(4096)


def test_a_dim_strip_reads_through_a_scrim() -> None:
    assert read(frame_with(777, black=8, white=60)) == 777


def test_no_strip_no_number() -> None:
    assert read(np.full((1080, 1920, 4), 90, np.uint8)) is None


def test_a_smaller_letterboxed_film_reads_too() -> None:
    screen = np.zeros((1024, 1280, 4), np.uint8)
    rows = np.arange(720) * 1080 // 720
    columns = np.arange(1280) * 1920 // 1280
    screen[152:872] = frame_with(1234)[rows][:, columns]
    assert read(screen, place=(0, 152, 1280, 720)) == 1234


def test_every_single_wrong_block_is_noticed() -> None:
    for block in range(2, 20):
        picture = frame_with(1499)
        area = picture[TOP : TOP + BLOCK, block * BLOCK : (block + 1) * BLOCK]
        area[:] = 251 - area
        assert read(picture) is None
