"""The three lists in a line each, and what can be started anew."""

from kiosk.panel.controls import Block, Button, Buttons, Heading, Leaf, Paragraph, Row
from kiosk.panel.effects import Remember, Work
from kiosk.panel.section import Seen
from kiosk.panel.sections.health.found import Trouble, house, looked
from kiosk.panel.sections.opening import opening
from kiosk.panel.words import Count, Moment, Say


def overview_leaf(seen: Seen) -> Leaf:
    found, busy, events = looked(seen), "checkup" in seen.busy, len(house(seen).events)
    again = Button("look-again", Say("panel.health.again"), () if busy else (Work("checkup", {"anew": True}),))
    line = Say("panel.health.looking")
    if found is not None and not busy:
        line = Say("panel.health.looked", {"moment": Moment(seen.exhibition.hours.local(found.at))})
    blocks: tuple[Block, ...] = (
        _list("exhibition", found.exhibition if found else None, busy=busy),
        _list("machine", found.machine if found else None, busy=busy),
        opening("events", Say("panel.health.events"), (Count("panel.health.happened", events),), Work("house")),
        Heading(Say("panel.health.restart")),
        *_projectors(seen),
        *_kiosk(seen),
    )
    return Leaf(Say("panel.section.health"), blocks, line, top=(again,))


def _list(name: str, troubles: tuple[Trouble, ...] | None, *, busy: bool) -> Row:
    title = Say(f"panel.health.{name}")
    if troubles is None:
        return Row(title, (Say("panel.health.looking" if busy else "panel.health.not_looked"),))
    if not troubles:
        return Row(title, (Say("panel.health.fine"),))
    grave = sum(each.grave for each in troubles)
    notices = (Count("panel.health.notices", len(troubles) - grave),) if len(troubles) > grave else ()
    return opening(name, title, notices, problem=Count("panel.health.findings", grave) if grave else None)


def _projectors(seen: Seen) -> tuple[Block, ...]:
    busy = "restart-projectors" in seen.busy
    words = Say("panel.health.restarting" if busy else "panel.health.projectors")
    button = Button("restart-projectors", words, () if busy else (Work("restart-projectors"),))
    return (_about_projectors(seen, busy=busy), Buttons((button,)))


def _about_projectors(seen: Seen, *, busy: bool) -> Paragraph:
    """What it is good for, or what came of it: above the button, where it is seen without paging."""
    if busy or "restart-projectors" not in seen.answers:
        return Paragraph(Say("panel.health.projectors_line"))
    if seen.answers["restart-projectors"]:
        return Paragraph(Say("panel.health.restarted"))
    return Paragraph(Say("panel.health.not_restarted"), "problem")


def _kiosk(seen: Seen) -> tuple[Block, ...]:
    """Only where it is started again: a kiosk that ends and stays away would leave the screen dark."""
    if not house(seen).is_service:
        return (Paragraph(Say("panel.health.no_service")),)
    sure = bool(seen.memory.get("sure"))
    first = Button("restart-kiosk", Say("panel.health.kiosk"), (Remember("sure", True),))
    second = Button("restart-now", Say("panel.health.now"), (Work("restart-kiosk"),), strong=True)
    not_now = Button("not-now", Say("panel.back"), (Remember("sure", None),))
    return (Paragraph(Say("panel.health.kiosk_line")), Buttons((second, not_now) if sure else (first,)))
