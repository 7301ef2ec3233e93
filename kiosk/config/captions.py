"""Whether the caption files of an exhibition can be read, and say anything while their excerpt runs.

This takes some milliseconds a file, so the kiosk does it after its start, and ``check`` as part of its work.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from kiosk.config.problems import Problem
from kiosk.config.tree import Mark
from kiosk.config.values import clock
from kiosk.exhibition.film import Excerpt

WITHOUT = "The excerpt is shown without it."


@dataclass(frozen=True, slots=True)
class CaptionsWritten:
    """A caption file as it was written in a playlist: ``mark`` and ``where`` are its place there."""

    file: Path
    name: str
    language: str
    excerpt: Excerpt
    mark: Mark
    where: str


def caption_problems(written: Iterable[CaptionsWritten]) -> list[Problem]:
    """What is wrong with the files, a line each, in the order in which they were written."""
    found = []
    for each in written:
        if sentence := _wrong(each):
            mark = each.mark
            code, words = sentence
            message = f"{each.name} {words} {WITHOUT}"
            found.append(Problem(mark.file, mark.line, mark.column, each.where, message, code=code))
    return found


def _wrong(written: CaptionsWritten) -> tuple[str, str] | None:
    """What is wrong with one file, a code and the words; None if nothing is."""
    from kiosk.captions.cues import Unreadable  # here, because the parser is not needed to open the kiosk
    from kiosk.captions.reading import read_captions
    from kiosk.captions.track import Track

    try:
        track = Track(read_captions(written.file, written.language))
    except Unreadable as error:
        return "captions-unreadable", f"{error}."
    start, end = written.excerpt.start, written.excerpt.end
    if track.says_anything(start.total_seconds(), end.total_seconds() if end else None):
        return None
    if track.end <= start.total_seconds():
        ends = clock(timedelta(seconds=track.end))
        return "captions-outside", f"ends at {ends}, before the excerpt begins at {clock(start)}."
    return "captions-outside", f"has no caption between the excerpt's start, {clock(start)}, and its end."
