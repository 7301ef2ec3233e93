"""Before a screening on this very screen: how long it still is, and what will be shown."""

from dataclasses import dataclass

from pygame import BLEND_MULT, Surface

from kiosk.exhibition.film import Film
from kiosk.exhibition.schedule import FOYER
from kiosk.exhibition.text import Wording
from kiosk.ui.metrics import Role
from kiosk.ui.scene import Layer, Scene
from kiosk.ui.screens.more import mood
from kiosk.ui.screens.page import Page
from kiosk.ui.strings import Strings
from kiosk.ui.text import TextBlock
from kiosk.ui.theme import Style
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.ui.widgets.countdown import Countdown
from kiosk.ui.widgets.remarks import content_line
from kiosk.visit.places import Foyer

_LINE_U, _AROUND_U, _LEAST_AROUND_U, _GATE_U, _FACTS_U = 6, 56, 20, 16, 14
_GATE_LIGHT = 88
"""Share of the still's light inside the ring, of 255: even on a white one the number then has 6 : 1."""
_TITLES = 2
_NUMBER = Style("display", "light")


@dataclass(frozen=True, slots=True)
class _Cut:
    """How large things are, in design pixels and by their roles; ``facts``: whether the film's facts are told."""

    ring: int
    label: Role
    title: Role
    other: Role
    facts: bool = True


_CUTS = (
    _Cut(380, "lead", "title", "title_other"),
    _Cut(320, "lead", "question", "lead"),
    _Cut(260, "facts", "heading", "lead"),
    _Cut(220, "facts", "lead", "facts", facts=False),
)
"""The first for which there is room is taken."""


def build(view: View, tools: Tools) -> Scene:
    """The countdown in a ring, the sentence over it and the film under it in both scripts."""
    film, page = view.film, Page.of(view, tools)
    assert film is not None
    languages = [view.language, *([view.second_language] if view.second_language else [])]
    room = tools.metrics.height - 2 * page.u(_LEAST_AROUND_U)
    for cut in _CUTS:
        above = [_label(page, tools.strings[each], cut) for each in languages]
        below = _film(page, film, cut)
        ring, around = page.u(cut.ring), page.u(_AROUND_U) * cut.ring // _CUTS[0].ring
        height = sum(each.height for each in (*above, *below)) + _gaps(page, below) + ring + 2 * around
        if height <= room:
            break
    y = max(page.u(_LEAST_AROUND_U), (tools.metrics.height - height) // 2)
    y = _stack(page, above, y) + around
    center = (tools.metrics.width // 2, y + ring // 2)
    clock = Countdown(
        tools, page.strings, center, ring, max(3, page.u(_LINE_U)), left=_left, said=_minutes, style=_NUMBER
    )
    _stack(page, below, y + ring + around)
    gate = _gate(page, film, ring - 2 * page.u(_GATE_U))
    place = gate.get_rect(center=center) if gate else None
    return Scene(
        "foyer",
        ground=mood(page, film),
        layers=(*((Layer(gate, place.topleft),) if gate and place else ()), *page.sheet.layers),
        live=(clock,),
        texts=tuple(page.sheet.texts),
    )


def _label(page: Page, strings: Strings, cut: _Cut) -> TextBlock:
    return page.sheet.set(strings.text("foyer.begins"), Style(cut.label, "regular"), page.inner, align="center")


def _film(page: Page, film: Film, cut: _Cut) -> list[TextBlock]:
    """Title in both scripts, facts, and what a strong film contains."""
    sheet, width = page.sheet, min(page.inner, page.u(1500))
    blocks = [sheet.title(page.first(film.title), (Style(cut.title, "light"),), width, align="center")]
    if second := page.second(film.title):
        blocks.append(sheet.title(second, (Style(cut.other, "light", "ink_soft"),), width, align="center"))
    if cut.facts:
        facts = Style("facts", "regular", "ink_soft")
        blocks.append(sheet.set(page.facts(film, short=False), facts, width, align="center"))
        if note := content_line(page, film):
            blocks.append(sheet.set(note, Style("small", "regular", "ink_soft"), width, align="center"))
    return blocks


def _stack(page: Page, blocks: list[TextBlock], y: int) -> int:
    """Place blocks below each other in the middle; answers the y below."""
    for number, block in enumerate(blocks):
        y += _gaps(page, blocks) if number == _TITLES else 0
        page.sheet.place(block, page.tools.metrics.margin, y, page.inner, "center")
        y += block.height
    return y


def _gaps(page: Page, blocks: list[TextBlock]) -> int:
    """What keeps facts apart from the two titles above them."""
    return page.u(_FACTS_U) if len(blocks) > _TITLES else 0


def _gate(page: Page, film: Film, size: int) -> Surface | None:
    """The still inside the ring, as dark as the number on it needs; none where words shall stand on black."""
    tools = page.tools
    still = None if tools.comfort.high_contrast else tools.stills.cover(film.still, (size, size))
    if still is None:
        return None
    dark = still.copy()
    dark.fill((_GATE_LIGHT,) * 3, special_flags=BLEND_MULT)
    return tools.shapes.round_corners(dark, size // 2)


def _left(view: View, now: float) -> tuple[float, float]:
    """Seconds until the film begins, and their share of the longest countdown (1…0)."""
    place = view.visit.place
    left = max(0.0, place.until - now) if isinstance(place, Foyer) else 0.0
    return left, min(1.0, left / FOYER.total_seconds())


def _minutes(strings: Strings, seconds: int) -> Wording:
    """ "4:59"."""
    return strings.clock(float(seconds))
