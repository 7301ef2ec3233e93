"""How loud files are, measured by a real process."""

import json
import logging
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import av
import numpy as np
import pytest

from kiosk.clock import Clock, FakeClock, SystemClock
from kiosk.exhibition.level import Loudness
from kiosk.projection.facts import FactsDesk
from kiosk.projection.loudness import PATIENCE_SECONDS, LoudnessDesk, Measured, Stretch, Unmeasured
from tests.projection.tones import tone

SYSTEM = SystemClock()


@pytest.fixture
def facts(tmp_path: Path) -> Iterator[FactsDesk]:
    facts = FactsDesk(SystemClock(), tmp_path / "cache" / "facts.json")
    yield facts
    facts.close()


@pytest.fixture
def start(tmp_path: Path, facts: FactsDesk) -> Iterator[Callable[[], LoudnessDesk]]:
    """Starts a desk; each one remembers what those before it found out."""
    desks = []

    def desk() -> LoudnessDesk:
        desks.append(LoudnessDesk(SystemClock(), tmp_path / "cache" / "loudness.json", facts.identity))
        return desks[-1]

    yield desk
    for each in desks:
        each.close()


def measure(desk: LoudnessDesk, stretch: Stretch, clock: Clock = SYSTEM) -> Measured:
    """Ask, and wait for the answer."""
    desk.ask(stretch)
    latest = time.monotonic() + 60.0
    while (found := desk.get(stretch)) is None:
        assert time.monotonic() < latest, "no answer"
        desk.step(clock.monotonic())
        time.sleep(0.005)
    return found


def loudness(desk: LoudnessDesk, file: Path, start: float = 0.0, end: float | None = None) -> Loudness:
    found = measure(desk, (file, start, end))
    assert isinstance(found, Loudness), found
    return found


# EBU Tech 3341, cases 1 to 5; the fifth is made as that page says, without its beginning in the files of the EBU.
CASES = [
    ([(-23.0, 20.0)], -23.0),
    ([(-33.0, 20.0)], -33.0),
    ([(-36.0, 10.0), (-23.0, 60.0), (-36.0, 10.0)], -23.0),
    ([(-72.0, 10.0), (-36.0, 10.0), (-23.0, 60.0), (-36.0, 10.0), (-72.0, 10.0)], -23.0),
    ([(-26.0, 20.0), (-20.0, 20.1), (-26.0, 20.0)], -23.0),
]


def test_the_signals_of_the_standard(start: Callable[[], LoudnessDesk], tmp_path: Path) -> None:
    desk = start()
    for number, (tones, expected) in enumerate(CASES):
        found = loudness(desk, tone(tmp_path / f"{number}.wav", tones))
        assert found.integrated == pytest.approx(expected, abs=0.1), number


def test_true_peaks_between_the_samples(start: Callable[[], LoudnessDesk], tmp_path: Path) -> None:
    """A sine of a quarter of the rate, 45 degrees on: its samples are 3 dB below its peaks (EBU Tech 3341, case 16)."""
    file = tone(tmp_path / "between.wav", [(-6.0, 2.0)], hertz=12_000.0, phase=np.pi / 4)
    assert loudness(start(), file).peak == pytest.approx(-6.0, abs=0.4)


def test_a_single_channel_is_measured_as_it_comes_out_of_both_loudspeakers(
    start: Callable[[], LoudnessDesk], tmp_path: Path
) -> None:
    file = tone(tmp_path / "mono.wav", [(-23.0, 5.0)], layout="mono")
    assert loudness(start(), file).integrated == pytest.approx(-23.0, abs=0.1)


def test_a_stretch_is_measured_for_itself(start: Callable[[], LoudnessDesk], tmp_path: Path) -> None:
    desk = start()
    file = tone(tmp_path / "uncut.wav", [(-40.0, 10.0), (-14.0, 10.0)])
    assert loudness(desk, file, 0.0, 10.0).integrated == pytest.approx(-40.0, abs=0.2)
    assert loudness(desk, file, 10.0).integrated == pytest.approx(-14.0, abs=0.2)
    assert loudness(desk, file, 2.0, 4.5).peak == pytest.approx(-40.0, abs=0.2)


def test_silence_and_what_is_too_short_to_tell(start: Callable[[], LoudnessDesk], tmp_path: Path) -> None:
    desk = start()
    assert loudness(desk, tone(tmp_path / "silence.wav", [(-200.0, 3.0)])) == Loudness(-70.0, -120.0)
    assert loudness(desk, tone(tmp_path / "short.wav", [(-23.0, 0.3)])).silent


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("text.mp4", b"This is a letter and no film.\n" * 50, "has sound that cannot be measured"),
        ("noise.mp4", bytes(range(256)) * 64, "has sound that cannot be measured"),
    ],
)
def test_what_cannot_be_measured_has_a_reason(
    start: Callable[[], LoudnessDesk], tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert measure(start(), (tmp_path / name, 0.0, None)) == Unmeasured(reason)


def test_a_picture_without_sound(start: Callable[[], LoudnessDesk], tmp_path: Path) -> None:
    path = tmp_path / "silent.mp4"
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=25)
        stream.width, stream.height, stream.pix_fmt = 64, 36, "yuv420p"
        out.mux(stream.encode(av.VideoFrame(64, 36, "yuv420p")))
        out.mux(stream.encode(None))
    assert measure(start(), (path, 0.0, None)) == Unmeasured("has no sound")
    sound = tone(tmp_path / "sound.wav", [(-23.0, 1.0)])
    assert measure(start(), (sound, 5.0, None)) == Unmeasured("has no sound in this stretch")


