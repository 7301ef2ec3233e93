"""Changes on the panel, on the disk: written, taken back, and cut off in the middle."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from kiosk.backstage.local_changes import LocalChanges
from kiosk.clock import FakeClock
from kiosk.panel.effects import Change, Drop, Put
from kiosk.panel.events import Kept, NotKept
from kiosk.panel.words import Say
from tests.build.screens import PROJECT

VOLUME = ("sound", "volume")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def show(tmp_path: Path) -> Path:
    (tmp_path / "show").mkdir()
    return tmp_path / "show"


@pytest.fixture
def changes(tmp_path: Path, clock: FakeClock) -> LocalChanges:
    return LocalChanges(tmp_path / "state" / "panel-undo.json", clock)


def volume(per_cent: int) -> tuple[Change, ...]:
    return (Put(VOLUME, per_cent),)


def said(show: Path) -> object:
    path = show / "kiosk.local.yaml"
    return yaml.safe_load(path.read_text("utf-8")) if path.exists() else None


def test_each_change_can_be_taken_back(changes: LocalChanges, show: Path, clock: FakeClock) -> None:
    first = changes.write(show, volume(60))
    assert first == Kept(1, clock.now(), frozenset({VOLUME}))
    clock.advance(60)
    second = changes.write(show, (Put(("screen", "reach"), True),))
    assert second == Kept(2, clock.now(), frozenset({VOLUME, ("screen", "reach")}))
    clock.advance(60)
    changes.write(show, (Drop(VOLUME),))
    assert said(show) == {"screen": {"reach": "true"}}
    third = changes.take_back(show)
    assert isinstance(third, Kept)
    assert (third.undoable, third.anew) == (2, True)
    assert said(show) == {"sound": {"volume": "60"}, "screen": {"reach": True}}
    changes.take_back(show)
    assert said(show) == {"sound": {"volume": 60}}
    assert changes.take_back(show) == Kept(0, None, frozenset(), anew=True)
    assert said(show) is None
    assert changes.take_back(show) == NotKept(Say("panel.trouble.elsewhere"))


def test_steps_of_one_value_are_one_change(changes: LocalChanges, show: Path, clock: FakeClock) -> None:
    for per_cent in (60, 65, 70):
        changes.write(show, volume(per_cent))
        clock.advance(5)
    clock.advance(5)
    assert isinstance(kept := changes.write(show, volume(75)), Kept)
    assert kept.undoable == 2
    changes.take_back(show)
    assert said(show) == {"sound": {"volume": 70}}
    changes.take_back(show)
    assert said(show) is None


def test_a_change_that_changes_nothing_is_none(changes: LocalChanges, show: Path, clock: FakeClock) -> None:
    changes.write(show, volume(60))
    clock.advance(60)
    changes.write(show, (Put(VOLUME, "60"),))
    clock.advance(60)
    assert isinstance(kept := changes.write(show, (Put(VOLUME, "60"),)), Kept)
    assert kept.undoable == 2  # 60 and '60' are another text, twice the same is not


def test_it_outlasts_a_restart_and_the_last_twenty_count(tmp_path: Path, show: Path, clock: FakeClock) -> None:
    for per_cent in range(30):
        LocalChanges(tmp_path / "undo.json", clock).write(show, volume(per_cent))
        clock.advance(60)
    again = LocalChanges(tmp_path / "undo.json", clock)
    assert again.standing(show).undoable == 20
    for _ in range(20):
        again.take_back(show)
    assert said(show) == {"sound": {"volume": 9}}
    assert again.standing(show).undoable == 0


def test_what_was_written_by_hand_meanwhile_stays(changes: LocalChanges, show: Path) -> None:
    changes.write(show, volume(60))
    (show / "kiosk.local.yaml").write_text("captions: off\n", "utf-8")
    assert changes.standing(show) == Kept(0, None, frozenset({("captions",)}))
    assert changes.take_back(show) == NotKept(Say("panel.trouble.elsewhere"))
    assert (show / "kiosk.local.yaml").read_text("utf-8") == "captions: off\n"


def test_another_exhibition_has_changes_of_its_own(changes: LocalChanges, show: Path, tmp_path: Path) -> None:
    changes.write(show, volume(60))
    (tmp_path / "other").mkdir()
    assert changes.standing(tmp_path / "other") == Kept(0, None)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"v": 2}', '{"v": 1, "folder": "FOLDER", "steps": [{"at": 1}]}'])
def test_a_damaged_memory_costs_only_what_it_knew(content: str, tmp_path: Path, show: Path, clock: FakeClock) -> None:
    (tmp_path / "undo.json").write_text(content.replace("FOLDER", str(show)), "utf-8")
    changes = LocalChanges(tmp_path / "undo.json", clock)
    assert changes.standing(show).undoable == 0
    assert isinstance(kept := changes.write(show, volume(60)), Kept)
    assert kept.undoable == 1


def test_a_full_disk_and_a_mistake_in_the_file_are_told(changes: LocalChanges, show: Path) -> None:
    (show / ".kiosk.local.yaml.new").mkdir()
    assert changes.write(show, volume(60)) == NotKept(Say("panel.trouble.disk"))
    assert said(show) is None
    assert changes.standing(show).undoable == 0  # the change that was announced never came
    (show / ".kiosk.local.yaml.new").rmdir()
    (show / "kiosk.local.yaml").write_text("sound: {volume: 40\n", "utf-8")
    assert changes.write(show, volume(60)) == NotKept(Say("panel.trouble.unreadable"))
    (show / "kiosk.local.yaml").write_bytes("exhibition: {title: café}".encode("latin-1"))
    assert changes.write(show, volume(60)) == NotKept(Say("panel.trouble.unreadable"))


def test_a_folder_that_may_not_be_written_is_told(
    changes: LocalChanges, show: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)  # whoever runs the tests as root may write everywhere
    assert changes.write(show, volume(60)) == NotKept(Say("panel.trouble.denied"))


WRITER = """
import sys
from pathlib import Path
from kiosk.backstage.local_changes import LocalChanges
from kiosk.clock import SystemClock
from kiosk.panel.effects import Put
changes = LocalChanges(Path(sys.argv[2]), SystemClock())
changes.write(Path(sys.argv[1]), (Put(("sound", "volume"), 1), Put(("exhibition", "notice"), "x" * 200_000)))
print("ready", flush=True)
for number in range(100_000):
    changes.write(Path(sys.argv[1]), (Put(("sound", "volume"), number % 90), Put(("sound", "loop"), str(number % 90))))
"""


@pytest.mark.parametrize("after", [0.02, 0.05, 0.11, 0.17, 0.23])
def test_a_writer_that_is_killed_leaves_a_whole_file(after: float, show: Path, tmp_path: Path) -> None:
    undo = tmp_path / "state" / "undo.json"
    arguments = [sys.executable, "-c", WRITER, str(show), str(undo)]
    writer = subprocess.Popen(arguments, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(PROJECT)})
    assert writer.stdout is not None
    assert writer.stdout.readline() == b"ready\n"
    time.sleep(after)
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    content = said(show)
    assert isinstance(content, dict)
    assert content["exhibition"] == {"notice": "x" * 200_000}
    assert int(content["sound"].get("loop", content["sound"]["volume"])) == int(content["sound"]["volume"])
    again = LocalChanges(undo, FakeClock())
    assert again.standing(show).undoable in (1, 2)
    assert isinstance(again.write(show, volume(33)), Kept)
    assert said(show)["sound"]["volume"] == 33  # type: ignore[index]
