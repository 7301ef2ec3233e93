"""What can be added to the loop: the excerpts of the films."""

from dataclasses import replace

from kiosk.exhibition.film import Excerpt, Film
from kiosk.panel.controls import Block, Button, Leaf, Paragraph, Row
from kiosk.panel.effects import Work
from kiosk.panel.section import Seen
from kiosk.panel.sections.loops.one_item import closing
from kiosk.panel.sections.loops.shown import LENGTHS
from kiosk.panel.sections.loops.written import Programme, put
from kiosk.panel.words import Both, Name, Say


def adding_leaf(seen: Seen, programme: Programme) -> Leaf:
    rows: list[Block] = [
        _row(programme, film, each) for film in seen.exhibition.playlist.films for each in film.excerpts
    ]
    return Leaf(
        Say("panel.loops.add"),
        tuple(rows or [Paragraph(Say("panel.loops.empty"))]),
        line=Say("panel.loops.add_line"),
        top=(Button("back", Say("panel.back"), closing()),),
        name="adding",
    )


def _row(programme: Programme, film: Film, excerpt: Excerpt) -> Row:
    name = f"{film.id}/{excerpt.id}"
    added = put(replace(programme, entries=(*programme.entries, {"excerpt": name})))
    return Row(
        film.title,
        (Both((excerpt.title or Name(excerpt.id), Name(excerpt.file.name))),),
        still=film.still or film.id,
        name=f"add:{name}",
        does=(added, Work(f"{LENGTHS} {excerpt.file}", {"file": str(excerpt.file)}), *closing()),
    )
