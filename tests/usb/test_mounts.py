"""Which mounts are sticks with an exhibition."""

from pathlib import Path

from kiosk.usb.mounts import plugged_in
from tests.usb.sticks import Table


def table(tmp_path: Path) -> Table:
    return Table(tmp_path / "mountinfo", tmp_path / "media")


def test_a_stick_with_a_folder_kiosk(tmp_path: Path) -> None:
    mounts = table(tmp_path)
    point = tmp_path / "media" / "معرض 2026"
    (point / "Kiosk").mkdir(parents=True)
    mounts.plug_in(point)
    (stick,) = mounts.sticks()
    assert (stick.mount, stick.point, stick.folder) == (101, point, point / "Kiosk")
    mounts.pull_out(point)
    assert mounts.sticks() == []
    mounts.plug_in(point)
    assert [each.mount for each in mounts.sticks()] == [102]


def test_other_mounts_are_left_alone(tmp_path: Path) -> None:
    mounts = table(tmp_path)
    for name in ("photos", "elsewhere", "linked"):
        (tmp_path / "media" / name).mkdir()
    (tmp_path / "media/photos/kiosk").write_text("a file")
    (tmp_path / "media/linked/kiosk").symlink_to(tmp_path)
    (tmp_path / "elsewhere/kiosk").mkdir(parents=True)
    for point in ("media/photos", "elsewhere", "media/linked", "media/gone"):
        mounts.plug_in(tmp_path / point)
    assert mounts.sticks() == []


def test_a_disk_that_is_built_in_is_no_stick(tmp_path: Path) -> None:
    mounts = table(tmp_path)
    (tmp_path / "media/data/kiosk").mkdir(parents=True)
    mounts.plug_in(tmp_path / "media/data")
    assert plugged_in(mounts.file, (mounts.root,), lambda _: False) == []


def test_a_device_that_the_system_does_not_know_is_no_stick(tmp_path: Path) -> None:
    (tmp_path / "media/data/kiosk").mkdir(parents=True)
    mountinfo = tmp_path / "mountinfo"
    mountinfo.write_text(f"101 29 0:99 / {tmp_path}/media/data rw - nfs server:/data rw\n")
    assert plugged_in(mountinfo, (tmp_path / "media",)) == []


def test_a_table_that_is_missing_or_garbled_is_no_error(tmp_path: Path) -> None:
    mountinfo = tmp_path / "mountinfo"
    assert plugged_in(mountinfo) == []
    mountinfo.write_bytes(b"\xff\xfe garbled\n\n1 2\nx 29 8:17 / /media/a rw\n")
    assert plugged_in(mountinfo) == []
