"""``kiosk.local.yaml``, written by the kiosk."""

from pathlib import Path

import pytest

from kiosk.config.load import load_exhibition
from kiosk.config.local_file import LocalFileUnreadable, change_local
from kiosk.panel.effects import Drop, Put
from tests.build.screens import PROJECT

HEAD = "# What was changed on the kiosk itself. It lies over kiosk.yaml, and is written anew with every change.\n"
LINE = "pbkdf2:sha256:1000:MDEyMzQ1Njc4OWFiY2RlZg==:e0FabL0K6PsF00R3qTB7K1DuSpBx6TdVYqmVc4fRBSY="


def test_a_first_value(tmp_path: Path) -> None:
    path = change_local(tmp_path, (Put(("panel", "pin"), LINE),))
    assert path == tmp_path / "kiosk.local.yaml"
    assert path.read_text("utf-8") == f"{HEAD}panel:\n  pin: {LINE}\n"
    assert [each.name for each in tmp_path.iterdir()] == ["kiosk.local.yaml"]


def test_all_others_stay(tmp_path: Path) -> None:
    (tmp_path / "kiosk.local.yaml").write_text(
        'sound: {volume: 40, loop: muted}\nlanguages: [ar, en]\nhours:\n  special: {2026-12-02: "off"}\npanel:\n',
        "utf-8",
    )
    change_local(tmp_path, (Put(("panel", "pin"), "new"),))
    assert (tmp_path / "kiosk.local.yaml").read_text("utf-8") == (
        f"{HEAD}sound:\n  volume: '40'\n  loop: muted\nlanguages:\n- ar\n- en\n"
        "hours:\n  special:\n    '2026-12-02': 'off'\npanel:\n  pin: new\n"
    )


def test_what_cannot_be_read_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.local.yaml"
    path.write_text("sound: {volume: 40\n", "utf-8")
    with pytest.raises(LocalFileUnreadable, match=r"kiosk\.local\.yaml"):
        change_local(tmp_path, (Put(("panel", "pin"), "new"),))
    assert path.read_text("utf-8") == "sound: {volume: 40\n"


def test_the_kiosk_reads_it_without_a_problem(tmp_path: Path) -> None:
    for name in ("kiosk.yaml", "playlists", "media"):
        (tmp_path / name).symlink_to(PROJECT / name)
    (tmp_path / "kiosk.local.yaml").write_text("captions: off\nsound: {volume: 40}\n", "utf-8")
    change_local(tmp_path, (Put(("panel", "pin"), LINE),))
    loaded = load_exhibition(tmp_path)
    assert loaded.exhibition is not None
    assert (loaded.exhibition.captions, loaded.exhibition.sound.volume) == (False, 40)
    assert [str(each) for each in loaded.problems if "local" in each.file] == []


def test_several_values_at_once_and_what_was_written_goes(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.local.yaml"
    path.write_text("sound: {volume: 40}\nhours: {special: {2026-12-02: closed}}\n", "utf-8")
    changes = (
        Put(("sound", "max_volume"), 80),
        Put(("screen", "reach"), True),
        Put(("sound", "levels"), ["a", "b"]),
        Drop(("hours", "special", "2026-12-02")),
        Drop(("captions",)),
        Drop(("sound", "volume", "deeper")),
    )
    change_local(tmp_path, changes)
    assert path.read_text("utf-8") == (
        f"{HEAD}sound:\n  volume: '40'\n  max_volume: 80\n  levels:\n  - a\n  - b\nscreen:\n  reach: true\n"
    )


def test_without_anything_left_it_is_a_file_that_says_nothing(tmp_path: Path) -> None:
    for name in ("kiosk.yaml", "playlists", "media"):
        (tmp_path / name).symlink_to(PROJECT / name)
    change_local(tmp_path, (Put(("hours", "special", "2026-12-02"), "closed"),))
    change_local(tmp_path, (Drop(("hours", "special", "2026-12-02")),))
    assert (tmp_path / "kiosk.local.yaml").read_text("utf-8") == f"{HEAD}{{}}\n"
    assert [str(each) for each in load_exhibition(tmp_path).problems if "local" in each.file] == []
