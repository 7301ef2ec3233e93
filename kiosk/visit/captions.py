"""Which captions a visitor reads."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

CaptionSize = Literal["small", "medium", "large"]
CAPTION_SIZES: Final[tuple[CaptionSize, ...]] = get_args(CaptionSize)


@dataclass(frozen=True, slots=True)
class CaptionChoice:
    """A visitor's choice. ``language`` None follows the interface; ``both``: another language stands with it."""

    on: bool = True
    language: str | None = None
    both: bool = False
    size: CaptionSize = "medium"

    def shown(self, offered: Sequence[str], language: str, languages: Sequence[str] = ()) -> tuple[str, ...]:
        """The languages that are read, two at most, of those that a film offers.

        ``language``: the interface's. ``languages``: the exhibition's, which come first where a wish is not offered.
        """
        if not self.on:
            return ()
        wishes = (self.language, language, *languages, *offered)
        found = tuple(dict.fromkeys(each for each in wishes if each is not None and each in offered))
        return found[: 2 if self.both else 1]


def chosen(choice: CaptionChoice, target: str) -> CaptionChoice | None:
    """The choice after a tap on a button of the panel; None if ``target`` is none of them."""
    kind, _, value = target.partition(":")
    match kind:
        case "captions-off":
            return replace(choice, on=False)
        case "captions-both":
            return replace(choice, on=True, both=True)
        case "captions" if value:
            return replace(choice, on=True, both=False, language=value)
        case "caption-size" if value in CAPTION_SIZES:
            return replace(choice, on=True, size=value)
    return None
