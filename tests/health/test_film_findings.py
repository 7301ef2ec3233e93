"""What is said about films, word for word, and where."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.config.load import load_exhibition
from kiosk.exhibition.level import Loudness
from kiosk.health.films.findings import film_findings
from kiosk.health.films.played import Played, everything_played
from kiosk.health.films.remedies import REMEDIES
from kiosk.projection.inspection import FilmFacts, Inspection, Uninspected, Watched
from kiosk.projection.loudness_memory import Unmeasured

ROOT = Path(__file__).parents[2]

FILES = {
    "kiosk.yaml": "exhibition: {title: Show}\nlanguages: [en]\nplaylist: films.yaml\nloop: loop.yaml\n",
    "films.yaml": """\
films:
  - id: homs
    title: Return to Homs
    excerpts:
      - id: opening
        file: homs.mp4
        start: 0:02
        end: 0:12
        gain: -3 dB
        versions: {sign: signed.mp4}
      - file: homs.mp4
        start: 0:12
""",
    "loop.yaml": """\
items:
  - excerpt: homs/opening
    repeat: 2
  - file: city.mp4
    end: 0:50
  - still: water.jpg
  - excerpt: homs/opening
    start: 0:04
    end: 0:08
    repeat: 3
""",
}
FACTS = FilmFacts("h264", 1280, 720, 0, "yuv420p", 25.0, 60.0, channels=2, layout="stereo", sound_tracks=1)
WATCHED = Watched(frames=1500, first=0.0, last=60.0, still_start=0.04, still_end=0.04)
GOOD = Inspection(FACTS, WATCHED, Loudness(-20.0, -3.0), 9.0)


@pytest.fixture
def played(tmp_path: Path) -> list[Played]:
    (tmp_path / "media").mkdir()
    for name in ("homs.mp4", "signed.mp4", "city.mp4", "water.jpg"):
        (tmp_path / "media" / name).touch()
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, "utf-8")
    return everything_played(load_exhibition(tmp_path))


def lines(played: Played, inspection: Inspection | Uninspected) -> list[str]:
    """What is found of one stretch, without its place and the file's name."""
    loaded = load_exhibition(played.file.parents[1])
    assert loaded.exhibition is not None
    found = film_findings(loaded.exhibition, [played], {played.stretch: inspection})
    return [f"{each.severity} {each.code}: {each.message.removeprefix(played.name)}" for each in found]


def seen(played: Played, **watched: object) -> list[str]:
    return lines(played, replace(GOOD, watched=replace(WATCHED, **watched)))  # type: ignore[arg-type]


def test_all_that_is_played_and_where_it_was_written(played: list[Played]) -> None:
    told = [(str(each.problem(_found(), "")), each.start, each.end, each.gain_db) for each in played]
    assert told == [
        ("films.yaml:6:15  films[0].excerpts[0].file: homs.mp4 is odd.", 2.0, 12.0, -3.0),
        ("films.yaml:10:26  films[0].excerpts[0].versions.sign: signed.mp4 is odd.", 0.0, None, -3.0),
        ("films.yaml:11:15  films[0].excerpts[1].file: homs.mp4 is odd.", 12.0, None, 0.0),
        ("loop.yaml:4:11  items[1].file: city.mp4 is odd.", 0.0, 50.0, 0.0),
        ("loop.yaml:7:14  items[3].excerpt: homs.mp4 is odd.", 4.0, 8.0, -3.0),
    ]
    assert [(each.on_itself, each.muted) for each in played] == [
        (True, False),
        (False, False),
        (False, False),
        (False, True),
        (True, True),
    ]


def _found() -> object:
    from kiosk.health.contents.found import Found

    return Found("film-codec", "is odd.")


def test_a_folder_as_a_loop_is_named_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "city.mp4").touch()
    (tmp_path / "kiosk.yaml").write_text(
        "exhibition: {title: Show}\nlanguages: [en]\nmode: loop\nloop: media\n", "utf-8"
    )
    (found,) = everything_played(load_exhibition(tmp_path))
    assert str(found.problem(_found(), "")) == "kiosk.yaml:4:7  loop: city.mp4 is odd."
    assert found.on_itself


