"""XSPF, the XML list of VLC and others. The only place that reads XML.

Expat itself is used, because it tells the line of everything. A document type is all that entities can be declared
in, inside the file or outside of it, and no list needs one: where one begins, reading ends. So there is nothing to
expand and nothing to fetch.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from xml.parsers.expat import ExpatError, ParserCreate, errors

from kiosk.config.lists import Entry, ListFile, Option, one_line, option_of
from kiosk.config.source import Unreadable
from kiosk.config.tree import Mark
from kiosk.encodings import NoText, decode

_NAMES_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,200}\sencoding\s*=")
_LONGEST_WORDS = 10_000
_DOCTYPE = "declares a document type (<!DOCTYPE). A list needs none, and one could be made to harm; please take it out."
_VLC = "http://www.videolan.org/vlc/playlist"


def read_xspf(data: bytes, name: str) -> ListFile:
    """The entries of a list. Where the XML breaks off, those before are kept. Raises Unreadable where it is no list."""
    found = ListFile(name)
    encoding = None if _NAMES_ENCODING.match(data) else "utf-8"  # None: what the first line names
    try:
        _Reader(found, encoding).read(_in_utf8(data, found) if encoding else data)
    except ExpatError as error:
        what = f"this is not XML ({errors.messages.get(error.code, 'unknown fault')})."
        if not found.entries:
            raise Unreadable(what, error.lineno, error.offset + 1) from error
        found.note(error.lineno, error.offset + 1, f"{what} What follows from here on is left out.")
    return found


def _in_utf8(data: bytes, found: ListFile) -> bytes:
    try:
        decoded = decode(data, "en")
    except NoText as error:
        raise Unreadable(f"{error}.") from error
    if decoded.guessed:
        found.note(1, 1, f"is read as {decoded.guessed}. Please save it as UTF-8.", "notice")
    return decoded.text.encode()


@dataclass(slots=True)
class _Track:
    mark: Mark
    location: str = ""
    title: str = ""
    creator: str = ""
    seconds: float | None = None
    options: list[Option] = field(default_factory=list)

    @property
    def entry(self) -> Entry:
        options = tuple(self.options)
        return Entry(self.location, self.title, self.creator, self.seconds, options, encoded=True, mark=self.mark)


class _Reader:
    """Listens to the parser. Names are taken without their namespaces: some programs leave these out."""

    def __init__(self, found: ListFile, encoding: str | None) -> None:
        self._found = found
        self._parser = ParserCreate(encoding)
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._say
        self._open: list[str] = []
        self._words: list[str] = []
        self._length = 0
        self._track: _Track | None = None
        self._mark = Mark(found.name, 1, 1)
        self._full = False

    def read(self, data: bytes) -> None:
        self._parser.Parse(data, True)

    def _here(self) -> Mark:
        return Mark(self._found.name, self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)

    def _doctype(self, *_: object) -> None:
        here = self._here()
        raise Unreadable(_DOCTYPE, here.line, here.column)

    def _begin(self, element: str, _attributes: dict[str, str]) -> None:
        name, here = _local(element), self._here()
        if not self._open and name != "playlist":
            raise Unreadable(f"is XML, but no XSPF list: it begins with <{element[:40]}>.", here.line, here.column)
        if name == "track":
            self._track = _Track(here)
        self._open.append(name)
        self._words, self._length, self._mark = [], 0, here

    def _say(self, words: str) -> None:
        self._length += len(words)
        if self._length <= _LONGEST_WORDS:
            self._words.append(words)

    def _end(self, _element: str) -> None:
        name, words = self._open.pop(), "".join(self._words).strip()
        self._words, self._length = [], 0
        if self._track is None:
            return
        if name == "track":
            self._finish(self._track)
            self._track = None
        elif name == "option":
            self._track.options.append(option_of(words, self._mark))
        elif self._open[-1] == "track":
            self._tell(self._track, name, words)

    def _tell(self, track: _Track, name: str, words: str) -> None:
        if name == "location" and not track.location:
            track.location, track.mark = words, self._mark
        elif name == "title":
            track.title = one_line(words)
        elif name == "creator":
            track.creator = one_line(words)
        elif name == "duration" and re.fullmatch(r"\d{1,12}", words, re.ASCII):
            track.seconds = int(words) / 1000

    def _finish(self, track: _Track) -> None:
        if not track.location:
            self._found.note(track.mark.line, track.mark.column, "a track without a location. It is left out.")
        elif not self._full:
            self._full = not self._found.add(track.entry)


def _local(element: str) -> str:
    return element.rpartition(":")[2]


def xspf(title: str, entries: Iterable[Entry]) -> str:
    """The text of an XSPF file with these entries."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<playlist version="1" xmlns="http://xspf.org/ns/0/" xmlns:vlc="{_VLC}/ns/0/">',
        f"\t<title>{escape(title, quote=False)}</title>",
        "\t<trackList>",
    ]
    for number, entry in enumerate(entries):
        lines += ["\t\t<track>", *_told(entry), f'\t\t\t<extension application="{_VLC}/0">']
        lines.append(f"\t\t\t\t<vlc:id>{number}</vlc:id>")
        lines += [f"\t\t\t\t<vlc:option>{each.name}={each.value}</vlc:option>" for each in entry.options]
        lines += ["\t\t\t</extension>", "\t\t</track>"]
    return "\n".join([*lines, "\t</trackList>", "</playlist>"]) + "\n"


def _told(entry: Entry) -> Iterable[str]:
    milliseconds = "" if entry.seconds is None else str(round(1000 * entry.seconds))
    for name, words in (
        ("location", entry.location),
        ("title", entry.title),
        ("creator", entry.creator),
        ("duration", milliseconds),
    ):
        if words:
            yield f"\t\t\t<{name}>{escape(words, quote=False)}</{name}>"
