"""The films of an exhibition as ``kiosk check`` tells of them: a table for people, rows for programs."""

from collections.abc import Iterable
from typing import Any

from rich.table import Table
from rich.text import Text

from kiosk.config.values import clock_at
from kiosk.exhibition.level import Loudness
from kiosk.health.films.picture import BARELY
from kiosk.health.films.played import Played
from kiosk.projection.inspection import Inspection, Stretch, Uninspected
from kiosk.projection.inspection_room import Inspected

_HEADINGS = ("file", "codec", "size", "rate", "length", "decoded", "sound")
_CHANNELS = {0: "–", 1: "mono", 2: "stereo"}


def film_table(played: Iterable[Played], found: Inspected) -> Table:
    """A row for every stretch that is played."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in _HEADINGS:
        table.add_column(heading, overflow="fold", no_wrap=heading != "file")
    for each, inspection in _rows(played, found):
        name = Text(f"{each.file.name} {_points(each)}".rstrip())
        if isinstance(inspection, Uninspected):
            table.add_row(name, Text("–", "red"))
        else:
            table.add_row(name, *_cells(inspection))
    return table


def film_rows(played: Iterable[Played], found: Inspected) -> list[dict[str, Any]]:
    """The same with all that is known, for JSON."""
    rows = []
    for each, inspection in _rows(played, found):
        row: dict[str, Any] = {"file": each.name, "start": each.start, "end": each.end}
        if isinstance(inspection, Uninspected):
            row["reason"] = inspection.reason
        else:
            row |= inspection.as_dict()
        rows.append(row)
    return rows


def _rows(played: Iterable[Played], found: Inspected) -> list[tuple[Played, Inspection | Uninspected]]:
    """Every stretch once, in the order in which they were written."""
    once: dict[Stretch, Played] = {}
    for each in played:
        once.setdefault(each.stretch, each)
    return [(each, found[stretch]) for stretch, each in once.items() if stretch in found]


def _cells(inspection: Inspection) -> list[Text]:
    facts, watched, loudness = inspection.facts, inspection.watched, inspection.loudness
    width, height = (facts.height, facts.width) if facts.rotation in (90, 270) else (facts.width, facts.height)
    rate = "varies" if watched.varies else f"{facts.rate:.4g}"
    speed = f"{inspection.speed:.1f}×" if inspection.speed else "–"
    heard = f"{loudness.integrated:.0f} LUFS" if isinstance(loudness, Loudness) and not loudness.silent else ""
    return [
        Text(facts.codec),
        Text(f"{width}×{height}"),
        Text(rate),
        Text(clock_at(watched.seconds)),
        Text(speed, "red" if inspection.speed and inspection.speed < BARELY else ""),
        Text(f"{_CHANNELS.get(facts.channels, facts.layout)} {heard}".rstrip()),
    ]


def _points(played: Played) -> str:
    """``0:12–2:00``, or nothing for a whole file."""
    if played.start == 0.0 and played.end is None:
        return ""
    return f"{clock_at(played.start)}–{clock_at(played.end) if played.end is not None else ''}"
