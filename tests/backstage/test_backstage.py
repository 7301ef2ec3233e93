"""What the panel asks for, done on threads."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.backstage.backstage import Backstage
from kiosk.clock import FakeClock
from kiosk.exhibition.exhibition import Exhibition
from kiosk.panel.effects import CheckPin, Put, TakeBack, Work, Write
from kiosk.panel.events import Answered, Event, Kept, PinJudged
from kiosk.panel.pin import line_of
from tests.panel.builders import NOWHERE

LINE = line_of("2580", b"0123456789abcdef", 1000)
PATIENCE = 30.0


@pytest.fixture
def show(tmp_path: Path) -> Exhibition:
    (tmp_path / "show").mkdir()
    return replace(NOWHERE, folder=tmp_path / "show", pin=LINE)


class Listener:
    """Hears what comes from backstage, as the frame loop does."""

    def __init__(self, state: Path, clock: FakeClock, **works: Callable[..., object]) -> None:
        self._news = threading.Semaphore(0)
        self.backstage = Backstage(state, clock, self._news.release, works)
        self._left: list[Event] = []

    def next(self) -> Event:
        latest = time.monotonic() + PATIENCE
        while not self._left:
            assert self._news.acquire(timeout=max(0.0, latest - time.monotonic())), "nothing came"
            self._left += self.backstage.heard()
        return self._left.pop(0)


def test_the_right_pin_opens_and_tells_what_was_changed(tmp_path: Path, show: Exhibition) -> None:
    listener = Listener(tmp_path, FakeClock())
    listener.backstage.perform([CheckPin("2580")], show)
    assert [listener.next(), listener.next()] == [PinJudged(True), Kept(0, None)]
    listener.backstage.close()


def test_the_fifth_wrong_pin_locks_and_then_the_right_one_does_not_open(tmp_path: Path, show: Exhibition) -> None:
    clock = FakeClock()
    listener = Listener(tmp_path, clock)
    for locked in (0.0, 0.0, 0.0, 0.0, 60.0):
        listener.backstage.perform([CheckPin("1397")], show)
        assert listener.next() == PinJudged(False, locked)
    clock.advance(10)
    listener.backstage.perform([CheckPin("2580")], show)
    assert listener.next() == PinJudged(False, 50.0)
    again = Listener(tmp_path, clock)
    assert again.backstage.locked_seconds == 50.0
    clock.advance(51)
    again.backstage.perform([CheckPin("2580")], show)
    assert again.next() == PinJudged(True)


def test_without_a_pin_nothing_opens(tmp_path: Path, show: Exhibition) -> None:
    listener = Listener(tmp_path, FakeClock())
    for typed in ("2580", "", "None"):
        listener.backstage.perform([CheckPin(typed)], replace(show, pin=None))
        assert listener.next() == PinJudged(False)


def test_changes_come_in_their_order(tmp_path: Path, show: Exhibition) -> None:
    clock = FakeClock()
    listener = Listener(tmp_path, clock)
    writes = [Write((Put(("sound", "volume"), each),)) for each in (10, 20, 30)]
    listener.backstage.perform([*writes, TakeBack()], show)
    kept = [listener.next() for _ in range(4)]
    assert [each.undoable for each in kept if isinstance(each, Kept)] == [1, 1, 1, 0]
    listener.backstage.close()
    assert not (show.folder / "kiosk.local.yaml").exists()


def test_a_work_that_takes_long_keeps_no_pin_waiting_and_one_that_fails_answers_nothing(
    tmp_path: Path, show: Exhibition
) -> None:
    go = threading.Event()

    def slow(_exhibition: Exhibition, facts: dict[str, object]) -> object:
        go.wait(PATIENCE)
        return facts["what"]

    listener = Listener(tmp_path, FakeClock(), slow=slow)
    listener.backstage.perform([Work("slow", {"what": "this"}), CheckPin("2580")], show)
    assert listener.next() == PinJudged(True)
    assert listener.next() == Kept(0, None)
    go.set()
    assert listener.next() == Answered("slow", "this")
    listener.backstage.perform([Work("unknown")], show)
    assert listener.next() == Answered("unknown", None)


def test_a_work_s_name_may_say_more(tmp_path: Path, show: Exhibition) -> None:
    listener = Listener(tmp_path, FakeClock(), picture=lambda _show, facts: facts["second"])
    listener.backstage.perform([Work("picture 0:12 /a b.mp4", {"second": "12.00"})], show)
    assert listener.next() == Answered("picture 0:12 /a b.mp4", "12.00")
