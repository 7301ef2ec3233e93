"""The exhibition's own files, as far as `kiosk check` finds them wrong."""

from kiosk.exhibition.exhibition import Exhibition
from kiosk.health.doctor.case import Case
from kiosk.health.doctor.finding import Examined, Finding, fatal, problem

_REMEDY = "Run kiosk check, which says what and where."


def judge(exhibition: Exhibition | None, problems: int) -> list[Finding]:
    """``problems``: how many there are in its files."""
    if exhibition is None:
        return [fatal("exhibition.closed", "The exhibition cannot be shown.", _REMEDY)]
    if problems:
        counted = "one thing is" if problems == 1 else f"{problems} things are"
        return [problem("exhibition.problems", f"In the exhibition's files {counted} wrong.", _REMEDY)]
    return []


def told(exhibition: Exhibition | None) -> list[str]:
    if exhibition is None:
        return []
    return [f"{len(exhibition.playlist.films)} films in {', '.join(exhibition.languages)}"]


def examine(case: Case) -> Examined:
    return Examined(
        "exhibition", "Exhibition", tuple(told(case.exhibition)), tuple(judge(case.exhibition, len(case.sentences)))
    )
