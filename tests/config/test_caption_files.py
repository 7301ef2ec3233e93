"""Caption files that are there, but of no use: each has its line."""

from pathlib import Path

import pytest
from exhibition_folders import laid_out

from kiosk.config.load import load_exhibition, with_caption_problems
from kiosk.config.problems import listing

FILE = "media/clips/homs.en.srt"
LINE = "playlists/films.yaml:16:24 films[0].excerpts[0].captions.en: clips/homs.en.srt "
"""Where the good exhibition names its caption file; its excerpt runs from 0:02 to 0:12."""


def cue(start: str, end: str) -> bytes:
    return f"1\n{start},000 --> {end},000\nHello\n".encode()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty."),
        (b"Hello", "is not in a known format: SRT, WebVTT, ASS and SSA are."),
        (b"WEBVTT\n", "has no captions in it."),
        (cue("00:00:00", "00:00:01"), "ends at 0:01, before the excerpt begins at 0:02."),
        (cue("00:00:12", "00:00:15"), "has no caption between the excerpt's start, 0:02, and its end."),
        (b"\0" * (4 * 2**20 + 1), "is larger than 4 MB."),
    ],
)
def test_says_what_is_wrong(content: bytes, said: str, tmp_path: Path) -> None:
    folder = laid_out("good", tmp_path)
    (folder / FILE).write_bytes(content)
    loaded = load_exhibition(folder)
    assert loaded.problems == []  # the kiosk opens without a look into the file
    looked_into = with_caption_problems(loaded)
    assert listing(looked_into.problems) == [f"{LINE}{said} The excerpt is shown without it."]
    assert looked_into.exhibition == loaded.exhibition


@pytest.mark.parametrize("content", [cue("00:00:01", "00:00:03"), cue("00:00:11", "00:00:20")])
def test_a_caption_at_either_end_of_the_excerpt_is_enough(content: bytes, tmp_path: Path) -> None:
    folder = laid_out("good", tmp_path)
    (folder / FILE).write_bytes(content)
    assert with_caption_problems(load_exhibition(folder)).problems == []


def test_the_lines_stand_among_the_others_in_file_order(tmp_path: Path) -> None:
    folder = laid_out("unknown-key", tmp_path)
    (folder / FILE).write_bytes(b"")
    lines = listing(with_caption_problems(load_exhibition(folder)).problems)
    assert [line.split()[0] for line in lines] == ["playlists/films.yaml:6:5", "playlists/films.yaml:16:24"]


def test_ass_files_are_taken(tmp_path: Path) -> None:
    folder = laid_out("good", tmp_path)
    playlist = folder / "playlists" / "films.yaml"
    playlist.write_text(playlist.read_text("utf-8").replace("homs.en.srt", "homs.en.ass"), encoding="utf-8")
    (folder / FILE).rename(folder / "media" / "clips" / "homs.en.ass")
    assert load_exhibition(folder).problems == []
