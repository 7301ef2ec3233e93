"""On a film's page."""

from dataclasses import replace

from kiosk.visit.moves import Change, move, stay
from kiosk.visit.places import Browse, FilmPage, Note, Watching
from kiosk.visit.rules import Rules
from kiosk.visit.visit import Visit


def tap(visit: Visit, page: FilmPage, target: str, rules: Rules) -> Change:
    """Read more, watch, go back. Whatever was tapped, an apology has been read by then."""
    page = replace(page, apology=False)
    visit = replace(visit, place=page)
    kind, _, excerpt_id = target.partition(":")
    match kind:
        case "more":
            return move(visit, replace(page, reading=True), rules)
        case "back" | "close":
            return move(visit, replace(page, reading=False) if page.reading else Browse(), rules)
        case "watch":
            return _watch(visit, page.film, excerpt_id or rules.main_excerpt(page.film), rules)
    return stay(visit)


def _watch(visit: Visit, film_id: str, excerpt_id: str | None, rules: Rules) -> Change:
    if excerpt_id is None or not rules.can_play(film_id, excerpt_id):
        return stay(visit)
    if rules.strong(film_id):
        return move(visit, Note(film_id, excerpt_id), rules)
    return move(visit, Watching(film_id, excerpt_id), rules)
