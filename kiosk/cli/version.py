"""``kiosk --version``."""

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Annotated

import typer

import kiosk


def current_version() -> str:
    """The version of this kiosk, such as ``0.1.0``."""
    project = Path(kiosk.__file__).parent.parent / "pyproject.toml"
    if project.is_file():
        import tomllib

        return str(tomllib.loads(project.read_text("utf-8"))["project"]["version"])
    try:
        return installed_version("film-kiosk")
    except PackageNotFoundError:
        return "unknown"


def _show(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kiosk {current_version()}")
        raise typer.Exit()


def version(
    wanted: Annotated[
        bool, typer.Option("--version", callback=_show, is_eager=True, help="Show the version and end.")
    ] = False,
) -> None:
    """The option that every command line has."""
