"""The section Health. The moment is Friday 4 December 2026, 14:02 in Dubai."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.clock import FakeClock
from kiosk.exhibition.hours import Hours
from kiosk.panel.controls import Button, Buttons, Paragraph, Row
from kiosk.panel.effects import Work
from kiosk.panel.events import Answered
from kiosk.panel.sections.health.found import Happened, House, Looked, Trouble
from kiosk.panel.words import Count, Moment, Name, Say
from tests.panel.builders import NOWHERE, Walk

NOW = datetime(2026, 12, 4, 10, 2, 30, tzinfo=UTC)
MISSING = Trouble("playlists/films.yaml:31:15", "clips/a.mp4 is not in media/.", True)
UNKNOWN = Trouble("kiosk.yaml:2:1", "colour: unknown key.", False)
SERVICE = Trouble("The kiosk does not start with the machine.", "Run: kiosk service install", False)


def health() -> Walk:
    show = replace(NOWHERE, hours=Hours(zone=ZoneInfo("Asia/Dubai")))
    return Walk(FakeClock(NOW), show).inside("hours").tap("panel:section:health")


def known(*exhibition: Trouble, machine: tuple[Trouble, ...] = ()) -> Walk:
    walk = health().happen(Answered("checkup", Looked(NOW, exhibition, machine)), Answered("house", House()))
    walk.done.clear()
    return walk


def rows(walk: Walk) -> list[Row]:
    assert walk.sight.leaf is not None
    return [each for each in walk.sight.leaf.blocks if isinstance(each, Row)]


def buttons(walk: Walk) -> dict[str, Button]:
    assert walk.sight.leaf is not None
    groups = [each.buttons for each in walk.sight.leaf.blocks if isinstance(each, Buttons)]
    return {each.name: each for group in (*groups, walk.sight.leaf.top) for each in group}


def paragraphs(walk: Walk) -> list[object]:
    assert walk.sight.leaf is not None
    return [each.words for each in walk.sight.leaf.blocks if isinstance(each, Paragraph)]


def test_it_looks_when_it_is_opened_and_says_so() -> None:
    walk = health()
    assert walk.done == [Work("checkup"), Work("house")]
    assert [each.lines for each in rows(walk)][:2] == [(Say("panel.health.looking"),)] * 2
    assert not buttons(walk)["look-again"].does
    assert walk.sight.leaf is not None
    assert walk.sight.leaf.line == Say("panel.health.looking")


def test_what_was_found_and_when() -> None:
    walk = known(UNKNOWN, MISSING, machine=())
    assert walk.sight.leaf is not None
    at = datetime(2026, 12, 4, 14, 2, 30, tzinfo=ZoneInfo("Asia/Dubai"))
    assert walk.sight.leaf.line == Say("panel.health.looked", {"moment": Moment(at)})
    assert [(each.lines, each.problem) for each in rows(walk)] == [
        ((Count("panel.health.notices", 1),), Count("panel.health.findings", 1)),
        ((Say("panel.health.fine"),), None),
        ((Count("panel.health.happened", 0),), None),
    ]


def test_the_findings_the_grave_ones_first() -> None:
    walk = known(UNKNOWN, MISSING).tap("do:open:exhibition")
    assert [(each.title, each.lines, each.problem) for each in rows(walk)] == [
        (Name("playlists/films.yaml:31:15"), (), Name("clips/a.mp4 is not in media/.")),
        (Name("kiosk.yaml:2:1"), (Name("colour: unknown key."),), None),
    ]
    assert len(rows(walk.tap("do:back"))) == 3


def test_of_very_many_fifty_are_listed() -> None:
    walk = known(*(replace(MISSING, title=f"kiosk.yaml:{number}:1") for number in range(73))).tap("do:item:exhibition")
    assert len(rows(walk)) == 50
    assert paragraphs(walk) == [Count("panel.health.more", 23)]


def test_what_the_machine_lacks() -> None:
    walk = known(machine=(SERVICE,)).tap("do:open:machine")
    assert [(each.title, each.lines) for each in rows(walk)] == [
        (Name("The kiosk does not start with the machine."), (Name("Run: kiosk service install"),))
    ]


def test_it_looks_again_and_shows_what_was_known_meanwhile() -> None:
    walk = known(MISSING).tap("do:look-again", "do:look-again")
    assert walk.done == [Work("checkup", {"anew": True})]
    assert rows(walk)[0].problem == Count("panel.health.findings", 1)
    assert walk.sight.leaf is not None
    assert walk.sight.leaf.line == Say("panel.health.looking")


def test_a_look_that_came_to_nothing_is_told() -> None:
    walk = health().happen(Answered("checkup", Looked(NOW, None, ())))
    assert rows(walk)[0].lines == (Say("panel.health.not_looked"),)
    assert rows(health().happen(Answered("checkup", None)))[1].lines == (Say("panel.health.not_looked"),)


def test_the_last_events_as_they_are_when_the_list_is_opened() -> None:
    walk = known().tap("do:open:events")
    assert walk.done == [Work("house")]
    later = NOW + timedelta(minutes=1)
    events = (Happened(later, "projector B: its process ended", True), Happened(NOW, "The exhibition was changed."))
    walk.happen(Answered("house", House(events)))
    assert [(each.lines, each.problem) for each in rows(walk)] == [
        ((), Name("projector B: its process ended")),
        ((Name("The exhibition was changed."),), None),
    ]


def test_the_projectors_are_restarted_once_at_a_time() -> None:
    walk = known().tap("do:restart-projectors", "do:restart-projectors")
    assert walk.done == [Work("restart-projectors")]
    assert buttons(walk)["restart-projectors"].words == Say("panel.health.restarting")
    assert Say("panel.health.restarted") in paragraphs(walk.happen(Answered("restart-projectors", True)))
    assert Say("panel.health.not_restarted") in paragraphs(walk.happen(Answered("restart-projectors", False)))


def test_the_kiosk_is_restarted_only_where_it_comes_back_and_after_a_second_tap() -> None:
    walk = known()
    assert Say("panel.health.no_service") in paragraphs(walk)
    assert walk.tap("do:restart-kiosk").done == []
    walk.happen(Answered("house", House(is_service=True))).tap("do:restart-kiosk")
    assert walk.done == []
    walk.tap("do:not-now", "do:restart-now")
    assert walk.done == []
    assert walk.tap("do:restart-kiosk", "do:restart-now").done == [Work("restart-kiosk")]
