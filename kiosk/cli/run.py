"""``kiosk run``: opens the kiosk."""

import logging
from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.arguments import Folder, exhibition_folder, moment_of, size

LOG_LINE = "%(asctime)s %(levelname)s %(message)s"


def run(
    folder: Folder = None,
    window: Annotated[
        str | None, typer.Option(metavar="1280x720", help="Show it in a window of this size, not on the full screen.")
    ] = None,
    trace: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Append a line of JSON to FILE for everything that happens.")
    ] = None,
    at: Annotated[
        str | None, typer.Option(metavar='"2026-12-04 18:50"', help="Rehearse: take this moment for now.")
    ] = None,
    trace_frames: Annotated[bool, typer.Option("--trace-frames", help="With --trace: every film frame, too.")] = False,
) -> None:
    """Open the kiosk."""
    exhibition = exhibition_folder(folder)
    shape = size(window) if window else None
    moment = moment_of(at) if at else None
    logging.basicConfig(level=logging.INFO, format=LOG_LINE)

    from kiosk.app import run_kiosk  # here, so that a wrong command line is told at once

    raise typer.Exit(run_kiosk(exhibition, window=shape, trace=trace, trace_frames=trace_frames, at=moment))
