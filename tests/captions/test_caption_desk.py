"""The captions of the film that a visitor is at, found beside the frame loop."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.captions.desk import CaptionDesk, Tracks
from kiosk.exhibition.film import Excerpt
from tests.captions.films import make_film

SRT = "1\n00:00:01,000 --> 00:00:02,000\n{}\n"
Open = Callable[[], "Desk"]


class Desk:
    """A desk, and somebody who waits for its news."""

    def __init__(self, folder: Path) -> None:
        self._news = threading.Event()
        self.desk = CaptionDesk(folder, self._news.set)

    def find(self, excerpt: Excerpt, *languages: str, seconds: float = 15.0) -> Tracks:
        """Open an excerpt, and wait until its captions are there in these languages."""
        self.desk.open(excerpt)
        latest = time.monotonic() + seconds
        while tuple(self.desk.tracks) != languages:
            assert self._news.wait(latest - time.monotonic()), f"found only {tuple(self.desk.tracks)}"
            self._news.clear()
        return self.desk.tracks

    def said(self, excerpt: Excerpt, *languages: str) -> dict[str, str]:
        """What stands at 1.5 s in each language."""
        found = {language: track.at(1.5) for language, track in self.find(excerpt, *languages).items()}
        return {language: " / ".join(caption.lines) for language, caption in found.items() if caption}


@pytest.fixture
def open_desk(tmp_path: Path) -> Iterator[Open]:
    """``open_desk()``: a desk that keeps what it finds in the same folder as those before it."""
    desks: list[Desk] = []

    def opened() -> Desk:
        desks.append(Desk(tmp_path / "cache"))
        return desks[-1]

    yield opened
    for each in desks:
        each.desk.close()


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """A film with nothing to read inside."""
    return make_film(tmp_path / "film.mp4", [])


def test_caption_files_are_found_and_those_that_cannot_be_read_are_not_offered(
    open_desk: Open, film: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    arabic, english, broken = tmp_path / "a.srt", tmp_path / "e.vtt", tmp_path / "f.srt"
    arabic.write_bytes(SRT.format("مرحبا").encode("cp1256"))
    english.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n")
    broken.write_bytes(b"nothing")
    excerpt = Excerpt("one", film, captions={"en": english, "fr": broken, "ar": arabic})
    assert open_desk().said(excerpt, "en", "ar") == {"en": "Hello", "ar": "مرحبا"}
    assert "f.srt is not in a known format" in caplog.text


@pytest.mark.parametrize(("name", "codec"), [("film.mp4", "mov_text"), ("film.mkv", "srt"), ("film.mkv", "webvtt")])
def test_tracks_inside_a_film_are_offered(name: str, codec: str, open_desk: Open, tmp_path: Path) -> None:
    tracks = [("eng", [(1.0, 2.0, "Hello\nthere")]), ("ara", [(1.2, 1.9, "مرحبا")]), ("fre", [])]
    excerpt = Excerpt("one", make_film(tmp_path / name, tracks, codec))
    assert open_desk().said(excerpt, "en", "ar") == {"en": "Hello / there", "ar": "مرحبا"}


def test_a_track_that_does_not_tell_its_language_is_known_by_its_letters(open_desk: Open, tmp_path: Path) -> None:
    excerpt = Excerpt("one", make_film(tmp_path / "film.mkv", [("und", [(1.0, 2.0, "مرحبا")])], "srt"))
    assert open_desk().said(excerpt, "ar") == {"ar": "مرحبا"}


def test_a_caption_file_goes_before_the_track_of_its_language(open_desk: Open, tmp_path: Path) -> None:
    file = tmp_path / "e.srt"
    file.write_text(SRT.format("From the file"))
    film = make_film(tmp_path / "film.mkv", [("eng", [(1.0, 2.0, "Inside")]), ("deu", [(1.0, 2.0, "Hallo")])], "srt")
    excerpt = Excerpt("one", film, captions={"en": file})
    assert open_desk().said(excerpt, "en", "de") == {"en": "From the file", "de": "Hallo"}


def test_a_film_is_gone_through_once_and_not_again_after_a_start(open_desk: Open, tmp_path: Path) -> None:
    film = make_film(tmp_path / "film.mkv", [("eng", [(1.0, 2.0, "Inside")])], "srt")
    open_desk().find(Excerpt("one", film), "en")
    begun = time.monotonic()
    open_desk().find(Excerpt("one", film), "en")
    assert time.monotonic() - begun < 0.5  # a process would not be there so soon


def test_a_changed_file_is_read_again(open_desk: Open, film: Path, tmp_path: Path) -> None:
    file = tmp_path / "e.srt"
    file.write_text(SRT.format("Before"))
    excerpt = Excerpt("one", film, captions={"en": file})
    desk = open_desk()
    assert desk.said(excerpt, "en") == {"en": "Before"}
    file.write_text(SRT.format("Afterwards"))
    before = desk.desk.tracks
    desk.desk.keep(excerpt)
    assert desk.desk.tracks is before
    desk.desk.open(excerpt)
    latest = time.monotonic() + 5
    while desk.desk.tracks is before and time.monotonic() < latest:
        time.sleep(0.01)
    assert desk.said(excerpt, "en") == {"en": "Afterwards"}


def test_what_is_in_the_folder_is_not_trusted(open_desk: Open, tmp_path: Path) -> None:
    """A file that a broken process left behind is as good as none."""
    film = make_film(tmp_path / "film.mkv", [("eng", [(1.0, 2.0, "Inside")])], "srt")
    open_desk().find(Excerpt("one", film), "en")
    (kept,) = (tmp_path / "cache").glob("*.json")
    for content in ("", "[]", '{"en": [[1, "x", "y"]]}', '{"en": 7}', '{"en": [[1, 2]]}'):
        kept.write_text(content)
        assert open_desk().said(Excerpt("one", film), "en") == {"en": "Inside"}


def test_a_film_that_is_no_film_offers_nothing_and_leaves_no_process(open_desk: Open, tmp_path: Path) -> None:
    broken, captions = tmp_path / "film.mp4", tmp_path / "e.srt"
    broken.write_bytes(os.urandom(4096))
    captions.write_text(SRT.format("Hello"))
    desk = open_desk()
    assert desk.said(Excerpt("one", broken, captions={"en": captions}), "en") == {"en": "Hello"}
    desk.desk.close()
    assert not [each for each in threading.enumerate() if each.name.startswith(("captions", "subtitles"))]


def test_captions_that_are_replaced_while_the_film_runs_are_read_again(
    open_desk: Open, film: Path, tmp_path: Path
) -> None:
    english, other = tmp_path / "e.srt", tmp_path / "other.srt"
    english.write_text(SRT.format("Hello"))
    excerpt = Excerpt("one", film, captions={"en": english})
    desk = open_desk()
    before = desk.find(excerpt, "en")
    desk.desk.renew([other])
    assert desk.desk.tracks is before
    english.write_text(SRT.format("Good morning"))
    desk.desk.renew([other, english])
    latest = time.monotonic() + 15
    while desk.desk.tracks is before:
        assert time.monotonic() < latest
        time.sleep(0.01)
    assert desk.said(excerpt, "en") == {"en": "Good morning"}
