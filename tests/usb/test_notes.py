"""What became of sticks is remembered."""

from datetime import UTC, datetime
from pathlib import Path

from kiosk.usb.notes import Note, Notes

AT = datetime(2026, 12, 4, 9, 30, tzinfo=UTC)


def test_notes_are_kept_in_their_order(tmp_path: Path) -> None:
    notes = Notes(tmp_path / "state" / "usb.jsonl")
    assert notes.read() == []
    notes.add(AT, Path("/media/معرض"), "copied", ["4 files, 12 MB."])
    notes.add(AT, Path("/media/معرض"), "unchanged")
    assert Notes(tmp_path / "state" / "usb.jsonl").read() == [
        Note("2026-12-04T09:30:00+00:00", "/media/معرض", "copied", ("4 files, 12 MB.",)),
        Note("2026-12-04T09:30:00+00:00", "/media/معرض", "unchanged", ()),
    ]


def test_they_do_not_grow_for_ever(tmp_path: Path) -> None:
    notes = Notes(tmp_path / "usb.jsonl")
    for number in range(103):
        notes.add(AT, Path(f"/media/{number}"), "refused", [f"line {line}" for line in range(30)])
    kept = notes.read()
    assert (len(kept), kept[0].stick, kept[-1].stick) == (100, "/media/3", "/media/102")
    assert (len(kept[0].said), kept[0].said[-1]) == (21, "10 more.")


def test_damaged_lines_and_a_folder_that_cannot_be_written_to_are_no_error(tmp_path: Path) -> None:
    file = tmp_path / "usb.jsonl"
    file.write_bytes(b'{"at": \n[]\n{"at": "now", "stick": "/media/a", "outcome": "copied", "said": []}\nnull\n')
    assert [note.stick for note in Notes(file).read()] == ["/media/a"]
    Notes(file / "below").add(AT, Path("/media/a"), "copied")
    file.write_bytes(b"\xff\xff")
    assert Notes(file).read() == []
