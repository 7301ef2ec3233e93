"""Stills that are shown, but not as they might be."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from kiosk.changes.identity import identity_of
from kiosk.config.load import Loaded
from kiosk.config.problems import Problem
from kiosk.config.tree import Scalar, child, items_at
from kiosk.exhibition.exhibition import Exhibition
from kiosk.health.contents.found import FilmPlaces, Found
from kiosk.health.contents.memory import ContentMemory
from kiosk.ui.screens.film import STILL_TALL
from kiosk.ui.still_facts import StillFacts, still_facts

MOST_ENLARGED: Final = 1.3
"""A picture that is enlarged more than so many times looks soft beside the letters."""
LEAST_SEEN: Final = 0.6
"""Share of a picture that is seen at least: of the usual shape, 16:9, the page on a tall screen shows a little more."""
HUGE_MEGAPIXELS: Final = 50

Size = tuple[int, int]


def still_findings(
    loaded: Loaded, exhibition: Exhibition, places: FilmPlaces, screen: Size, memory: ContentMemory
) -> Iterator[Problem]:
    """A finding for each flaw of a film's still, and of the loop's own ones. ``screen``: pixels as it is seen."""
    for film in exhibition.playlist.films:
        if film.still is not None:
            name = _name(exhibition, film.still)
            for found in _remembered(film.still, page_place(screen), memory, crops=True):
                yield places.problem(film.id, ("still",), Found(found.code, f"{name} {found.message}", found.severity))
    of_films = {film.still for film in exhibition.playlist.films}
    for root in loaded.roots.values():
        for number, item in items_at(root, ("items",)):
            still = child(item, "still")
            file = exhibition.media / still.text if isinstance(still, Scalar) else None
            if file is not None and file not in of_films:
                for found in _remembered(file, screen, memory, crops=False):
                    message = f"{_name(exhibition, file)} {found.message}"
                    yield Found(found.code, message, found.severity).there(root, ("items", number, "still"))


def page_place(screen: Size) -> Size:
    """Where a film's page shows the still: everywhere, or over the upper half of a tall screen."""
    width, height = screen
    return (width, round(height * STILL_TALL)) if height > width else screen


def _remembered(file: Path, place: Size, memory: ContentMemory, *, crops: bool) -> list[Found]:
    decides = ("still", identity_of(file), place, crops)
    return memory.recall(decides, partial(_of_file, file, place, crops=crops))


def _of_file(file: Path, place: Size, *, crops: bool) -> Iterator[Found]:
    facts = still_facts(file)
    if facts is not None:
        yield from of_facts(facts, place, crops=crops)


def of_facts(facts: StillFacts, place: Size, *, crops: bool) -> Iterator[Found]:
    """What is wrong with a picture that fills ``place`` (pixels); ``crops``: what does not fit is cut off."""
    width, height = facts.width, facts.height
    across, down = place[0] / width, place[1] / height
    enlarged = max(across, down) if crops else min(across, down)
    if enlarged > MOST_ENLARGED:
        yield Found(
            "still-small",
            f"has {width} × {height} pixels and is enlarged {enlarged:.1f} times to fill {place[0]} × {place[1]}.",
        )
    seen = min(across, down) / max(across, down)
    if crops and seen < LEAST_SEEN - 1e-6:
        sides = "at the sides" if across < down else "above and below"
        yield Found("still-cropped", f"has {width} × {height} pixels: {1 - seen:.0%} of it are cut off {sides}.")
    if width * height > HUGE_MEGAPIXELS * 1e6:
        yield Found("still-huge", f"has {width * height / 1e6:.0f} megapixels, which take long to decode.")
    if facts.turned:
        yield Found("still-turned", "lies on its side or head, with a note of the camera by which the kiosk turns it.")
    if facts.cmyk:
        yield Found("still-cmyk", "has the colours of print (CMYK), which are guessed on a screen.")
    if facts.transparent:
        yield Found("still-transparent", "may be transparent in places; visitors see a dark ground there.")
    if facts.moves:
        yield Found("still-moves", "has several pictures; visitors see the first.")


def _name(exhibition: Exhibition, file: Path) -> str:
    return file.relative_to(exhibition.media).as_posix() if file.is_relative_to(exhibition.media) else file.name
