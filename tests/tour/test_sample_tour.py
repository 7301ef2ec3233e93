"""The whole way: the real kiosk with the sample exhibition, on a virtual screen, with real films."""

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]

PICTURES = [
    "01-attract.png",
    "02-browse-en.png",
    "03-film-page-en.png",
    "04-read-more-en.png",
    "05-content-note-en.png",
    "06-watching-en.png",
    "07-watching-with-controls-en.png",
    "08-browse-again-en.png",
    "09-still-there-en.png",
    "10-browse-ar.png",
    "11-film-page-ar.png",
    "12-read-more-ar.png",
    "13-content-note-ar.png",
    "14-watching-ar.png",
    "15-watching-with-controls-ar.png",
    "16-browse-again-ar.png",
    "17-still-there-ar.png",
    "18-attract-again.png",
]


@pytest.mark.screen
@pytest.mark.vlc
def test_the_tour_sees_every_screen_in_both_languages(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-m", "kiosk", "tour", str(PROJECT), "--window", "1280x720", "--out", "pictures"],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(PROJECT), "HOME": str(tmp_path), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "Every step happened."
    assert sorted(each.name for each in (tmp_path / "pictures").iterdir()) == PICTURES
    each_its_own = [name for name in PICTURES if "watching-" not in name or "controls" in name]
    each_its_own = [name for name in each_its_own if "again" not in name]
    contents = {(tmp_path / "pictures" / name).read_bytes() for name in each_its_own}
    assert len(contents) == len(each_its_own), "two different screens look alike"
