"""The ring of frames in shared memory."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.projection.ring import RingReader, RingWriter, Shape, Stamp
from kiosk.projection.sweeping import sweep

SHAPE = Shape(64, 36, 4)


def put(writer: RingWriter, value: int, take: int = 1, displayed: float = 0.0, paused: float = 0.0) -> None:
    start = writer.begin()
    writer.memory[start : start + SHAPE.frame_bytes] = bytes([value]) * SHAPE.frame_bytes
    writer.publish(take, displayed, paused)


@pytest.fixture
def reader() -> Iterator[RingReader]:
    reader = RingReader(SHAPE)
    yield reader
    reader.close()
    reader.unmap()


@pytest.fixture
def writer(reader: RingReader) -> RingWriter:
    return RingWriter(reader.name, SHAPE)


def test_a_new_ring_is_empty(reader: RingReader) -> None:
    assert reader.latest() == 0
    assert reader.stamp(1) is None


def test_what_is_written_can_be_read(reader: RingReader, writer: RingWriter) -> None:
    put(writer, 7, take=3, displayed=12.5, paused=1.25)

    assert reader.latest() == 1
    assert reader.stamp(1) == Stamp(1, 3, 12.5, 1.25)
    assert bytes(reader.planes(1)) == bytes([7]) * (64 * 36 * 3 // 2)


def test_frames_follow_each_other_around_the_ring(reader: RingReader, writer: RingWriter) -> None:
    for value in range(1, 7):
        put(writer, value)

    assert reader.latest() == 6
    assert [reader.holds(number) for number in range(1, 7)] == [False, False, True, True, True, True]
    assert [reader.planes(number)[0] for number in range(3, 7)] == [3, 4, 5, 6]


def test_a_slot_that_is_being_written_is_not_read(reader: RingReader, writer: RingWriter) -> None:
    for value in range(1, 5):
        put(writer, value)
    assert reader.holds(1)

    writer.begin()

    assert not reader.holds(1)
    assert reader.stamp(1) is None
    assert reader.holds(2)


def test_a_frame_that_is_begun_twice_is_published_once(reader: RingReader, writer: RingWriter) -> None:
    writer.begin()
    put(writer, 9)

    assert reader.latest() == 1
    assert reader.planes(1)[0] == 9


def test_a_writer_goes_on_where_another_one_stopped(reader: RingReader, writer: RingWriter) -> None:
    put(writer, 1)
    put(RingWriter(reader.name, SHAPE), 2)

    assert reader.latest() == 2
    assert reader.planes(2)[0] == 2


def test_planes_begin_on_a_page_and_have_no_gaps() -> None:
    shape = Shape(1920, 1080, 8)

    assert shape.frame_bytes == 3_110_400
    assert [shape.slot_at(slot) % 4096 for slot in range(8)] == [0] * 8
    assert shape.slot_at(1) - shape.slot_at(0) >= shape.frame_bytes


def test_names_are_new_every_time_and_carry_the_process() -> None:
    first, second = RingReader(SHAPE), RingReader(SHAPE)

    assert first.name != second.name
    assert first.name.startswith(f"kiosk-{os.getpid()}-")
    first.close()
    second.close()


def test_without_its_name_the_memory_still_works(reader: RingReader, writer: RingWriter) -> None:
    reader.forget_name()
    put(writer, 5)

    assert reader.planes(1)[0] == 5
    assert not Path("/dev/shm", reader.name).exists()
    reader.forget_name()


def test_closing_waits_for_pictures(reader: RingReader, writer: RingWriter) -> None:
    put(writer, 5)
    picture = reader.planes(1)

    reader.close()
    assert reader.unmap() is False
    assert picture[0] == 5
    del picture
    assert reader.unmap() is True
    assert not Path("/dev/shm", reader.name).exists()


@pytest.mark.parametrize("name", ["../etc/passwd", "/etc/passwd", "other-1-1", ""])
def test_only_names_of_rings_are_opened(name: str) -> None:
    with pytest.raises(ValueError, match="not the name of a ring"):
        RingWriter(name, SHAPE)


def test_a_ring_of_another_shape_is_refused(reader: RingReader) -> None:
    with pytest.raises(ValueError, match="is not a ring of"):
        RingWriter(reader.name, Shape(64, 36, 8))


def test_a_ring_that_is_gone_is_an_error(reader: RingReader) -> None:
    reader.forget_name()

    with pytest.raises(FileNotFoundError):
        RingWriter(reader.name, SHAPE)


@pytest.mark.parametrize("shape", [(63, 36, 8), (64, 35, 8), (0, 36, 8), (64, 36, 1), (64, 36, 65)])
def test_impossible_shapes_are_refused(shape: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="not a shape of a ring"):
        Shape(*shape)


def test_without_room_there_is_no_ring() -> None:
    """A process that writes to shared memory for which there is no room is ended by the system."""
    with pytest.raises(OSError, match="No space left on device"):
        RingReader(Shape(900_000, 900_000, 64))


def test_rings_of_processes_that_are_gone_are_swept(tmp_path: Path) -> None:
    gone, ours, other = "kiosk-4194999-1", f"kiosk-{os.getpid()}-1", "kiosk-screen-abc"
    for name in (gone, ours, other, "someone-else"):
        (tmp_path / name).touch()

    assert sweep(tmp_path) == [gone]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([ours, other, "someone-else"])
