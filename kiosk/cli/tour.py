"""``kiosk tour``: shows the kiosk on a virtual screen and saves pictures of it."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from kiosk.cli.arguments import Folder, exhibition_folder, size
from kiosk.config.load import load_exhibition
from kiosk.tour.display import DisplayError
from kiosk.tour.itinerary import NothingToTour
from kiosk.tour.tour import NOT_REACHED, Seen
from kiosk.tour.tour import tour as take_tour


def tour(
    folder: Folder = None,
    window: Annotated[str, typer.Option(metavar="1920x1080", help="The virtual screen's size.")] = "1920x1080",
    out: Annotated[Path, typer.Option(metavar="FOLDER", help="Where the pictures go.")] = Path("tour"),
) -> None:
    """Walk through every screen in every language on a virtual screen, and save pictures of it."""
    shape = size(window)
    loaded = load_exhibition(exhibition_folder(folder))
    say = Console(highlight=False, soft_wrap=True).print
    for problem in loaded.problems:
        say(escape(str(problem)))
    if loaded.exhibition is None:
        say("This exhibition cannot be shown, so there is nothing to tour.")
        raise typer.Exit(1)
    say(f"A tour of the kiosk on a virtual screen of {window} pixels. Pictures go to {escape(str(out))}/.")
    missed = 0
    try:
        for seen in take_tour(loaded.exhibition, shape, out):
            say(line(seen))
            missed += bool(seen.problem)
    except (DisplayError, NothingToTour) as error:
        say(escape(str(error)))
        raise typer.Exit(1) from None
    say(f"{missed} of the steps did not happen." if missed else "Every step happened.")
    raise typer.Exit(1 if missed else 0)


def line(seen: Seen) -> str:
    """One step as a line for the terminal, with the colours' marks of rich."""
    mark = "[dim]–[/]" if seen.problem == NOT_REACHED else "[red]✗[/]" if seen.problem else "[green]✓[/]"
    file = seen.picture.name if seen.picture else ""
    told = escape(seen.problem or seen.sentence)
    return f"{mark} {seen.screen:<23}{seen.language:<4}{file:<38}{told}"
