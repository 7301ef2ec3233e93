"""Files that are broken, vanish or never answer cost an excerpt, not the visit."""

import fcntl
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.journeys.bar_film import blind, make_bar_film
from tests.journeys.exhibitions import film, write_exhibition, write_yaml
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.screen, pytest.mark.vlc]

OpenKiosk = Callable[..., Visitor]

NEVER_PLAYS = ["cut-index", "empty", "renamed-text", "only-sound", "no-seconds"]


def broken_files(folder: Path, clip: Path) -> list[Path]:
    """One of each kind, named after what is wrong with it."""
    whole = clip.read_bytes()
    (folder / "cut-index.mp4").write_bytes(whole[: whole.index(b"mdat") // 2])
    (folder / "cut-short.mp4").write_bytes(whole[: len(whole) // 6])
    (folder / "empty.mp4").write_bytes(b"")
    (folder / "renamed-text.mp4").write_text("This is not a film.\n" * 200, encoding="utf-8")
    make_bar_film(folder / "only-sound.mp4", seconds=3, picture=False)
    make_bar_film(folder / "no-seconds.mp4", seconds=0, sound=False)
    return [folder / f"{name}.mp4" for name in (*NEVER_PLAYS, "cut-short")]


def test_no_broken_file_ends_the_visit(open_kiosk: OpenKiosk, clip: Path, tmp_path: Path) -> None:
    """A film with such a file has its page, without the excerpt or with an apology for it; the others play."""
    broken = broken_files(tmp_path, clip)
    shown = [film("whole"), *(film(file.stem, file.name) for file in broken)]
    visitor = open_kiosk(write_exhibition(tmp_path / "show", shown, [*broken, clip]))
    visitor.wake()
    for name in NEVER_PLAYS:
        assert name_and_outcome(visitor, name) in [(name, "not offered"), (name, "apology")]
    assert name_and_outcome(visitor, "cut-short")[1] in ("not offered", "apology", "ended")
    visitor.tap("page-previous", screen="browse")
    visitor.open_film("whole")
    visitor.watch("whole")
    visitor.see_it_move()


def name_and_outcome(visitor: Visitor, name: str) -> tuple[str, str]:
    """From the cards to a film's page, into its excerpt if it is offered, and back; tells how that went."""
    outcome = "not offered"
    if "watch" in visitor.open_film(name).targets:
        mark = visitor.pilot.mark()
        visitor.press("watch")
        page = visitor.pilot.wait_for_scene(screen="film", film=name, after=mark, seconds=16)
        outcome = "apology" if page.facts["apology"] else "ended"
    visitor.tap("back", screen="browse")
    return name, outcome


def test_one_broken_film_of_a_playlist_keeps_no_other_off_the_screen(
    open_kiosk: OpenKiosk, clip: Path, tmp_path: Path
) -> None:
    nameless = {key: value for key, value in film("nameless").items() if key not in ("id", "title")}
    elsewhere = film("elsewhere", "../../etc/passwd")
    folder = write_exhibition(tmp_path / "show", [film("first"), nameless, elsewhere, film("last")], [clip])
    visitor = open_kiosk(folder)
    cards = [name for name in visitor.wake().targets if name.startswith("card:")]
    assert cards == ["card:first", "card:elsewhere", "card:last"]
    assert "watch" not in visitor.open_film("elsewhere").targets
    visitor.tap("back", screen="browse")
    for name in ("first", "last"):
        visitor.open_film(name)
        visitor.watch(name)
        visitor.show_controls()
        visitor.tap("close", screen="film")
        visitor.tap("back", screen="browse")


def test_the_media_folder_is_taken_away_while_a_film_plays(open_kiosk: OpenKiosk, clip: Path, tmp_path: Path) -> None:
    """The film that plays may go on or not; the others cannot be watched until the folder is back."""
    folder = write_exhibition(tmp_path / "show", [film("first"), film("second")], [clip])
    visitor = open_kiosk(folder)
    pilot = visitor.pilot
    visitor.wake()
    visitor.open_film("first")
    visitor.watch("first")
    (folder / "media").rename(folder / "elsewhere")
    visitor.show_controls()
    visitor.press("back-10")
    controls = visitor.scene
    if controls.screen == "watching":
        visitor.press("close")
    pilot.wait_for_scene(screen="film", film="first")
    visitor.tap("back", screen="browse")
    assert name_and_outcome(visitor, "second") in [("second", "not offered"), ("second", "apology")]
    (folder / "elsewhere").rename(folder / "media")
    visitor.open_film("second")
    pilot.wait_until(lambda: "watch" in visitor.scene.targets, "the film again", seconds=5)
    visitor.watch("second")
    visitor.see_it_move()


@contextmanager
def stuck(file: Path) -> Iterator[None]:
    """Nobody else gets ``file`` opened, as on a network drive that hangs: Linux lets them wait for our lease."""
    before = signal.signal(signal.SIGIO, signal.SIG_IGN)  # somebody wants the file
    held = os.open(file, os.O_RDWR)
    try:
        fcntl.fcntl(held, fcntl.F_SETLEASE, fcntl.F_WRLCK)
        yield
    finally:
        os.close(held)
        signal.signal(signal.SIGIO, before)


def test_a_file_that_never_opens_is_given_four_seconds(open_kiosk: OpenKiosk, clip: Path, tmp_path: Path) -> None:
    stuck_clip = make_bar_film(tmp_path / "stuck.mp4", seconds=3)
    shown = [film("first"), film("stuck", stuck_clip.name)]
    folder = write_exhibition(tmp_path / "show", shown, [clip, stuck_clip], loop="playlists/loop.yaml")
    write_yaml(folder / "playlists" / "loop.yaml", {"items": [{"excerpt": "first/whole"}]})
    with stuck(folder / "media" / "stuck.mp4"):
        visitor = open_kiosk(folder)
        started = visitor.pilot.record.lines[0]["at"]
        visitor.wake()
        visitor.open_film("first")
        visitor.watch("first")
        visitor.see_it_move()
        told = "stuck.mp4 does not tell what it is within 4 s"
        visitor.pilot.wait_until(lambda: told in visitor.words(), "a line in the log", seconds=6)
        assert time.monotonic() - started < 8
        visitor.show_controls()
        visitor.tap("close", screen="film", film="first")
        visitor.tap("back", screen="browse")
        assert name_and_outcome(visitor, "stuck") == ("stuck", "not offered")


def test_a_film_without_a_picture_is_given_four_seconds(open_kiosk: OpenKiosk, clip: Path, tmp_path: Path) -> None:
    """Its beginning is good, so that nothing is known of the damage before it is shown.

    On a busy machine libvlc shows the file's first frame before it looks up the in point, and then no other.
    """
    late = [{"id": "late", "file": "blind.mp4", "start": "0:10"}]
    shown = [film("blind", excerpts=late), film("second")]
    folder = write_exhibition(tmp_path / "show", shown, [clip, blind(clip, tmp_path / "blind.mp4", after=2.0)])
    visitor = open_kiosk(folder)
    visitor.wake()
    visitor.open_film("blind")
    tapped = visitor.press("watch")
    page = visitor.pilot.wait_for_scene(screen="film", film="blind", apology=True, seconds=7)
    assert page.facts["at"] - tapped < 5.0
    reasons = ("no picture came from it in time", "it stopped moving")
    assert any(f"blind.mp4 could not be shown: {reason}" in visitor.words() for reason in reasons)
    visitor.tap("back", screen="browse")
    visitor.open_film("second")
    visitor.watch("second")
    visitor.see_it_move()


ODD_NAMES = {
    "special": "specia1 video$% -.mp4",
    "arabic": "العودة إلى حمص.mp4",
    "quotes": "the \"last\"  'film' #1?.mp4",
    "dash": "-vout=dummy:file%3A.mp4",
}


def test_odd_names_play(open_kiosk: OpenKiosk, clip: Path, tmp_path: Path) -> None:
    folder = write_exhibition(tmp_path / "show", [film(key, name) for key, name in ODD_NAMES.items()], [clip])
    for name in ODD_NAMES.values():
        os.link(folder / "media" / clip.name, folder / "media" / name)
    visitor = open_kiosk(folder)
    visitor.wake()
    for key in ODD_NAMES:
        visitor.open_film(key)
        visitor.watch(key)
        visitor.see_it_move()
        visitor.show_controls()
        visitor.tap("close", screen="film", film=key, apology=False)
        visitor.tap("back", screen="browse")
