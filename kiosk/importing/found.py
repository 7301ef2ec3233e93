"""What a source tells of films."""

from dataclasses import dataclass, field
from pathlib import Path

Words = dict[str, str]
"""A text by language; the empty code stands for all."""

TEXTS = ("title", "director", "medium", "language", "countries", "synopsis", "more", "director_note", "awards")
"""What a film has in several languages, in the order in which it is written."""
FACTS = ("year", "running_time", "link")
"""What a film has once."""


@dataclass(slots=True)
class FoundExcerpt:
    """A file to be watched. ``start``, ``end``: as they are to be written. ``wanted``: a name that no file has."""

    file: Path | None
    kind: str = "excerpt"
    title: Words = field(default_factory=dict)
    start: str = ""
    end: str = ""
    captions: dict[str, Path] = field(default_factory=dict)
    versions: dict[str, Path] = field(default_factory=dict)
    transcript: dict[str, Path] = field(default_factory=dict)
    wanted: str = ""


@dataclass(slots=True)
class FoundFilm:
    """One film. ``key``: what its id is made of. ``guessed``: its title is only that of its file."""

    key: str
    words: dict[str, Words] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    still: Path | None = None
    excerpts: list[FoundExcerpt] = field(default_factory=list)
    guessed: bool = False


@dataclass(slots=True)
class Findings:
    """``films`` in their order; ``remarks``: what could not be used, a sentence each."""

    films: list[FoundFilm] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


class NoSource(Exception):
    """Nothing can be imported from this: why, as a sentence."""
