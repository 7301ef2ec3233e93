"""Stills of every kind, good and bad."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pygame
import pytest
from PIL import Image, ImageCms, ImageDraw

from kiosk.ui.stills import Stills
from kiosk.ui.theme import Theme, contrast

THEME = Theme()
SIZE = (300, 200)


@pytest.fixture
def stills() -> Iterator[Stills]:
    made = Stills(THEME)
    yield made
    made.close()


def near(surface: pygame.Surface | None, at: tuple[int, int], colour: tuple[int, int, int], within: int = 6) -> bool:
    assert surface is not None
    return all(abs(a - b) <= within for a, b in zip(surface.get_at(at)[:3], colour, strict=True))


def halves(size: tuple[int, int] = (600, 400)) -> Image.Image:
    """Red on the left, blue on the right."""
    picture = Image.new("RGB", size, (200, 0, 0))
    ImageDraw.Draw(picture).rectangle((size[0] // 2, 0, *size), fill=(0, 0, 200))
    return picture


def test_a_still_fills_its_size(stills: Stills, tmp_path: Path) -> None:
    halves().save(tmp_path / "still.jpg", quality=95)
    found = stills.cover(tmp_path / "still.jpg", SIZE)
    assert found is not None
    assert found.get_size() == SIZE
    assert found.get_masks()[3] == 0
    assert near(found, (20, 100), (200, 0, 0))
    assert near(found, (280, 100), (0, 0, 200))
    assert stills.problem(tmp_path / "still.jpg") is None


def test_what_is_too_wide_is_cropped_around_its_focus(stills: Stills, tmp_path: Path) -> None:
    halves((1200, 200)).save(tmp_path / "wide.png")
    left = stills.cover(tmp_path / "wide.png", (200, 200), focus=(0.0, 0.5))
    right = stills.cover(tmp_path / "wide.png", (200, 200), focus=(1.0, 0.5))
    assert near(left, (190, 100), (200, 0, 0))
    assert near(right, (10, 100), (0, 0, 200))


def test_a_photograph_is_turned_as_its_camera_noted(stills: Stills, tmp_path: Path) -> None:
    orientation = Image.Exif()
    orientation[0x0112] = 6  # to be turned a quarter to the right: what is left comes to the top
    halves().save(tmp_path / "turned.jpg", exif=orientation, quality=95)
    found = stills.cover(tmp_path / "turned.jpg", (200, 300))
    assert near(found, (100, 20), (200, 0, 0))
    assert near(found, (100, 280), (0, 0, 200))


def test_print_colours_become_screen_colours(stills: Stills, tmp_path: Path) -> None:
    Image.new("CMYK", SIZE, (0, 255, 255, 0)).save(tmp_path / "cmyk.jpg", quality=95)
    assert near(stills.cover(tmp_path / "cmyk.jpg", SIZE), (100, 100), (255, 0, 0), within=20)


def test_a_colour_profile_is_followed(stills: Stills, tmp_path: Path) -> None:
    swapped = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    Image.new("RGB", SIZE, (10, 200, 30)).save(tmp_path / "odd.png", icc_profile=swapped.tobytes())
    assert near(stills.cover(tmp_path / "odd.png", SIZE), (100, 100), (10, 200, 30))


def test_sixteen_bits_become_eight(stills: Stills, tmp_path: Path) -> None:
    deep = Image.new("I;16", SIZE, 32768)
    deep.save(tmp_path / "deep.png")
    assert near(stills.cover(tmp_path / "deep.png", SIZE), (100, 100), (128, 128, 128))


def test_transparent_parts_show_the_ground(stills: Stills, tmp_path: Path) -> None:
    Image.new("RGBA", SIZE, (255, 255, 255, 0)).save(tmp_path / "clear.png")
    assert near(stills.cover(tmp_path / "clear.png", SIZE), (100, 100), THEME.ground[:3], within=0)


@pytest.mark.parametrize("mode", ["P", "1", "L", "LA"])
def test_other_modes_are_shown(stills: Stills, tmp_path: Path, mode: str) -> None:
    Image.new(mode, SIZE).save(tmp_path / "still.png")
    assert stills.cover(tmp_path / "still.png", SIZE) is not None


def test_what_cannot_be_shown_is_ready_at_once(stills: Stills, tmp_path: Path) -> None:
    assert stills.cover(tmp_path / "none.jpg", SIZE) is None
    assert stills.ready(tmp_path / "none.jpg", SIZE)


def test_no_path_is_no_still(stills: Stills) -> None:
    assert stills.cover(None, SIZE) is None
    assert stills.ready(None, SIZE)


def test_a_still_is_read_once_until_it_is_forgotten(stills: Stills, tmp_path: Path) -> None:
    file = tmp_path / "still.png"
    halves().save(file)
    first = stills.cover(file, SIZE)
    file.unlink()
    assert stills.cover(file, SIZE) is first
    stills.forget()
    assert stills.cover(file, SIZE) is None


def test_a_still_is_prepared_ahead(stills: Stills, tmp_path: Path) -> None:
    halves().save(tmp_path / "still.png")
    assert not stills.ready(tmp_path / "still.png", SIZE, "text-left")
    stills.prefetch(tmp_path / "still.png", SIZE, "text-left")
    assert stills.picture(tmp_path / "still.png", SIZE, "text-left") is not None
    assert stills.ready(tmp_path / "still.png", SIZE, "text-left")


@pytest.mark.parametrize(("look", "words_at"), [("text-left", (40, 400)), ("text-right", (1240, 400))])
def test_words_can_be_read_beside_even_a_white_still(
    stills: Stills, tmp_path: Path, look: str, words_at: tuple[int, int]
) -> None:
    Image.new("RGB", (640, 360), (255, 255, 255)).save(tmp_path / "white.png")
    ground = stills.picture(tmp_path / "white.png", (1280, 720), look)  # type: ignore[arg-type]
    assert ground is not None
    left = words_at[0] < 640
    column = range(64, 64 + 500, 20) if left else range(1280 - 64 - 500, 1280 - 64, 20)
    for x in column:
        assert contrast(THEME.ink, (*ground.get_at((x, 400))[:3], 255)) >= 7
    corner = (1100, 640) if left else (180, 640)  # where the content note stands
    assert contrast(THEME.ink, (*ground.get_at(corner)[:3], 255)) >= 7
    far, near_words = ground.get_at((1270, 100) if left else (10, 100)), ground.get_at(words_at)
    assert far[0] > near_words[0] + 40


def test_the_looks_for_both_directions_mirror_each_other(stills: Stills, tmp_path: Path) -> None:
    Image.new("RGB", (640, 360), (120, 120, 120)).save(tmp_path / "grey.png")
    left = stills.picture(tmp_path / "grey.png", (640, 360), "text-left")
    right = stills.picture(tmp_path / "grey.png", (640, 360), "text-right")
    assert left is not None
    assert right is not None
    for x in range(10, 640, 50):
        assert abs(left.get_at((x, 100))[0] - right.get_at((639 - x, 100))[0]) <= 3


def test_the_ground_of_a_note_is_dark_and_soft(stills: Stills, tmp_path: Path) -> None:
    halves((640, 360)).save(tmp_path / "still.png")
    ground = stills.picture(tmp_path / "still.png", (1280, 720), "blurred")
    assert ground is not None
    row = [ground.get_at((x, 300))[:3] for x in range(0, 1280, 4)]
    assert max(max(colour) for colour in row) <= 60
    assert max(abs(a[0] - b[0]) for a, b in pairwise(row)) <= 6
    assert row[20][0] > row[20][2]
    assert row[-20][2] > row[-20][0]


def test_a_tall_still_sinks_into_the_ground(stills: Stills, tmp_path: Path) -> None:
    Image.new("RGB", (640, 640), (200, 200, 200)).save(tmp_path / "still.png")
    found = stills.picture(tmp_path / "still.png", (400, 400), "text-bottom")
    assert near(found, (200, 150), (200, 200, 200), within=8)
    assert near(found, (200, 398), THEME.ground[:3], within=2)


def test_a_film_without_a_still_has_a_tone_of_its_own(stills: Stills) -> None:
    one, other = stills.plain("return-to-homs", SIZE), stills.plain("the-cave", SIZE)
    assert stills.plain("return-to-homs", SIZE) is one
    assert one.get_at((80, 40)) != other.get_at((80, 40))
    for ground in (one, other):
        assert all(
            contrast(THEME.ink, (*ground.get_at((x, y))[:3], 255)) >= 7
            for x in range(0, 300, 30)
            for y in (5, 100, 195)
        )
