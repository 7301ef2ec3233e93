"""Films as the text of a playlist, with remarks where something is to be filled in. Pure."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kiosk.importing.found import FACTS, TEXTS, Words

_PLAIN = re.compile(r"[^\W_](?:[\w .()/’'–—-]*[\w.)’])?")
"""Words that need no quotes in YAML, wherever they stand."""
_NO_TEXT = re.compile(r"(true|false|yes|no|on|off|null|y|n)|[\d.+:_-]+", re.IGNORECASE)
_HINTS = {
    "director": "{who}",
    "year": "2026",
    "running_time": "90 min         # of the whole film",
    "synopsis": "{what}   # 50 to 75 words",
}
"""What every film should have: is asked for where it is not known."""


@dataclass(slots=True)
class WrittenExcerpt:
    """``file``, ``captions`` and so on: paths from the media folder on. ``remark``: what was learnt of the file."""

    id: str
    file: str
    kind: str = ""
    title: Words = field(default_factory=dict)
    start: str = ""
    end: str = ""
    captions: dict[str, str] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    transcript: dict[str, str] = field(default_factory=dict)
    remark: str = ""


@dataclass(slots=True)
class WrittenFilm:
    """``title_remark``, ``still_remark``: where these come from. ``missing``: excerpts that no file was found for."""

    id: str
    words: dict[str, Words]
    facts: dict[str, str]
    still: str = ""
    title_remark: str = ""
    still_remark: str = ""
    excerpts: list[WrittenExcerpt] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def films_text(films: Iterable[WrittenFilm], languages: Sequence[str], indent: int) -> str:
    """The entries of a playlist, ``indent`` blanks before their hyphens."""
    blocks = ["\n".join(_film(each, languages)) for each in films]
    blank = " " * indent
    return "\n\n".join("\n".join(blank + line if line else "" for line in block.split("\n")) for block in blocks) + "\n"


def _film(film: WrittenFilm, languages: Sequence[str]) -> list[str]:
    lines = [f"- id: {film.id}"]
    for key in (*TEXTS[:2], *FACTS[:2], *TEXTS[2:], *FACTS[2:]):
        if words := film.words.get(key):
            lines += _words(key, words, film.title_remark if key == "title" else "")
        elif fact := film.facts.get(key):
            lines.append(f"  {key}: {fact}")
        elif hint := _HINTS.get(key):
            lines.append(f"  # {key}: {_hint(hint, languages)}")
    if film.still:
        lines.append(f"  still: {quoted(film.still)}{_remark(film.still_remark)}")
    else:
        lines.append(f"  # still: stills/{film.id}.jpg{_remark(film.still_remark or 'a picture in the media folder')}")
    lines += [f"  # The file of an excerpt was not found: {each}" for each in film.missing]
    if film.excerpts:
        lines.append("  excerpts:")
        lines += [line for each in film.excerpts for line in _excerpt(each)]
    return lines


def _excerpt(excerpt: WrittenExcerpt) -> list[str]:
    lines = [f"    - id: {excerpt.id}"]
    lines += [f"    {line}" for line in _words("title", excerpt.title, "")] if excerpt.title else []
    if excerpt.kind:
        lines.append(f"      kind: {excerpt.kind}")
    lines.append(f"      file: {quoted(excerpt.file)}{_remark(excerpt.remark)}")
    lines += [f"      {key}: {value}" for key in ("start", "end") if (value := getattr(excerpt, key))]
    for key in ("captions", "versions", "transcript"):
        if files := getattr(excerpt, key):
            inside = ", ".join(f"{language}: {quoted(path, flow=True)}" for language, path in files.items())
            lines.append(f"      {key}: {{{inside}}}")
    return lines


def _words(key: str, words: Words, remark: str) -> list[str]:
    """A text for all, a line of texts by language, or a block each where they are long."""
    if set(words) == {""} and len(words[""]) <= 100:
        return [f"  {key}: {quoted(words[''])}{_remark(remark)}"]
    if set(words) == {""}:
        return [f"  {key}: {json.dumps(words[''], ensure_ascii=False)}{_remark(remark)}"]
    if all(len(each) <= 60 for each in words.values()):
        inside = ", ".join(f"{language}: {quoted(each, flow=True)}" for language, each in words.items() if language)
        return [f"  {key}: {{{inside}}}{_remark(remark)}"]
    lines = [f"  {key}:"]
    return lines + [
        f"    {language}: {json.dumps(each, ensure_ascii=False)}" for language, each in words.items() if language
    ]


def _hint(hint: str, languages: Sequence[str]) -> str:
    blank = "{" + ", ".join(f'{each}: "…"' for each in languages) + "}"
    return hint.replace("{who}", blank).replace("{what}", blank)


def _remark(text: str) -> str:
    return f"   # {text}" if text else ""


def quoted(text: str, *, flow: bool = False) -> str:
    """A text as YAML reads it again; in quotes where it must be. ``flow``: it stands between braces."""
    plain = _PLAIN.fullmatch(text) and not _NO_TEXT.fullmatch(text) and "  " not in text and not text.endswith(" ")
    if plain and not (flow and "," in text):
        return text
    return json.dumps(text, ensure_ascii=False)