def test_it_is_remembered_for_the_next_start_until_the_file_is_another(
    start: Callable[[], LoudnessDesk], facts: FactsDesk, tmp_path: Path
) -> None:
    file = tone(tmp_path / "film.wav", [(-23.0, 2.0)])
    known = loudness(start(), file)
    second = start()
    assert second.get((file, 0.0, None)) == known
    assert second.get((file, 0.0, 1.0)) is None
    tone(file, [(-30.0, 3.0)])
    facts.look_at(file)
    assert second.get((file, 0.0, None)) is None
    assert loudness(second, file).integrated == pytest.approx(-30.0, abs=0.1)


def test_a_process_that_is_killed_does_not_stop_the_work(start: Callable[[], LoudnessDesk], tmp_path: Path) -> None:
    desk = start()
    long, short = tone(tmp_path / "long.wav", [(-23.0, 20.0)]), tone(tmp_path / "short.wav", [(-20.0, 2.0)])
    desk.ask((long, 0.0, None))
    desk.step(time.monotonic())
    assert desk.pid is not None
    os.kill(desk.pid, signal.SIGKILL)
    assert loudness(desk, short).integrated == pytest.approx(-20.0, abs=0.1)
    assert desk.get((long, 0.0, None)) == Unmeasured("breaks the program that measures its loudness")
    following = start()  # the next start tries it again, and has kept the other
    assert following.get((long, 0.0, None)) is None
    assert following.get((short, 0.0, None)) == desk.get((short, 0.0, None))


def test_a_desk_that_is_closed_ends_its_process(start: Callable[[], LoudnessDesk], tmp_path: Path) -> None:
    desk = start()
    desk.ask((tone(tmp_path / "long.wav", [(-23.0, 20.0)]), 0.0, None))
    desk.step(time.monotonic())
    pid = desk.pid
    assert pid is not None
    desk.close()
    assert not Path(f"/proc/{pid}").exists()


def test_it_takes_only_the_time_that_nobody_wants(start: Callable[[], LoudnessDesk], tmp_path: Path) -> None:
    desk = start()
    loudness(desk, tone(tmp_path / "film.wav", [(-23.0, 1.0)]))
    assert desk.pid is not None
    assert os.sched_getscheduler(desk.pid) == os.SCHED_IDLE
    assert os.getpriority(os.PRIO_PROCESS, desk.pid) == 19


def test_a_file_that_nothing_comes_of_is_given_up(
    facts: FactsDesk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    clock = FakeClock()
    desk = LoudnessDesk(clock, tmp_path / "loudness.json", facts.identity)
    hangs, fine = tone(tmp_path / "hangs.wav", [(-23.0, 20.0)]), tone(tmp_path / "fine.wav", [(-20.0, 1.0)])
    desk.ask((hangs, 0.0, None))
    desk.ask((fine, 0.0, None))
    desk.step(clock.monotonic())
    assert desk.pid is not None
    os.kill(desk.pid, signal.SIGSTOP)
    assert desk.next_moment() == clock.monotonic() + PATIENCE_SECONDS
    clock.advance(PATIENCE_SECONDS + 1)
    with caplog.at_level(logging.WARNING):
        assert desk.step(clock.monotonic())
    assert caplog.messages == ["hangs.wav cannot be measured: nothing comes of it. It is played as loud as it is."]
    found = measure(desk, (fine, 0.0, None), clock)
    assert isinstance(found, Loudness)
    assert found.integrated == pytest.approx(-20.0, abs=0.1)
    desk.close()


@pytest.mark.parametrize("content", ["", "{", '{"v": 99, "stretches": []}', '{"v": 1, "stretches": [["a"]]}', "[1]"])
def test_a_damaged_memory_is_no_error(facts: FactsDesk, tmp_path: Path, content: str) -> None:
    memory = tmp_path / "loudness.json"
    memory.write_text(content)
    desk = LoudnessDesk(FakeClock(), memory, facts.identity)
    file = tone(tmp_path / "film.wav", [(-23.0, 1.0)])
    measure(desk, (file, 0.0, None), FakeClock())
    desk.close()
    assert json.loads(memory.read_text())["stretches"][0][0] == str(file)
