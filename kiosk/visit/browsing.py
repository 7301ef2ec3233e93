"""At the cards of all films."""

from kiosk.visit.moves import Change, move, stay
from kiosk.visit.places import FilmPage
from kiosk.visit.rules import Rules
from kiosk.visit.visit import Visit


def tap(visit: Visit, target: str, rules: Rules) -> Change:
    """A tap on a card opens its film's page."""
    kind, _, film_id = target.partition(":")
    if kind == "card" and rules.playlist.film(film_id) is not None:
        return move(visit, FilmPage(film_id), rules)
    return stay(visit)
