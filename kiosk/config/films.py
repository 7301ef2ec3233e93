"""From a playlist file to the films of the exhibition."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast
from zoneinfo import ZoneInfo

from kiosk.config.captions import CaptionsWritten
from kiosk.config.models.playlist import ContentNotePart, ExcerptPart, FilmPart, PlaylistFile, RightsPart, ScreeningPart
from kiosk.config.notebook import Notebook, numbered
from kiosk.config.transcripts import TranscriptReader
from kiosk.config.tree import Items, Node, Scalar, Way, child, children, find, mark_of, written
from kiosk.exhibition.film import ContentNote, Excerpt, Film, Kind, Playlist, Rights, Screening
from kiosk.exhibition.text import Text
from kiosk.exhibition.when import on_clock
from kiosk.memory import let_go


def excerpts_written(root: Node) -> Iterator[str]:
    """``film/excerpt`` of all that a playlist file names, whether it can be used or not."""
    films = child(root, "films")
    for film in children(films) if isinstance(films, Items) else ():
        film_id, excerpts = child(film, "id"), child(film, "excerpts")
        if isinstance(film_id, Scalar) and isinstance(excerpts, Items):
            yield film_id.text
            for number, excerpt in enumerate(excerpts.nodes, 1):
                excerpt_id = child(excerpt, "id")
                yield f"{film_id.text}/{excerpt_id.text if isinstance(excerpt_id, Scalar) else f'excerpt-{number}'}"


@dataclass(frozen=True, slots=True)
class FilmsReader:
    """Turns the checked models of one playlist file into films. ``zone`` None is the machine's own."""

    root: Node
    notebook: Notebook
    zone: ZoneInfo | None

    def playlist(self, model: PlaylistFile) -> Playlist:
        """The films. What they were made of is let go."""
        films: dict[str, Film] = {}
        for way, part in numbered(self.root, ("films",), model.films):
            if part.id in films:
                self._twice(way, part.id, "film", "The film is left out.")
            else:
                films[part.id] = self._film(way, part)
        let_go(model.films)
        self.notebook.has_read(self.root, "films")
        return Playlist(model.title, tuple(films.values()))

    def _film(self, way: Way, part: FilmPart) -> Film:
        return Film(
            id=part.id,
            title=part.title,
            director=part.director,
            year=part.year,
            running_time=part.running_time,
            medium=part.medium,
            language=part.language,
            countries=part.countries,
            synopsis=part.synopsis,
            more=part.more,
            director_note=part.director_note,
            awards=part.awards,
            still=part.still,
            still_caption=part.still_caption,
            content_note=_content_note(part.content_note),
            link=part.link,
            rights=_rights(part.rights),
            screenings=tuple(sorted((self._screening(each) for each in part.screenings), key=lambda each: each.at)),
            excerpts=self._excerpts((*way, "excerpts"), part.excerpts),
        )

    def _screening(self, part: ScreeningPart) -> Screening:
        return Screening(at=on_clock(part.at, self.zone), place=part.place, admission=part.admission)

    def _excerpts(self, way: Way, parts: Sequence[ExcerptPart]) -> tuple[Excerpt, ...]:
        excerpts: dict[str, Excerpt] = {}
        for here, part in numbered(self.root, way, parts):
            excerpt_id = part.id or f"excerpt-{int(here[-1]) + 1}"
            if excerpt_id in excerpts:
                self._twice(here, excerpt_id, "excerpt of this film", part.without)
            else:
                transcript = TranscriptReader(self.root, self.notebook).read((*here, "transcript"), part.transcript)
                excerpts[excerpt_id] = _excerpt(excerpt_id, part, transcript)
                self._take_down_captions(here, excerpts[excerpt_id])
        return tuple(excerpts.values())

    def _take_down_captions(self, way: Way, excerpt: Excerpt) -> None:
        for language, file in excerpt.captions.items():
            here = (*way, "captions", language)
            value = find(self.root, here)
            name = value.text if isinstance(value, Scalar) else file.name
            mark = mark_of(self.root, here)
            self.notebook.captions.append(CaptionsWritten(file, name, language, excerpt, mark, written(here)))

    def _twice(self, way: Way, name: str, kind: str, consequence: str) -> None:
        self.notebook.note(self.root, (*way, "id"), f"{name} is the id of another {kind} already. {consequence}")


def _excerpt(excerpt_id: str, part: ExcerptPart, transcript: Text) -> Excerpt:
    return Excerpt(
        id=excerpt_id,
        file=part.file,
        title=part.title,
        kind=cast(Kind, part.kind),
        start=part.start,
        end=part.end,
        captions=part.captions,
        versions=part.versions,
        transcript=transcript,
        gain_db=part.gain,
    )


def _content_note(part: ContentNotePart | None) -> ContentNote | None:
    return ContentNote(part.strong, part.seen, part.heard) if part else None


def _rights(part: RightsPart) -> Rights:
    return Rights(part.begin, part.until, part.plays_per_day)
