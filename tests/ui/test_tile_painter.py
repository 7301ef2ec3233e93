"""Pieces of content are painted beside the frame loop: what was asked for last comes first, an error harms nothing."""

import threading
from collections.abc import Callable, Iterator

import pytest
from pygame import Rect, Surface

from kiosk.ui.tile import Tile
from kiosk.ui.tile_painter import MOST_WAITING, TilePainter

PATIENCE = 30.0


@pytest.fixture
def painter() -> Iterator[TilePainter]:
    made = TilePainter()
    yield made
    made.close()


class Held:
    """Keeps the painter busy until it is let go."""

    def __init__(self, painter: TilePainter) -> None:
        self._begun, self._go = threading.Event(), threading.Event()
        painter.want(tile(self._paint))
        assert self._begun.wait(PATIENCE)

    def _paint(self) -> None:
        self._begun.set()
        assert self._go.wait(PATIENCE)

    def let_go(self) -> None:
        self._go.set()


def tile(paint: Callable[[], None]) -> Tile:
    def surface() -> Surface:
        paint()
        return Surface((1, 1), 0, 32)

    return Tile(Rect(0, 0, 1, 1), surface)


def painted_in_order(painter: TilePainter, numbers: range) -> list[int]:
    """Ask for pieces while the painter is busy; the order in which they were painted."""
    order: list[int] = []
    done = threading.Event()
    last = tile(done.set)
    held = Held(painter)
    painter.want(last)  # asked for first, it comes last
    for number in numbers:
        painter.want(tile(lambda number=number: order.append(number)))  # type: ignore[misc]
    held.let_go()
    assert done.wait(PATIENCE)
    return order


def test_what_was_asked_for_last_is_painted_first(painter: TilePainter) -> None:
    assert painted_in_order(painter, range(5)) == [4, 3, 2, 1, 0]


def test_what_was_asked_for_longest_ago_is_forgotten(painter: TilePainter) -> None:
    done = threading.Event()
    painted: list[int] = []
    held = Held(painter)
    for number in range(MOST_WAITING + 3):
        painter.want(tile(lambda number=number: (painted.append(number), done.set() if number == 3 else None)))  # type: ignore[misc]
    held.let_go()
    assert done.wait(PATIENCE)
    assert painted == list(range(MOST_WAITING + 2, 2, -1))


def test_asked_for_twice_it_is_painted_once_and_sooner(painter: TilePainter) -> None:
    order: list[str] = []
    done = threading.Event()
    one, two = tile(lambda: order.append("one")), tile(lambda: order.append("two"))
    held = Held(painter)
    painter.want(tile(done.set))
    for each in (one, two, one.moved(0, 40)):
        painter.want(each)
    held.let_go()
    assert done.wait(PATIENCE)
    assert order == ["one", "two"]


def test_an_error_in_one_does_not_keep_the_others_from_being_painted(
    painter: TilePainter, caplog: pytest.LogCaptureFixture
) -> None:
    done = threading.Event()

    def fail() -> None:
        raise ValueError("no such still")

    held = Held(painter)
    painter.want(tile(done.set))
    broken = tile(fail)
    painter.want(broken)
    held.let_go()
    assert done.wait(PATIENCE)
    assert not broken.is_painted
    assert "A piece of a screen could not be painted ahead" in caplog.text


def test_closed_it_drops_what_waits_and_takes_nothing_more() -> None:
    painter = TilePainter()
    painted: list[str] = []
    held = Held(painter)
    painter.want(tile(lambda: painted.append("waiting")))
    painter.close(wait=False)
    painter.want(tile(lambda: painted.append("late")))
    held.let_go()
    painter.close()
    assert painted == []
