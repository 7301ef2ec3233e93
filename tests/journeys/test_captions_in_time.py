"""Captions on the real kiosk: when they come is compared with the film's own picture."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kiosk.tour.display import Rect
from tests.journeys.bar_film import FRAME_RATE, seconds_on_screen
from tests.journeys.exhibitions import film, write_exhibition
from tests.journeys.fixtures import LANDSCAPE, PORTRAIT, Size
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.screen, pytest.mark.vlc]

IN_TIME = 0.08
"""Seconds of the film's clock by which a caption may be early or late."""
FRAME = 1 / FRAME_RATE
STEP = 0.5
"""The captions count every half second, so that any place of the film has one of its own."""


def stamp(seconds: float) -> str:
    return f"00:00:{seconds:06.3f}".replace(".", ",")


def counting(words: Callable[[int], str]) -> str:
    """SRT whose caption number n stands from n half seconds on, until the next one comes."""
    cues = [f"{n + 1}\n{stamp(n * STEP)} --> {stamp((n + 1) * STEP)}\n{words(n)}\n" for n in range(60)]
    return "\n".join(cues)


@pytest.fixture
def watching(open_kiosk: Callable[..., Visitor], clip: Path, tmp_path: Path) -> Callable[..., Visitor]:
    """``watching()``: somebody who watches a film with captions in English (UTF-16) and Arabic (Windows-1256)."""

    def begin(size: Size = LANDSCAPE, **excerpt: object) -> Visitor:
        english, arabic = tmp_path / "bar.en.srt", tmp_path / "bar.ar.srt"
        english.write_text(counting(lambda n: f"Half second {n}"), encoding="utf-16")
        arabic.write_text(counting(lambda n: f"نصف ثانية {n}"), encoding="cp1256")
        captions = {"en": english.name, "ar": arabic.name}
        excerpts = [{"id": "whole", "file": clip.name, "captions": captions, **excerpt}]
        folder = write_exhibition(tmp_path / "show", [film("bars", excerpts=excerpts)], [clip, english, arabic])
        visitor = open_kiosk(folder, size)
        visitor.wake()
        visitor.open_film("bars")
        visitor.watch("bars")
        return visitor

    return begin


def changes(visitor: Visitor, after: int, count: int, seconds: float = 6.0) -> list[dict[str, Any]]:
    """The next lines of the trace in which captions came, as soon as there are so many."""

    def found() -> list[dict[str, Any]]:
        visitor.pilot.record.read()
        lines = [line for line in visitor.pilot.record.lines[after:] if line["what"] == "captions" and line["texts"]]
        return lines if len(lines) >= count else []

    return visitor.pilot.wait_until(found, f"{count} captions", seconds=seconds)


def number(line: dict[str, Any]) -> int:
    return int(line["texts"][0]["text"].split()[-1])


def late_by(line: dict[str, Any]) -> float:
    """Seconds from the beginning of a caption's time to the place of the film with whose picture it came."""
    return float(line["seconds"]) - number(line) * STEP


def test_each_caption_comes_in_time(watching: Callable[..., Visitor]) -> None:
    visitor = watching()
    found = changes(visitor, visitor.pilot.mark(), 6)
    assert [number(line) for line in found] == list(range(number(found[0]), number(found[0]) + len(found)))
    assert [line for line in found if abs(late_by(line)) > IN_TIME] == []


def test_captions_of_the_file_in_an_excerpt_that_begins_later(watching: Callable[..., Visitor]) -> None:
    visitor = watching(start="0:10", end="0:20")
    found = changes(visitor, visitor.pilot.mark(), 4)
    assert number(found[0]) >= 20
    assert [line for line in found if abs(late_by(line)) > IN_TIME] == []


def test_pause_seek_and_another_language(watching: Callable[..., Visitor]) -> None:
    visitor = watching()
    controls = visitor.show_controls()
    visitor.tap("play", paused=True)
    stands = visitor.see_it_stand()
    last = changes(visitor, 0, 1)[-1]
    assert number(last) == pytest.approx(stands / STEP, abs=1.2)
    assert visitor.pilot.record.find("captions", after=visitor.pilot.mark()) is None

    scrubber = controls.targets["scrubber"]
    mark = visitor.pilot.mark()
    visitor.press((int(scrubber.left + scrubber.width * 0.6), scrubber.centre[1]))
    (there, *_) = changes(visitor, mark, 1)
    visitor.pilot.wait_until(lambda: 17.3 < visitor.film_second() < 18.7, "second 18 of the film", seconds=3)
    begun = number(there) * STEP
    assert begun - IN_TIME < visitor.film_second() < begun + STEP + IN_TIME

    visitor.tap("captions", choosing=True)
    mark = visitor.pilot.mark()
    visitor.press("captions:ar")
    (arabic, *_) = changes(visitor, mark, 1)
    assert arabic["texts"][0]["language"] == "ar"
    assert arabic["texts"][0]["text"] == f"نصف ثانية {number(there)}"

    mark = visitor.pilot.mark()
    visitor.press("captions-both")
    (both, *_) = changes(visitor, mark, 1)
    assert [each["language"] for each in both["texts"]] == ["ar", "en"]

    visitor.tap("captions-off", captions=False)
    mark = visitor.pilot.mark()
    visitor.press("captions:en")
    changes(visitor, mark, 1)
    visitor.tap("play", paused=False)
    found = changes(visitor, visitor.pilot.mark(), 4)
    assert [line for line in found if abs(late_by(line)) > IN_TIME] == []


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_captions_on_the_glass_change_with_the_picture_and_are_gone_when_switched_off(
    size: Size, watching: Callable[..., Visitor]
) -> None:
    """Both are read from the screen's own pixels: the letters of the caption, and the second that the bar shows."""
    visitor = watching(size)
    box = changes(visitor, visitor.pilot.mark(), 1)[-1]["texts"][0]["rect"]
    seen = []
    before = letters(visitor, box)
    latest = time.monotonic() + 4.0
    while time.monotonic() < latest:
        now = letters(visitor, box)
        if now != before and (second := seconds_on_screen(visitor.pilot.display)) is not None:
            seen.append(second)
        before = now
        time.sleep(0.004)
    assert len(seen) >= 6
    assert [second for second in seen if off(second) > IN_TIME] == []

    visitor.show_controls()
    visitor.tap("captions", choosing=True)
    visitor.tap("captions-off", captions=False)
    visitor.tap(visitor.beside_controls(), choosing=False)
    visitor.tap(visitor.beside_controls(), controls=False)
    visitor.pilot.wait_until(lambda: b"\x01" not in letters(visitor, box), "no letters", seconds=2)


def off(frame: float) -> float:
    """Seconds between a caption's time and the moment of its coming, which lies inside the time of the frame on the
    screen (that begins at second ``frame``)."""
    due = round((frame + FRAME / 2) / STEP) * STEP
    return max(0.0, frame - due, due - (frame + FRAME))


def letters(visitor: Visitor, box: list[int]) -> bytes:
    """Where in a box there are bright pixels. The film's bar shines through it only weakly."""
    left, top, width, height = box
    inside: Rect = (left + 12, top, width - 24, height)
    light = np.frombuffer(visitor.pilot.display.pixels(inside), np.uint8).reshape(-1, 4)[:, :3].max(axis=1)
    return (light > 150).tobytes()
