"""The panel as it is laid out: in every language, on every screen, with every control that there is."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from pygame import Rect

from kiosk.exhibition.exhibition import Screen
from kiosk.panel.controls import (
    Block,
    Button,
    Buttons,
    Choice,
    Disc,
    Heading,
    Leaf,
    Option,
    Paragraph,
    Row,
    Stepper,
    Switch,
)
from kiosk.panel.effects import Remember
from kiosk.panel.sight import Sight
from kiosk.panel.words import Both, Length, Name, Say, TimeOfDay
from kiosk.ui.preview_panel import PANEL_SCREENS, panel_for
from kiosk.ui.scene import Scene, Target
from kiosk.ui.screens import build_scene
from kiosk.ui.tile import TextRecord
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.visit.places import AtPanel
from kiosk.visit.visit import Visit
from tests.ui.layouts import unpainted
from tests.ui.screenplay import NOW, polyglot

LANGUAGES = ("en", "ar", "fr", "ckb")
SIZES = (
    (1920, 1080, 24.0),
    (1920, 1080, 15.6),
    (1080, 1920, 24.0),
    (1280, 720, 13.3),
    (3840, 2160, 55.0),
    (720, 1280, 32),
)
SEVEN = ("loops", "films", "hours", "sound", "screen", "usb", "health")
DOES = (Remember("page", 1),)
LATE = TimeOfDay(time(20))


def list_row(number: int, still: Path | None) -> Row:
    """As in a list of a loop's items."""
    return Row(
        Name(f"The Unbearable Length of Certain Titles, Part {number}"),
        (Both((Name("return-to-homs.mp4"), Length(132.0))),),
        Say("panel.trouble.disk") if number == 2 else None,
        still=still,
        end=Length(108.0),
        trailing=(
            Disc(f"up:{number}", "up", () if number == 1 else DOES),
            Disc(f"down:{number}", "down", DOES),
            Disc(f"on:{number}", "check", DOES, lit=True),
        ),
        name=f"item:{number}",
        does=DOES,
    )


def catalogue(still: Path | None = None) -> Leaf:
    """Every control, as full as it may get."""
    blocks: tuple[Block, ...] = (
        *(list_row(number, still) for number in (1, 2)),
        Heading(Say("panel.hours.special")),
        Paragraph(Say("panel.trouble.denied"), "problem"),
        Row(
            Say("panel.hours.opens"), trailing=(Stepper("opens", TimeOfDay(time(9)), DOES, DOES, TimeOfDay(time(20))),)
        ),
        Row(Say("panel.hours.closed_all_day"), trailing=(Switch("closed", True, DOES),)),
        Choice(
            Say("panel.sound.device"),
            tuple(Option(f"device:{each}", Name("Built-in Audio Digital Stereo " * each), DOES) for each in (1, 2, 3)),
            (Say("panel.sound.line"),),
        ),
        Buttons(tuple(Button(f"button:{each}", Say("panel.hours.stay_open"), DOES) for each in range(4))),
    )
    top = (Button("preview", Say("panel.back"), DOES), Button("save", Say("panel.save"), DOES, strong=True))
    return Leaf(Say("panel.section.hours"), blocks, Say("panel.hours.line"), top)


def sight(leaf: Leaf) -> Sight:
    return Sight(
        None,
        sections=("hours", "sound", "hours", "sound", "hours", "sound", "hours"),
        section="sound",
        leaf=leaf,
        undoable=1,
        saved_at=NOW,
    )


def view(size: tuple[int, int, float], language: str, panel: Sight | None) -> View:
    exhibition = replace(polyglot(), screen=Screen(inches=size[2]))
    return View(exhibition, Visit(language, 70, place=AtPanel()), NOW, panel=panel)


def scene(size: tuple[int, int, float], language: str, panel: Sight | None) -> tuple[Scene, Tools]:
    shown = view(size, language, panel)
    tools = Tools.for_screen(size[:2], shown.exhibition)
    with unpainted():
        made = build_scene(shown, tools)
    tools.close()
    return made, tools


SCREENS: dict[str, Sight | None] = {
    **{name: panel_for(name, polyglot(), NOW) for name in PANEL_SCREENS},
    "catalogue": sight(catalogue()),
    "catalogue with stills": sight(catalogue(Path("none.jpg"))),
    "closing": None,
}
ROWS = ("do:item:", "do:day:")
"""Rows that can be tapped as a whole, under the buttons at their ends."""


@pytest.mark.parametrize("panel", SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]} {size[2]:g}")
@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_has_its_place(panel: Sight | None, size: tuple[int, int, float], language: str) -> None:
    made, tools = scene(size, language, panel)
    inside, read = (made.scroll.targets, made.scroll.texts) if made.scroll else ((), ())
    assert [each.text for each in (*made.texts, *read) if each.cut] == []
    glass = Rect(0, 0, *size[:2])
    assert [named(each) for each in (*made.targets, *made.texts) if not glass.contains(each.rect)] == []
    assert [named(each) for each in (*inside, *read) if each.rect.left < 0 or each.rect.right > glass.right] == []
    least = min(tools.metrics.secondary, tools.metrics.mm(15))
    assert [each.name for each in (*made.targets, *inside) if min(each.rect.size) < least] == []
    assert overlapping(made.targets) == []
    assert overlapping([each for each in inside if not each.name.startswith(ROWS)]) == []


def named(each: Target | TextRecord) -> str:
    return f"{each.name if isinstance(each, Target) else each.text} {each.rect}"


def overlapping(targets: Sequence[Target]) -> list[tuple[str, str]]:
    pairs = itertools.combinations(targets, 2)
    return [(one.name, other.name) for one, other in pairs if one.rect.colliderect(other.rect)]


def test_arabic_is_the_mirror_of_english() -> None:
    english, _ = scene(SIZES[0], "en", sight(catalogue()))
    arabic, _ = scene(SIZES[0], "ar", sight(catalogue()))

    def side(made: Scene, name: str) -> str:
        inside = made.scroll.targets if made.scroll else ()
        found = next(each for each in (*made.targets, *inside) if each.name == name)
        return "left" if found.rect.centerx < SIZES[0][0] / 2 else "right"

    for name in ("panel:section:hours", "do:save", "do:on:1", "panel:close"):
        assert {side(english, name), side(arabic, name)} == {"left", "right"}, name


def test_the_keys_of_the_pad_stand_as_on_a_telephone_in_every_language() -> None:
    for language in LANGUAGES:
        made, _ = scene(SIZES[0], language, panel_for("pin-pad", polyglot(), NOW))
        at = {each.name: each.rect for each in made.targets}
        assert at["pin:1"].left < at["pin:2"].left < at["pin:3"].left
        assert at["pin:1"].top < at["pin:4"].top < at["pin:0"].top


def test_what_does_nothing_cannot_be_tapped() -> None:
    made, _ = scene(SIZES[0], "en", sight(catalogue()))
    assert made.scroll is not None
    names = {each.name for each in made.scroll.targets}
    assert "do:up:1" not in names
    assert {"do:up:2", "do:down:1", "step:opens:less"} <= names
    locked, _ = scene(SIZES[0], "en", panel_for("pin-locked", polyglot(), NOW))
    assert [each.name for each in locked.targets if each.name.startswith("pin:")] == []
