"""An exhibition's folder, read as a whole."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

from kiosk.config.arrangement import arranged
from kiosk.config.captions import CaptionsWritten, caption_problems
from kiosk.config.checking import check
from kiosk.config.films import FilmsReader, excerpts_written
from kiosk.config.font_files import font_files
from kiosk.config.keys import keys_of
from kiosk.config.languages import note_missing_languages
from kiosk.config.loops import LoopReader
from kiosk.config.media_folder import Arriving, Inspect, MediaFolder, nothing_arrives
from kiosk.config.models.kiosk import KioskFile
from kiosk.config.models.playlist import PlaylistFile
from kiosk.config.notebook import Notebook
from kiosk.config.own_strings import note_speechless, own_strings
from kiosk.config.problems import Problem, WrittenText, in_file_order, quoted
from kiosk.config.reader import read_fields
from kiosk.config.settings import closing_of, hours_of, idle_of, read_kiosk_file, screen_of, sound_of
from kiosk.config.tree import Fields
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import NO_FILMS, Playlist
from kiosk.exhibition.loop import Loop

CLOSED = "Visitors see a closed screen."


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of reading an exhibition.

    ``exhibition`` is None if it cannot be shown at all. ``problems`` are in file order. ``files``: whatever
    was read or looked for in vain; a change of one of them means reading again. ``texts``: all that visitors may read.
    ``root``: what ``kiosk.yaml`` says, with the places. ``captions`` were not looked into yet, ``names`` is the order
    of the files in a listing. ``roots``: what playlists and loops say, by their files' names, where texts were read.
    """

    exhibition: Exhibition | None
    problems: list[Problem]
    files: tuple[Path, ...]
    texts: tuple[WrittenText, ...] = ()
    root: Fields | None = None
    captions: tuple[CaptionsWritten, ...] = ()
    names: tuple[str, ...] = ()
    roots: Mapping[str, Fields] = field(default_factory=dict)


def load_exhibition(
    folder: Path, inspect: Inspect | None = None, arriving: Arriving = nothing_arrives, *, texts: bool = True
) -> Loaded:
    """Read ``kiosk.yaml`` in ``folder`` and all that it names. Never raises for anything that is in the files.

    ``inspect`` looks into every still, too; without it a broken one is found out when it is to be shown. ``arriving``
    tells which media files are not whole yet: they count as if they were not there. Without ``texts`` it goes quicker.
    """
    notebook = Notebook(folder.absolute(), asks_for_texts=texts)
    found = read_kiosk_file(notebook)
    exhibition = None
    if found is None:
        last = notebook.problems[-1]
        notebook.problems[-1] = replace(last, message=f"{last.message} {CLOSED}", severity="fatal")
    else:
        exhibition = _Loader(notebook, *found, inspect, arriving).exhibition()
    return Loaded(
        exhibition,
        notebook.in_order(),
        files=tuple(dict.fromkeys(notebook.files)),
        texts=tuple(notebook.texts),
        root=found[1] if found else None,
        captions=tuple(notebook.captions),
        names=tuple(notebook.names),
        roots=notebook.roots,
    )


def with_caption_problems(loaded: Loaded) -> Loaded:
    """The same after a look into the caption files."""
    found = caption_problems(loaded.captions)
    return replace(loaded, problems=in_file_order([*loaded.problems, *found], loaded.names)) if found else loaded


