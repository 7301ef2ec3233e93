"""Files that are broken, vanish or never answer cost an excerpt, not the visit."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.bar_film import make_bar_film
from tests.journeys.exhibitions import film, write_exhibition
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
    visitor.tap("language", screen="browse", language="ar")
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


def test_a_file_that_never_opens_is_given_four_seconds(open_kiosk: OpenKiosk, clip: Path, tmp_path: Path) -> None:
    """As on a network drive that hangs. Here the file becomes a pipe into which nobody writes."""
    slow = tmp_path / "slow.mp4"
    slow.write_bytes(clip.read_bytes())
    folder = write_exhibition(tmp_path / "show", [film("slow", slow.name), film("second")], [clip, slow])
    visitor = open_kiosk(folder)
    pilot = visitor.pilot
    visitor.wake()
    pipe = folder / "media" / slow.name
    pipe.unlink()
    os.mkfifo(pipe)
    held_open = os.open(pipe, os.O_RDWR)
    try:
        visitor.open_film("slow")
        tapped = visitor.press("watch")
        page = pilot.wait_for_scene(screen="film", film="slow", apology=True, seconds=8)
        assert page.facts["at"] - tapped < 5.5
        assert "slow.mp4" in visitor.words()
        visitor.tap("back", screen="browse")
        opened = time.monotonic()
        visitor.open_film("second")
        visitor.watch("second")
        assert time.monotonic() - opened < 4
        visitor.see_it_move()
    finally:
        os.close(held_open)


ODD_NAMES = {
    "special": "specia1 video$% -.mp4",
    "arabic": "العودة إلى حمص.mp4",
    "quotes": "the \"last\" 'film'.mp4",
    "spaces": "two  spaces .mp4",
    "dash": "-vout=dummy.mp4",
    "address": "file%3A%2F%2F#?x=1&y.mp4",
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
