"""``kiosk new``: a complete small exhibition to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.arguments import wrong
from kiosk.config.new_exhibition import NotEmpty, new_exhibition


def new(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where it goes; it may not exist yet.")],
) -> None:
    """Write a small exhibition that runs at once, to be filled in. Never overwrites anything."""
    try:
        written = new_exhibition(folder)
    except NotEmpty as error:
        raise wrong(str(error)) from None
    except OSError as error:
        raise wrong(f"{folder} cannot be written ({error.strerror}).") from None
    for path in written:
        typer.echo(str(path))
    typer.echo(
        f"A new exhibition is in {folder}. What to do next:\n"
        f"  kiosk import FOLDER-OF-FILMS --into {folder}\n"
        f"  kiosk check {folder}\n"
        f"  kiosk {folder}"
    )