def test_nothing_is_said_of_what_is_as_it_should_be(played: list[Played]) -> None:
    watched = replace(WATCHED, first=2.0, last=12.0)
    assert lines(played[0], replace(GOOD, watched=watched)) == []


def test_points_that_the_file_does_not_reach(played: list[Played]) -> None:
    short = replace(GOOD, facts=replace(FACTS, seconds=10.0), watched=replace(WATCHED, frames=0, last=0.0))
    assert lines(played[2], short) == [
        "problem in-point-late:  begins at 0:12, but the file is only 0:10 long. It cannot be watched."
    ]
    short = replace(short, watched=replace(WATCHED, first=2.0, last=10.0))
    assert lines(played[0], short) == [
        "problem out-point-late:  is only 0:10 long, and ends before its out point, 0:12."
    ]


def test_what_is_seen(played: list[Played]) -> None:
    excerpt, version = played[0], played[1]
    assert seen(version, black_start=0.4, black_end=0.04) == [
        "notice black-start:  is black for its first 0.40 s, until 0:00.4.",
        "notice black-end:  is black for its last 0.04 s, from 0:59.96 on.",
    ]
    assert seen(version, black_start=1.0, black_end=1.0, fades_in=True, fades_out=True) == []
    assert seen(version, last=31.5) == ["problem film-cut-off:  should run to 1:00, but its picture ends at 0:31.5."]
    assert seen(excerpt, first=2.0, last=12.0, seam=20.0) == [
        "notice loop-jump:  follows upon itself in the loop, and its last picture is not like its first."
    ]
    assert seen(version, seam=20.0) == []
    assert seen(version, flashes=5, flashes_at=12.4, damaged=2, damaged_at=7.0) == [
        "problem film-damaged:  is damaged in 2 places, first at 0:07.",
        "problem flashes:  flashes 5 times in the second before 0:12.4: more than 3 can bring about a seizure.",
    ]


def test_speed(played: list[Played]) -> None:
    assert lines(played[1], replace(GOOD, speed=1.19)) == [
        "problem film-too-slow:  is decoded 1.2 times as fast as it plays on this machine: it will stutter."
    ]
    assert lines(played[1], replace(GOOD, speed=1.9)) == [
        "notice film-barely:  is decoded only 1.9 times as fast as it plays on this machine."
    ]
    assert lines(played[1], replace(GOOD, speed=2.0)) == []


def test_what_is_heard(played: list[Played]) -> None:
    version = played[1]
    assert lines(version, replace(GOOD, loudness=Loudness(-40.0, -9.0))) == [
        "notice sound-quiet:  stays 6.0 dB below -26 LUFS: louder, its peaks would be cut."
    ]
    assert lines(version, replace(GOOD, loudness=Loudness(-14.0, 0.3))) == [
        "notice sound-peaks:  peaks at 0.3 dBTP. Above -1 dBTP sound may be cut, and crackle."
    ]
    assert lines(version, replace(GOOD, loudness=Unmeasured("has sound that cannot be measured"))) == [
        "notice sound-broken:  has sound that cannot be measured."
    ]
    silent = replace(GOOD, facts=replace(FACTS, sound_tracks=0, channels=0), loudness=None)
    assert lines(version, silent) == ["notice sound-none:  has no sound."]
    assert lines(played[3], silent) == []  # the loop is muted


def test_what_cannot_be_inspected(played: list[Played]) -> None:
    assert lines(played[1], Uninspected("has no picture")) == [
        "problem film-unreadable:  has no picture. It cannot be watched."
    ]


def test_the_same_words_are_on_paper() -> None:
    text = (ROOT / "docs" / "check.md").read_text("utf-8").partition("## Films")[2]
    rows = re.findall(r"^\| `([a-z-]+)` \| [^|]+ \| ([^|]+) \|$", text.partition("\n## ")[0], re.MULTILINE)
    assert dict(rows) == dict(REMEDIES)
