"""Our kiosk under measurement: an exhibition of benchmark clips, opened on a virtual screen and tapped through."""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from kiosk.tour.pilot import Pilot
from tests.bench.exhibition import Showing, write_exhibition
from tests.bench.film import benchmark_film, cache_folder
from tests.bench.processes import family
from tests.bench.screen import Screen

ROOT = Path(__file__).resolve().parents[2]


@cache
def missing() -> str:
    """What keeps the kiosk from being measured, empty if nothing does."""
    answer = subprocess.run(
        [sys.executable, "-c", "import kiosk.app, kiosk.session"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return answer.stderr.strip().rpartition("\n")[2]


def exhibition_folder(showings: Sequence[Showing]) -> Path:
    """An exhibition of these films at a place that is the same each time, as an installer's is.

    So what the kiosk has once found out about the files serves all runs.
    """
    folder = cache_folder() / "show"
    shutil.rmtree(folder, ignore_errors=True)
    return write_exhibition(folder, showings, loop=benchmark_film(20))


@contextmanager
def running(screen: Screen, showings: Sequence[Showing]) -> Iterator[Pilot]:
    """The kiosk with an exhibition of ``showings``, from its first attract picture on."""
    with running_in(screen, exhibition_folder(showings)) as pilot:
        yield pilot


@contextmanager
def running_in(screen: Screen, folder: Path) -> Iterator[Pilot]:
    """The kiosk with the exhibition in ``folder``."""
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as work, Pilot(screen, folder, Path(work)) as pilot:
        yield pilot
        pilot.stop()


def open_film(pilot: Pilot, film_id: str) -> None:
    """From the attract loop or the cards to the film's page, at rest."""
    time.sleep(0.5)
    if pilot.scene is None or pilot.scene.screen != "browse":
        pilot.wake()
    pilot.tap(f"card:{film_id}")
    pilot.wait_for_scene(screen="film", film=film_id)


def last(pilot: Pilot, what: str) -> int:
    """Where in the trace the last line of this kind is; for ``after``."""
    pilot.record.read()
    return max((index for index, line in enumerate(pilot.record.lines) if line["what"] == what), default=0)


def processes(pilot: Pilot) -> list[int]:
    """The kiosk's own process, its projectors and whatever else it started."""
    return family(pilot.process.pid)
