"""Everything that is found in an exhibition by decoding its films."""

from collections.abc import Iterable, Iterator, Mapping

from kiosk.config.problems import Problem
from kiosk.exhibition.exhibition import Exhibition
from kiosk.health.contents.found import Found
from kiosk.health.films.files import file_findings
from kiosk.health.films.picture import picture_findings
from kiosk.health.films.played import Played
from kiosk.health.films.remedies import REMEDIES
from kiosk.health.films.sound import sound_findings
from kiosk.projection.inspection import Inspection, Stretch, Uninspected


def film_findings(
    exhibition: Exhibition, played: Iterable[Played], inspected: Mapping[Stretch, Inspection | Uninspected]
) -> list[Problem]:
    """What is wrong with all that is played, in no order. What holds for a file is told where it is named first."""
    told: set[tuple[object, ...]] = set()
    problems = []
    for each in played:
        for found in _of(exhibition, each, inspected.get(each.stretch)):
            once = (each.file, found)
            if once not in told or found.code.endswith("-late"):
                told.add(once)
                problems.append(each.problem(found, REMEDIES[found.code]))
    return problems


def _of(exhibition: Exhibition, played: Played, inspection: Inspection | Uninspected | None) -> Iterator[Found]:
    if isinstance(inspection, Uninspected):
        yield Found("film-unreadable", f"{inspection.reason}. It cannot be watched.", "problem")
    elif inspection is not None:
        yield from file_findings(inspection, _screen(exhibition))
        yield from picture_findings(played, inspection)
        yield from sound_findings(played, inspection, exhibition.sound.level.usual)


def _screen(exhibition: Exhibition) -> tuple[int, int] | None:
    screen = exhibition.screen
    return screen.as_hung(screen.size) if screen.size else None
