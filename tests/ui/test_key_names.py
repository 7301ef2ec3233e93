"""The names that installers may give keys are SDL's."""

import pygame
import pytest

from kiosk.config.keys import KEY_NAMES


@pytest.fixture(scope="module", autouse=True)
def video() -> None:
    pygame.display.init()


@pytest.mark.parametrize("name", sorted(KEY_NAMES))
def test_sdl_knows_the_name(name: str) -> None:
    assert pygame.key.name(pygame.key.key_code(name), use_compat=False).lower() == name
