"""From what a source tells, and what the files themselves tell, to films as they are written."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kiosk.captions.cues import Unreadable
from kiosk.captions.reading import read_captions
from kiosk.config.media_folder import CAPTIONS, PICTURES, TEXTS
from kiosk.exhibition.film import LONGEST_LINK
from kiosk.importing.film_text import WrittenExcerpt, WrittenFilm
from kiosk.importing.found import FoundExcerpt, FoundFilm
from kiosk.importing.keeping import MediaKeeper
from kiosk.importing.learning import excerpt_remark, learn
from kiosk.importing.names import identifier
from kiosk.projection.prospecting import Prospect, Prospector, Refused

CLIPS, STILLS = "clips", "stills"
_WHOLE_FILM_SECONDS: Final = 40 * 60
"""From this length on a file without in and out points is taken for the whole film."""


@dataclass(slots=True)
class Taker:
    """``ids``, ``files``: what the playlist has already; they grow. ``remarks``: what to tell the installer.

    ``doing`` is told the name of each file before it is looked into.
    """

    keeper: MediaKeeper
    prospector: Prospector
    ids: set[str]
    files: set[str]
    remarks: list[str] = field(default_factory=list)
    doing: Callable[[str], None] = lambda _: None
    known: int = 0

    def take(self, films: Iterable[FoundFilm]) -> Iterator[WrittenFilm]:
        """The films that are new, each when its files are in the media folder."""
        for film in films:
            fresh = [each for each in film.excerpts if not self._is_known(each)]
            base = identifier(film.key)
            if (film.excerpts and not fresh) or (base in self.ids and not any(each.file for each in fresh)):
                self.known += 1
            elif base in self.ids and len(fresh) < len(film.excerpts):
                self._tell_of_more(base, fresh)
            else:
                yield from self._taken(film, fresh)

    def _is_known(self, excerpt: FoundExcerpt) -> bool:
        return excerpt.file is not None and self.keeper.kept(excerpt.file, CLIPS) in self.files

    def _tell_of_more(self, film: str, fresh: Iterable[FoundExcerpt]) -> None:
        """An excerpt of a film that is in the playlist: that one is the installer's by now."""
        for each in fresh:
            if each.file is not None:
                path = self.keeper.keep(each.file, CLIPS)
                self.remarks.append(f"{path} is new, but its film {film} is in the playlist already: add it there.")

    def _taken(self, film: FoundFilm, fresh: list[FoundExcerpt]) -> Iterator[WrittenFilm]:
        written = WrittenFilm(self._new_id(film.key), dict(film.words), dict(film.facts))
        written.missing = [each.wanted for each in film.excerpts if each.wanted]
        if (link := written.facts.get("link")) and len(link.encode()) > LONGEST_LINK:
            self.remarks.append(f"{written.id}: the link is too long for a QR code and was left out.")
            del written.facts["link"]
        if film.still and film.still.suffix.lower() in PICTURES:
            written.still = self.keeper.keep(film.still, STILLS)
        elif film.guessed or film.excerpts:
            written.still_remark = "no frame was good enough; a picture in the media folder"
        wanted = sum(each.file is not None for each in fresh)
        for each in fresh:
            if each.file is not None:
                self._add(written, film, each, each.file)
        if written.excerpts or not wanted:
            self.ids.add(written.id)
            yield written

    def _add(self, written: WrittenFilm, film: FoundFilm, excerpt: FoundExcerpt, file: Path) -> None:
        """One excerpt, if its file can be played."""
        self.doing(file.name)
        target = None if written.still else self.keeper.free(STILLS, written.id, ".jpg")
        prospect = self._look(file, target)
        if isinstance(prospect, Refused):
            self.remarks.append(f"{file.name} {prospect.reason}. It is left out.")
            return
        if target and prospect.still_at is not None:
            written.still = target
            written.still_remark = f"taken from {file.name}"
        learn(written, film, prospect)
        kind = excerpt.kind or ("film" if prospect.seconds >= _WHOLE_FILM_SECONDS and not excerpt.start else "excerpt")
        if kind == "film" and prospect.seconds:
            written.facts.setdefault("running_time", f"{max(1, round(prospect.seconds / 60))} min")
        path = self.keeper.keep(file, CLIPS)
        self.files.add(path)
        same = sum(each.kind == kind for each in written.excerpts)
        part = WrittenExcerpt(f"{kind}-{same + 1}" if same else kind, path, kind, excerpt.title)
        part.start, part.end = excerpt.start, excerpt.end
        part.captions = self._captions(excerpt)
        part.versions = {name: self.keeper.keep(each, CLIPS) for name, each in excerpt.versions.items()}
        part.transcript = {
            name: self.keeper.keep(each, CLIPS)
            for name, each in excerpt.transcript.items()
            if each.suffix.lower() in TEXTS
        }
        part.remark = excerpt_remark(prospect)
        self.files.update(part.versions.values())
        written.excerpts.append(part)

    def _look(self, file: Path, target: str | None) -> Prospect | Refused:
        """The still gets its name only when it is whole."""
        if target is None:
            return self.prospector.look(file, None)
        place = self.keeper.media / target
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_name(f".{place.name}.part")
        try:
            prospect = self.prospector.look(file, part)
            if isinstance(prospect, Prospect) and prospect.still_at is not None:
                part.replace(place)
            return prospect
        finally:
            part.unlink(missing_ok=True)

    def _captions(self, excerpt: FoundExcerpt) -> dict[str, str]:
        found = {}
        for language, file in excerpt.captions.items():
            if file.suffix.lower() not in CAPTIONS:
                self.remarks.append(f"{file.name} is no caption file that the kiosk reads. It is left out.")
                continue
            try:
                read_captions(file, language)
            except Unreadable as error:
                self.remarks.append(f"{file.name} {error}. It is left out.")
            else:
                found[language] = self.keeper.keep(file, CLIPS)
        return found

    def _new_id(self, key: str) -> str:
        base = identifier(key) or "film"
        number = 1
        while (found := base if number == 1 and base != "film" else f"{base}-{number}") in self.ids:
            number += 1
        return found