class _Loader:
    """One pass over the files that a checked ``kiosk.yaml`` names."""

    def __init__(
        self, notebook: Notebook, model: KioskFile, root: Fields, inspect: Inspect | None, arriving: Arriving
    ) -> None:
        self._notebook, self._model, self._root = notebook, model, root
        self._inspect, self._arriving = inspect, arriving
        self._media = self._media_folder()
        self._languages = self._spoken()
        self._words = own_strings(self._languages, notebook)
        note_speechless(model.languages, self._words, root, notebook)
        self._written: frozenset[str] = frozenset()
        self._hidden: frozenset[str] = frozenset()

    def exhibition(self) -> Exhibition | None:
        model, notebook = self._model, self._notebook
        self._title()
        read = self._playlist()
        playlist, films = arranged(read, model.panel, self._root, notebook, self._written)
        self._hidden = frozenset(each.id for each in films if playlist and not playlist.film(each.id))
        loop = self._loop(playlist)
        notebook.files.extend(sorted(self._media.missing))
        if playlist is None:
            return None
        return Exhibition(
            folder=notebook.folder,
            title=model.exhibition.title,
            media=self._media.path,
            notice=model.exhibition.notice,
            languages=tuple(self._languages),
            digits=cast(Any, model.digits),
            mode=cast(Any, model.mode),
            playlist=playlist,
            films=films,
            loop=loop,
            screen=screen_of(model.screen),
            sound=sound_of(model.sound, self._root, notebook),
            captions=model.captions,
            idle=idle_of(model.idle),
            words=self._words,
            fonts=font_files(model.fonts, self._languages, self._root, notebook, self._media),
            hours=hours_of(model.hours, self._root, notebook),
            closing=closing_of(model.hours, self._root, self._loops(playlist)),
            usb=cast(Any, model.usb),
            keys=keys_of(model.keys, self._root, notebook, read or NO_FILMS),
            pin=model.panel.pin,
        )

    def _title(self) -> None:
        way = ("exhibition", "title")
        if not self._model.exhibition.title and not self._notebook.knows("exhibition"):
            self._notebook.note(self._root, way, "is missing. The exhibition is shown without a title.")
        note_missing_languages(self._root, self._model.exhibition, self._languages, self._notebook, way[:1])

    def _media_folder(self) -> MediaFolder:
        written = self._model.media
        path = Path(self._notebook.folder, written)
        if not os.path.isdir(path):
            self._notebook.files.append(path)
            self._notebook.note(self._root, ("media",), f"there is no folder {quoted(written)}. Nothing can be played.")
        return MediaFolder(path, written.rstrip("/") + "/", inspect=self._inspect, arriving=self._arriving)

    def _spoken(self) -> Sequence[str]:
        """The exhibition's languages; if none are given, those of its title."""
        of_title = [each for each in self._model.exhibition.title.by_language if each]
        return list(dict.fromkeys(self._model.languages)) or of_title or ["en"]

    def _playlist(self) -> Playlist | None:
        """The films; None if there are none where visitors should choose from them."""
        needed = self._model.mode == "kiosk"
        name = self._model.playlist
        if name is None:
            return self._no_playlist("is missing.") if needed else NO_FILMS
        path = self._notebook.opened(name)
        if not os.path.isfile(path):
            return self._no_playlist(f"{quoted(name)} is not there.")
        playlist = self._films(name, path)
        if playlist is None or (needed and not playlist.films):
            return self._no_playlist(f"{quoted(name)} has no film that can be shown.")
        return playlist

    def _no_playlist(self, message: str) -> Playlist | None:
        needed = self._model.mode == "kiosk"
        if self._notebook.knows("playlist"):  # it was refused; now it is clear what that means
            self._notebook.sharpen("playlist", "It is left aside.", CLOSED)
        else:
            otherwise = CLOSED if needed else "There are no films."
            self._notebook.note(self._root, ("playlist",), f"{message} {otherwise}", "fatal" if needed else "problem")
        return None if needed else NO_FILMS

    def _films(self, name: str, path: Path) -> Playlist | None:
        reading = read_fields(path, name, otherwise="It is left aside.")
        self._notebook.extend(reading.problems)
        if reading.root is None:
            return None
        self._notebook.keep(name, reading.root)
        self._written = frozenset(excerpts_written(reading.root))
        checked = check(PlaylistFile, reading.root, self._media)
        self._notebook.extend(checked.problems)
        note_missing_languages(reading.root, checked.model, self._languages, self._notebook)
        zone = self._model.hours.timezone if self._model.hours else None
        return FilmsReader(reading.root, self._notebook, zone).playlist(checked.model)

    def _loops(self, playlist: Playlist | None) -> LoopReader:
        return LoopReader(self._notebook, self._media, playlist, self._written, self._hidden)

    def _loop(self, playlist: Playlist | None) -> Loop:
        loop = self._loops(playlist).of_exhibition(self._model.loop, self._root)
        if self._model.mode == "loop" and not loop.items:
            self._notebook.note(self._root, ("loop",), "there is nothing to play. The screen shows the title.")
        return loop
