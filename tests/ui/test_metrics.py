"""Sizes in hands and eyes (visitors.md, "Numbers to build to")."""

from typing import get_args

import pytest

from kiosk.ui.metrics import CAP_HEIGHT, DESIGN_SIZES, Metrics, Role

HONEST_SCREENS = [
    (1920, 1080, 24),
    (1920, 1080, 21.5),
    (1920, 1080, 15.6),
    (3840, 2160, 24),
    (1080, 1920, 43),
    (1280, 720, 24),
]


def test_the_pictures_of_the_design_are_met_at_their_own_size() -> None:
    metrics = Metrics(1920, 1080, 24)
    assert round(1 / metrics.px_per_mm, 3) == 0.277
    assert (metrics.margin, metrics.target, metrics.secondary, metrics.gap, metrics.line) == (96, 96, 80, 24, 2)
    assert (metrics.size("title"), metrics.size("body"), metrics.size("small")) == (88, 30, 25)
    assert not metrics.tall


@pytest.mark.parametrize(("width", "inches", "mm_per_px"), [(1920, 21.5, 0.248), (1920, 32, 0.369), (1920, 55, 0.634)])
def test_a_pixel_in_millimetres(width: int, inches: float, mm_per_px: float) -> None:
    assert round(1 / Metrics(width, 1080, inches).px_per_mm, 3) == mm_per_px


@pytest.mark.parametrize("screen", HONEST_SCREENS)
def test_targets_and_reading_text_are_as_large_as_hands_and_eyes_need(screen: tuple[int, int, float]) -> None:
    metrics = Metrics(*screen)
    assert metrics.target / metrics.px_per_mm >= 20
    assert metrics.secondary / metrics.px_per_mm >= 15
    assert metrics.gap / metrics.px_per_mm >= 3
    for role in DESIGN_SIZES:
        assert metrics.size(role) * CAP_HEIGHT / metrics.px_per_mm >= 4.8
        assert metrics.size(role) >= 24 * min(metrics.width, metrics.height) / 1080


def test_on_a_very_small_screen_millimetres_give_way_to_the_layout() -> None:
    metrics = Metrics(1280, 800, 10.1)
    assert metrics.target == metrics.u(132)
    assert metrics.size("body") == metrics.u(44)
    assert metrics.target / metrics.px_per_mm > 10


def test_sizes_grow_with_the_pixels() -> None:
    small, large = Metrics(1280, 720), Metrics(3840, 2160)
    assert [large.size(role) for role in ("display", "title", "body")] == [200, 176, 60]
    assert large.column == pytest.approx(3 * small.column, rel=0.03)


def test_a_tall_screen_counts_from_its_short_side() -> None:
    metrics = Metrics(1080, 1920, 24)
    assert metrics.tall
    assert (metrics.u(1080), metrics.margin, metrics.target) == (1080, 64, 96)


def test_larger_text_is_larger_on_the_glass() -> None:
    metrics = Metrics(1920, 1080, 24, reading_cap_mm=7.3)
    assert metrics.size("body") * CAP_HEIGHT / metrics.px_per_mm >= 7.3


def test_a_screen_without_size_is_refused() -> None:
    with pytest.raises(ValueError, match=r"a screen of 0x1080 pixels and 24\.0 inches has no size"):
        Metrics(0, 1080)


def test_every_role_has_a_size() -> None:
    assert set(DESIGN_SIZES) == set(get_args(Role))
