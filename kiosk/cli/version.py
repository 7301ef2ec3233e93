"""``kiosk --version``."""

from pathlib import Path
from typing import Annotated

import typer

import kiosk

_PACKAGES = {"pygame-ce": "pygame-ce", "PyAV": "av", "Pillow": "pillow"}
"""Python packages whose versions matter, by how people call them."""
_PATIENCE_SECONDS = 15.0


def current_version() -> str:
    """The version of this kiosk, such as ``0.1.0``: of the project it runs from, or as it was installed."""
    # Imported here, because every start of the kiosk comes through this file.
    project = Path(kiosk.__file__).parent.parent / "pyproject.toml"
    if project.is_file():
        import tomllib

        return str(tomllib.loads(project.read_text("utf-8"))["project"]["version"])
    from importlib.metadata import version

    return version("film-kiosk")


def versions() -> dict[str, str]:
    """What the kiosk is made of, by name; ``missing`` where something is not there."""
    import platform

    from kiosk.projection.asking import ask_child

    vlc = ask_child("kiosk.projection.child.vlc_version", _PATIENCE_SECONDS) or {}
    return {
        "kiosk": current_version(),
        "Python": platform.python_version(),
        "libvlc": vlc.get("version", "missing"),
        **_drawing(),
        **{name: _installed(package) for name, package in _PACKAGES.items()},
        "FFmpeg": vlc.get("ffmpeg", "missing"),
        "on": _system(),
    }


def _system() -> str:
    """The operating system and the processor: ``Debian GNU/Linux 12 (bookworm), x86_64``."""
    import platform

    try:
        name = platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        name = f"{platform.system()} {platform.release()}"
    return f"{name}, {platform.machine()}"


def _drawing() -> dict[str, str]:
    try:
        from kiosk.ui import versions
    except ImportError:
        return {"SDL": "missing", "Raqm": "missing"}
    return {"SDL": versions.sdl(), "Raqm": versions.raqm() or "missing"}


def _installed(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"


def _show(wanted: bool) -> None:
    if wanted:
        for name, version in versions().items():
            typer.echo(f"{name} {version}")
        raise typer.Exit()


def general_options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show, is_eager=True, help="Show the versions that matter and end.")
    ] = False,
) -> None:
    """What every command line has."""
