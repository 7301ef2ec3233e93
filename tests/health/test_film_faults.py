"""Every planted fault is found, by processes of their own, and nothing is found in a clean film."""

import pytest
from film_faults import CLEAN, FAULTS, make

from kiosk.config.load import Loaded, load_exhibition
from kiosk.health.films.findings import film_findings
from kiosk.health.films.played import Played, everything_played
from kiosk.health.films.remedies import REMEDIES
from kiosk.projection.inspection_room import Inspected, InspectionRoom

Show = tuple[Loaded, list[Played], Inspected]
ELSEWHERE = {"in-point-late", "out-point-late", "loop-jump", "film-barely", "sound-broken"}
"""Codes with tests of their own."""

SETTINGS = """\
exhibition: {title: Faults}
languages: [en]
playlist: films.yaml
screen: {size: 1920x1080}
sound: {level: -23 LUFS}
"""


@pytest.fixture(scope="session")
def show(tmp_path_factory: pytest.TempPathFactory) -> Show:
    """An exhibition in which every film but the first has one fault, inspected."""
    folder = tmp_path_factory.mktemp("faults")
    (folder / "media").mkdir()
    files = [make(folder / "media" / f"{number}", clip) for number, clip in enumerate([CLEAN, *_clips()])]
    lines = ["films:"]
    for number, file in enumerate(files):
        lines.append(f"  - {{id: f{number}, title: F, excerpts: [{{id: e, file: {file.name}}}]}}")
    (folder / "films.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    (folder / "kiosk.yaml").write_text(SETTINGS, "utf-8")
    loaded = load_exhibition(folder)
    assert loaded.problems == []
    played = everything_played(loaded)
    room = InspectionRoom(folder / "films.json", folder / "loudness.json")
    return loaded, played, room.inspect(each.stretch for each in played)


def _clips() -> list[object]:
    return [clip for clip, _ in FAULTS.values()]


def codes(show: Show, number: int) -> set[str]:
    loaded, played, inspected = show
    assert loaded.exhibition is not None
    return {each.code for each in film_findings(loaded.exhibition, [played[number]], inspected)}


@pytest.mark.vlc
def test_nothing_is_found_in_a_clean_film(show: Show) -> None:
    assert codes(show, 0) == set()


@pytest.mark.vlc
@pytest.mark.parametrize("number", range(1, len(FAULTS) + 1), ids=list(FAULTS))
def test_each_fault_is_found_and_no_other(number: int, show: Show) -> None:
    assert codes(show, number) == list(FAULTS.values())[number - 1][1]


@pytest.mark.vlc
def test_each_finding_stands_where_the_file_is_named(show: Show) -> None:
    loaded, played, inspected = show
    assert loaded.exhibition is not None
    found = film_findings(loaded.exhibition, played, inspected)
    assert next(str(each) for each in found if each.code == "film-turned") == (
        "films.yaml:15:50  films[13].excerpts[0].file: 13.mp4 is stored lying and turned by 90° by a note in the file."
    )


def test_every_code_has_a_fault() -> None:
    planted = {code for _, expected in FAULTS.values() for code in expected}
    assert planted | ELSEWHERE == set(REMEDIES)
