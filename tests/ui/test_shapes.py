"""Shapes, icons and gradients, by their pixels."""

from itertools import pairwise

import pygame
import pytest
from PIL import Image

from kiosk.ui.gradients import linear, radial, value_at
from kiosk.ui.icons import Icons, icon_names
from kiosk.ui.images import Store, bytes_of, opaque_surface, surface_of_mask
from kiosk.ui.shapes import Shapes, rounded_mask

RED = (200, 40, 30, 255)
WHITE = (255, 255, 255, 255)


def alpha_at(surface: pygame.Surface, x: int, y: int) -> int:
    return surface.get_at((x, y))[3]


def test_a_disc_is_round_smooth_and_of_one_colour() -> None:
    disc = Shapes().disc(96, RED)
    assert disc.get_size() == (96, 96)
    assert disc.get_at((48, 48)) == RED
    assert [alpha_at(disc, *corner) for corner in ((0, 0), (95, 0), (0, 95), (95, 95))] == [0, 0, 0, 0]
    opacities = {alpha_at(disc, x, y) for x in range(96) for y in range(96)}
    assert len(opacities) > 20
    covered = sum(alpha_at(disc, x, y) for x in range(96) for y in range(96)) / 255
    assert covered == pytest.approx(3.14159 * 48 * 48, rel=0.005)


@pytest.mark.parametrize(("width", "height"), [(95, 95), (250, 96), (47, 120), (1, 1), (3, 8)])
def test_shapes_are_symmetric(width: int, height: int) -> None:
    mask = rounded_mask(width, height, min(width, height) / 2)
    assert mask.tobytes() == mask.transpose(Image.Transpose.FLIP_LEFT_RIGHT).tobytes()
    assert mask.tobytes() == mask.transpose(Image.Transpose.FLIP_TOP_BOTTOM).tobytes()
    assert mask.getextrema()[1] > 190


def test_an_outline_lies_inside_and_leaves_the_middle_clear() -> None:
    pill = Shapes().pill(250, 96, (0, 0, 0, 0), RED, 2)
    assert pill.get_at((125, 0)) == RED
    assert pill.get_at((125, 1)) == RED
    assert alpha_at(pill, 125, 3) == 0
    assert alpha_at(pill, 125, 48) == 0


def test_a_filled_pill_has_its_outline_over_its_fill() -> None:
    pill = Shapes().pill(250, 96, (10, 10, 10, 190), RED, 2)
    assert pill.get_at((125, 0)) == RED
    assert pill.get_at((125, 48)) == (10, 10, 10, 190)


def test_a_ring_runs_clockwise_from_the_top() -> None:
    ring = Shapes().ring(200, 8, RED, (9, 9, 9, 100), 0.25)
    assert ring.get_at((100 + 68, 100 - 68))[:3] == RED[:3]
    assert ring.get_at((100 - 68, 100 - 68)) == (9, 9, 9, 100)
    assert ring.get_at((100 - 68, 100 + 68)) == (9, 9, 9, 100)
    assert alpha_at(ring, 100, 100) == 0


@pytest.mark.parametrize(("share", "covered"), [(0.0, 0.0), (0.5, 0.5), (1.0, 1.0), (7.0, 1.0), (-1.0, 0.0)])
def test_a_ring_shows_its_share(share: float, covered: float) -> None:
    ring = Shapes().ring(200, 8, RED, None, share)
    ink = sum(alpha_at(ring, x, y) for x in range(200) for y in range(200)) / 255
    assert ink / (3.14159 * (100**2 - 92**2)) == pytest.approx(covered, abs=0.015)


def test_a_shape_is_drawn_once() -> None:
    shapes = Shapes()
    assert shapes.disc(40, RED) is shapes.disc(40, RED)
    assert shapes.disc(40, RED) is not shapes.disc(41, RED)


def test_round_corners_keep_the_picture() -> None:
    picture = pygame.Surface((100, 60))
    picture.fill(RED)
    rounded = Shapes().round_corners(picture, 10)
    assert rounded.get_at((50, 30)) == RED
    assert rounded.get_at((50, 0)) == RED
    assert alpha_at(rounded, 0, 0) == 0


@pytest.mark.parametrize("edge", ["left", "right", "top", "bottom"])
def test_a_gradient_rises_towards_its_edge(edge: str) -> None:
    mask = linear((200, 120), edge, ((0, 0), (1, 200)))  # type: ignore[arg-type]
    middle = {"left": (3, 60), "right": (196, 60), "top": (100, 3), "bottom": (100, 116)}
    opposite = {"left": "right", "right": "left", "top": "bottom", "bottom": "top"}
    assert mask.size == (200, 120)
    assert mask.getpixel(middle[edge]) >= 195
    assert mask.getpixel(middle[opposite[edge]]) <= 5


