"""Words on the screen: what shapes Arabic letters, and the font files."""

from dataclasses import dataclass

from kiosk.exhibition.exhibition import Exhibition
from kiosk.health.doctor.case import Case
from kiosk.health.doctor.finding import Examined, Finding, fatal, problem

_AGAIN = "Set the kiosk up again from a whole copy of it."


@dataclass(frozen=True, slots=True)
class Letters:
    """Versions, None where something is missing. ``broken``: weights of the kiosk's own typeface that cannot be used;
    ``broken_own``: the exhibition's font files of which that is true."""

    raqm: str | None
    fribidi: str | None
    harfbuzz: str | None
    broken: tuple[str, ...] = ()
    broken_own: tuple[str, ...] = ()


def look(exhibition: Exhibition | None) -> Letters:
    from kiosk.ui import versions  # here, because it may be just what is missing

    own = {file for files in exhibition.fonts.values() for file in files.values()} if exhibition else set()
    raqm = versions.raqm()
    broken_own = sorted(each.name for each in versions.unusable_fonts(own))
    broken = tuple(versions.unusable_weights()) if raqm else ()
    return Letters(raqm, versions.fribidi(), versions.harfbuzz(), broken, tuple(broken_own))


def judge(letters: Letters) -> list[Finding]:
    found = []
    if letters.raqm is None:
        message = "Raqm or its library FriBidi is missing, so no Arabic can be set."
        found.append(fatal("letters.raqm", message, "Install FriBidi: sudo apt-get install libfribidi0."))
    elif letters.fribidi is None:
        message = "FriBidi is missing, so lines with both Arabic and Latin words cannot be set."
        found.append(fatal("letters.fribidi", message, "Install it: sudo apt-get install libfribidi0."))
    if letters.broken:
        message = f"The kiosk's own typeface is missing or damaged: {', '.join(letters.broken)}."
        found.append(fatal("letters.fonts", message, _AGAIN))
    if letters.broken_own:
        message = f"Fonts of the exhibition cannot be used: {', '.join(letters.broken_own)}."
        found.append(problem("letters.own-fonts", message, "Copy them into the exhibition again."))
    return found


def told(letters: Letters) -> list[str]:
    parts = {"Raqm": letters.raqm, "FriBidi": letters.fribidi, "HarfBuzz": letters.harfbuzz}
    return [", ".join(f"{name} {version}" for name, version in parts.items() if version)] if letters.raqm else []


def examine(case: Case) -> Examined:
    letters = look(case.exhibition)
    return Examined("letters", "Letters", tuple(told(letters)), tuple(judge(letters)))
