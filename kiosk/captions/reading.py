"""Caption files: SRT, WebVTT, ASS and SSA, told by what is in them. The only place that imports pysubs2."""

import os
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pysubs2
from pysubs2.exceptions import Pysubs2Error
from pysubs2.formats import autodetect_format

from kiosk.captions.cues import MOST_BYTES, MOST_CUES, Cue, Unreadable
from kiosk.captions.markup import only_cues, plain_words, tidy_file
from kiosk.encodings import NoText, decode

_LINES: Final = frozenset({"srt", "vtt"})
_STYLED: Final = frozenset({"ass", "ssa"})


@dataclass(frozen=True, slots=True)
class CaptionFile:
    """What is in a caption file: its cues in their order, at least one.

    ``encoding``: what it is read as where that is not UTF-8, else empty. ``dropped``: how many cues are left out
    because they say nothing or last no time.
    """

    cues: tuple[Cue, ...]
    encoding: str = ""
    dropped: int = 0


def read_captions(file: Path, language: str) -> tuple[Cue, ...]:
    """The cues of a file in their order; at least one. ``language``: of the file, by its code.

    Unreadable, with the reason, where there are none.
    """
    return read_file(file, language).cues


def read_file(file: Path, language: str) -> CaptionFile:
    """The same with what else is known of the file."""
    try:
        with file.open("rb") as opened:
            if os.fstat(opened.fileno()).st_size > MOST_BYTES:
                raise Unreadable(f"is larger than {MOST_BYTES // 2**20} MB")
            data = opened.read(MOST_BYTES)
    except OSError as error:
        raise Unreadable(f"cannot be read ({error.strerror or error})") from error
    return _examined(data, language)


def cues_of(data: bytes, language: str) -> tuple[Cue, ...]:
    """The cues of a file's bytes, as ``read_captions`` has them."""
    return _examined(data, language).cues


def _examined(data: bytes, language: str) -> CaptionFile:
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable("is empty")
    try:
        decoded = decode(data, language)
    except NoText as error:
        raise Unreadable(str(error)) from error
    text = tidy_file(decoded.text)
    events = _events(text)
    cues: list[Cue] = []
    dropped = max(0, text.count("-->") - len(events)) if events.format in _LINES else 0
    for event in events:
        if event.is_comment or event.is_drawing:
            continue
        words = plain_words(event.text)
        if not words or event.end <= event.start:
            dropped += 1
            continue
        cues.append(Cue(event.start / 1000, event.end / 1000, words))
        if len(cues) > MOST_CUES:
            raise Unreadable(f"has more than {MOST_CUES} captions")
    if not cues:
        raise Unreadable("has no captions in it")
    encoding = decoded.guessed or ("UTF-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "")
    return CaptionFile(tuple(sorted(cues, key=lambda cue: cue.start)), encoding, dropped)


def _events(text: str) -> pysubs2.SSAFile:
    try:
        kind = autodetect_format(text)
        if kind in _LINES:
            return pysubs2.SSAFile.from_string(only_cues(text), format_=kind)
        if kind in _STYLED:
            return pysubs2.SSAFile.from_string(text, format_=kind)
    except (Pysubs2Error, ValueError, LookupError, AttributeError, TypeError):
        pass  # whatever a damaged file breaks in there, it is no caption file
    raise Unreadable("is not in a known format: SRT, WebVTT, ASS and SSA are")
