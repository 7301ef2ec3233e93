"""What becomes of the panel: its PIN, its sections, its end."""

from datetime import UTC, datetime

import pytest

from kiosk.panel.controls import Button, Buttons, Leaf
from kiosk.panel.covers import Rest
from kiosk.panel.effects import CheckPin, Drop, GoTo, Put, Remember, TakeBack, Work, Write
from kiosk.panel.events import Answered, Kept, NotKept, PinJudged, Touched
from kiosk.panel.panel import Pad
from kiosk.panel.section import Section, Seen
from kiosk.panel.step import due_at
from kiosk.panel.words import Name, Say
from tests.panel.builders import Walk


def test_a_pin_is_typed_and_tried() -> None:
    walk = Walk().tap("pin:2", "pin:5", "pin:8", "pin:8", "pin:delete")
    assert (walk.sight.pad, walk.sight.ready) == (Pad("258"), False)
    walk.tap("pin:done")
    assert walk.done == []
    walk.tap("pin:0", "pin:done")
    assert walk.done == [CheckPin("2580")]
    assert walk.sight.pad == Pad("2580", checking=True)
    walk.tap("pin:1", "pin:done", "pin:delete")  # one at a time
    assert (walk.done, walk.sight.pad) == ([CheckPin("2580")], Pad("2580", checking=True))


def test_it_is_no_longer_than_a_pin_can_be() -> None:
    walk = Walk().tap(*["pin:7"] * 14)
    assert walk.sight.pad == Pad("7" * 12)


def test_before_the_right_pin_nothing_of_it_can_be_seen_or_done() -> None:
    walk = Walk()
    before = walk.panel
    walk.tap("panel:section:sound", "panel:undo", "step:volume:more", "do:close-now", "do:tone", "pin:x", "pin:")
    assert (walk.done, walk.panel) == ([], before)
    assert (walk.sight.leaf, walk.sight.sections, walk.sight.saved_at) == (None, (), None)


def test_a_wrong_pin_is_told_until_another_one_is_typed() -> None:
    walk = Walk().tap(*(f"pin:{each}" for each in "1397"), "pin:done").happen(PinJudged(False))
    assert walk.sight.pad == Pad(wrong=True)
    assert walk.tap("pin:2").sight.pad == Pad("2")


def test_the_lock_counts_its_minutes() -> None:
    walk = Walk().happen(PinJudged(False, locked=120.0))
    assert walk.sight.locked == 2
    walk.tap("pin:1", "pin:2", "pin:3", "pin:4", "pin:done")
    assert (walk.sight.pad and walk.sight.pad.typed, walk.done) == ("", [])
    walk.clock.advance(59.5)
    assert walk.sight.locked == 2
    walk.clock.advance(1.0)
    assert walk.sight.locked == 1
    walk.clock.advance(60.0)
    assert walk.sight.locked == 0
    assert walk.tap("pin:1").sight.pad == Pad("1", wrong=False, locked_until=1120.0)


def test_a_lock_from_before_holds_from_the_beginning() -> None:
    assert Walk(locked=61.0).sight.locked == 2


@pytest.mark.parametrize(("inside", "seconds"), [(False, 20.0), (True, 180.0)])
def test_it_closes_by_itself(inside: bool, seconds: float) -> None:
    walk = Walk()
    if inside:
        walk.inside()
    walk.wait(seconds - 1.0)
    walk.happen(Touched())
    walk.wait(seconds - 0.1)
    assert walk.panel is not None
    walk.wait(0.2)
    assert walk.panel is None


def test_the_button_closes_it() -> None:
    assert Walk().tap("panel:close").panel is None
    assert Walk().inside("sound").tap("panel:close").panel is None


def leaf(seen: Seen) -> Leaf:
    page = seen.memory.get("page", 0)
    deeds = {
        "turn": (Remember("page", 1),),
        "forget": (Remember("page", None),),
        "both": (Write((Put(("captions",), False), Drop(("sound", "volume")))), Remember("page", 2)),
        "look": (Work("look", {"at": "it"}),),
        "other": (GoTo("other"),),
        "nothing": (),
    }
    return Leaf(Name(f"page {page}"), (Buttons(tuple(Button(each, Name(each), deeds[each]) for each in deeds)),))


