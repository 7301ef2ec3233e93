"""Every screen as it was when somebody last looked at it. Made by ``python -m tests.goldens.make``, never by a test."""

import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.goldens.make import drawn, names, path_of

STEP = 24
"""Difference of a pixel, 0–255 a channel, from which on it counts: three of the goldens' levels."""
MOST_PIXELS = 0.001
"""Share of the pixels that may differ: another version of the font engine moves an edge here and there."""


def difference(one: Image.Image, other: Image.Image) -> float:
    """Share of the pixels that differ; 1 for another size."""
    if one.size != other.size:
        return 1.0
    first, second = (np.asarray(each.convert("RGB"), dtype=int) for each in (one, other))
    return float((np.abs(first - second).max(axis=2) >= STEP).mean())


@pytest.fixture(scope="module")
def now(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Image.Image]:
    """All screens as they are drawn now."""
    return dict(drawn(names(), tmp_path_factory.mktemp("stills")))


@pytest.mark.xdist_group("goldens")
@pytest.mark.parametrize("name", names())
def test_a_screen_looks_as_it_did(name: str, now: dict[str, Image.Image], tmp_path: Path) -> None:
    golden = path_of(name)
    if not golden.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{golden.name} is missing. Make it, look at it, and commit it.")
        pytest.skip(f"{golden.name} is missing: python -m tests.goldens.make {name}")
    share = difference(Image.open(golden), now[name])
    if share > MOST_PIXELS:
        now[name].save(tmp_path / f"{name}.png")
        pytest.fail(
            f"{share:.2%} of {golden.name} are different. Look at {tmp_path / f'{name}.png'}; "
            f"if it is better: python -m tests.goldens.make {name}"
        )


def test_no_golden_is_left_of_a_screen_that_is_gone() -> None:
    assert {each.stem for each in path_of("any").parent.glob("*.png")} <= set(names())


def test_the_difference_sees_a_moved_button_but_not_a_grain() -> None:
    plain = Image.new("RGB", (400, 400), (11, 11, 11))
    button, moved, grain = plain.copy(), plain.copy(), plain.copy()
    button.paste((233, 184, 114), (100, 100, 200, 140))
    moved.paste((233, 184, 114), (103, 100, 203, 140))
    grain.paste((19, 19, 19), (0, 0, 200, 400))
    assert difference(button, button) == 0.0
    assert difference(button, moved) > MOST_PIXELS
    assert difference(plain, grain) == 0.0
    assert difference(plain, plain.resize((200, 200))) == 1.0
