"""What is really heard of films that were made at different loudness, and where, on a real sound server."""

import logging
import time
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from kiosk.clock import SystemClock
from kiosk.exhibition.exhibition import Exhibition, Sound
from kiosk.exhibition.level import Level, Loudness
from kiosk.exhibition.text import Text
from kiosk.projection.child import instance
from kiosk.projection.child.sound import Outlet
from kiosk.projection.contract import Matrix, MediaFacts, Reel
from kiosk.projection.facts import FactsDesk
from kiosk.projection.leveller import Leveller
from kiosk.projection.loudness import LoudnessDesk
from kiosk.projection.reports import Loaded, Rolling
from kiosk.projection.threader import Threader
from tests.build.sound import RATE, SoundServer
from tests.build.sound_session import needs_pulse, sound_session
from tests.projection.film_clips import ClipPlan, make_clip
from tests.projection.shows import VlcShow

pytestmark = [pytest.mark.vlc, needs_pulse]

SECONDS = 6.0
FACTS = MediaFacts(320, 180, 1.0, 0, SECONDS, 25.0, Matrix.BT601, has_sound=True)


@pytest.fixture(autouse=True)
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    with sound_session(tmp_path, monkeypatch, "hall", "headphones") as server:
        yield server


@pytest.fixture
def show(server: SoundServer) -> Iterator[VlcShow]:  # noqa: ARG001 (the sound server comes first)
    show = VlcShow(patience=15.0)
    yield show
    show.projector.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LoudnessDesk]:
    facts = FactsDesk(SystemClock(), tmp_path / "facts.json")
    desk = LoudnessDesk(SystemClock(), tmp_path / "loudness.json", facts.identity)
    yield desk
    desk.close()


def clip(path: Path, loudness: float) -> Path:
    """A film whose tone has about this loudness in LUFS."""
    return make_clip(path, ClipPlan(frames=round(SECONDS * 25), loud=10 ** (loudness / 20)))


def measured(desk: LoudnessDesk, file: Path) -> Loudness:
    desk.ask((file, 0.0, None))
    latest = time.monotonic() + 60.0
    while (found := desk.get((file, 0.0, None))) is None:
        assert time.monotonic() < latest, "no answer"
        desk.step(time.monotonic())
        time.sleep(0.01)
    assert isinstance(found, Loudness)
    return found


def play(show: VlcShow, reel: Reel, seconds: float = 4.0) -> None:
    show.projector.load(reel, paused=True)
    show.until(Loaded, 30.0)
    show.projector.release()
    show.until(Rolling, 30.0)
    show.watch(seconds)
    show.projector.stop()
    show.watch(1.0)


def loudness_of(samples: NDArray[np.float32], desk: LoudnessDesk, path: Path) -> float:
    """In LUFS; silence before and after does not count."""
    with av.open(str(path), "w") as out:
        stream = out.add_stream("pcm_f32le", rate=RATE, layout="stereo")
        frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="flt", layout="stereo")
        frame.sample_rate = RATE
        out.mux([*stream.encode(frame), *stream.encode(None)])
    return measured(desk, path).integrated


def test_a_soft_film_and_a_loud_one_are_heard_alike(
    server: SoundServer, show: VlcShow, desk: LoudnessDesk, tmp_path: Path
) -> None:
    exhibition = Exhibition(tmp_path, Text(), tmp_path, sound=Sound(level=Level(-23.0)))
    leveller = Leveller(exhibition, desk, SystemClock())
    facts = FactsDesk(SystemClock(), tmp_path / "facts.json")
    threader = Threader(facts, (320, 180), leveller=leveller)
    heard = []
    with server.microphone("hall") as microphone:
        for made in (-30.0, -14.0):
            file = clip(tmp_path / f"{made:g}.mp4", made)
            assert measured(desk, file).integrated == pytest.approx(made, abs=1.5)
            while (reel := threader.thread(file, 0.0, None, 100)) is None:
                facts.step(time.monotonic())
                time.sleep(0.01)
            assert isinstance(reel, Reel)
            play(show, reel)
            heard.append(loudness_of(microphone.heard(), desk, tmp_path / f"heard-{made:g}.wav"))
    facts.close()
    assert abs(heard[0] - heard[1]) <= 1.0, heard
    assert heard == pytest.approx([-23.0, -23.0], abs=1.0)


def loudest(samples: NDArray[np.float32]) -> float:
    return float(np.abs(samples).max())


def test_sound_comes_out_of_the_device_that_was_named(server: SoundServer, show: VlcShow, tmp_path: Path) -> None:
    file = clip(tmp_path / "film.mp4", -14.0)
    devices = (("headphones", False, True), ("balcony", True, False), ("auto", True, False))
    with server.microphone("hall") as hall, server.microphone("headphones") as headphones:
        for device, *expected in devices:
            play(show, Reel(file, FACTS, (320, 180), volume=100, device=device), seconds=2.0)
            assert [loudest(each.heard()) > 0.05 for each in (hall, headphones)] == expected, device


def test_a_device_that_is_not_there_is_told_once_each_time_that_it_is_gone(caplog: pytest.LogCaptureFixture) -> None:
    player = instance.start().media_player_new()
    outlet = Outlet(player)
    with caplog.at_level(logging.WARNING):
        for device in ("balcony", "balcony", "headphones", "balcony", "auto"):
            outlet.use(device)
    player.release()
    assert caplog.messages == ["There is no sound device balcony. The sound goes where it would without it."] * 2


def test_a_device_that_comes_later_is_found_for_the_next_film(
    server: SoundServer, show: VlcShow, tmp_path: Path
) -> None:
    file = clip(tmp_path / "film.mp4", -14.0)
    reel = Reel(file, FACTS, (320, 180), volume=100, device="balcony")
    play(show, reel, seconds=1.0)
    server.add("balcony")
    with server.microphone("balcony") as ear:
        play(show, reel, seconds=2.0)
        assert loudest(ear.heard()) > 0.05
