"""Composed lines become a picture."""

from PIL import Image

from kiosk.exhibition.text import Direction, Wording
from kiosk.ui.images import surface_of_mask
from kiosk.ui.text.block import Align, TextBlock
from kiosk.ui.text.composing import Composition
from kiosk.ui.text.typeface import Typeface
from kiosk.ui.theme import Colour

_OVERHANG = 0.75
"""Room in em around the box: vowel marks above a shadda, tails below a jim, a swash beside the first letter."""

_FREE_EDGE = 1


def paint(
    composition: Composition, wording: Wording, face: Typeface, colour: Colour, align: Align, side: Direction | None
) -> TextBlock:
    """Draw the lines in one colour. ``side`` as in ``TextSetter.set``."""
    lines, sizes = composition.lines, composition.leading
    start = side if side is not None and len(lines) <= 2 else composition.direction
    width = max((round(line.width) for line in lines), default=0)
    lefts = [_left(width, round(line.width), align, start) for line in lines]
    around = round(sizes.size * _OVERHANG)
    mask = Image.new("L", (width + 2 * around, composition.height + 2 * around))
    for left, line in zip(lefts, lines, strict=True):
        at = (around + left, around + line.top + sizes.baseline)
        face.draw(mask, at, line.drawn, composition.direction, wording.language)
    box = _ink(mask)
    return TextBlock(
        surface=surface_of_mask(mask.crop(box), colour),
        offset=(box[0] - around, box[1] - around),
        width=width,
        height=composition.height,
        text=wording.text,
        language=wording.language,
        lines=tuple(line.text for line in lines),
        line_boxes=tuple(
            (left, line.top, round(line.width), sizes.pitch) for left, line in zip(lefts, lines, strict=True)
        ),
        baselines=tuple(line.top + sizes.baseline for line in lines),
        cap_top=sizes.cap_top,
        direction=composition.direction,
        side=start,
        cut=composition.cut,
        size=sizes.size,
    )


def _left(width: int, line: int, align: Align, start: Direction) -> int:
    if align == "center":
        return (width - line) // 2
    return 0 if (align == "start") == (start == "ltr") else width - line


def _ink(mask: Image.Image) -> tuple[int, int, int, int]:
    """The part of a mask that is drawn on, with a free edge around it."""
    left, top, right, bottom = mask.getbbox() or (0, 0, 1, 1)
    return (
        max(0, left - _FREE_EDGE),
        max(0, top - _FREE_EDGE),
        min(mask.width, right + _FREE_EDGE),
        min(mask.height, bottom + _FREE_EDGE),
    )
