"""Long looks at an exhibition, while a bar tells how far the work has come."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from kiosk.app import cache_folder
from kiosk.health.films.played import Played
from kiosk.progress import Progress as Told
from kiosk.projection.inspection_room import Inspected, InspectionRoom


@contextmanager
def bar(words: str) -> Iterator[Told]:
    """What is told how much is done, and of how much. It is only shown on a terminal, and comes with the first news."""
    console = Console(stderr=True)
    columns = (TextColumn(words), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=None, visible=False)

        def tell(done: float, whole: float) -> None:
            progress.update(task, completed=done, total=whole, visible=True)

        yield tell


def inspected(played: Iterable[Played]) -> Inspected:
    """What there is to know of all that is played: what is remembered, and the rest found out."""
    room = InspectionRoom(cache_folder() / "films.json", cache_folder() / "loudness.json")
    with bar("Inspecting the films") as tell:
        return room.inspect((each.stretch for each in played), tell)
