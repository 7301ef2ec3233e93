"""Facts about media files, found out by a real process."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from kiosk.changes.inventory import Inventory
from kiosk.clock import FakeClock, SystemClock
from kiosk.projection.contract import Matrix, MediaFacts
from kiosk.projection.facts import Answer, FactsDesk, Unplayable
from kiosk.projection.fitting import shown_size

Make = Callable[..., Path]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[FactsDesk]:
    desk = FactsDesk(SystemClock(), tmp_path / "cache" / "facts.json")
    yield desk
    desk.close()


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Makes a clip of half a second; the keywords say what is odd about it."""

    def clip(
        name: str = "clip.mp4",
        size: tuple[int, int] = (320, 240),
        aspect: str = "1/1",
        rotation: int = 0,
        colorspace: int = 2,
        color_range: int = 1,
        frames: int = 12,
    ) -> Path:
        path = tmp_path / name
        with av.open(f"file:{path}", "w") as out:
            stream = out.add_stream("libx264", rate=25, options={"preset": "ultrafast"})
            stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
            stream.codec_context.sample_aspect_ratio = Fraction(aspect)
            stream.codec_context.colorspace, stream.codec_context.color_range = colorspace, color_range
            if rotation:
                stream.set_display_rotation(rotation)
            for number in range(frames):
                picture = np.full((size[1], size[0], 3), number * 8, np.uint8)
                out.mux(stream.encode(av.VideoFrame.from_ndarray(picture, "rgb24").reformat(format="yuv420p")))
            out.mux(stream.encode())
        return path

    return clip


def ask(desk: FactsDesk, file: Path, seconds: float = 15.0) -> Answer:
    """Ask, and wait for the answer."""
    desk.ask(file)
    latest = time.monotonic() + seconds
    while (answer := desk.get(file)) is None:
        assert time.monotonic() < latest, "no answer"
        desk.step(time.monotonic())
        time.sleep(0.005)
    return answer


def facts(desk: FactsDesk, file: Path) -> MediaFacts:
    answer = ask(desk, file)
    assert isinstance(answer, MediaFacts), answer
    return answer


def test_an_ordinary_clip(desk: FactsDesk, make: Make) -> None:
    found = facts(desk, make(colorspace=5))
    assert found == MediaFacts(320, 240, 1.0, 0, 0.48, 25.0, Matrix.BT601, has_sound=False, codec="h264")


def test_wide_pixels_are_told(desk: FactsDesk, make: Make) -> None:
    found = facts(desk, make(size=(720, 576), aspect="16/11"))
    assert found.sample_aspect == pytest.approx(16 / 11)
    assert found.shape == pytest.approx(720 * 16 / 11 / 576)


def test_a_phone_that_was_held_upright_is_told(desk: FactsDesk, make: Make) -> None:
    found = facts(desk, make(rotation=-90))
    assert found.rotation == 90
    assert found.shape == pytest.approx(240 / 320)


@pytest.mark.parametrize(
    ("colorspace", "color_range", "size", "matrix"),
    [
        (1, 1, (320, 240), Matrix.BT709),
        (5, 1, (1280, 720), Matrix.BT601),
        (2, 1, (720, 576), Matrix.BT601),
        (2, 1, (1280, 720), Matrix.BT709),
        (5, 2, (320, 240), Matrix.FULL_RANGE),
    ],
)
def test_colours_come_from_the_tags_else_from_the_lines(
    desk: FactsDesk, make: Make, colorspace: int, color_range: int, size: tuple[int, int], matrix: Matrix
) -> None:
    found = facts(desk, make(size=size, colorspace=colorspace, color_range=color_range))
    assert found.matrix is matrix


