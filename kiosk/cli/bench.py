"""``kiosk bench``: plays the exhibition's own films on this screen, and tells whether the machine keeps up."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from kiosk.cli.arguments import WRONG_COMMAND_LINE, Folder, exhibition_folder, size, wrong
from kiosk.cli.screens import all_displays

if TYPE_CHECKING:
    from kiosk.bench.measured import Bench

FINE, FINDINGS, CANNOT_RUN = 0, 1, WRONG_COMMAND_LINE
SHORTEST, LONGEST = 1.0, 3600.0


def bench(
    folder: Folder = None,
    seconds: Annotated[
        float, typer.Option(metavar="N", help="For how long each film is played, in the loop and for a visitor.")
    ] = 4.0,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print what was measured as JSON, for other programs.")
    ] = False,
    window: Annotated[
        str | None, typer.Option(metavar="1280x720", help="In a window of this size, not on the full screen.")
    ] = None,
) -> None:
    """Play the exhibition's films on this screen, and tell whether this machine keeps up.

    Do not touch the screen meanwhile. Ends with 0 if it plays everything, 1 if there are findings, 2 if nothing could
    be measured. Ctrl+C ends it early.
    """
    if not SHORTEST <= seconds <= LONGEST:
        raise wrong(f"--seconds must be from {SHORTEST:g} to {LONGEST:g}, not {seconds:g}.")
    shape = size(window) if window else None
    place = exhibition_folder(folder)
    logging.basicConfig(level=logging.ERROR)
    done = _measured(place, seconds, shape)

    from kiosk.bench.report import as_json as told_as_json
    from kiosk.bench.verdict import plays_everything

    if as_json:
        typer.echo(told_as_json(done))
    else:
        show(done, Console(highlight=False))
    raise typer.Exit(FINE if plays_everything(done) else FINDINGS if done.films else CANNOT_RUN)


def show(done: "Bench", console: Console) -> None:
    """A row for each film, then what to do, then the verdict."""
    from kiosk.bench.report import HEAD, LEGEND, row
    from kiosk.bench.verdict import findings, summary

    if done.films:
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
        for name in HEAD:
            table.add_column(name, overflow="fold", no_wrap=name != HEAD[0])
        for each in done.films:
            table.add_row(*(Text(cell) for cell in row(each)))
        console.print(table)
        console.print(Text(LEGEND.format(cores=done.cores), "dim"))
        console.print()
    for found in findings(done):
        console.print(Text.assemble((f"✗ {found.message}", "red"), (f"  [{found.code}]", "dim")), soft_wrap=True)
        console.print(Text(f"  {found.remedy}"), soft_wrap=True)
        console.print()
    console.print(Text(summary(done)))


def _measured(place: Path, seconds: float, shape: tuple[int, int] | None) -> "Bench":
    from kiosk.app import run_kiosk  # here, so that a wrong command line is told at once
    from kiosk.bench.measuring import NotMeasured, measure
    from kiosk.config.load import load_exhibition
    from kiosk.exhibition.media import films_of
    from kiosk.projection.lengths import facts_of

    exhibition = load_exhibition(place).exhibition
    if exhibition is None:
        raise wrong("This exhibition cannot be shown. `kiosk check` tells why.")
    screen = _screen(exhibition.screen.display)

    def run(folder: Path, **how: Any) -> int:
        return run_kiosk(folder, window=shape, sticks=list, **how)

    with _told() as tell:
        tell("Looking at the films", 0.0)
        try:
            return measure(exhibition, facts_of(set(films_of(exhibition))), shape or screen, seconds, run, tell)
        except NotMeasured as error:
            raise wrong(str(error)) from error


def _screen(number: int) -> tuple[int, int]:
    """Pixels of the display. Ends with a sentence where there is none."""
    _, displays, reason = all_displays()
    if not displays:
        raise wrong(
            f"There is no display here to play films on ({reason}). Start this on the screen itself, or say which one: "
            "DISPLAY=:0 kiosk bench"
        )
    display = displays[number % len(displays)]
    return display["width"], display["height"]


@contextmanager
def _told() -> Iterator[Callable[[str, float], None]]:
    """A progress line, where there is a terminal."""
    console = Console(stderr=True)
    with Progress(BarColumn(), TextColumn("{task.percentage:.0f} %"), TextColumn("{task.description}"),
                  console=console, transient=True, disable=not console.is_terminal) as progress:  # fmt: skip
        task = progress.add_task("", total=1.0)
        yield lambda doing, share: progress.update(task, description=escape(doing), completed=share)
