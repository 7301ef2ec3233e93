"""The section USB."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.exhibition.text import Text
from kiosk.panel.controls import Button, Buttons, Paragraph, Row
from kiosk.panel.effects import Work
from kiosk.panel.events import Answered
from kiosk.panel.sections.usb import Noted, OnStick, Usb
from kiosk.panel.words import Both, Count, Moment, Name, Say
from tests.panel.builders import Walk

AT = datetime(2026, 12, 4, 10, 2, tzinfo=UTC)
STICK = OnStick("/media/stick", Text({"en": "Two nights"}), 6, 41, 2_480_000_000)
COPIED = Noted(AT, "/media/stick", "copied", ("41 files, 2,365 MB.",))


def usb(found: Usb | None = None) -> Walk:
    walk = Walk().inside("usb")
    walk.happen(Answered("usb", found)) if found else None
    walk.done.clear()
    return walk


def blocks(walk: Walk) -> list[object]:
    assert walk.sight.leaf is not None
    return list(walk.sight.leaf.blocks)


def button(walk: Walk) -> Button | None:
    groups = [each for each in blocks(walk) if isinstance(each, Buttons)]
    return groups[0].buttons[0] if groups else None


def test_it_looks_when_it_is_opened() -> None:
    walk = Walk().inside("hours").tap("panel:section:usb")
    assert walk.done == [Work("usb")]
    assert blocks(walk) == [Paragraph(Say("panel.usb.looking"))]
    walk.happen(Answered("usb", Usb()))
    assert blocks(walk) == [Paragraph(Say("panel.usb.none"))]
    assert walk.tap("do:look-again").done == [Work("usb"), Work("usb")]


def test_what_is_on_a_stick() -> None:
    walk = usb(Usb("copy", (STICK,)))
    files = Both((Count("films", 6), Say("panel.usb.size", {"count": 2365})))
    assert blocks(walk)[0] == Row(Text({"en": "Two nights"}), (Name("/media/stick"), files))


def test_what_stands_against_it_and_one_that_cannot_be_read() -> None:
    bad = replace(STICK, title=Text(), against=("a", "b", "c", "d"))
    first, second = (
        each for each in blocks(usb(Usb("copy", (bad, replace(STICK, against=None))))) if isinstance(each, Row)
    )
    assert (first.title, first.problem) == (Name("/media/stick"), Name("a b c …"))
    assert second == Row(Name("/media/stick"), problem=Say("panel.usb.unreadable"))


@pytest.mark.parametrize(("usage", "why"), [("off", "panel.usb.off"), ("play", "panel.usb.plays")])
def test_where_nothing_is_copied_it_says_why(usage: str, why: str) -> None:
    walk = usb(Usb(usage, (STICK,)))
    assert button(walk) is None
    assert Paragraph(Say(why)) in blocks(walk)


def test_it_is_copied_with_its_progress_and_what_came_of_it() -> None:
    walk = usb(Usb("copy", (STICK,)))
    found = button(walk)
    assert found is not None
    assert found.words == Say("panel.usb.copy")
    walk.tap("do:copy", "do:copy")
    assert walk.done == [Work("usb-copy")]
    assert button(walk) == Button("copy", Say("panel.usb.copying"), ())
    walk.happen(Answered("usb-copy", Usb("copy", percent=45), more=True))
    assert button(walk) == Button("copy", Say("panel.usb.copied_part", {"count": 45}), ())
    walk.happen(Answered("usb-copy", Usb("copy", noted=(COPIED,))))
    where = Both((Moment(walk.exhibition.hours.local(AT)), Name("/media/stick")))
    assert blocks(walk)[-1] == Row(Say("panel.usb.outcome.copied"), (where, Name("41 files, 2,365 MB.")))


def test_what_went_wrong_before() -> None:
    walk = usb(Usb("copy", noted=(Noted(AT, "/media/stick", "pulled out", ("Nothing has changed.",)),)))
    note = blocks(walk)[-1]
    assert isinstance(note, Row)
    assert (note.title, note.problem) == (Say("panel.usb.outcome.pulled_out"), Name("Nothing has changed."))
