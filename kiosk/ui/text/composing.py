"""From a text to its lines: paragraphs, breaks, and the cut where there is no more room."""

from dataclasses import dataclass

from kiosk.exhibition.text import Direction
from kiosk.ui.metrics import TITLE_ROLES, Role
from kiosk.ui.text.bidi import standing_alone
from kiosk.ui.text.breaking import paragraphs, pieces
from kiosk.ui.text.ellipsis import shortened
from kiosk.ui.text.fitting import Line, Measure, fit
from kiosk.ui.text.leading import PARAGRAPH_GAP, Leading
from kiosk.ui.text.names import names_isolated

_EVEN_ROLES: frozenset[Role] = TITLE_ROLES | {"card", "caption", "caption_small", "caption_large", "lead"}


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line: what it says, what is drawn (with invisible marks), how wide that is, its top in the block."""

    text: str
    drawn: str
    width: float
    top: int


@dataclass(frozen=True, slots=True)
class Composition:
    """The lines of a block. ``height`` in pixels; ``cut`` where something was left out."""

    lines: tuple[SetLine, ...]
    height: int
    cut: bool
    direction: Direction
    leading: Leading


def compose(
    text: str,
    role: Role,
    sizes: Leading,
    base: Direction,
    width: int | None,
    max_lines: int | None,
    measure: Measure,
) -> Composition:
    """Break a text into at most ``max_lines`` lines of at most ``width`` pixels (None: no limit)."""
    room = float("inf") if width is None else float(max(width, 1))
    isolated = [names_isolated(each, base) for each in paragraphs(text)]
    groups = [_lines(each, room, measure, even=role in _EVEN_ROLES) for each in isolated]
    texts, cut = _limited(groups, room, max_lines, measure)
    gap = round(sizes.pitch * PARAGRAPH_GAP)
    lines: list[SetLine] = []
    top = 0
    for group in texts:
        if lines:
            top += gap
        for said, drawn in zip(group, standing_alone(group, base), strict=True):
            lines.append(SetLine(said, drawn, measure(drawn), top))
            top += sizes.pitch
    return Composition(tuple(lines), top, cut, base, sizes)


def _lines(paragraph: str, room: float, measure: Measure, *, even: bool) -> list[Line]:
    """The paragraph's lines, none wider than the room: where letters move together across pieces, fit again."""
    cut = pieces(paragraph)
    lines = fit(cut, room, measure, even=even)
    excess = max(measure(line.text) for line in lines) - room
    return fit(cut, room - excess - 1, measure, even=even) if 0 < excess < room / 4 else lines


def _limited(
    groups: list[list[Line]], room: float, max_lines: int | None, measure: Measure
) -> tuple[list[list[str]], bool]:
    """The lines as texts, the last one shortened where there are more than ``max_lines`` or it does not fit."""
    left = sum(len(group) for group in groups) if max_lines is None else max_lines
    shown: list[list[str]] = []
    for index, group in enumerate(groups):
        texts = [line.text for line in group[:left]]
        beyond = len(group) > left
        left -= len(texts)
        if texts:
            shown.append(texts)
        if beyond or (left == 0 and index + 1 < len(groups)):
            if texts:
                rest = "".join(line.raw for line in group[len(texts) - 1 :])
                texts[-1] = shortened(rest, room, measure)
            return shown, True
    return _without_overflow(shown, room, measure)


def _without_overflow(shown: list[list[str]], room: float, measure: Measure) -> tuple[list[list[str]], bool]:
    """A single letter that is wider than the column is all that can still overflow."""
    narrow = any(measure(text) > room + 1 for group in shown for text in group)
    return shown, narrow
