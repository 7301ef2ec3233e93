"""A day on a real kiosk whose clock is set: closing, the night, opening, a screening on this very screen."""

import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.exhibitions import film, write_exhibition
from tests.journeys.fixtures import PORTRAIT
from tests.journeys.visitor import Visitor, texts

Open = Callable[..., Visitor]

HOURS: dict[str, Any] = {
    "timezone": "Asia/Dubai",
    "weekly": {"mon-sun": "10:00-20:00"},
    "when_closed": {
        "screen": "off",
        "run": {"close": ["sh", "-c", "echo closed >> house"], "open": ["sh", "-c", "echo open >> house"]},
    },
}
LONG = 120.0
"""Seconds: what is waited for comes by the clock, and the machine may be slow besides."""


@pytest.fixture
def switch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ``vcgencmd`` that works; answers the file with its calls."""
    folder, calls = tmp_path / "bin", tmp_path / "switched"
    folder.mkdir()
    program = folder / "vcgencmd"
    program.write_text(f'#!/bin/sh\n[ -n "$2" ] && echo "$2" >> {calls}\necho display_power=${{2:-1}}\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return calls


def lines(path: Path) -> list[str]:
    return path.read_text().split() if path.exists() else []


def wait_for_lines(visitor: Visitor, path: Path, expected: list[str]) -> None:
    visitor.pilot.wait_until(lambda: lines(path) == expected, f"{expected} in {path.name}", seconds=LONG)


def is_black(visitor: Visitor) -> bool:
    return not any(visitor.pilot.display.screenshot().rgb)


def test_closing_under_a_visitor(open_kiosk: Open, tmp_path: Path, clip: Path, switch: Path) -> None:
    folder = write_exhibition(tmp_path / "bars", [film("one"), film("two")], [clip], hours=HOURS)
    visitor = open_kiosk(folder, options=["--at", "2026-12-04 19:59:15"])
    wait_for_lines(visitor, folder / "house", ["open"])
    visitor.wake()
    assert "We close at 20:00." in texts(visitor.scene)
    visitor.tap("language", language="ar")
    assert "نغلق الساعة\u00a020:00." in texts(visitor.scene)
    farewell = visitor.pilot.wait_for_scene(screen="farewell", seconds=LONG)
    assert farewell.targets == {}
    assert "شكرًا لزيارتكم." in " ".join(texts(farewell))
    assert "Thank you for your visit." in " ".join(texts(farewell))
    visitor.pilot.wait_for_scene(screen="after-hours", seconds=LONG)
    wait_for_lines(visitor, folder / "house", ["open", "closed"])
    wait_for_lines(visitor, switch, ["1", "0"])
    visitor.pilot.wait_until(lambda: is_black(visitor), "a black screen", seconds=LONG)
    # A touch opens nothing; where it may have woken the screen, that is put off once more.
    visitor.press((400, 300))
    wait_for_lines(visitor, switch, ["1", "0", "0"])
    assert visitor.scene.fits({"screen": "after-hours"})
    assert is_black(visitor)


def test_opening_in_the_morning(open_kiosk: Open, tmp_path: Path, clip: Path, switch: Path) -> None:
    folder = write_exhibition(tmp_path / "bars", [film("one")], [clip], hours=HOURS)
    visitor = open_kiosk(folder, options=["--at", "2026-12-05 09:59:40"])
    visitor.pilot.wait_for_scene(screen="after-hours", seconds=LONG)
    wait_for_lines(visitor, folder / "house", ["closed"])
    wait_for_lines(visitor, switch, ["0"])
    visitor.pilot.wait_for_scene(screen="attract", seconds=LONG)
    wait_for_lines(visitor, folder / "house", ["closed", "open"])
    wait_for_lines(visitor, switch, ["0", "1"])
    visitor.see_it_move()
    visitor.wake()


def test_a_loop_for_the_night(open_kiosk: Open, tmp_path: Path, clip: Path) -> None:
    hours = {**HOURS, "when_closed": {"screen": "playlists/night.yaml"}}
    folder = write_exhibition(tmp_path / "bars", [film("one")], [clip], hours=hours)
    night = "items:\n  - {file: bar.mp4, start: 0:10, end: 0:20}\n"
    (folder / "playlists" / "night.yaml").write_text(night, encoding="utf-8")
    visitor = open_kiosk(folder, options=["--at", "2026-12-05 03:00"])
    visitor.pilot.wait_for_scene(screen="after-hours", seconds=LONG)
    assert 10.0 <= visitor.film_second() <= 20.5
    visitor.press((400, 300))
    time.sleep(0.5)
    assert visitor.scene.fits({"screen": "after-hours"})
    assert texts(visitor.scene) == []


@pytest.mark.parametrize("when", ["day", "evening"])
def test_a_screening_on_this_screen(open_kiosk: Open, tmp_path: Path, clip: Path, when: str) -> None:
    at = {"day": "19:00", "evening": "21:00"}[when]
    shown = film(
        "homs",
        title={"en": "Return to Homs", "ar": "العودة إلى حمص"},
        excerpts=[
            {"id": "part", "file": "bar.mp4", "end": "0:03"},
            {"id": "whole", "kind": "film", "file": "bar.mp4", "start": "0:05", "end": "0:12"},
        ],
        screenings=[{"at": f"2026-12-04 {at}"}],
    )
    folder = write_exhibition(tmp_path / "bars", [shown, film("other")], [clip], hours={**HOURS, "when_closed": {}})
    hour = {"day": 18, "evening": 20}[when]
    visitor = open_kiosk(folder, size=PORTRAIT, options=["--at", f"2026-12-04 {hour}:59:35"])
    foyer = visitor.pilot.wait_for_scene(screen="foyer", seconds=LONG)
    assert {"The screening begins in", "يبدأ العرض بعد", "Return to Homs", "العودة إلى حمص"} <= set(texts(foyer))
    visitor.press((360, 640))
    visitor.pilot.wait_for("rolling", film="homs", excerpt="whole", seconds=LONG)
    cinema = visitor.pilot.wait_for_scene(screen="cinema", seconds=LONG)
    assert cinema.targets == {}
    assert visitor.film_second() >= 4.9
    mark = visitor.pilot.mark()
    visitor.press((360, 420))
    visitor.pilot.wait_for("ended", film="homs", excerpt="whole", seconds=LONG)
    screen = {"day": "attract", "evening": "after-hours"}[when]
    visitor.pilot.wait_for_scene(screen=screen, after=mark, seconds=LONG)
