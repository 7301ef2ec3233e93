"""Watching a projector in tests: what it reports and which frames it shows, on a clock that moves or is moved."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from kiosk.clock import Clock, FakeClock, SystemClock
from kiosk.projection.contract import Picture, Projector
from kiosk.projection.projector import VlcProjector
from kiosk.projection.reports import Died, Ended, Failed, Loaded, Report, Rolling
from kiosk.projection.test_card import TestCard

BITS = 12


def number_in(picture: Picture) -> int:
    """The number that a frame carries in its top blocks."""
    row = picture.height // 16 * picture.width
    block = picture.width // BITS
    return sum(1 << bit for bit in range(BITS) if picture.planes[row + bit * picture.width // BITS + block // 2] > 128)


@dataclass
class Shown:
    """A frame that was due. ``at`` in monotonic seconds, ``number`` as it stands in the picture."""

    at: float
    take: int
    number: int


class Show(Protocol):
    """One projector and its clock."""

    projector: Projector
    clock: Clock
    shown: list[Shown]
    reports: list[Report]

    def until(self, kind: type, seconds: float = 8.0) -> Report: ...

    def watch(self, seconds: float) -> list[Shown]: ...


@dataclass
class _Watching:
    """What both kinds of show do at each step."""

    shown: list[Shown] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    _last: Picture | None = None

    def look(self, projector: Projector, now: float) -> list[Report]:
        found = projector.reports()
        self.reports += found
        picture = projector.picture(now)
        if picture is not None and picture is not self._last:
            self.shown.append(Shown(now, picture.take, number_in(picture)))
        self._last = picture
        return found


class DoubleShow(_Watching):
    """The test card; time moves when a test watches."""

    step_seconds = 0.005

    def __init__(self) -> None:
        super().__init__()
        self.clock = FakeClock()
        self.projector = TestCard("A", self.clock)

    def until(self, kind: type, seconds: float = 8.0) -> Report:
        return _until(self, kind, seconds, lambda: self.clock.advance(self.step_seconds))

    def watch(self, seconds: float) -> list[Shown]:
        return _watch(self, seconds, lambda: self.clock.advance(self.step_seconds))


class VlcShow(_Watching):
    """libvlc in its process; time goes by."""

    def __init__(self, patience: float = 4.0) -> None:
        super().__init__()
        self.clock = SystemClock()
        self._wake = threading.Event()
        self.projector = VlcProjector("A", self.clock, wake=self._wake.set, patience=patience)

    def until(self, kind: type, seconds: float = 8.0) -> Report:
        return _until(self, kind, seconds, self._sleep)

    def watch(self, seconds: float) -> list[Shown]:
        return _watch(self, seconds, self._sleep)

    def _sleep(self) -> None:
        now = time.monotonic()
        due = self.projector.next_picture_at(now)
        self._wake.wait(min(0.05, max(0.0, due - now)) if due is not None else 0.05)
        self._wake.clear()


def _until(show: "DoubleShow | VlcShow", kind: type, seconds: float, pass_time: Callable[[], None]) -> Report:
    end = show.clock.monotonic() + seconds
    while show.clock.monotonic() < end:
        for report in show.look(show.projector, show.clock.monotonic()):
            if isinstance(report, kind):
                return report
            if isinstance(report, Failed | Died):
                raise AssertionError(f"{report} instead of {kind.__name__}")
        pass_time()
    raise AssertionError(f"no {kind.__name__} within {seconds} s; reports: {show.reports}")


def _watch(show: "DoubleShow | VlcShow", seconds: float, pass_time: Callable[[], None]) -> list[Shown]:
    before = len(show.shown)
    end = show.clock.monotonic() + seconds
    while show.clock.monotonic() < end:
        show.look(show.projector, show.clock.monotonic())
        pass_time()
    return show.shown[before:]


__all__ = ["Died", "DoubleShow", "Ended", "Failed", "Loaded", "Rolling", "Show", "Shown", "VlcShow", "number_in"]
