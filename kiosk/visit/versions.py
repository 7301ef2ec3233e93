"""Which version of a film a visitor sees: with sign language, with audio description, or the film itself."""

from dataclasses import replace

from kiosk.visit.effects import SwitchVersion
from kiosk.visit.moves import Change, stay
from kiosk.visit.places import Watching
from kiosk.visit.preferences import offers
from kiosk.visit.rules import Rules
from kiosk.visit.visit import Visit


def switch_version(visit: Visit, film: Watching, version: str, rules: Rules) -> Change:
    """A tap on a version shows it, a tap on the one that is shown leads back to the film itself.

    The choice holds for the films after it, too: somebody who needs sign language needs it everywhere.
    """
    if version == film.version:
        chosen = None
    elif film.rolling and offers(visit, film.film, film.excerpt, version, rules):
        chosen = version
    else:
        return stay(visit)
    return replace(visit, version=chosen, place=replace(film, version=chosen)), (SwitchVersion(chosen),)


def without_version(visit: Visit, film: Watching) -> Visit:
    """The version that was asked for failed: it is not offered to this visitor again, and the film goes on."""
    failed = {(film.film, film.excerpt, film.version)} if film.version else set()
    return replace(visit, broken=visit.broken | failed, place=replace(film, version=None))