TWO = (Section("first", leaf), Section("other", leaf, begins_with=("look",)))


def title(walk: Walk) -> object:
    assert walk.sight.leaf is not None
    return walk.sight.leaf.title


def test_a_section_remembers_while_it_stands() -> None:
    walk = Walk(sections=TWO).inside()
    assert (walk.sight.sections, walk.sight.section) == (("first", "other"), "first")
    assert title(walk.tap("do:turn")) == Name("page 1")
    assert title(walk.tap("do:forget")) == Name("page 0")
    assert title(walk.tap("do:turn", "do:other", "panel:section:first")) == Name("page 0")
    assert title(walk.tap("do:nothing", "do:unknown", "panel:section:unknown")) == Name("page 0")


def test_works_are_begun_once_and_their_answers_kept() -> None:
    walk = Walk(sections=TWO).inside("other").tap("do:look", "panel:section:other")
    assert walk.done == []  # begun when the section was opened, and still under way
    walk.happen(Answered("look", "seen"))
    assert walk.panel is not None
    assert (walk.panel.answers, walk.panel.busy) == ({"look": "seen"}, frozenset())
    assert walk.tap("do:look").done == [Work("look", {"at": "it"})]


def test_changes_are_written_and_taken_back() -> None:
    walk = Walk(sections=TWO).inside().tap("panel:undo")
    assert walk.done == []  # nothing to take back
    walk.tap("do:both")
    assert walk.done == [Write((Put(("captions",), False), Drop(("sound", "volume"))))]
    assert title(walk) == Name("page 2")
    at = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
    walk.happen(Kept(1, at, frozenset({("captions",)})))
    assert (walk.sight.undoable, walk.sight.saved_at) == (1, at)
    assert walk.tap("panel:undo").done[1:] == [TakeBack()]
    assert walk.panel is not None
    assert walk.panel.written == {
        ("captions",): Put(("captions",), False),
        ("sound", "volume"): Drop(("sound", "volume")),
    }
    walk.happen(Kept(0, None, anew=True))
    assert (walk.panel.written, walk.sight.undoable, walk.sight.saved_at) == ({}, 0, None)


def test_what_could_not_be_written_is_told_until_something_can() -> None:
    walk = Walk(sections=TWO).inside().tap("do:both").happen(NotKept(Say("panel.trouble.disk")))
    assert walk.sight.trouble == Say("panel.trouble.disk")
    assert walk.panel is not None
    assert walk.panel.written == {}
    assert walk.happen(Kept(1, None)).sight.trouble is None


def test_works_may_answer_on_their_way() -> None:
    walk = Walk(sections=TWO).inside("other").happen(Answered("look", "half", more=True))
    assert walk.panel is not None
    assert (walk.panel.answers, walk.panel.busy) == ({"look": "half"}, frozenset({"look"}))
    walk.happen(Answered("look", "whole"))
    assert (walk.panel.answers, walk.panel.busy) == ({"look": "whole"}, frozenset())


def resting(seen: Seen) -> Leaf:
    rested = bool(seen.memory.get("rested"))
    return Leaf(
        Name("rested" if rested else "waits"), (), rest=None if rested else Rest(30.0, (Remember("rested", 1),))
    )


def test_a_leaf_that_is_not_touched_does_what_it_says() -> None:
    walk = Walk(sections=(Section("first", resting),)).inside()
    assert walk.panel is not None
    assert due_at(walk.panel, walk.around) == walk.clock.monotonic() + 30.0
    walk.wait(20.0).happen(Touched())
    assert title(walk.wait(29.0)) == Name("waits")
    assert title(walk.wait(1.5)) == Name("rested")
    assert walk.panel is not None
    assert due_at(walk.panel, walk.around) == walk.clock.monotonic() + 149.5  # the panel closes as it would have
