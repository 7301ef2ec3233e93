"""What a section of the panel is made of. One drawing serves all sections: it knows these and nothing else.

Every control that can be tapped has a ``name``, once on a page, and says what a tap on it ``does``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kiosk.panel.covers import Cover, Rest
from kiosk.panel.effects import Deeds
from kiosk.panel.words import Said

Sign = Literal["up", "down", "check", "plus", "minus", "close", "play", "next", "warning"]
"""A drawing on a round button. ``next`` points along the reading direction."""

Tone = Literal["plain", "soft", "problem"]


@dataclass(frozen=True, slots=True)
class Heading:
    """Words over what follows."""

    words: Said


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text to read, such as a finding or a help."""

    words: Said
    tone: Tone = "soft"


@dataclass(frozen=True, slots=True)
class Disc:
    """A round button at the end of a row. Without deeds it stands there faintly and cannot be tapped."""

    name: str
    sign: Sign
    does: Deeds
    lit: bool = False


@dataclass(frozen=True, slots=True)
class Stepper:
    """A value between − and +. No deeds where its range ends. ``widest``: the value that takes most room."""

    name: str
    value: Said
    less: Deeds
    more: Deeds
    widest: Said | None = None


@dataclass(frozen=True, slots=True)
class Switch:
    """On or off."""

    name: str
    on: bool
    does: Deeds


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list: a picture, a title with quieter lines under it, a word at the end, and what can be tapped.

    ``problem``: what is wrong with it, under the lines. ``still``: a file; or a name, for a quiet ground of its
    own tone where there is no picture. ``end``: such as the length of a film. ``trailing`` stands at the end of the
    line. ``does``: a tap on the row itself, which ``name`` then names.
    """

    title: Said
    lines: tuple[Said, ...] = ()
    problem: Said | None = None
    still: Path | str | None = None
    end: Said | None = None
    trailing: tuple[Disc | Stepper | Switch, ...] = ()
    name: str = ""
    does: Deeds = ()


@dataclass(frozen=True, slots=True)
class Option:
    """One of the things to choose from."""

    name: str
    words: Said
    does: Deeds
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing of several, side by side, under a title if it needs one."""

    title: Said | None
    options: tuple[Option, ...]
    lines: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Button:
    """Something that is done at a tap. Without deeds it is faint. ``strong``: the one that most came for."""

    name: str
    words: Said
    does: Deeds
    strong: bool = False
    sign: Sign | None = None


@dataclass(frozen=True, slots=True)
class Buttons:
    """Buttons side by side."""

    buttons: tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class BankCard:
    """The outline of a bank card, as large as one on the glass if the screen has so many ``inches``."""

    inches: float


Block = Heading | Paragraph | Row | Choice | Buttons | BankCard


@dataclass(frozen=True, slots=True)
class Leaf:
    """A section as it stands. ``name``: what is another leaf of the same section begins at its top again.

    ``line``: under the title. ``top``: buttons beside the title; two at most. ``cover``: what is seen instead of all
    that, on the whole glass. ``rest``: what is done when nobody touches anything.
    """

    title: Said
    blocks: tuple[Block, ...]
    line: Said | None = None
    top: tuple[Button, ...] = ()
    name: str = ""
    cover: Cover | None = None
    rest: Rest | None = None

    def deeds(self, target: str) -> Deeds:
        """What a tap on ``target`` does; nothing where there is no such control."""
        return next((does for name, does in self._tappable() if name == target), ())

    def _tappable(self) -> Iterator[tuple[str, Deeds]]:
        if self.cover is not None:
            yield from self.cover.tappable()
            return
        for each in (*self.top, *(one for block in self.blocks for one in _parts(block))):
            if isinstance(each, Stepper):
                yield f"step:{each.name}:less", each.less
                yield f"step:{each.name}:more", each.more
            else:
                yield f"do:{each.name}", each.does


def _parts(block: Block) -> tuple[Row | Disc | Stepper | Switch | Option | Button, ...]:
    match block:
        case Row():
            return (block, *block.trailing)
        case Choice():
            return block.options
        case Buttons():
            return block.buttons
    return ()
