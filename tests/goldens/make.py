"""Makes the goldens anew: ``python -m tests.goldens.make [NAME…]``. Look at each one before it is kept.

A golden is a screen of the sample exhibition with plain stills in place of its own, at one of two sizes. The plain
stills and fewer levels a channel keep the files small; words, places, colours and gradients stay what they are.
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
from PIL import Image

from kiosk.exhibition.exhibition import Exhibition
from kiosk.ui.preview import SCREENS, Sitting, pictures
from tests.ui.screenplay import LANGUAGES, NOW, TRACKS, durations, sample

FOLDER = Path(__file__).parent
SIZES = ((1280, 720), (720, 1280))
LEVELS_BITS = 3
"""Lowest bits of a channel that are left out: chance in gradients is not worth its bytes."""
TONES = ((150, 98, 52), (70, 96, 130), (92, 100, 116), (150, 148, 96), (40, 110, 104), (140, 70, 64))


DRAWN = tuple(screen for screen in SCREENS if screen != "languages")
"""The sample has two languages, so it has no menu of them."""


def names() -> list[str]:
    """Of all goldens, such as ``browse-ar-720x1280``."""
    return [f"{screen}-{language}-{w}x{h}" for screen in DRAWN for language in LANGUAGES for w, h in SIZES]


def path_of(name: str) -> Path:
    return FOLDER / f"{name}.png"


def drawn(wanted: list[str], stills: Path) -> Iterator[tuple[str, Image.Image]]:
    """The goldens of those names as they are drawn now. ``stills``: a folder for the plain stills."""
    exhibition = with_plain_stills(sample(), stills)
    for size in SIZES:
        for language in LANGUAGES:
            end = f"-{language}-{size[0]}x{size[1]}"
            screens = tuple(each.removesuffix(end) for each in wanted if each.endswith(end))
            sitting = Sitting(exhibition, size, exhibition.playlist.films[0], NOW, durations(exhibition), tracks=TRACKS)
            for picture in pictures(sitting, language, screens):
                yield picture.name + end, reduced(picture.surface)


def with_plain_stills(exhibition: Exhibition, folder: Path) -> Exhibition:
    """The exhibition with a still of two tones for every film."""
    films = []
    for film, tone in zip(exhibition.playlist.films, TONES, strict=False):
        path = folder / f"{film.id}.png"
        still = Image.new("RGB", (960, 540), tone)
        still.paste(tuple(each * 5 // 8 for each in tone), (0, 340, 960, 540))
        still.paste(tuple(min(255, each * 3 // 2) for each in tone), (560, 120, 720, 280))
        still.save(path)
        films.append(replace(film, still=path))
    return replace(exhibition, playlist=replace(exhibition.playlist, films=tuple(films)))


def reduced(surface: pygame.Surface) -> Image.Image:
    """A picture with fewer levels a channel."""
    picture = Image.frombytes("RGB", surface.get_size(), pygame.image.tobytes(surface, "RGB"))
    half = 1 << (LEVELS_BITS - 1)
    return picture.point([min(255, (value >> LEVELS_BITS << LEVELS_BITS) + half) for value in range(256)] * 3)


def main(wanted: list[str]) -> int:
    """Make those goldens, or all."""
    unknown = [each for each in wanted if each not in names()]
    if unknown:
        print(f"There is no golden {unknown[0]}. They are: {', '.join(names())}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        for name, picture in drawn(wanted or names(), Path(folder)):
            picture.save(path_of(name), optimize=True)
            print(path_of(name))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
