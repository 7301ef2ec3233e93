"""An exhibition's folder, read as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from kiosk.config.checking import check
from kiosk.config.films import FilmsReader
from kiosk.config.languages import note_missing_languages
from kiosk.config.loops import LoopReader, default_loop
from kiosk.config.media_folder import MediaFolder
from kiosk.config.models.kiosk import KioskFile
from kiosk.config.models.playlist import PlaylistFile
from kiosk.config.notebook import Notebook
from kiosk.config.problems import Problem, quoted
from kiosk.config.reader import read_fields
from kiosk.config.settings import idle_of, later_of, read_kiosk_file, screen_of, sound_of
from kiosk.config.strings import available_languages
from kiosk.config.tree import Fields
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Playlist
from kiosk.exhibition.loop import Loop

CLOSED = "Visitors see a closed screen."


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of reading an exhibition.

    ``exhibition`` is None if it cannot be shown at all. ``problems`` are in file order. ``files``: whatever
    was read or looked for in vain; a change of one of them means reading again.
    """

    exhibition: Exhibition | None
    problems: list[Problem]
    files: tuple[Path, ...]


def load_exhibition(folder: Path) -> Loaded:
    """Read ``kiosk.yaml`` in ``folder`` and all that it names. Never raises for anything that is in the files."""
    folder = folder.absolute()
    notebook = Notebook(folder)
    media = MediaFolder(folder / "media")
    found = read_kiosk_file(notebook, media)
    exhibition = None
    if found is None:
        last = notebook.problems[-1]
        notebook.problems[-1] = replace(last, message=f"{last.message} {CLOSED}", severity="fatal")
    else:
        exhibition = _Loader(notebook, *found).exhibition()
    return Loaded(exhibition, notebook.in_order(), tuple(notebook.files))


class _Loader:
    """One pass over the files that a checked ``kiosk.yaml`` names."""

    def __init__(self, notebook: Notebook, model: KioskFile, root: Fields) -> None:
        self._notebook, self._model, self._root = notebook, model, root
        self._media = self._media_folder()
        self._languages = self._spoken()

    def exhibition(self) -> Exhibition | None:
        model, notebook = self._model, self._notebook
        if not model.exhibition.title:
            notebook.note(self._root, ("exhibition", "title"), "is missing. The exhibition is shown without a title.")
        note_missing_languages(self._root, model.exhibition, self._languages, notebook, ("exhibition",))
        playlist = self._playlist()
        loop = self._loop(playlist or Playlist())
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
            loop=loop,
            screen=screen_of(model.screen),
            sound=sound_of(model.sound, self._root, notebook),
            captions=model.captions,
            idle=idle_of(model.idle),
            later=later_of(model),
        )

    def _media_folder(self) -> MediaFolder:
        written = self._model.media
        path = Path(self._notebook.folder, written)
        if not path.is_dir():
            self._notebook.files.append(path)
            self._notebook.note(self._root, ("media",), f"there is no folder {quoted(written)}. Nothing can be played.")
        return MediaFolder(path, written.rstrip("/") + "/")

    def _spoken(self) -> Sequence[str]:
        languages = list(dict.fromkeys(self._model.languages))
        if not languages:
            languages = [each for each in self._model.exhibition.title.by_language if each] or ["en"]
        known = available_languages()
        for number, language in enumerate(self._model.languages):
            if known and language not in known:
                self._notebook.note(
                    self._root,
                    ("languages", number),
                    f"the kiosk's own words are not there in {language}, only in {', '.join(known)}.",
                    "notice",
                )
        return languages

    def _playlist(self) -> Playlist | None:
        """The films; None if there are none where visitors should choose from them."""
        needed = self._model.mode == "kiosk"
        severity, otherwise = ("fatal", CLOSED) if needed else ("problem", "It is left aside.")
        name, way = self._model.playlist, ("playlist",)
        if name is None:
            if needed:
                self._notebook.note(self._root, way, f"is missing. {otherwise}", "fatal")
            return None if needed else Playlist()
        path = self._notebook.opened(name)
        if not path.is_file():
            self._notebook.note(self._root, way, f"{quoted(name)} is not there. {otherwise}", cast(Any, severity))
            return None if needed else Playlist()
        playlist = self._films(name, path)
        if playlist is None or (needed and not playlist.films):
            message = f"{quoted(name)} has no film that can be shown. {otherwise}"
            self._notebook.note(self._root, way, message, cast(Any, severity))
            return None if needed else Playlist()
        return playlist

    def _films(self, name: str, path: Path) -> Playlist | None:
        reading = read_fields(path, name, otherwise="")
        self._notebook.extend(reading.problems)
        if reading.root is None:
            return None
        checked = check(PlaylistFile, reading.root, self._media)
        self._notebook.extend(checked.problems)
        note_missing_languages(reading.root, checked.model, self._languages, self._notebook)
        zone = self._model.hours.timezone if self._model.hours else None
        return FilmsReader(reading.root, self._notebook, zone).playlist(checked.model)

    def _loop(self, playlist: Playlist) -> Loop:
        name = self._model.loop
        loop = None
        if name is not None:
            reader = LoopReader(self._notebook, self._media, playlist)
            otherwise = "All excerpts that are not strong are played instead."
            loop = reader.read(name, self._root, ("loop",), otherwise)
        return loop or default_loop(playlist)
