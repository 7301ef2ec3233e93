"""Walks through the kiosk, step by step, and keeps a picture of each."""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.exhibition.exhibition import Exhibition
from kiosk.tour.display import VirtualDisplay
from kiosk.tour.impatient import impatient
from kiosk.tour.itinerary import IDLE_SECONDS, Step, itinerary
from kiosk.tour.kiosk_process import PilotError
from kiosk.tour.pilot import KIOSK, Pilot
from kiosk.tour.record import Scene

END_SECONDS = 2.0
LONGEST_QUOTE = 40
NOT_REACHED = "not reached"


@dataclass(frozen=True, slots=True)
class Seen:
    """What became of one step: a ``picture`` and a sentence, or in ``problem`` why it did not happen."""

    screen: str
    language: str = ""
    sentence: str = ""
    picture: Path | None = None
    problem: str = ""


def tour(exhibition: Exhibition, size: tuple[int, int], out: Path, *, command: Sequence[str] = KIOSK) -> Iterator[Seen]:
    """Take the tour of an exhibition on a virtual screen of ``size`` pixels; each step is told when it is done.

    Pictures go to ``out``, numbered; those of an earlier tour are removed. The tour ends at the first
    step that does not happen; the ones after it are then told as not reached. Raises ``DisplayError``
    if there can be no virtual screen and ``NothingToTour``.
    """
    steps = itinerary(exhibition)
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("[0-9][0-9]-*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory(prefix="kiosk-tour-") as work, VirtualDisplay(*size) as display:
        folder = impatient(exhibition.folder, Path(work, "exhibition"), IDLE_SECONDS)
        pilot = Pilot(display, folder, Path(work), command=command)
        try:
            yield _start(pilot)
            yield from _walk(pilot, steps, out)
            yield _end(pilot)
        except _Stopped as stopped:
            yield stopped.seen
            yield from (Seen(each.screen, each.language, problem=NOT_REACHED) for each in steps[stopped.done :])
        finally:
            pilot.close()


class _Stopped(Exception):
    """A step did not happen. ``done``: how many of the steps were tried."""

    def __init__(self, seen: Seen, done: int) -> None:
        super().__init__(seen.problem)
        self.seen = seen
        self.done = done


def _start(pilot: Pilot) -> Seen:
    try:
        pilot.start()
    except PilotError as error:
        raise _Stopped(Seen("start", problem=str(error)), 0) from error
    return Seen("start", sentence="The kiosk opened.")


def _walk(pilot: Pilot, steps: Sequence[Step], out: Path) -> Iterator[Seen]:
    for number, step in enumerate(steps, 1):
        try:
            scene = step.go(pilot)
            picture = out / _file_name(number, step)
            pilot.picture(picture)
            yield Seen(step.screen, step.language, _sentence(scene), picture)
            if step.after:
                step.after(pilot)
        except PilotError as error:
            raise _Stopped(Seen(step.screen, step.language, problem=str(error)), number) from error


def _end(pilot: Pilot) -> Seen:
    try:
        seconds = pilot.stop(END_SECONDS)
    except PilotError as error:
        return Seen("end", problem=str(error))
    return Seen("end", sentence=f"The kiosk and its projectors ended within {seconds:.1f} s.")


def _file_name(number: int, step: Step) -> str:
    """``03-film-page-en.png``"""
    words = [*step.screen.replace("?", "").split(), step.language]
    return f"{number:02d}-{'-'.join(word for word in words if word)}.png"


def _sentence(scene: Scene) -> str:
    texts = [each["text"] for each in scene.facts.get("texts", ()) if each["text"].strip()]
    title = f"“{_short(texts[0])}”, " if texts else ""
    cut = f", {len(scene.cut_texts())} cut short" if scene.cut_texts() else ""
    return f"{title}{_count(len(texts), 'text')}{cut}, {_count(len(scene.targets), 'target')}"


def _short(text: str) -> str:
    first = text.splitlines()[0]
    return first if len(first) <= LONGEST_QUOTE else first[: LONGEST_QUOTE - 1].rstrip() + "…"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
