"""Sticks that bring an exhibition to a running kiosk."""

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.exhibitions import film, write_exhibition
from tests.journeys.visitor import Visitor
from tests.usb.sticks import Table

pytestmark = [pytest.mark.screen, pytest.mark.vlc]

OpenKiosk = Callable[..., Visitor]
KIOSK = (sys.executable, "-P", "-m", "tests.build.kiosk_with_sticks")
PATIENCE = 40.0
"""Seconds, on a busy machine, from plugging in until what it brings is on the screen."""


@pytest.fixture
def table(tmp_path: Path) -> Table:
    return Table(tmp_path / "sticks" / "mountinfo", tmp_path / "sticks")


@pytest.fixture
def stick(table: Table, clip: Path) -> Path:
    write_exhibition(table.root / "stick" / "kiosk", [film("brought"), film("second")], [clip])
    return table.root / "stick"


def open_with(open_kiosk: OpenKiosk, show: Path, table: Table) -> Visitor:
    return open_kiosk(show, command=KIOSK, options=("--mounts", str(table.file)))


def cards(visitor: Visitor) -> list[str]:
    return [name for name in visitor.scene.targets if name.startswith("card:")]


def test_a_stick_is_copied_while_a_film_is_watched_and_its_films_are_there_after_it(
    open_kiosk: OpenKiosk, clip: Path, tmp_path: Path, table: Table, stick: Path
) -> None:
    show = write_exhibition(tmp_path / "machine/show", [film("first"), film("second")], [clip], usb="copy")
    (show / "kiosk.local.yaml").write_text("captions: off\n")
    visitor = open_with(open_kiosk, show, table)
    visitor.wake()
    visitor.open_film("second")
    mark = visitor.pilot.mark()
    visitor.watch("second")
    table.plug_in(stick)
    visitor.pilot.wait_until(lambda: "is shown as it is now" in visitor.words(), "the change", seconds=PATIENCE)
    visitor.see_it_move()
    assert visitor.pilot.record.find("ended", after=mark) is None
    visitor.show_controls()
    visitor.tap("close", screen="film", film="second")
    visitor.tap("back", screen="browse")
    assert cards(visitor) == ["card:brought", "card:second"]
    visitor.open_film("brought")
    visitor.watch("brought")
    assert (show / "kiosk.local.yaml").read_text() == "captions: off\n"
    assert sorted(each.name for each in show.parent.iterdir()) == ["show", "show.before"]
    notes = Path(os.environ["XDG_STATE_HOME"], "film-kiosk/usb.jsonl").read_text().splitlines()
    assert {key: json.loads(notes[-1])[key] for key in ("outcome", "stick")} == {
        "outcome": "copied",
        "stick": str(stick),
    }


def test_a_stick_that_is_played_and_pulled_out_costs_at_most_the_film_that_runs(
    open_kiosk: OpenKiosk, clip: Path, tmp_path: Path, table: Table, stick: Path
) -> None:
    show = write_exhibition(tmp_path / "machine/show", [film("first"), film("other")], [clip], usb="play")
    visitor = open_with(open_kiosk, show, table)
    visitor.wake()
    assert cards(visitor) == ["card:first", "card:other"]
    table.plug_in(stick)
    visitor.pilot.wait_until(lambda: cards(visitor) == ["card:brought", "card:second"], "its films", seconds=PATIENCE)
    visitor.open_film("brought")
    visitor.watch("brought")
    table.pull_out(stick)
    shutil.rmtree(stick)
    visitor.pilot.wait_until(lambda: cards(visitor) == ["card:first", "card:other"], "the own films", seconds=PATIENCE)
    visitor.open_film("first")
    visitor.watch("first")
    visitor.see_it_move()


def test_a_stick_is_left_alone_unless_the_exhibition_wants_it(
    open_kiosk: OpenKiosk, clip: Path, tmp_path: Path, table: Table, stick: Path
) -> None:
    show = write_exhibition(tmp_path / "machine/show", [film("first"), film("other")], [clip])
    table.plug_in(stick)
    visitor = open_with(open_kiosk, show, table)
    visitor.wake()
    settings = (show / "kiosk.yaml").read_text(encoding="utf-8")
    assert "usb" not in settings
    (show / "kiosk.yaml").write_text(settings + "usb: play\n", encoding="utf-8")
    visitor.pilot.wait_until(lambda: cards(visitor) == ["card:brought", "card:second"], "its films", seconds=PATIENCE)
    assert visitor.words().count("is shown as it is now") == 2
