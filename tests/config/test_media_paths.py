"""Only what is in the media folder can be shown."""

import os
import unicodedata
from pathlib import Path

import pytest

from kiosk.config.media_folder import PICTURES, MediaFolder
from kiosk.config.paths import natural
from kiosk.config.values import Wrong


@pytest.fixture
def media(tmp_path: Path) -> MediaFolder:
    folder = tmp_path / "media"
    (folder / "clips").mkdir(parents=True)
    (folder / "clips" / "homs.mp4").touch()
    (tmp_path / "outside.mp4").touch()
    return MediaFolder(folder)


def sentence(media: MediaFolder, written: object, suffixes: tuple[str, ...] = ()) -> str:
    with pytest.raises(Wrong) as caught:
        media.file(written, suffixes)
    return caught.value.sentence + caught.value.hint


@pytest.mark.parametrize(
    "name",
    ["specia1 video$% -.mp4", "- leading dash.mp4", "two  blanks.mp4", 'it\'s "quoted".mp4', "فيلم.mp4", "a;b&c|d.mp4"],
)
def test_odd_names_are_names(media: MediaFolder, name: str) -> None:
    (media.path / name).touch()
    assert media.file(name) == media.path / name


def test_accents_of_a_mac(media: MediaFolder) -> None:
    on_disc = unicodedata.normalize("NFD", "café.mp4")
    (media.path / on_disc).touch()
    assert media.file(unicodedata.normalize("NFC", "café.mp4")) == media.path / on_disc


def test_a_link_inside_is_followed_and_one_that_leaves_is_not(media: MediaFolder) -> None:
    os.symlink(media.path / "clips" / "homs.mp4", media.path / "inside.mp4")
    os.symlink(media.path.parent / "outside.mp4", media.path / "leaving.mp4")
    os.symlink(media.path.parent, media.path / "up")
    os.symlink(media.path / "loop.mp4", media.path / "loop.mp4")
    assert media.file("inside.mp4") == media.path / "inside.mp4"
    assert sentence(media, "leaving.mp4") == "leaving.mp4 is a link that leads out of media/."
    assert sentence(media, "up/outside.mp4") == "up/outside.mp4 is a link that leads out of media/."
    assert sentence(media, "loop.mp4") == "loop.mp4 is a link that leads out of media/."


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("../outside.mp4", "../outside.mp4 leads out of media/; .. is not allowed."),
        ("clips/../../outside.mp4", "clips/../../outside.mp4 leads out of media/; .. is not allowed."),
        ("..\\outside.mp4", "..\\outside.mp4 leads out of media/; .. is not allowed."),
        ("/etc/passwd", "/etc/passwd does not begin in media/; files are named from there on."),
        ("~/film.mp4", "~/film.mp4 does not begin in media/; files are named from there on."),
        ("C:\\film.mp4", "C:\\film.mp4 does not begin in media/; files are named from there on."),
        ("http://example.org/a.mp4", "http://example.org/a.mp4 is an address; only files in media/ are used."),
        ("RTSP://camera/1", "RTSP://camera/1 is an address; only files in media/ are used."),
        ("screen://", "screen:// is an address; only files in media/ are used."),
        ("file:///etc/passwd", "file:///etc/passwd is an address; only files in media/ are used."),
        ("a\x00.mp4", "a\\u0000.mp4 holds a NUL character."),
        ("4pm.\u202egpm", "4pm.\\u202egpm holds the invisible character U+202E, which can disguise a name."),
        ("clips", "clips is not a file."),
        ("x" * 300, "x" * 59 + "… is too long for a file name."),
        ("  ", "must be a file in media/, not an empty text."),
        (["a.mp4"], "must be a file in media/, not a list."),
        ("clips/homs.mov", "clips/homs.mov is not in media/. Did you mean clips/homs.mp4?"),
        ("Clips/Homs.MP4", "Clips/Homs.MP4 is not in media/. Did you mean clips/homs.mp4?"),
        ("homs.mp4", "homs.mp4 is not in media/. Did you mean clips/homs.mp4?"),
        ("media/clips/homs.mp4", "media/clips/homs.mp4 is not in media/. Did you mean clips/homs.mp4?"),
        ("clips/cave.mp4", "clips/cave.mp4 is not in media/."),
        ("clips/homs.mp4/x", "clips/homs.mp4/x is not in media/."),
    ],
)  # fmt: skip
def test_refused(media: MediaFolder, written: object, expected: str) -> None:
    assert sentence(media, written) == expected


def test_endings(media: MediaFolder) -> None:
    assert sentence(media, "clips/homs.mp4", PICTURES) == (
        "must be a file ending in .jpg, .jpeg, .png or .webp, not clips/homs.mp4."
    )


def test_what_is_missing_is_remembered(media: MediaFolder) -> None:
    sentence(media, "clips/later.mp4")
    assert media.missing == {media.path / "clips/later.mp4"}


def test_natural_order() -> None:
    names = ["clip 10.mp4", "Clip 2.mp4", "2.mp4", "b.mp4", "clip 1.mp4", "10.mp4", "clip.mp4"]
    assert sorted(names, key=natural) == [
        "2.mp4",
        "10.mp4",
        "b.mp4",
        "clip 1.mp4",
        "Clip 2.mp4",
        "clip 10.mp4",
        "clip.mp4",
    ]
