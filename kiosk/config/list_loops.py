"""From a list that another player wrote to a loop."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from kiosk.config.lists import Entry, ListFile, Option
from kiosk.config.locations import Locator
from kiosk.config.m3u import read_m3u
from kiosk.config.media_folder import PICTURES, MediaFolder
from kiosk.config.notebook import Notebook
from kiosk.config.problems import WrittenText, quoted
from kiosk.config.source import Unreadable, bytes_of
from kiosk.config.values import Wrong, clock, must_be, parse_number, parse_whole
from kiosk.config.xspf import read_xspf
from kiosk.exhibition.film import Playlist
from kiosk.exhibition.loop import STILL_STANDS, ExcerptItem, FileItem, Loop, StillItem
from kiosk.exhibition.text import NO_TEXT, Text

READERS = {".m3u": read_m3u, ".m3u8": read_m3u, ".xspf": read_xspf}
LEFT_OUT = "The item is left out."

_LISTS = (*READERS, ".pls", ".asx", ".wpl", ".cue", ".b4s")
_LONGEST_SECONDS = 1_000_000
_MOST_REPEATS = 1000
_START, _STOP, _RUN, _AGAIN, _STANDS = "start-time", "stop-time", "run-time", "input-repeat", "image-duration"
_KNOWN = (_START, _STOP, _RUN, _AGAIN, _STANDS)

Stretch = tuple[Path, timedelta, timedelta | None]
"""A file with in and out point."""
ListItem = ExcerptItem | FileItem | StillItem


def stretches(playlist: Playlist) -> dict[Stretch, ExcerptItem]:
    """The excerpts of a playlist by what they play."""
    found: dict[Stretch, ExcerptItem] = {}
    for film in playlist.films:
        for excerpt in film.excerpts:
            found.setdefault((excerpt.file, excerpt.start, excerpt.end), ExcerptItem(film.id, excerpt.id))
    return found


@dataclass(slots=True)
class ListLoopReader:
    """Reads lists as loops. An entry that plays what an excerpt plays is that excerpt, with its film's rights."""

    notebook: Notebook
    media: MediaFolder
    excerpts: Mapping[Stretch, ExcerptItem] = field(default_factory=dict)

    def read(self, name: str) -> Loop | None:
        """The loop in the list called ``name``, None if the file cannot be used; what is wrong is noted."""
        path = self.notebook.folder / name
        try:
            found = READERS[path.suffix.lower()](bytes_of(path), name)
        except Unreadable as error:
            found = ListFile(name)
            found.note(error.line, error.column, f"{error.message} It is left aside.")
            self.notebook.extend(found.problems)
            return None
        items = _Items(found, Locator(self.media, path.parent), self).read()
        self.notebook.extend(found.problems)
        return Loop(tuple(items))


@dataclass(slots=True)
class _Items:
    """Turns the entries of one list into items."""

    found: ListFile
    locator: Locator
    reader: ListLoopReader
    moved: list[Entry] = field(default_factory=list)
    unknown: list[Option] = field(default_factory=list)

    def read(self) -> list[ListItem]:
        items = [item for entry in self.found.entries if (item := self._item(entry)) is not None]
        if self.moved:
            first, count = self.moved[0], len(self.moved)
            paths = "this path leads" if count == 1 else f"{count} paths, of which this is the first, lead"
            message = f"{paths} elsewhere. The files were found by their names in {self.reader.media.name}."
            self.found.note(first.mark.line, first.mark.column, message, "notice")
        if self.unknown:
            names = ", ".join(dict.fromkeys(quoted(each.name) for each in self.unknown[:20]))
            mark = self.unknown[0].mark
            self.found.note(mark.line, mark.column, f"VLC's options {names} are not followed.", "notice")
        return items

    def _item(self, entry: Entry) -> ListItem | None:
        self.unknown += [each for each in entry.options if each.name not in _KNOWN]
        try:
            place = self.locator.find(entry)
            if place.file.suffix.lower() in _LISTS:
                raise Wrong(f"{place.file.name} is a list itself, not a film. A loop file can name it.")
            if place.file.suffix.lower() in PICTURES and (reason := self.reader.media.flaw(place.file)):
                raise Wrong(f"{place.file.name} {reason}")
        except Wrong as wrong:
            self.found.note(entry.mark.line, entry.mark.column, f"{wrong.sentence} {LEFT_OUT}{wrong.hint}")
            return None
        if place.moved:
            self.moved.append(entry)
        if place.file.suffix.lower() in PICTURES:
            return StillItem(place.file, self._stands(entry))
        return self._film(entry, place.file)

    def _film(self, entry: Entry, file: Path) -> ExcerptItem | FileItem:
        start = self._seconds(entry, _START) or timedelta(0)
        end = self._end(entry, start)
        repeat = self._repeat(entry)
        if excerpt := self.reader.excerpts.get((file, start, end)):
            return ExcerptItem(excerpt.film, excerpt.excerpt, repeat)
        return FileItem(file, start, end, repeat, title=self._title(entry, file))

    def _end(self, entry: Entry, start: timedelta) -> timedelta | None:
        """The out point; VLC's ``run-time`` counts from the in point on."""
        if (end := self._seconds(entry, _STOP)) is None:
            run = self._seconds(entry, _RUN)
            return start + run if run else None
        if end > start:
            return end
        option = _option(entry, _STOP)
        assert option is not None
        message = f"must be later than the start, {clock(start)}, not {clock(end)}. It plays to the end of the file."
        self._note(option, message)
        return None

    def _stands(self, entry: Entry) -> timedelta:
        """How long a picture stands: as VLC is told, else as long as the list says that it is."""
        told = self._seconds(entry, _STANDS)
        return told or (timedelta(seconds=entry.seconds) if entry.seconds else STILL_STANDS)

    def _seconds(self, entry: Entry, name: str) -> timedelta | None:
        option = _option(entry, name)
        if option is None:
            return None
        try:
            allowed = "seconds such as 12.5"
            return timedelta(seconds=parse_number(option.value.replace(",", "."), 0, _LONGEST_SECONDS, allowed))
        except Wrong:
            self._note(option, f"{must_be('seconds such as 12.5', option.value).sentence} The item plays without it.")
            return None

    def _repeat(self, entry: Entry) -> int:
        """How often it plays; VLC counts how often *again*."""
        option = _option(entry, _AGAIN)
        if option is None:
            return 1
        try:
            return 1 + parse_whole(option.value, 0, _MOST_REPEATS - 1)
        except Wrong as wrong:
            self._note(option, f"{wrong.sentence} The item plays once.")
            return 1

    def _note(self, option: Option, message: str) -> None:
        self.found.note(option.mark.line, option.mark.column, f"{option.name} {message}")

    def _title(self, entry: Entry, file: Path) -> Text:
        """What the list calls it, unless that is only the file's name."""
        title = " - ".join(each for each in (entry.creator, entry.title) if each)
        if not title or title in (file.name, file.stem):
            return NO_TEXT
        mark = entry.mark
        self.reader.notebook.texts.append(WrittenText(mark.file, mark.line, mark.column, "", "", title))
        return Text({"": title})


def _option(entry: Entry, name: str) -> Option | None:
    """The last one counts, as it does for VLC."""
    return next((each for each in reversed(entry.options) if each.name == name), None)
