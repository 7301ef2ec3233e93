"""``kiosk import``: films from a folder, a list or a table into the playlist."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from kiosk.cli.arguments import exhibition_folder, wrong
from kiosk.config.load import Loaded, load_exhibition
from kiosk.config.reader import read_fields
from kiosk.config.tree import Fields, Items, Scalar, child
from kiosk.importing.film_text import films_text
from kiosk.importing.found import NoSource
from kiosk.importing.keeping import MediaKeeper
from kiosk.importing.playlist import PlaylistText, read_playlist, write_playlist
from kiosk.importing.source import read_source
from kiosk.importing.taking import Taker
from kiosk.projection.prospecting import Prospector

_FINE, _FINDINGS = 0, 1


def import_(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="SOURCE",
            help="A folder of films, a film, an M3U or XSPF list, a table saved as CSV, or an ACMI playlist in JSON.",
        ),
    ],
    into: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="The exhibition's folder; by default the one you stand in."),
    ] = None,
) -> None:
    """Copy films into the exhibition, and add to its playlist all that can be learnt of them. Overwrites nothing."""
    if into is None and not (Path.cwd() / "kiosk.yaml").is_file():
        raise wrong("Into which exhibition? Name its folder with --into. To make one: kiosk new FOLDER")
    folder = exhibition_folder(into)
    languages, media, playlist = _exhibition(folder)
    prospector = Prospector()
    try:
        found = read_source(source, languages, media)
        taker = Taker(MediaKeeper(media), prospector, set(playlist.ids), set(playlist.files), found.remarks)
        with Console(stderr=True).status("Looking at the films") as status:
            taker.doing = lambda name: status.update(f"Looking at {escape(name)}")
            films = list(taker.take(found.films))
        if films:
            write_playlist(playlist, films_text(films, languages, playlist.indent), len(films))
    except NoSource as error:
        raise wrong(str(error)) from None
    except OSError as error:
        raise wrong(f"It could not be finished ({error}). What is in the playlist is whole.") from None
    finally:
        prospector.close()
    for remark in taker.remarks:
        typer.echo(remark)
    known = f" {taker.known} {'was' if taker.known == 1 else 'were'} in it before." if taker.known else ""
    name = playlist.path.relative_to(folder)
    typer.echo(f"{len(films)} {'film was' if len(films) == 1 else 'films were'} added to {name}.{known}")
    if films:
        typer.echo("What is to be filled in stands there behind a #. Then: kiosk check")
    raise typer.Exit(_FINDINGS if taker.remarks else _FINE)


def _exhibition(folder: Path) -> tuple[tuple[str, ...], Path, PlaylistText]:
    """Its languages, its media folder and its playlist."""
    loaded = load_exhibition(folder)
    root = loaded.root or read_fields(folder / "kiosk.yaml", "kiosk.yaml", otherwise="").root
    written = {key: node.text for key in ("media", "playlist") if isinstance(node := child(root, key), Scalar)}
    media = (folder / written.get("media", "media")).resolve()
    path = folder / written.get("playlist", "playlists/films.yaml")
    if not path.is_file():
        raise wrong(f"{path} is not there. kiosk.yaml names the playlist that films are added to.")
    if not path.resolve().is_relative_to(folder) or not media.is_dir():
        raise wrong(f"{folder} has no media folder, or a playlist elsewhere. `kiosk check` tells more.")
    try:
        return _languages(loaded, root), media, read_playlist(path)
    except (NoSource, OSError, ValueError) as error:
        raise wrong(f"{path.name} cannot be added to. {error}") from None


def _languages(loaded: Loaded, root: Fields | None) -> tuple[str, ...]:
    """Those of the exhibition; one without films cannot be shown yet, but has some written down."""
    if loaded.exhibition:
        return loaded.exhibition.languages
    listed = child(root, "languages")
    found = [each.text for each in listed.nodes if isinstance(each, Scalar)] if isinstance(listed, Items) else []
    return tuple(found) or ("en",)
