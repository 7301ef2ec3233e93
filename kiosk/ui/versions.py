"""What words and pictures are drawn with, for those who look after the machine."""

from collections.abc import Iterable
from pathlib import Path
from typing import get_args

import pygame
from PIL import ImageFont, features

from kiosk.ui.text.fonts import Fonts
from kiosk.ui.theme import Weight


def sdl() -> str:
    """Such as ``2.32.10``."""
    return ".".join(map(str, pygame.get_sdl_version()))


def raqm() -> str | None:
    """What shapes Arabic, such as ``0.11.0``; None where Pillow finds it, or FriBidi, not."""
    return features.version("raqm") if features.check("raqm") else None


def fribidi() -> str | None:
    """What orders lines of both directions; None where Raqm is not there to tell."""
    return features.version("fribidi") if features.check("raqm") else None


def harfbuzz() -> str | None:
    """What chooses the forms of letters; None where Raqm is not there to tell."""
    return features.version("harfbuzz") if features.check("raqm") else None


def unusable_fonts(files: Iterable[Path]) -> list[Path]:
    """Those that are missing, or that FreeType cannot open."""
    found = []
    for file in files:
        try:
            ImageFont.truetype(str(file), 20)
        except (OSError, ValueError):
            found.append(file)
    return found


def unusable_weights() -> list[str]:
    """Weights of the kiosk's own typeface whose file is missing or damaged. RuntimeError without Raqm."""
    found = []
    for weight in get_args(Weight):
        try:
            Fonts().face(weight, 20)
        except OSError:
            found.append(str(weight))
    return found
