"""``kiosk preview``: pictures of every screen, without a display."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from kiosk.captions.cues import Unreadable
from kiosk.captions.reading import read_captions
from kiosk.captions.track import Track
from kiosk.cli.arguments import Folder, exhibition_folder, size, wrong
from kiosk.clock import SystemClock
from kiosk.config.load import Loaded, load_exhibition
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Film
from kiosk.projection.lengths import excerpt_lengths
from kiosk.visit.comfort import Comfort


def preview(
    folder: Folder = None,
    out: Annotated[Path, typer.Option(metavar="FOLDER", help="Where the pictures go.")] = Path("preview"),
    wanted: Annotated[
        str, typer.Option("--size", metavar="1080x1920", help="The screen's size in pixels.")
    ] = "1920x1080",
    language: Annotated[
        list[str] | None, typer.Option(metavar="ar", help="Only this language; may be given several times.")
    ] = None,
    film: Annotated[
        str | None, typer.Option(metavar="ID", help="The film whose pages are drawn; by default the first one.")
    ] = None,
    larger_text: Annotated[bool, typer.Option("--larger-text", help="As for visitors who asked for it.")] = False,
    high_contrast: Annotated[bool, typer.Option("--high-contrast", help="As for visitors who asked for it.")] = False,
) -> None:
    """Draw every screen to a PNG, and beside each a JSON with what can be tapped and read on it."""
    exhibition = _exhibition(load_exhibition(exhibition_folder(folder)))
    chosen = _film(exhibition, film)
    pixels = size(wanted)
    languages = _languages(exhibition, language)

    from kiosk.ui.preview import Sitting, pictures, save  # here, so that a wrong command line is told at once

    comfort = Comfort(larger_text, high_contrast, exhibition.screen.reach)
    sitting = Sitting(
        exhibition, pixels, chosen, SystemClock().now(), excerpt_lengths(exhibition), comfort, tracks(chosen)
    )
    console = Console(highlight=False, soft_wrap=True)
    cut = 0
    for each in languages:
        for picture in pictures(sitting, each):
            path = save(picture, out)
            missing = [text["text"] for text in picture.description["texts"] if text["cut"]]
            cut += len(missing)
            console.print(str(path), markup=False)
            for text in missing:
                console.print(f"  cut: {text}", markup=False)
    if cut:
        console.print(f"{cut} texts are too long for this screen.")


def tracks(film: Film) -> dict[str, Track]:
    """The captions of the film's first excerpt by language, as far as its caption files can be read."""
    found: dict[str, Track] = {}
    for language, file in film.excerpts[0].captions.items() if film.excerpts else ():
        with suppress(Unreadable):
            found[language] = Track(read_captions(file, language))
    return found


def _exhibition(loaded: Loaded) -> Exhibition:
    if loaded.exhibition is None:
        raise wrong("This exhibition cannot be shown. `kiosk check` tells why.")
    return loaded.exhibition


def _film(exhibition: Exhibition, film_id: str | None) -> Film:
    films = exhibition.playlist.films
    if not films:
        raise wrong("This exhibition has no films to draw pages of.")
    if film_id is None:
        return films[0]
    found = exhibition.playlist.film(film_id)
    if found is None:
        raise wrong(f"There is no film {film_id!r}. The films are {', '.join(each.id for each in films)}.")
    return found


def _languages(exhibition: Exhibition, wanted: list[str] | None) -> tuple[str, ...]:
    for each in wanted or ():
        if each not in exhibition.languages:
            known = ", ".join(exhibition.languages)
            raise wrong(f"The exhibition has no language {each!r}. Its languages are {known}.")
    return tuple(wanted) if wanted else exhibition.languages
