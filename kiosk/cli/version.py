"""``kiosk --version``."""

from pathlib import Path
from typing import Annotated

import typer

import kiosk


def current_version() -> str:
    """The version of this kiosk, such as ``0.1.0``: of the project it runs from, or as it was installed."""
    # Imported here, because every start of the kiosk comes through this file.
    project = Path(kiosk.__file__).parent.parent / "pyproject.toml"
    if project.is_file():
        import tomllib

        return str(tomllib.loads(project.read_text("utf-8"))["project"]["version"])
    from importlib.metadata import version

    return version("film-kiosk")


def _show(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kiosk {current_version()}")
        raise typer.Exit()


def general_options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show, is_eager=True, help="Show the version and end.")
    ] = False,
) -> None:
    """What every command line has."""
