"""Frames as they come out of the ring."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.projection.contract import Matrix, MediaFacts, Reel
from kiosk.projection.frame_source import FrameSource
from kiosk.projection.grid import Frame
from kiosk.projection.ring import RingWriter

FACTS = MediaFacts(64, 36, 1.0, 0, 2.0, 25.0, Matrix.BT709, has_sound=False)
REEL = Reel(Path("/film.mp4"), FACTS, (64, 36))


@pytest.fixture
def source() -> Iterator[FrameSource]:
    source = FrameSource()
    yield source
    source.leave()


@pytest.fixture
def writer(source: FrameSource) -> RingWriter:
    ring = source.ring_for(REEL)
    return RingWriter(ring.name, ring.shape)


def put(writer: RingWriter, take: int, count: int = 1) -> None:
    for _ in range(count):
        writer.begin()
        writer.publish(take, 1.0, 0.0)


def test_only_frames_of_the_take_are_told_and_each_once(source: FrameSource, writer: RingWriter) -> None:
    put(writer, 1, 2)
    put(writer, 2, 3)

    assert [arrival.sequence for arrival in source.arrivals(2)] == [3, 4, 5]
    assert source.arrivals(2) == []


def test_a_screen_that_looks_late_gets_what_is_still_there(source: FrameSource, writer: RingWriter) -> None:
    put(writer, 1, 20)

    assert [arrival.sequence for arrival in source.arrivals(1)] == [14, 15, 16, 17, 18, 19, 20]  # 13 is the next to go


def test_a_picture_knows_whether_it_was_overwritten(source: FrameSource, writer: RingWriter) -> None:
    put(writer, 1)
    picture = source.picture(Frame(1, 0, 0.0), REEL, 1, 5.0)
    assert picture is not None
    assert (picture.width, picture.height, picture.number, picture.take, picture.due) == (64, 36, 0, 1, 5.0)
    assert picture.intact()

    put(writer, 1, 7)
    assert picture.intact()
    writer.begin()
    assert not picture.intact()


def test_a_picture_outlives_the_ring(source: FrameSource, writer: RingWriter) -> None:
    put(writer, 1)
    picture = source.picture(Frame(1, 0, 0.0), REEL, 1, 5.0)
    assert picture is not None
    source.leave()

    assert picture.intact()
    assert len(bytes(picture.planes)) == 64 * 36 * 3 // 2


def test_a_frame_that_is_overwritten_already_is_no_picture(source: FrameSource, writer: RingWriter) -> None:
    put(writer, 1, 9)

    assert source.picture(Frame(1, 0, 0.0), REEL, 1, 5.0) is None
    assert source.picture(Frame(2, 1, 0.04), REEL, 1, 5.0) is not None


def test_the_ring_is_kept_while_the_size_is(source: FrameSource, writer: RingWriter) -> None:
    assert source.ring_for(REEL).name == writer.name
    assert source.ring_for(Reel(REEL.file, FACTS, (66, 36))).name != writer.name


def test_fast_films_have_more_room(source: FrameSource) -> None:
    fast = MediaFacts(64, 36, 1.0, 0, 2.0, 60.0, Matrix.BT709, has_sound=False)

    assert source.ring_for(Reel(REEL.file, fast, (64, 36))).shape.slots == 16


def test_a_ring_is_kept_for_the_next_reel_of_its_shape(source: FrameSource, writer: RingWriter) -> None:
    source.rest(100.0)
    source.tidy(103.9)
    assert source.ring_for(REEL).name == writer.name

    source.tidy(200.0)
    assert source.ring_for(REEL).name == writer.name  # it is in use


def test_a_ring_that_nobody_takes_is_let_go(source: FrameSource, writer: RingWriter) -> None:
    source.rest(100.0)
    source.tidy(104.1)

    assert source.ring_for(REEL).name != writer.name
