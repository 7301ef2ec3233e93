"""Media files that are still being copied count as if they were not there."""

from pathlib import Path

from kiosk.config.load import load_exhibition
from kiosk.exhibition.loop import FileItem, Loop


def test_a_film_that_is_still_being_copied_has_its_line_and_is_looked_out_for(folder: Path) -> None:
    film = folder / "media/clips/water.mp4"
    loaded = load_exhibition(folder, arriving=film.__eq__)
    assert next(each.sentence for each in loaded.problems) == (
        "films[1].excerpts[0].file: clips/water.mp4 is still being copied. The film is shown without this excerpt."
    )
    assert film in loaded.files
    assert loaded.exhibition is not None
    assert [len(each.excerpts) for each in loaded.exhibition.playlist.films] == [2, 0]


def test_a_folder_as_a_loop_passes_over_what_is_still_being_copied(folder: Path) -> None:
    loop = folder / "media/loop"
    loop.mkdir()
    for name in ("one.mp4", "two.mp4"):
        (loop / name).write_bytes(b"film")
    kiosk = (folder / "kiosk.yaml").read_text("utf-8")
    lines = [line for line in kiosk.splitlines() if not line.startswith("loop:")]
    (folder / "kiosk.yaml").write_text("\n".join([*lines, "loop: media/loop/", ""]), "utf-8")
    loaded = load_exhibition(folder, arriving=(loop / "two.mp4").__eq__)
    assert loaded.exhibition is not None
    assert loaded.exhibition.loop == Loop((FileItem(loop / "one.mp4"),))
    assert {loop, loop / "two.mp4"} <= set(loaded.files)
    assert loaded.problems == []
