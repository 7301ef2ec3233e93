"""The installer's panel takes the screen, and gives it back."""

from dataclasses import replace

from kiosk.visit import languages
from kiosk.visit.comfort import Comfort
from kiosk.visit.events import Scrubbed, Tapped, Touched
from kiosk.visit.moves import Change, move, reset, stay
from kiosk.visit.places import AtPanel, Preview
from kiosk.visit.rules import Rules
from kiosk.visit.visit import Visit


def take_over(visit: Visit, rules: Rules) -> Change:
    """Whatever plays ends, in the midst of a screening, too. The language stays that of whoever stands there."""
    plain = replace(visit, asking_since=None, choosing_language=False, comfort=Comfort(reach=rules.reach))
    return move(plain, AtPanel(), rules)


def stand_aside(visit: Visit, rules: Rules) -> Change:
    """Let the loop be seen, at whatever time of day, until the glass is touched."""
    return move(visit, Preview(), rules) if isinstance(visit.place, AtPanel) else stay(visit)


def give_back(visit: Visit, now: float, rules: Rules) -> Change:
    """The next visitor starts clean, at what the time of day asks for by now."""
    return reset(visit, now, rules) if isinstance(visit.place, AtPanel) else stay(visit)


def touch(visit: Visit, event: Touched | Tapped | Scrubbed, rules: Rules) -> Change:
    """Of all that a visitor can do only the language is switched here; the rest is the panel's.

    While the loop is seen, any touch brings the panel back.
    """
    if isinstance(visit.place, Preview):
        return move(visit, AtPanel(), rules)
    read = languages.tap(visit, event.target, rules.languages) if isinstance(event, Tapped) else None
    return stay(read or visit)
