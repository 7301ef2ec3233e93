"""Texts in several languages, and what a reader of one language gets to see."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Direction = Literal["ltr", "rtl"]

RIGHT_TO_LEFT_LANGUAGES = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def language_direction(language: str) -> Direction:
    """Writing direction of a language by its code (``ar``, ``en``, ``pt-BR``)."""
    return "rtl" if language.split("-")[0] in RIGHT_TO_LEFT_LANGUAGES else "ltr"


def first_strong_direction(text: str) -> Direction | None:
    """Direction of the first letter outside isolates that has one (Unicode UAX #9, rule P2), or None."""
    depth = 0
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("LRI", "RLI", "FSI"):
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind == "L":
            return "ltr"
        elif depth == 0 and kind in ("R", "AL"):
            return "rtl"
    return None


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in the one language in which it will be shown."""

    text: str
    language: str

    @property
    def direction(self) -> Direction:
        """Of the words themselves where they are letters, else of the language."""
        return first_strong_direction(self.text) or language_direction(self.language)

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Text:
    """The same text in some languages. The key ``""`` holds a bare text that serves all."""

    by_language: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any(self.by_language.values())

    def __deepcopy__(self, memo: object = None) -> "Text":
        """Nothing of it ever changes: as a default it serves for all."""
        return self

    def wording(self, language: str, languages: Sequence[str] = ()) -> Wording:
        """The text for a reader of ``language``.

        Where it is missing: the bare text, then the exhibition's ``languages`` in their order,
        then whatever there is, each with its own direction. Empty only if no language has one.
        """
        if found := self.by_language.get(language) or self.by_language.get(""):
            return Wording(found, language)
        for other in (*languages, *self.by_language):
            if found := self.by_language.get(other):
                return Wording(found, other)
        return Wording("", language)

    def has(self, language: str) -> bool:
        """Whether a reader of ``language`` gets their own language (or a bare text)."""
        return bool(self.by_language.get(language) or self.by_language.get(""))


NO_TEXT = Text()
