"""``kiosk export``: the loop, or all films, as a list that other players read."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.arguments import Folder, exhibition_folder, wrong
from kiosk.config.exporting import Exporter
from kiosk.config.load import load_exhibition
from kiosk.config.m3u import m3u
from kiosk.config.xspf import xspf
from kiosk.projection.lengths import file_lengths

SUFFIXES = (".m3u", ".m3u8", ".xspf")


def export(
    folder: Folder = None,
    out: Annotated[
        Path, typer.Option(metavar="FILE", help="The list to write: its name ends in .m3u, .m3u8 or .xspf.")
    ] = Path("loop.m3u8"),
    films: Annotated[bool, typer.Option("--films", help="All excerpts of the playlist instead of the loop.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there already.")] = False,
) -> None:
    """Write the loop, or all films, as an M3U or XSPF list for VLC and other players."""
    suffix = out.suffix.lower()
    if suffix not in SUFFIXES:
        raise wrong(f"{out} must end in .m3u, .m3u8 or .xspf.")
    exhibition = load_exhibition(exhibition_folder(folder)).exhibition
    if exhibition is None:
        raise wrong("This exhibition cannot be shown. `kiosk check` tells why.")
    if out.exists() and not force:
        raise wrong(f"{out} is there already. Name another file, or add --force.")
    exporter = Exporter(exhibition, out.absolute().parent, suffix == ".xspf", file_lengths(exhibition).get)
    entries = list(exporter.films() if films else exporter.loop(exhibition.loop))
    title = exhibition.title.wording(exhibition.languages[0], exhibition.languages).text
    try:
        out.write_text(xspf(title, entries) if suffix == ".xspf" else m3u(entries), encoding="utf-8", newline="\n")
    except OSError as error:
        raise wrong(f"{out} cannot be written: {error.strerror}.") from error
    for sentence in exporter.lost:
        typer.echo(sentence, err=True)
    typer.echo(f"{out}: {len(entries)} {'entry' if len(entries) == 1 else 'entries'}.")
