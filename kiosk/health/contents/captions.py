"""Caption files that the kiosk can read, and visitors cannot, or not well."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from kiosk.captions.cues import Unreadable
from kiosk.captions.reading import read_file
from kiosk.changes.identity import identity_of
from kiosk.config.captions import CaptionsWritten
from kiosk.config.problems import Problem
from kiosk.health.contents.cues import Stretch, cue_findings
from kiosk.health.contents.found import Found
from kiosk.health.contents.memory import ContentMemory

Lengths = Mapping[Path, float]
"""Seconds of media files, as far as they are known."""


def caption_findings(written: Sequence[CaptionsWritten], lengths: Lengths, memory: ContentMemory) -> Iterator[Problem]:
    """A finding for each kind of flaw of a file. Files that cannot be read at all were told of when they were named."""
    languages: dict[tuple[Path, Path], str] = {}
    for each in written:
        first = languages.setdefault((each.excerpt.file, each.file), each.language)
        if first != each.language:
            yield _problem(each, Found("captions-twice", f"is the file for {first}, too.", "problem"))
        end = each.excerpt.end.total_seconds() if each.excerpt.end else None
        stretch = Stretch(each.excerpt.start.total_seconds(), end, lengths.get(each.excerpt.file))
        decides = ("captions", identity_of(each.file), each.language, stretch)
        for found in memory.recall(decides, partial(_of_file, each.file, each.language, stretch)):
            yield _problem(each, found)


def _of_file(file: Path, language: str, stretch: Stretch) -> Iterator[Found]:
    try:
        read = read_file(file, language)
    except Unreadable:
        return
    yield from cue_findings(read, language, stretch)


def _problem(written: CaptionsWritten, found: Found) -> Problem:
    mark, message = written.mark, f"{written.name} {found.message}"
    return Problem(mark.file, mark.line, mark.column, written.where, message, found.severity, found.code)
