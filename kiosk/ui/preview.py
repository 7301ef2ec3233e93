"""Pictures of every screen without a display, and beside each what can be tapped and read on it."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pygame
from pygame import Surface

from kiosk.captions.track import Track
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Film, Playlist
from kiosk.exhibition.loop import CardItem, Loop, StillItem
from kiosk.ui.preview_hours import at_cinema, near_screening, standing_for
from kiosk.ui.preview_panel import PANEL_SCREENS, panel_for
from kiosk.ui.showing import Showing
from kiosk.ui.stage import Stage
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.visit.captions import CaptionChoice
from kiosk.visit.comfort import PLAIN, Comfort
from kiosk.visit.languages import MENU_FROM
from kiosk.visit.places import AtPanel, Attract, Browse, Farewell, FilmPage, Foyer, Note, Place, Watching
from kiosk.visit.visit import Visit

SCREENS = (
    *("attract", "loop-card", "loop-still", "browse", "film", "apology", "more", "transcript", "note", "watching"),
    *("captions", "continue", "comfort", "still-there", "languages", "closed"),
    *("closing", "screening", "foyer", "cinema", "farewell"),
    *PANEL_SCREENS,
)
"""Names of the pictures, in the order in which a visitor may see them."""

_NOW = 1000.0
_SETTLED = _NOW + 10.0
_POSITION_SHARE = 0.38
_ASKED_SECONDS_AGO = 11.0
_COUNTED_SECONDS = 134.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A screen as it is drawn. ``description`` as in ``Stage.describe``, with ``size`` and ``language``."""

    name: str
    language: str
    surface: Surface
    description: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sitting:
    """What is to be drawn: the exhibition at a size (pixels), at a moment, with the lengths of its excerpts.

    ``durations`` in seconds by (film id, excerpt id). ``film``: whose pages are drawn. ``comfort``: what the visitor
    switched. ``tracks``: the captions of the film's first excerpt by language.
    """

    exhibition: Exhibition
    size: tuple[int, int]
    film: Film
    now: datetime
    durations: Mapping[tuple[str, str], float]
    comfort: Comfort = PLAIN
    tracks: Mapping[str, Track] = field(default_factory=dict)


def pictures(sitting: Sitting, language: str, screens: tuple[str, ...] = SCREENS) -> Iterator[Picture]:
    """Draw the screens in a language, one after the other; a screen that there is no reason for is left out."""
    tools = Tools.for_screen(sitting.size, sitting.exhibition)
    try:
        for name in screens:
            view = _view(sitting, name, language)
            if view is not None:
                yield _picture(sitting, tools, name, view)
    finally:
        tools.close()


def save(picture: Picture, folder: Path) -> Path:
    """Write a picture and its description (JSON); answers the picture's path. OSError where that fails."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{picture.name}-{picture.language}.png"
    pygame.image.save(picture.surface, path)
    text = json.dumps(picture.description, ensure_ascii=False, indent=1)
    path.with_suffix(".json").write_text(text + "\n", encoding="utf-8")
    return path


def _picture(sitting: Sitting, tools: Tools, name: str, view: View) -> Picture:
    surface = Surface(sitting.size, 0, 32)
    stage = Stage(sitting.size, view.exhibition, tools)
    stage.show(view, _NOW)
    film = _film_painter(tools, sitting.film)
    for moment in (_NOW, _SETTLED):
        stage.draw(surface, moment, film, _film_size(sitting.size))
    description = {"size": list(sitting.size), "language": view.language, **stage.describe()}
    return Picture(name, view.language, surface, description)


def _film_painter(tools: Tools, film: Film) -> Callable[[Surface], None]:
    """Paints the film's still as a frame of it."""
    size = _film_size(tools.size)

    def paint(surface: Surface) -> None:
        surface.fill((0, 0, 0))
        still = tools.stills.cover(film.still, size) or tools.stills.plain(film.id, size)
        surface.blit(still, still.get_rect(center=surface.get_rect().center))

    return paint


def _film_size(size: tuple[int, int]) -> tuple[int, int]:
    """A wide film's frame, fitted into the screen."""
    width = min(size[0], size[1] * 16 // 9)
    return width, width * 9 // 16


def _view(sitting: Sitting, name: str, language: str) -> View | None:
    film = sitting.film
    excerpt = film.excerpts[0] if film.excerpts else None
    items = sitting.exhibition.loop.items
    shown: dict[str, Showing] = {
        "loop-card": next((each for each in items if isinstance(each, CardItem)), None),
        "loop-still": next((each for each in items if isinstance(each, StillItem)), None),
    }
    places: dict[str, Place | None] = {
        "attract": Attract(),
        "loop-card": Attract() if shown["loop-card"] else None,
        "loop-still": Attract() if shown["loop-still"] else None,
        "closed": Attract(),
        "browse": Browse(),
        "still-there": FilmPage(film.id),
        "languages": Browse() if len(sitting.exhibition.languages) >= MENU_FROM else None,
        "comfort": FilmPage(film.id),
        "film": FilmPage(film.id),
        "apology": FilmPage(film.id, apology=True),
        "more": FilmPage(film.id, reading=True),
        "transcript": FilmPage(film.id, transcript=True) if film.transcribed else None,
        "continue": FilmPage(film.id) if excerpt else None,
        "closing": Browse(),
        "screening": FilmPage(film.id),
        "foyer": Foyer(near_screening(film, sitting.now), _SETTLED + _COUNTED_SECONDS),
        "cinema": at_cinema(film, sitting.now) if excerpt else None,
        "farewell": Farewell(),
        "note": Note(film.id, excerpt.id) if excerpt and film.content_note else None,
        "watching": Watching(film.id, excerpt.id, rolling=True, controls_until=_SETTLED + 9) if excerpt else None,
    }
    if name == "captions":
        watching = places["watching"]
        places[name] = replace(watching, choosing=True) if isinstance(watching, Watching) and sitting.tracks else None
    places.update(dict.fromkeys(PANEL_SCREENS, AtPanel()))
    place = places[name]
    if place is None:
        return None
    exhibition = sitting.exhibition
    sound = exhibition.sound
    asking = _SETTLED - _ASKED_SECONDS_AGO if name == "still-there" else None
    visit = Visit(
        language,
        min(sound.volume, sound.max_volume),
        CaptionChoice(on=exhibition.captions, both=name == "captions"),
        place,
        asking_since=asking,
        comfort=sitting.comfort,
        choosing_comfort=name == "comfort",
        choosing_language=name == "languages",
    )
    length = sitting.durations.get((film.id, excerpt.id), 0.0) if excerpt else 0.0
    if excerpt and name == "continue":
        visit = replace(visit, left={(film.id, excerpt.id): length * _POSITION_SHARE})
    if name == "closed":
        exhibition = replace(exhibition, playlist=Playlist(), loop=Loop(items=()))
    return View(
        exhibition=exhibition,
        visit=visit,
        now=sitting.now,
        durations=sitting.durations,
        showing=shown.get(name, film.id),
        position=length * _POSITION_SHARE,
        length=length,
        tracks=sitting.tracks,
        standing=standing_for(name, film, sitting.now),
        panel=panel_for(name, exhibition, sitting.now),
    )
