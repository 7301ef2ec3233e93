"""Health, Screen and USB on the panel, by a finger on a real kiosk."""

import sys
from pathlib import Path

import pytest

from tests.journeys.exhibitions import film, write_exhibition
from tests.journeys.fixtures import Size
from tests.journeys.installer import LINE, OpenKiosk, in_both_languages, opened, with_pin
from tests.journeys.visitor import Visitor
from tests.usb.sticks import Table

pytestmark = [pytest.mark.screen, pytest.mark.vlc, pytest.mark.usefixtures("own_state")]

KIOSK = (sys.executable, "-P", "-m", "tests.build.kiosk_with_sticks")
PATIENCE = 90.0
"""Seconds, on a busy machine, for a look at all of it, new projectors, or a copy of a stick."""


def pids(visitor: Visitor) -> dict[str, int | None]:
    line = visitor.pilot.record.last("projectors")
    assert line is not None
    return dict(line["pids"])


ENGLISH = {
    "health": "Last events",
    "looked": "Looked at on",
    "finding": "colour: unknown key.",
    "event": "unknown key",
    "restarted": "Other projectors are running.",
    "inches": "22.9",
    "touch": "0 of 40",
    "touched": "40 of 40",
    "saved": "kiosk.yaml untouched",
    "no stick": "No stick",
    "one film": "One film",
    "copied": "Copied",
}
ARABIC = {
    "health": "آخر الأحداث",
    "looked": "آخر فحص:",
    "finding": "colour: unknown key.",
    "event": "unknown key",
    "restarted": "أُعيد تشغيل آلتي العرض.",
    "inches": "22.9",
    "touch": "0 من 40",
    "touched": "40 من 40",
    "saved": "لم يُمسّ kiosk.yaml",
    "no stick": "لا وحدة USB موصولة",
    "one film": "فيلم واحد",
    "copied": "نُسخت",
}
WORDS = {"en": ENGLISH, "ar": ARABIC}


@in_both_languages
def test_what_is_wrong_is_read_and_the_projectors_are_restarted(
    open_kiosk: OpenKiosk, tmp_path: Path, clip: Path, languages: list[str], size: Size
) -> None:
    words = WORDS[languages[0]]
    installer = opened(open_kiosk, with_pin(tmp_path, clip, languages=languages, colour="red"), size)
    visitor = installer.visitor
    installer.tap("panel:section:health", words["health"])
    visitor.pilot.wait_until(lambda: says(visitor, words["looked"]), "what was found", seconds=PATIENCE)
    installer.tap("do:open:exhibition", "kiosk.yaml:", words["finding"])
    installer.tap("do:back", words["looked"])
    installer.tap("do:open:events", words["event"])
    installer.calm()
    installer.tap("do:back", words["looked"])
    before = pids(visitor)
    installer.reach("do:restart-projectors")
    visitor.press("do:restart-projectors")
    visitor.pilot.wait_until(lambda: says(visitor, words["restarted"]), "other projectors", seconds=PATIENCE)
    after = pids(visitor)
    assert after.keys() == before.keys()
    assert None not in after.values()
    assert set(after.values()).isdisjoint(before.values())
    visitor.tap("panel:close", screen="attract")
    visitor.see_it_move()
    visitor.wake()
    visitor.open_film("second")
    visitor.watch("second")
    visitor.see_it_move()
    assert pids(visitor) == after


@in_both_languages
def test_the_screen_is_measured_with_a_card_and_touched_all_over(
    open_kiosk: OpenKiosk, tmp_path: Path, clip: Path, languages: list[str], size: Size
) -> None:
    words = WORDS[languages[0]]
    installer = opened(open_kiosk, with_pin(tmp_path, clip, languages=languages), size)
    visitor = installer.visitor
    installer.tap("panel:section:screen")
    installer.tap("do:open:card")
    installer.tap("step:coarse:more", words["inches"])
    installer.tap("do:save", words["inches"])
    installer.wait_for_local(screen={"inches": "22.9"})
    installer.tap("do:open:touch", words["touch"])
    for number in range(40):
        cell = f"do:cell:{number}"
        visitor.press(cell)
        visitor.pilot.wait_until(lambda cell=cell: cell not in visitor.scene.targets or None, f"{cell} to light up")
    installer.see(words["touched"])
    installer.tap("do:open:colours")
    for _ in range(6):
        visitor.pilot.wait_until(lambda: list(visitor.scene.targets) == ["do:glass"] or None, "a colour")
        installer.calm()
        visitor.press("do:glass")
    installer.see(words["touched"])
    installer.undo()
    installer.wait_for_local()


@in_both_languages
def test_the_screen_is_turned_at_once_and_the_finger_with_it(
    open_kiosk: OpenKiosk, tmp_path: Path, clip: Path, languages: list[str], size: Size
) -> None:
    installer = opened(open_kiosk, with_pin(tmp_path, clip, languages=languages), size)
    visitor, (width, height) = installer.visitor, size
    installer.tap("panel:section:screen")
    installer.tap("do:turn:180", WORDS[languages[0]]["saved"])
    installer.wait_for_local(screen={"rotate": 180})
    visitor.pilot.wait_until(lambda: "is shown as it is now" in visitor.words() or None, "the change")
    installer.calm()
    x, y = visitor.scene.targets["panel:undo"].centre
    visitor.press((width - 1 - x, height - 1 - y))
    installer.wait_for_local()


@in_both_languages
def test_what_is_on_a_stick_and_its_copy(
    open_kiosk: OpenKiosk, tmp_path: Path, clip: Path, languages: list[str], size: Size
) -> None:
    words = WORDS[languages[0]]
    table = Table(tmp_path / "sticks" / "mountinfo", tmp_path / "sticks")
    write_exhibition(table.root / "stick" / "kiosk", [film("brought")], [clip])
    show = write_exhibition(tmp_path / "machine/show", [film("first")], [clip], usb="copy", languages=languages)
    (show / "kiosk.local.yaml").write_text(f'panel: {{pin: "{LINE}"}}\n')  # what is the machine's own stays
    installer = opened(open_kiosk, show, size, command=KIOSK, options=("--mounts", str(table.file)))
    visitor = installer.visitor
    installer.tap("panel:section:usb", words["no stick"])
    table.plug_in(table.root / "stick")
    installer.tap("do:look-again")
    visitor.pilot.wait_until(lambda: says(visitor, words["one film"]), "what is on it", seconds=PATIENCE)
    installer.tap("do:copy")
    visitor.pilot.wait_until(lambda: says(visitor, words["copied"]), "what became of it", seconds=PATIENCE)
    assert "brought" in (show / "playlists/films.yaml").read_text("utf-8")


def says(visitor: Visitor, words: str) -> bool | None:
    """Whether that can be read now; None for not yet."""
    return any(words in each["text"] for each in visitor.scene.facts["texts"]) or None
