"""Everything that is found in an exhibition without decoding a film."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from kiosk.config.load import Loaded
from kiosk.config.problems import Problem
from kiosk.exhibition.exhibition import Exhibition
from kiosk.health.contents.captions import Lengths, caption_findings
from kiosk.health.contents.dates import date_findings
from kiosk.health.contents.found import FilmPlaces
from kiosk.health.contents.loop_items import loop_findings
from kiosk.health.contents.memory import ContentMemory
from kiosk.health.contents.pages import Size, page_findings
from kiosk.health.contents.remedies import with_remedies
from kiosk.health.contents.stills import still_findings
from kiosk.health.contents.texts import text_findings
from kiosk.progress import Progress, nobody_looks

MOST_ALIKE: Final = 20
"""Notices of one kind in a file that are told one by one."""
USUAL_SCREEN: Final = (1920, 1080)
"""Pixels of the screen where nobody says what it is."""


def content_findings(
    loaded: Loaded,
    now: datetime,
    memory: ContentMemory | None = None,
    *,
    lengths: Lengths | None = None,
    progress: Progress = nobody_looks,
) -> list[Problem]:
    """What is wrong with captions, stills, texts, rights, screenings and loops, in no order; with remedies.

    ``now``: the wall clock, aware of its time zone. ``memory``: what an earlier run found; it is written at the end.
    ``lengths``: seconds of media files as far as they are known. ``progress`` is told how far the pages are.
    """
    exhibition = loaded.exhibition
    if exhibition is None:
        return []
    memory = memory if memory is not None else ContentMemory()
    places, size = FilmPlaces(loaded), as_seen(exhibition)
    found = [
        *caption_findings(loaded.captions, lengths or {}, memory),
        *still_findings(loaded, exhibition, places, size, memory),
        *text_findings(loaded.texts),
        *page_findings(exhibition, places, size, now, memory, progress),
        *date_findings(loaded, exhibition, places, now),
        *loop_findings(loaded, exhibition, places, now),
    ]
    memory.keep()
    return with_remedies(_folded(found))


def _folded(found: Iterable[Problem]) -> Iterator[Problem]:
    """Of very many notices of one kind in a file, the first and how many more there are."""
    alike: dict[tuple[str, str], list[Problem]] = {}
    for each in found:
        if each.severity == "notice":
            alike.setdefault((each.file, each.code), []).append(each)
        else:
            yield each
    for (file, code), notices in alike.items():
        yield from notices[:MOST_ALIKE]
        if more := notices[MOST_ALIKE:]:
            yield Problem(
                file, more[0].line, 1, "", f"{len(more)} more findings of this kind ({code}).", "notice", code
            )


def as_seen(exhibition: Exhibition) -> Size:
    """Pixels of the screen as visitors see it: turned the way it hangs."""
    return exhibition.screen.as_hung(exhibition.screen.size or USUAL_SCREEN)
