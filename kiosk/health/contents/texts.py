"""Texts that can be drawn, but were hardly meant so."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from kiosk.config.load import load_exhibition
from kiosk.config.new_exhibition import TEMPLATE
from kiosk.config.problems import Problem, WrittenText, quoted
from kiosk.exhibition.text import Wording
from kiosk.health.contents.found import Found
from kiosk.health.contents.scripts import foreign_script, script_of
from kiosk.ui.text.jumping import isolates_match, jumping

WANTED_WORDS: Final = (50, 75)
"""Of a synopsis: what is read standing, before one decides to watch."""

_TO_BE_FILLED_IN: Final = re.compile(r"\b(?:todo|fixme|tbd|xxx|lorem ipsum)\b", re.IGNORECASE)
_NOTHING_YET: Final = re.compile(r"[\s.…?\-–—]*")
_MEANT_TO_BE_REPLACED: Final = ("exhibition.title", "films[0].title", "films[0].director", "films[0].synopsis")
"""What ``kiosk new`` writes only to show where something belongs; its other words may well stay."""
_STRAIGHT: Final = re.compile(r"(?<!\d)[\"']")


def text_findings(texts: Sequence[WrittenText]) -> Iterator[Problem]:
    """A finding for each flaw of a text."""
    for text in texts:
        for found in of_text(text):
            yield found.at(text)


def of_text(text: WrittenText) -> Iterator[Found]:
    """What is wrong with one text. Of a text that is still to be written nothing else is said."""
    if (left := _placeholder(text.text)) is not None:
        yield Found("text-placeholder", f"{left} Visitors read it as it is.")
        return
    if text.language:
        yield from _letters(text)
    yield from _directions(text)
    if ".synopsis" in text.where:
        yield from _length(text)
    yield from _typing(text.text)


def _placeholder(words: str) -> str | None:
    if _NOTHING_YET.fullmatch(words):
        return f"there is nothing but {quoted(words)}."
    if found := _TO_BE_FILLED_IN.search(words):
        return f"{quoted(found[0])} is left in it."
    if words in _of_template():
        return "still says what a new exhibition says."
    return None


@cache
def _of_template() -> frozenset[str]:
    """The words of ``kiosk new`` that are meant to be replaced."""
    texts = load_exhibition(TEMPLATE).texts
    return frozenset(each.text for each in texts if each.where.startswith(_MEANT_TO_BE_REPLACED))


def _letters(text: WrittenText) -> Iterator[Found]:
    if (script := foreign_script(text.text, text.language)) is not None:
        own = script_of(text.language)
        long = len(text.text.split()) > 4
        message = f"has only {script} letters, and {text.language} is written in {own} ones."
        yield Found("text-script", message, "problem" if long else "notice")


def _directions(text: WrittenText) -> Iterator[Found]:
    if not isolates_match(text.text):
        yield Found(
            "text-isolates", "has an isolate (U+2066 to U+2068) without its end (U+2069), or the other way round."
        )
        return
    for paragraph in text.text.split("\n"):
        if jumps := jumping(paragraph, Wording(paragraph, text.language).direction):
            message = (
                f"{quoted(jumps)} is drawn in another order than it is read in: the text has isolates, and this "
                f"name has none."
            )
            yield Found("text-jumps", message, "problem")


def _length(text: WrittenText) -> Iterator[Found]:
    least, most = WANTED_WORDS
    words = len(text.text.split())
    if not least <= words <= most:
        named = "1 word" if words == 1 else f"{words} words"
        yield Found("synopsis-length", f"has {named}; {least} to {most} are read before a visitor decides.")


def _typing(words: str) -> Iterator[Found]:
    if words != words.strip() or "  " in words:
        yield Found("text-spaces", "has spaces that are too many, at an end or two in a row.")
    if found := _STRAIGHT.search(words):
        yield Found("text-quotes", f"has a straight {quoted(found[0])} where books have curly ones.")
