"""``kiosk bench`` on a virtual screen, with real films and real projectors."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.tour.display import VirtualDisplay
from tests.build.screens import PROJECT
from tests.journeys.exhibitions import film, write_exhibition
from tests.journeys.fixtures import LANDSCAPE, Size
from tests.machine_bench.heavy_film import make_heavy_film
from tests.projection.film_clips import ClipPlan, make_clip
from tests.survival.processes import nothing_is_left

pytestmark = [pytest.mark.screen, pytest.mark.vlc]

SECONDS = 300.0
"""Longer than any of it takes on a busy machine."""

Displays = Callable[[Size], VirtualDisplay]


def command(folder: Path, *options: str) -> list[str]:
    return [sys.executable, "-P", "-m", "kiosk", "bench", str(folder), "--seconds", "1", *options]


def environment(display: VirtualDisplay) -> dict[str, str]:
    return {**display.environment(), "PYTHONPATH": str(PROJECT)}


@pytest.fixture
def show(tmp_path: Path) -> Path:
    tiny = make_clip(tmp_path / "tiny.mp4", ClipPlan(frames=60))
    return write_exhibition(tmp_path / "show", [film("tiny", "tiny.mp4")], [tiny])


def test_each_film_gets_a_row_and_the_bad_ones_a_word(displays: Displays, tmp_path: Path) -> None:
    tiny = make_clip(tmp_path / "tiny.mp4", ClipPlan(frames=60))
    damaged = tmp_path / "damaged.mp4"
    damaged.write_bytes(tiny.read_bytes()[:4000])
    clips = [tiny, make_heavy_film(tmp_path / "heavy.mp4"), damaged]
    # One that may not be shown now, in an exhibition that is closed all day, with a note before it: all are measured.
    limits = {"rights": {"until": "2020-01-01"}, "content_note": {"strong": True, "seen": "Bars"}}
    films = [film("tiny", "tiny.mp4", **limits), film("heavy", "heavy.mp4"), film("damaged", "damaged.mp4")]
    show = write_exhibition(tmp_path / "show", films, clips, hours={"weekly": {"mon-sun": "closed"}})
    before = sorted(show.rglob("*"))

    done = subprocess.run(
        command(show, "--json"), env=environment(displays(LANDSCAPE)), capture_output=True, text=True, timeout=SECONDS
    )

    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    told = json.loads(done.stdout)
    rows = {each["file"]: each for each in told["films"]}
    assert list(rows) == ["tiny.mp4", "heavy.mp4", "damaged.mp4"]
    assert (told["screen"], told["whole"], told["plays_everything"]) == ([1280, 720], True, False)
    assert rows["tiny.mp4"]["size"] == [320, 180]
    assert 1 < rows["tiny.mp4"]["frames"] <= 30
    assert rows["tiny.mp4"]["tap_to_picture_ms"] >= 0
    assert rows["tiny.mp4"]["processor_percent"] > 0
    assert rows["tiny.mp4"]["memory_mb"] > 50
    assert rows["heavy.mp4"]["verdict"] in ("stutters", "fails")
    assert rows["damaged.mp4"]["verdict"] == "fails"
    remedies = {each["file"]: each["remedy"] for each in told["findings"]}
    assert "ffmpeg -i heavy.mp4 " in remedies["heavy.mp4"]
    assert "ffmpeg -i damaged.mp4 " in remedies["damaged.mp4"]
    assert "heavy.mp4 and damaged.mp4 as it should." in told["summary"]
    assert sorted(show.rglob("*")) == before


def test_the_table_for_people(displays: Displays, show: Path) -> None:
    done = subprocess.run(
        command(show), env=environment(displays(LANDSCAPE)), capture_output=True, text=True, timeout=SECONDS
    )
    lines = done.stdout.splitlines()
    assert lines[0].split() == ["film", "dropped", "late", "tap", "change", "busy", "MB", "°C"]
    assert lines[1].startswith("tiny.mp4 ")
    smooth = lines[-1] == "This machine plays everything."
    assert done.returncode == (0 if smooth else 1)
    assert smooth or lines[-1].startswith("This machine ")


def test_ctrl_c_ends_it_and_nothing_is_left(displays: Displays, show: Path, tmp_path: Path) -> None:
    display = displays(LANDSCAPE)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    plays = sorted(Path(os.environ["XDG_STATE_HOME"]).rglob("*"))
    with subprocess.Popen(
        command(show, "--seconds", "600"),
        env={**environment(display), "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        wait_until(lambda: any(temporary.glob("kiosk-bench-*")))
        wait_until(lambda: display.pixels((600, 300, 80, 80)).strip(b"\0") != b"")
        running.send_signal(signal.SIGINT)
        out, words = running.communicate(timeout=SECONDS)
    assert running.returncode == 2
    assert "Traceback" not in words
    assert out == "Nothing was measured.\n"
    nothing_is_left(display, running.pid, within=5.0)
    assert list(temporary.iterdir()) == []
    assert sorted(Path(os.environ["XDG_STATE_HOME"]).rglob("*")) == plays


def wait_until(is_so: Callable[[], bool]) -> None:
    latest = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < latest
        time.sleep(0.05)


def test_where_there_is_no_display(show: Path) -> None:
    hidden = {
        key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    }
    done = subprocess.run(
        command(show), env={**hidden, "PYTHONPATH": str(PROJECT)}, capture_output=True, text=True, timeout=SECONDS
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("There is no display here to play films on (")
    assert done.stderr.endswith("Start this on the screen itself, or say which one: DISPLAY=:0 kiosk bench\n")


@pytest.mark.parametrize("seconds", ["0", "0.5", "3601"])
def test_seconds_out_of_range(seconds: str, show: Path) -> None:
    done = subprocess.run(
        command(show, "--seconds", seconds),
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert done.stderr == f"--seconds must be from 1 to 3600, not {seconds}.\n"
