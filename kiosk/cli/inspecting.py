"""The films of an exhibition, inspected while a bar tells how far the work has come."""

from collections.abc import Iterable

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from kiosk.app import cache_folder
from kiosk.health.films.played import Played
from kiosk.projection.inspection_room import Inspected, InspectionRoom


def inspected(played: Iterable[Played]) -> Inspected:
    """What there is to know of all that is played: what is remembered, and the rest found out. The bar is only shown
    on a terminal; it comes with the first film that has to be decoded."""
    room = InspectionRoom(cache_folder() / "films.json", cache_folder() / "loudness.json")
    console = Console(stderr=True)
    columns = (TextColumn("Inspecting the films"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=None, visible=False)

        def tell(done: float, whole: float) -> None:
            bar.update(task, completed=done, total=whole, visible=True)

        return room.inspect((each.stretch for each in played), tell)
