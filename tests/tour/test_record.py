"""Reading a trace while it is written."""

from pathlib import Path

import pytest

from kiosk.tour.record import Record, Scene, Target


@pytest.fixture
def trace(tmp_path: Path) -> Path:
    return tmp_path / "trace.jsonl"


def test_no_file_yet_is_no_lines(trace: Path) -> None:
    record = Record(trace)
    record.read()
    assert record.lines == []
    assert record.last("scene") is None


def test_half_a_line_waits_for_its_other_half(trace: Path) -> None:
    record = Record(trace)
    trace.write_text('{"at": 1.0, "what": "ready"}\n{"at": 2.0, "what": "sce', "utf-8")
    record.read()
    assert [line["what"] for line in record.lines] == ["ready"]
    with trace.open("a", encoding="utf-8") as file:
        file.write('ne", "screen": "browse"}\n')
    record.read()
    assert [line["what"] for line in record.lines] == ["ready", "scene"]


def test_find_takes_the_first_and_last_the_last(trace: Path) -> None:
    trace.write_text(
        '{"at": 1, "what": "rolling", "film": "homs"}\n'
        '{"at": 2, "what": "rolling", "film": "cave"}\n'
        '{"at": 3, "what": "rolling", "film": "homs"}\n'
    )
    record = Record(trace)
    record.read()
    assert record.find("rolling", film="homs") == {"at": 1, "what": "rolling", "film": "homs"}
    assert record.find("rolling", after=1, film=("homs", "sama")) == {"at": 3, "what": "rolling", "film": "homs"}
    assert record.find("rolling", film="sama") is None
    assert record.last("rolling") == {"at": 3, "what": "rolling", "film": "homs"}
    assert record.last("rolling", after=3) is None


def test_a_scene_knows_its_targets_and_what_was_cut() -> None:
    scene = Scene(
        {
            "screen": "film",
            "film": "homs",
            "language": "ar",
            "asking": True,
            "paused": False,
            "targets": [{"name": "back", "rect": [10, 20, 75, 51], "mm": [20.8, 14.1]}],
            "texts": [{"text": "short", "cut": False}, {"text": "much too long", "cut": True}],
        }
    )
    assert scene.targets == {"back": Target("back", 10, 20, 75, 51)}
    assert scene.targets["back"].centre == (47, 45)
    assert scene.cut_texts() == ["much too long"]
    assert str(scene) == "film homs ar asking"
    assert scene.fits({"screen": ("film", "more"), "asking": True})
    assert not scene.fits({"screen": "film", "excerpt": "opening"})
