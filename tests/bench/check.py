"""``kiosk check`` on a thousand films: the first run, how right its bar is, and the second."""

import os
import shutil
import tempfile
import time
from pathlib import Path

import yaml

from kiosk.clock import SystemClock
from kiosk.health.contents.findings import content_findings
from kiosk.health.contents.memory import ContentMemory
from kiosk.health.films.findings import film_findings
from kiosk.health.films.played import everything_played
from kiosk.health.reading import read_closely
from kiosk.projection.inspection_room import InspectionRoom
from tests.bench.film import cache_folder
from tests.bench.large_exhibition import FILMS, large_exhibition
from tests.bench.processes import load
from tests.bench.report import Section, Verdict
from tests.bench.seam_clips import Clip, clip_file
from tests.journeys.exhibitions import write_yaml

BAR_SECOND = 2.0
BAR_OFF = 0.20
CLIPS = (
    Clip(0, frames=50),
    Clip(1, frames=150, size=(1280, 720)),
    Clip(2, frames=36, rate=30, size=(1280, 720)),
    Clip(3, frames=75, size=(1280, 720), codec="mpeg4", sound=False),
)


def run(*, quick: bool = False) -> list[Section]:
    """A thousand films; quickly, 60."""
    count = 60 if quick else FILMS
    section = Section(
        f"check, {count} films",
        "Short films of two sizes and codecs, each under a name of its own, with distinct stills and texts in two "
        "languages. The bar: the largest difference between the share that it told and the share of the time that had "
        "passed, once a twentieth of the films was seen.",
        ["", "first run, s", "second run, s"],
    )
    folder = _exhibition(count)
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name:
        told: list[tuple[float, float]] = []
        first, second = (_checked(folder, Path(name), told) for _ in range(2))
    for part in first:
        section.rows.append([part, f"{first[part]:.1f}", f"{second[part]:.2f}"])
    begun, ended = told[0][0], told[-1][0]
    off = max(abs(share - (at - begun) / (ended - begun)) for at, share in told if share >= 0.05)
    again = sum(second.values())
    section.verdicts += [
        Verdict(f"second run ≤ {BAR_SECOND} s", f"{again:.2f} s", again <= BAR_SECOND),
        Verdict(f"the bar is right within {BAR_OFF:.0%}", f"{off:.0%}", off <= BAR_OFF),
    ]
    section.notes.append(f"Load averages at the end: {load()}.")
    return [section]


def _checked(folder: Path, cache: Path, told: list[tuple[float, float]]) -> dict[str, float]:
    """Seconds of each part. ``told`` is added to: when the bar was told, and its share."""
    times = [time.monotonic()]
    loaded = read_closely(folder, cache)
    times.append(time.monotonic())
    played = everything_played(loaded)
    room = InspectionRoom(cache / "films.json", cache / "loudness.json")

    def tell(done: float, whole: float) -> None:
        told.append((time.monotonic(), done / whole))

    found = room.inspect((each.stretch for each in played), tell)
    times.append(time.monotonic())
    content_findings(loaded, SystemClock().now(), ContentMemory(cache / "contents.json"))
    times.append(time.monotonic())
    assert loaded.exhibition is not None
    film_findings(loaded.exhibition, played, found)
    times.append(time.monotonic())
    names = ("reading, with all stills", "films", "pages, captions, texts", "what is said of the films")
    return {name: later - before for name, before, later in zip(names, times[:-1], times[1:], strict=True)}


def _exhibition(count: int) -> Path:
    """The first films of the large exhibition, with short films in the place of theirs."""
    source, folder = large_exhibition(), cache_folder() / "check"
    shutil.rmtree(folder, ignore_errors=True)
    for part in ("media/clips", "media/stills", "playlists"):
        (folder / part).mkdir(parents=True)
    for number in range(count):
        os.link(clip_file(CLIPS[number % len(CLIPS)]), folder / f"media/clips/{number:04}.mp4")
        os.link(source / f"media/stills/{number:04}.jpg", folder / f"media/stills/{number:04}.jpg")
    films = yaml.safe_load((source / "playlists/films.yaml").read_text("utf-8"))["films"][:count]
    for film in films:
        del film["excerpts"][0]["end"]
    write_yaml(folder / "playlists/films.yaml", {"films": films})
    write_yaml(folder / "playlists/loop.yaml", {"items": [{"excerpt": f"{film['id']}/opening"} for film in films]})
    shutil.copy(source / "kiosk.yaml", folder)
    return folder
