"""Exhibitions to look at, and every view of them: the sample, and one with everything that makes a layout difficult."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pygame
from PIL import Image

from kiosk.captions.cues import Cue
from kiosk.captions.track import Track
from kiosk.config.load import load_exhibition
from kiosk.exhibition.exhibition import Exhibition, Screen
from kiosk.exhibition.film import ContentNote, Excerpt, Film, Playlist, Screening
from kiosk.exhibition.text import Text
from kiosk.ui.stage import Stage
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.visit.captions import CaptionChoice
from kiosk.visit.places import Attract, Browse, FilmPage, Note, Place, Watching
from kiosk.visit.visit import Visit

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
LENGTHS = (108.0, 125.0, 90.0, 112.0, 131.0, 140.0)

SIZES = [(1280, 720), (1920, 1080), (3840, 2160), (1080, 1920), (1024, 768), (800, 600)]
LANGUAGES = ["en", "ar"]
SCREENS = [
    *("attract", "browse", "film", "apology", "more", "transcript", "note", "watching", "controls", "captions"),
    *("continue", "still-there", "closed"),
]

TRACKS = {
    "en": Track([Cue(0.0, 108.0, "Some of them are always there.\nWhen it rings, somebody runs out.")]),
    "ar": Track([Cue(0.0, 108.0, "بعضهم هنا دائمًا.\nوحين يرنّ الجرس يركض أحدهم خارجًا.")]),
}
"""Captions that stand all the time."""


@cache
def polyglot() -> Exhibition:
    """The exhibition in four languages."""
    loaded = load_exhibition(ROOT / "tests" / "data" / "languages")
    assert loaded.problems == []
    assert loaded.exhibition is not None
    return loaded.exhibition


@cache
def sample() -> Exhibition:
    """The exhibition that comes with the kiosk."""
    found = load_exhibition(ROOT).exhibition
    assert found is not None
    return found


def difficult(folder: Path, still: Path | None = None) -> Exhibition:
    """Long titles, missing texts, missing stills, many films."""
    long_title = Text(
        {
            "en": "The Unbearable Length of Certain Documentary Titles, or How We Learned to Wrap Them",
            "ar": "الطول الذي لا يُحتمل لعناوين بعض الأفلام الوثائقية، أو كيف تعلّمنا أن نكتبها على أسطر",
        }
    )
    many = Text(
        {
            "en": "Ossama Mohammed, Wiam Simav Bedirxan, Waad al-Kateab, Edward Watts, Ghiath Ayoub",
            "ar": "أسامة محمد، وئام سيماف بدرخان، وعد الخطيب، إدوارد واتس، غياث أيوب",
        }
    )
    words = " ".join(["A sentence that goes on for a while and then, after a comma, for another while."] * 12)
    excerpts = tuple(
        Excerpt(
            f"part-{number}",
            folder / "none.mp4",
            Text({"": f"Part {number}, which has a rather long title too"}),
            versions={"sign": folder / "sign.mp4", "described": folder / "described.mp4"},
            transcript=Text({"en": "\n\n".join([words] * 9)}),
        )
        for number in range(4)
    )
    first = Film(
        "long", long_title, many, 2014, timedelta(minutes=191), Text({"en": "35 mm, black and white and colour"}),
        Text({"en": "Arabic, Kurdish, French, English with English and French subtitles"}),
        Text({"en": "Nine countries"}), Text({"en": words}), Text({"en": "\n\n".join([words] * 3)}),
        Text({"en": words}), Text({"en": words}), still,
        Text({"en": "A caption that is longer than the still that it belongs to would ever be"}) if still else Text(),
        ContentNote(True, Text({"en": words[:300]}), Text({"en": words[:200]})),
        link="https://collection.documentaries.example/films/the-unbearable-length-of-certain-titles?from=kiosk",
        screenings=(Screening(NOW + timedelta(days=60), Text({"en": "The large screening room on the second floor"}),
                              Text({"en": "Free admission with a ticket for the museum"})),),
        excerpts=excerpts,
    )  # fmt: skip
    bare = Film("bare", Text({"": "X"}))
    others = tuple(replace(first if number % 2 else bare, id=f"film-{number}") for number in range(11))
    return Exhibition(
        folder,
        long_title,
        folder,
        Text({"en": words[:90]}),
        ("en", "ar"),
        playlist=Playlist(films=(first, bare, *others)),
    )


def only(exhibition: Exhibition, films: int) -> Exhibition:
    """The same with fewer films."""
    return replace(exhibition, playlist=replace(exhibition.playlist, films=exhibition.playlist.films[:films]))


def on_screen(exhibition: Exhibition, **changes: object) -> Exhibition:
    """The same on another screen."""
    return replace(exhibition, screen=replace(Screen(), **changes))


def durations(exhibition: Exhibition) -> Mapping[tuple[str, str], float]:
    """A length for every excerpt."""
    return {
        (film.id, excerpt.id): LENGTHS[number % len(LENGTHS)]
        for number, film in enumerate(exhibition.playlist.films)
        for excerpt in film.excerpts
    }


def view_of(exhibition: Exhibition, screen: str, language: str = "en", film: int = 0, at: float = 1000.0) -> View:
    """What is to be shown on a screen. ``at``: the moment (monotonic seconds) at which it is looked at."""
    found = exhibition.playlist.films[film] if exhibition.playlist.films else Film("none", Text())
    excerpt = found.excerpts[0].id if found.excerpts else "none"
    places: dict[str, Place] = {
        "attract": Attract(),
        "closed": Attract(),
        "browse": Browse(),
        "film": FilmPage(found.id),
        "continue": FilmPage(found.id),
        "transcript": FilmPage(found.id, transcript=True),
        "still-there": FilmPage(found.id),
        "comfort": FilmPage(found.id),
        "apology": FilmPage(found.id, apology=True),
        "more": FilmPage(found.id, reading=True),
        "note": Note(found.id, excerpt),
        "watching": Watching(found.id, excerpt, rolling=True),
        "controls": Watching(found.id, excerpt, rolling=True, controls_until=at + 60),
        "captions": Watching(found.id, excerpt, rolling=True, controls_until=at + 60, choosing=True),
    }
    if screen == "closed":
        exhibition = replace(exhibition, playlist=Playlist(), loop=replace(exhibition.loop, items=()))
    captions = CaptionChoice(both=screen == "captions")
    visit = Visit(language, 70, captions, places[screen], asking_since=at - 11.0 if screen == "still-there" else None)
    if screen == "continue" and found.excerpts:
        visit = replace(visit, left={(found.id, excerpt): 47.0})
    tracks = TRACKS if screen in ("controls", "captions") else {}
    return View(exhibition, visit, NOW, durations(exhibition), found.id, position=41.0, length=108.0, tracks=tracks)


@dataclass
class Sight:
    """A screen as it is seen once everything on it has come to rest."""

    stage: Stage
    surface: pygame.Surface


def see(
    view: View,
    size: tuple[int, int],
    film: Callable[[pygame.Surface], None] | None = None,
    tools: Tools | None = None,
    at: float = 1000.0,
) -> Sight:
    """Show a view and wait until nothing moves any more. ``at``: the moment that is seen."""
    surface = pygame.Surface(size, 0, 32)
    stage = Stage(size, view.exhibition, tools)
    stage.show(view, at - 10.0)
    for moment in (at - 10.0, at):
        stage.draw(surface, moment, film, (size[0], size[0] * 9 // 16) if size[0] < size[1] else size)
    if tools is None:
        stage.close()
    return Sight(stage, surface)


def paint_flat(colour: tuple[int, int, int]) -> Callable[[pygame.Surface], None]:
    """A film whose picture is one colour."""
    return lambda surface: surface.fill(colour) and None


def noisy_still(folder: Path) -> Path:
    """A still of black and white grains: whatever stands on it stands on both."""
    path = folder / "noise.png"
    Image.frombytes("L", (960, 540), random.Random(7).randbytes(960 * 540)).convert("RGB").save(path)
    return path


def white_still(folder: Path) -> Path:
    """The worst still that words can stand on."""
    path = folder / "white.png"
    Image.new("RGB", (1920, 1080), (255, 255, 255)).save(path)
    return path
