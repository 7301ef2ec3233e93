"""What several verbs take: the exhibition's folder, a size in pixels, a moment."""

import difflib
import re
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

import kiosk

WRONG_COMMAND_LINE = 2
SMALLEST_SIDE, LARGEST_SIDE = 320, 8192

Folder = Annotated[
    Path | None,
    typer.Argument(
        metavar="FOLDER",
        help="The exhibition's folder, the one with kiosk.yaml. By default the one you stand in, "
        "or else the exhibition that came with the kiosk.",
        show_default=False,
    ),
]


def exhibition_folder(given: Path | None) -> Path:
    """The exhibition's folder, absolute. Ends with a sentence and exit code 2 if there is none."""
    if given is None:
        here = Path.cwd()
        return here if _is_exhibition(here) else Path(kiosk.__file__).resolve().parent.parent
    if given.name == "kiosk.yaml":
        given = given.parent
    if not given.is_dir():
        raise wrong(f"{given} is not a folder.{_nearest(given)}")
    if not _is_exhibition(given):
        raise wrong(f"{given} has no kiosk.yaml, so it is not an exhibition's folder.")
    return given.resolve()


def _nearest(given: Path) -> str:
    """The exhibition beside it whose name is much like it."""
    beside = [each.name for each in given.parent.glob("*/") if _is_exhibition(each)] if given.parent.is_dir() else []
    near = difflib.get_close_matches(given.name, beside, n=1)
    return f" Did you mean {given.with_name(near[0])}?" if near else ""


def wrong(sentence: str) -> typer.Exit:
    """Says what is wrong with the command line; to be raised."""
    typer.echo(sentence, err=True)
    return typer.Exit(WRONG_COMMAND_LINE)


def _is_exhibition(folder: Path) -> bool:
    return (folder / "kiosk.yaml").is_file()


def moment_of(text: str) -> datetime:
    """A moment without a time zone from ``2026-12-04 18:50``, with seconds if wanted."""
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?", text.strip(), re.ASCII):
            return datetime.fromisoformat(text.strip())
    except ValueError:
        pass
    raise wrong(f"{text!r} is not a moment such as 2026-12-04 18:50.")


def size(text: str) -> tuple[int, int]:
    """Width and height in pixels from ``1280x720``."""
    found = re.fullmatch(r"(\d{1,5})[x×](\d{1,5})", text.strip().lower())
    if not found:
        raise wrong(f"{text!r} is not a size such as 1280x720.")
    width, height = int(found[1]), int(found[2])
    if not all(SMALLEST_SIDE <= each <= LARGEST_SIDE for each in (width, height)):
        raise wrong(f"{text} is out of range: from {SMALLEST_SIDE} to {LARGEST_SIDE} pixels a side.")
    return width, height
