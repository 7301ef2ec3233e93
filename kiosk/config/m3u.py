"""M3U and M3U8, as VLC, Winamp, foobar2000 and Kodi write them."""

import re
from collections.abc import Iterable

from kiosk.config.lists import Entry, ListFile, Option, one_line, option_of
from kiosk.config.source import Unreadable
from kiosk.config.tree import Mark
from kiosk.encodings import Decoded, NoText, decode

_LINE_END = re.compile("\r\n|\n|\r")
_SAYS_ENCODING = re.compile(rb"^#EXTENC:[ \t]*([\w-]{1,40})", re.MULTILINE)
_INFORMATION = re.compile(r'\s*(-?\d{1,9}(?:\.\d{1,6})?)?((?:[^",]|"[^"]*")*)(?:,(.*))?')
"""After ``#EXTINF:``: seconds, attributes that television lists have, and the title behind the comma."""

_HLS = "#EXT-X-"
_OPTION, _KODI_OFFSET = "#EXTVLCOPT:", "#EXT-KX-OFFSET:"


def read_m3u(data: bytes, name: str) -> ListFile:
    """The entries of a list. Raises Unreadable where it is no text, or a manifest of streams."""
    found = ListFile(name)
    try:
        decoded = _decoded(data)
    except NoText as error:
        raise Unreadable(f"{error}.") from error
    if decoded.guessed:
        found.note(1, 1, f"is read as {decoded.guessed}. Please save it as UTF-8.", "notice")
    _Reader(found).read(decoded.text)
    return found


def _decoded(data: bytes) -> Decoded:
    if says := _SAYS_ENCODING.search(data[:4096]):
        try:
            return Decoded(data.decode(says[1].decode("ascii")))
        except (LookupError, UnicodeError):
            pass  # an unknown name, or not true
    return decode(data, "en")


class _Reader:
    """Goes through the lines; what stands above an entry is about it."""

    def __init__(self, found: ListFile) -> None:
        self._found = found
        self._title = ""
        self._seconds: float | None = None
        self._options: list[Option] = []

    def read(self, text: str) -> None:
        for number, line in enumerate(_LINE_END.split(text.removeprefix("\ufeff")), 1):
            if line.startswith("#"):
                self._about(line, number)
            elif line.strip() and not self._entry(line, number):
                return

    def _about(self, line: str, number: int) -> None:
        tag = line[:20].upper()
        if tag.startswith(_HLS):
            shown = re.split("[:\\s]", line)[0]
            raise Unreadable(f"is a manifest of streams (HLS, {shown[:40]}), not a list of films.", number, 1)
        if tag.startswith("#EXTINF:") and (match := _INFORMATION.match(line[len("#EXTINF:") :])):
            seconds = float(match[1]) if match[1] else None
            self._seconds = seconds if seconds is not None and seconds >= 0 else None
            self._title = one_line(match[3] or "").lstrip(", ")
        elif tag.startswith(_OPTION):
            column = len(_OPTION) + 1
            self._options.append(option_of(line[len(_OPTION) :], Mark(self._found.name, number, column)))
        elif tag.startswith(_KODI_OFFSET):
            message = "Kodi's in and out points are not read: its versions count them differently. Please write "
            self._found.note(number, 1, f"{message}#EXTVLCOPT:start-time= and stop-time= in seconds.", "notice")

    def _entry(self, line: str, number: int) -> bool:
        mark = Mark(self._found.name, number, 1)
        entry = Entry(line, self._title, seconds=self._seconds, options=tuple(self._options), mark=mark)
        self._title, self._seconds, self._options = "", None, []
        return self._found.add(entry)


def m3u(entries: Iterable[Entry]) -> str:
    """The text of an M3U8 file with these entries."""
    lines = ["#EXTM3U"]
    for entry in entries:
        seconds = -1 if entry.seconds is None else round(entry.seconds)
        title = " - ".join(each for each in (entry.creator, entry.title) if each)
        lines.append(f"#EXTINF:{seconds},{title}")
        lines += [f"{_OPTION}{each.name}={each.value}" for each in entry.options]
        lines.append(entry.location)
    return "\n".join(lines) + "\n"
