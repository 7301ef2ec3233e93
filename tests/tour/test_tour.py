"""What a tour tells, on a program that looks like the kiosk for its first two screens."""

import sys
from pathlib import Path

import pytest

from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Film, Playlist
from kiosk.exhibition.text import Text
from kiosk.tour.impatient import impatient
from kiosk.tour.tour import Seen, tour
from tests.build import pretend_kiosk


@pytest.mark.screen
def test_a_tour_tells_each_step_and_where_it_ended(tmp_path: Path) -> None:
    show, out = tmp_path / "show", tmp_path / "tour"
    show.mkdir()
    out.mkdir()
    (out / "07-from-the-last-tour.png").touch()
    films = Playlist(films=(Film("sama", Text({"": "For Sama"})),))
    exhibition = Exhibition(show, Text(), show / "media", playlist=films)
    seen = list(tour(exhibition, (480, 320), out, command=(sys.executable, pretend_kiosk.__file__)))
    assert seen == [
        Seen("start", sentence="The kiosk opened."),
        Seen("attract", "", "0 texts, 0 targets", out / "01-attract.png"),
        Seen("browse", "en", "0 texts, 2 targets", out / "02-browse-en.png"),
        Seen(
            "film page",
            "en",
            problem="There is nothing called card:sama on the screen (browse en). There is: card:homs, fall over.",
        ),
        Seen("browse again", "en", problem="not reached"),
        Seen("still there?", "en", problem="not reached"),
        Seen("attract again", "", problem="not reached"),
    ]
    assert sorted(each.name for each in out.iterdir()) == ["01-attract.png", "02-browse-en.png"]


def test_an_impatient_copy_has_everything_but_the_patience(tmp_path: Path) -> None:
    show = tmp_path / "show"
    (show / "media").mkdir(parents=True)
    (show / "media" / "clip.mp4").write_bytes(b"moving")
    (show / "kiosk.yaml").write_text("idle: {browse: 60 s}\n")
    (show / "kiosk.local.yaml").write_text("sound: {volume: 40}\n")
    copy = impatient(show, tmp_path / "copy", 12)
    assert sorted(each.name for each in copy.iterdir()) == ["kiosk.local.yaml", "kiosk.yaml", "media"]
    assert (copy / "kiosk.local.yaml").read_text() == "idle: {browse: 12 s, reading: 12 s, warning: 12 s}\n"
    assert (copy / "media" / "clip.mp4").read_bytes() == b"moving"
    assert (show / "kiosk.local.yaml").read_text() == "sound: {volume: 40}\n"
