"""Both scripts are written with care: isolates, punctuation, and no habits of one language in the other."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.text import Text

ISOLATED = re.compile("\u2068[^\u2068\u2069]*\u2069")
LATIN, ARABIC = re.compile(r"[A-Za-zÀ-ɏ]+"), re.compile(r"[\u0600-\u06ff]+")


def texts(thing: Any, where: str = "") -> Iterator[tuple[str, Text]]:
    """Every text of an exhibition with the way to it."""
    if isinstance(thing, Text):
        yield where, thing
    elif dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            yield from texts(getattr(thing, field.name), f"{where}.{field.name}")
    elif isinstance(thing, tuple):
        for number, each in enumerate(thing):
            yield from texts(each, f"{where}[{number}]")
    elif isinstance(thing, Mapping):
        for key, each in thing.items():
            yield from texts(each, f"{where}.{key}")


def written(exhibition: Exhibition, language: str) -> list[tuple[str, str]]:
    found = [(where, text.by_language.get(language, "")) for where, text in texts(exhibition)]
    return [(where, words) for where, words in found if words]


def strangers(words: str, script: re.Pattern[str]) -> list[str]:
    """Runs of a script that stand outside isolates."""
    return script.findall(ISOLATED.sub("", words))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("جائزة (\u2068IDFA\u2069) 2013", []),
        ("جائزة (IDFA) 2013", ["IDFA"]),
        ("جائزة (\u2068IDFA) 2013", ["IDFA"]),
    ],
)
def test_strangers(words: str, found: list[str]) -> None:
    assert strangers(words, LATIN) == found


def test_there_is_much_to_read(exhibition: Exhibition) -> None:
    assert len(written(exhibition, "ar")) == len(written(exhibition, "en")) > 100


def test_latin_in_arabic_is_isolated(exhibition: Exhibition) -> None:
    found = {where: strangers(words, LATIN) for where, words in written(exhibition, "ar")}
    assert {where: runs for where, runs in found.items() if runs} == {}


def test_arabic_in_english_is_isolated(exhibition: Exhibition) -> None:
    found = {where: strangers(words, ARABIC) for where, words in written(exhibition, "en")}
    assert {where: runs for where, runs in found.items() if runs} == {}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_isolates_are_balanced(exhibition: Exhibition, language: str) -> None:
    for where, words in written(exhibition, language):
        left_over = ISOLATED.sub("", words)
        assert "\u2068" not in left_over, where
        assert "\u2069" not in left_over, where


def test_arabic_has_its_own_punctuation(exhibition: Exhibition) -> None:
    for where, words in written(exhibition, "ar"):
        assert not re.search("[,;?\"“”']", ISOLATED.sub("", words)), where


def test_tanwin_is_written_one_way(exhibition: Exhibition) -> None:
    on_the_alif = "\u0627\u064b"
    assert [where for where, words in written(exhibition, "ar") if on_the_alif in words] == []


def test_english_has_typographic_apostrophes(exhibition: Exhibition) -> None:
    assert [where for where, words in written(exhibition, "en") if "'" in words] == []
