"""Films inspected by real processes: what breaks one, what is remembered, how evenly the bar goes on."""

import os
import signal
import time
from itertools import pairwise
from pathlib import Path

import pytest
from film_clips import ClipPlan, make_clip

from kiosk.projection.inspecting import Inspectors
from kiosk.projection.inspection import Inspection, Stretch, Uninspected
from kiosk.projection.inspection_room import Inspected, InspectionRoom
from kiosk.projection.inspection_work import work_of

PLANS = {
    "small.mp4": ClipPlan(frames=500),
    "large.mp4": ClipPlan(width=1920, height=1080, frames=150),
    "hd.mp4": ClipPlan(width=1280, height=720, frames=300),
    "silent.mp4": ClipPlan(width=1280, height=720, frames=250, sound=False),
    "quick.mp4": ClipPlan(width=640, height=360, frames=600, rate=50),
    "old.mp4": ClipPlan(width=720, height=576, frames=300, codec="mpeg4"),
}


@pytest.fixture(scope="session")
def films(tmp_path_factory: pytest.TempPathFactory) -> list[Stretch]:
    folder = tmp_path_factory.mktemp("films")
    return [(make_clip(folder / name, plan), 0.0, None) for name, plan in PLANS.items()]


@pytest.fixture
def room(tmp_path: Path) -> InspectionRoom:
    return InspectionRoom(tmp_path / "films.json", tmp_path / "loudness.json")


@pytest.fixture(scope="session")
def inspected(films: list[Stretch], tmp_path_factory: pytest.TempPathFactory) -> tuple[Inspected, list[float]]:
    """What was found, and how far the bar was each time it was told."""
    cache = tmp_path_factory.mktemp("cache")
    shares: list[float] = []
    room = InspectionRoom(cache / "films.json", cache / "loudness.json")
    return room.inspect(films, lambda done, whole: shares.append(done / whole)), shares


def only(found: Inspected) -> Inspection:
    (each,) = found.values()
    assert isinstance(each, Inspection), each
    return each


@pytest.mark.vlc
def test_the_bar_is_right_within_a_fifth(inspected: tuple[Inspected, list[float]]) -> None:
    """At half of the work that it was, by the processor's own clock, so that a busy machine makes no difference."""
    found, _ = inspected
    stretches = list(found)
    costs, guesses = [], []
    for stretch in stretches:
        each = found[stretch]
        assert isinstance(each, Inspection), each
        costs.append(each.watched.cost)
        guesses.append(work_of(each.facts, *stretch[1:]).watching)
    for first in range(len(stretches)):  # whichever comes first
        order = [*range(first, len(stretches)), *range(first)]
        half, spent, share = sum(costs) / 2, 0.0, 0.0
        for number in order:
            part = min(1.0, (half - spent) / costs[number])
            share += part * guesses[number] / sum(guesses)
            spent += costs[number]
            if spent >= half:
                break
        assert 0.4 <= share <= 0.6, (first, share, costs, guesses)


@pytest.mark.vlc
def test_the_bar_only_goes_on_and_comes_to_its_end(inspected: tuple[Inspected, list[float]]) -> None:
    _, shares = inspected
    assert all(later >= earlier - 0.02 for earlier, later in pairwise(shares))
    assert shares[-1] == pytest.approx(1.0)
    assert len(shares) > len(PLANS)


@pytest.mark.vlc
def test_a_second_time_nothing_is_decoded(films: list[Stretch], room: InspectionRoom, tmp_path: Path) -> None:
    first = room.inspect(films[:1])
    told: list[float] = []
    again = InspectionRoom(tmp_path / "films.json", tmp_path / "loudness.json")
    assert again.inspect(films[:1], lambda done, _: told.append(done)) == first
    assert told == []
    os.utime(films[0][0])  # another file, for all that is known
    assert only(again.inspect(films[:1], lambda done, _: told.append(done))).speed > 0
    assert told


@pytest.mark.vlc
def test_what_is_broken_off_goes_on_from_there(films: list[Stretch], room: InspectionRoom, tmp_path: Path) -> None:
    whole = 0.0

    def stop(done: float, all_of_it: float) -> None:
        nonlocal whole
        whole = whole or all_of_it
        if done > 0.85 * all_of_it:  # of two films; what is left is how fast they are decoded
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        room.inspect([films[0], films[2]], stop)
    told: list[float] = []
    again = InspectionRoom(tmp_path / "films.json", tmp_path / "loudness.json")
    found = again.inspect([films[0], films[2]], lambda _, left: told.append(left))
    assert all(isinstance(each, Inspection) and each.speed > 0 for each in found.values())
    assert told[0] < 0.5 * whole


@pytest.mark.vlc
def test_only_the_stretch_is_looked_at(films: list[Stretch], room: InspectionRoom) -> None:
    watched = only(room.inspect([(films[2][0], 2.0, 5.0)])).watched
    assert (watched.frames, watched.first, watched.last) == (75, 2.0, 5.0)


@pytest.mark.vlc
def test_a_damaged_memory_is_no_memory(films: list[Stretch], tmp_path: Path) -> None:
    (tmp_path / "films.json").write_text('{"v": 1, "stretches": [["x", 1]]}', "utf-8")
    (tmp_path / "loudness.json").write_text("no JSON", "utf-8")
    room = InspectionRoom(tmp_path / "films.json", tmp_path / "loudness.json")
    assert only(room.inspect(films[:1])).facts.codec == "h264"


@pytest.mark.vlc
def test_a_film_that_breaks_its_process_is_only_lost_itself(films: list[Stretch]) -> None:
    questions = [{"do": "watch", "file": str(films[1][0]), "start": 0.0, "end": None} for _ in range(3)]
    inspectors = Inspectors(2)
    broken: list[int] = []

    def heard(number: int, _part: str, _at: float) -> None:
        if number == 0 and not broken:
            broken.append(number)
            pid = inspectors._places[0].errand.pid
            assert pid is not None
            os.kill(pid, signal.SIGKILL)

    try:
        answers = dict(inspectors.answers(questions, heard))
    finally:
        inspectors.close()
    assert answers[0] == Uninspected("breaks the program that decodes it")
    assert isinstance(answers[1], dict)
    assert isinstance(answers[2], dict)


@pytest.mark.vlc
def test_a_film_of_which_nothing_comes_is_given_up(films: list[Stretch], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.mp4")  # opening it waits for somebody who writes
    began = time.monotonic()
    inspectors = Inspectors(1, patience=20.0)
    questions = [{"do": "facts", "file": str(each)} for each in (films[0][0], tmp_path / "pipe.mp4", films[2][0])]
    try:
        answers = dict(inspectors.answers(questions))
    finally:
        inspectors.close()
    assert answers[1] == Uninspected("cannot be inspected: nothing comes of it")
    assert isinstance(answers[0], dict)
    assert isinstance(answers[2], dict)
    assert time.monotonic() - began >= 20.0