@pytest.mark.parametrize(
    "name", ["specia1 video$% -.mp4", "فيلم.mp4", 'a "b" c.mp4', "two  spaces.mp4", "-x.mp4", "a:b.mp4"]
)
def test_odd_names(desk: FactsDesk, make: Make, name: str) -> None:
    assert facts(desk, make(name)).width == 320


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.mp4", b"", "is empty"),
        ("text.mp4", b"This is a letter and no film.\n" * 50, "is not a film, or is damaged"),
        ("subtitles.mp4", b"1\n00:00:01,000 --> 00:00:02,000\nHello\n", "is not a film"),
        ("noise.mp4", bytes(range(256)) * 64, "is not a film, or is damaged"),
    ],
)
def test_what_is_no_film_has_a_reason(desk: FactsDesk, tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert ask(desk, path) == Unplayable(reason)


def test_a_file_that_is_not_there(desk: FactsDesk, tmp_path: Path) -> None:
    assert desk.get(tmp_path / "gone.mp4") == Unplayable("is not there")


def test_a_truncated_clip(desk: FactsDesk, make: Make) -> None:
    path = make()
    path.write_bytes(path.read_bytes()[:700])
    assert isinstance(ask(desk, path), Unplayable)


def test_sound_alone_has_no_picture(desk: FactsDesk, tmp_path: Path) -> None:
    path = tmp_path / "sound.m4a"
    with av.open(str(path), "w") as out:
        stream = out.add_stream("aac", rate=48000)
        silence = av.AudioFrame.from_ndarray(np.zeros((2, 1024), np.float32), "fltp", "stereo")
        silence.sample_rate = 48000
        for packet in (*stream.encode(silence), *stream.encode()):
            out.mux(packet)
    assert ask(desk, path) == Unplayable("has no picture")


def test_a_pipe_is_never_opened(desk: FactsDesk, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.mp4"
    os.mkfifo(pipe)
    assert desk.get(pipe) == Unplayable("is empty")


def test_facts_are_remembered_for_the_next_start_until_the_file_changes(tmp_path: Path, make: Make) -> None:
    memory = tmp_path / "cache" / "facts.json"
    path = make()
    first = FactsDesk(SystemClock(), memory)
    known = facts(first, path)
    first.step(time.monotonic())
    first.close()
    second = FactsDesk(SystemClock(), memory)
    assert second.get(path) == known
    make(size=(640, 360))
    second.look_at(path)
    assert second.get(path) is None
    second.close()


def test_what_is_known_is_kept_although_there_was_more_to_ask(tmp_path: Path, make: Make) -> None:
    memory = tmp_path / "cache" / "facts.json"
    path, other = make(), make("other.mp4")
    first = FactsDesk(SystemClock(), memory)
    first.ask(path)
    first.ask(other)
    known = facts(first, path)
    first.close()
    second = FactsDesk(SystemClock(), memory)
    assert second.get(path) == known
    assert second.get(other) is None
    second.close()


def test_begun_ahead_it_answers_all_the_same(desk: FactsDesk, make: Make) -> None:
    desk.begin()
    begun = desk._errand.pid
    assert begun is not None
    assert facts(desk, make()).width == 320
    assert desk._errand.pid == begun


def test_nothing_is_begun_ahead_where_something_is_known(tmp_path: Path, make: Make) -> None:
    memory = tmp_path / "facts.json"
    first = FactsDesk(SystemClock(), memory)
    facts(first, make())
    first.close()
    second = FactsDesk(SystemClock(), memory)
    second.begin()
    assert second._errand.pid is None
    second.close()


def test_a_process_that_ended_while_nothing_was_asked_is_replaced(desk: FactsDesk, make: Make) -> None:
    desk.begin()
    ended = desk._errand.pid
    assert ended is not None
    os.kill(ended, signal.SIGKILL)
    latest = time.monotonic() + 30.0
    while desk._errand.pid is not None:
        assert time.monotonic() < latest, "its end was not noticed"
        desk.step(time.monotonic())
        time.sleep(0.005)
    assert facts(desk, make()).width == 320


@pytest.mark.parametrize("content", ["", "{", '{"v": 99, "files": []}', '{"v": 1, "files": [["a"]]}', "[1]"])
def test_a_damaged_memory_is_no_error(tmp_path: Path, content: str) -> None:
    memory = tmp_path / "facts.json"
    memory.write_text(content)
    FactsDesk(SystemClock(), memory).close()


def clip(width: int, height: int, aspect: float = 1.0, rotation: int = 0) -> MediaFacts:
    return MediaFacts(width, height, aspect, rotation, 10.0, 25.0, Matrix.BT709, has_sound=True)


@pytest.mark.parametrize(
    ("film", "screen", "size"),
    [
        (clip(1920, 1080), (1920, 1080), (1920, 1080)),
        (clip(1280, 720), (1920, 1080), (1920, 1080)),
        (clip(640, 480), (1920, 1080), (1440, 1080)),
        (clip(720, 576, 16 / 11), (1920, 1080), (1920, 1056)),
        (clip(720, 576, 16 / 15), (1920, 1080), (1440, 1080)),
        (clip(1920, 1080, rotation=90), (1920, 1080), (608, 1080)),
        (clip(1080, 1920), (1080, 1920), (1080, 1920)),
        (clip(1920, 1080), (1080, 1920), (1080, 608)),
        (clip(4096, 1716), (1920, 1080), (1920, 804)),
        (clip(1920, 1080), (1025, 769), (1024, 576)),
    ],
)
def test_the_shown_size_keeps_the_shape_and_is_even(
    film: MediaFacts, screen: tuple[int, int], size: tuple[int, int]
) -> None:
    assert shown_size(film, screen) == size


def test_a_file_is_not_looked_into_before_it_is_whole(tmp_path: Path, make: Make) -> None:
    clock = FakeClock(datetime.now(UTC))
    inventory = Inventory(clock)
    desk = FactsDesk(clock, tmp_path / "facts.json", inventory=inventory)
    path = tmp_path / "clip.mp4"
    assert desk.get(path) == Unplayable("is not there")
    whole = make("other.mp4").read_bytes()
    path.write_bytes(whole[:500])
    inventory.look()
    desk.ask(path)
    desk.step(clock.monotonic())
    assert desk.get(path) is None
    clock.advance(1)
    path.write_bytes(whole)
    inventory.look()
    assert desk.get(path) == Unplayable("is still being copied")
    clock.advance(2)
    assert inventory.look() == {path}
    assert facts(desk, path).width == 320
    desk.close()
