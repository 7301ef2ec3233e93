"""Transcript files, read when the exhibition is read: what an installer has to know of them is told there and then."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.config.notebook import Notebook
from kiosk.config.problems import Severity
from kiosk.config.source import Unreadable, bytes_of
from kiosk.config.tree import Node, Way
from kiosk.encodings import NoText, decode
from kiosk.exhibition.text import NO_TEXT, Text

MOST_WORDS = 30_000
"""About three hours of talk."""

_WRAPPED = range(55, 101)
_WRAPPED_SPREAD = 20
_LINE_END = "\u2028"


@dataclass(frozen=True, slots=True)
class TranscriptReader:
    """Reads the transcripts that the playlist file under ``root`` names."""

    root: Node
    notebook: Notebook

    def read(self, way: Way, files: Mapping[str, Path]) -> Text:
        """The words by language. What cannot be read is noted at its language under ``way``, and left out."""
        words = {language: self._words((*way, language), file) for language, file in files.items()}
        return Text({language: each for language, each in words.items() if each}) if any(words.values()) else NO_TEXT

    def _words(self, way: Way, file: Path) -> str:
        # A changed transcript is shown without a new start.
        self.notebook.files.append(file)
        try:
            decoded = decode(bytes_of(file), str(way[-1]))
        except Unreadable as error:
            return self._left_out(way, file, error.message)
        except NoText as error:
            return self._left_out(way, file, f"{error}.")
        if not decoded.text.strip():
            return self._left_out(way, file, "is empty.")
        if decoded.guessed:
            self._note(way, file, f"is read as {decoded.guessed}. Please save it as UTF-8.", "notice")
        words = len(decoded.text.split())
        if words > MOST_WORDS:
            return self._left_out(way, file, f"has {words:,} words; a transcript may have {MOST_WORDS:,}.")
        return in_paragraphs(decoded.text)

    def _left_out(self, way: Way, file: Path, message: str) -> str:
        self._note(way, file, f"{message} The excerpt is shown without it.", "problem")
        return ""

    def _note(self, way: Way, file: Path, message: str, severity: Severity) -> None:
        self.notebook.note(self.root, way, f"{file.name} {message}", severity)


def in_paragraphs(text: str) -> str:
    """A transcript with its paragraphs, which empty lines divide. Lines end where the writer ended them, as speakers'
    do, unless all of a paragraph were only broken to fit a page."""
    tidy = "\n".join(line.strip() for line in text.splitlines())
    found = (_paragraph(each.split("\n")) for each in re.split(r"\n{2,}", tidy.strip("\n")))
    return "\n\n".join(found)


def _paragraph(lines: Sequence[str]) -> str:
    lengths = [len(line) for line in lines[:-1]]
    wrapped = len(lines) > 2 and all(each in _WRAPPED for each in lengths)
    return (" " if wrapped and max(lengths) - min(lengths) <= _WRAPPED_SPREAD else _LINE_END).join(lines)