def test_a_gradient_shows_no_bands_and_keeps_its_mean() -> None:
    """Over 1,920 pixels from 0 to 40 a level would be a stripe of 48 pixels; chance breaks all of them up."""
    mask = linear((1920, 64), "right", ((0, 0), (1, 40)))
    row = mask.crop((0, 10, 1920, 11)).tobytes()
    longest = run = 1
    for before, after in pairwise(row[400:1500]):
        run = run + 1 if after == before else 1
        longest = max(longest, run)
    assert longest < 16
    for x in (500, 960, 1400):
        column = mask.crop((x, 0, x + 8, 64)).tobytes()
        expected = value_at(((0, 0), (1, 40)), (x + 4) / 1920)
        assert sum(column) / len(column) == pytest.approx(expected, abs=0.15)


def test_gradients_are_the_same_at_every_start() -> None:
    stops = ((0, 10), (1, 60))
    assert linear((64, 64), "left", stops).tobytes() == linear((64, 64), "left", stops).tobytes()
    assert radial((64, 64), stops).tobytes() == radial((64, 64), stops).tobytes()


def test_a_round_gradient_goes_from_its_center_to_the_corner() -> None:
    mask = radial((300, 200), ((0, 200), (1, 0)))
    assert mask.getpixel((150, 100)) >= 195
    assert mask.getpixel((2, 2)) <= 5


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_is_there_in_its_colour_and_inside_its_square(name: str) -> None:
    icon = Icons().icon(name, 48, RED)  # type: ignore[arg-type]
    assert icon.get_size() == (48, 48)
    ink = icon.get_bounding_rect(min_alpha=128)
    assert ink.width >= 16
    assert pygame.Rect(0, 0, 48, 48).contains(ink)
    solid = {tuple(icon.get_at((x, y))[:3]) for x in range(48) for y in range(48) if alpha_at(icon, x, y) > 250}
    assert all(max(abs(a - b) for a, b in zip(colour, RED[:3], strict=True)) <= 2 for colour in solid)


def test_back_is_mirrored_for_arabic_and_play_is_not() -> None:
    icons = Icons()
    back, retour = icons.icon("back", 48, WHITE), icons.icon("back", 48, WHITE, "rtl")
    flipped = pygame.transform.flip(back, True, False)
    assert pygame.image.tobytes(retour, "RGBA") == pygame.image.tobytes(flipped, "RGBA")
    assert pygame.image.tobytes(retour, "RGBA") != pygame.image.tobytes(back, "RGBA")
    for name in ("play", "rewind"):
        assert icons.icon(name, 48, WHITE, "rtl") is icons.icon(name, 48, WHITE)  # type: ignore[arg-type]


def test_surfaces_have_the_order_of_the_screen() -> None:
    words = surface_of_mask(Image.new("L", (4, 4), 128), RED)
    assert words.get_at((1, 1)) == (200, 40, 30, 128)
    assert words.get_masks()[:3] == (0xFF0000, 0xFF00, 0xFF)
    picture = opaque_surface(Image.new("RGB", (5, 4), (200, 40, 30)))
    assert picture.get_at((4, 3)) == RED
    assert picture.get_masks() == (0xFF0000, 0xFF00, 0xFF, 0)
    assert not picture.get_locked()
    assert bytes_of(picture) == 80


def test_a_store_keeps_to_its_limit_and_forgets_the_oldest() -> None:
    store: Store[str] = Store(10, len)
    for word in ("four", "five", "six"):
        store.put(word, word)
    assert (store.get("four"), store.get("five"), store.get("six"), store.bytes) == (None, "five", "six", 7)
    store.get("five")
    store.put("seven", "seven")
    assert (store.get("five"), store.get("six"), store.bytes) == ("five", None, 9)
    store.put("five", "5")
    assert store.bytes == 6
    store.drop(lambda key: key == "five")
    assert (store.get("five"), store.bytes) == (None, 5)


def test_a_thing_above_the_limit_is_kept_until_the_next_comes() -> None:
    store: Store[str] = Store(3, len)
    assert store.put("large", "large") == "large"
    assert store.get("large") == "large"
    store.put("x", "x")
    assert store.get("large") is None
