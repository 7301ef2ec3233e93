"""On a film's page."""

from dataclasses import replace

from kiosk.visit.moves import Change, move, stay
from kiosk.visit.places import Browse, FilmPage, Note, Watching
from kiosk.visit.preferences import to_continue
from kiosk.visit.rules import Rules
from kiosk.visit.visit import Visit


def tap(visit: Visit, page: FilmPage, target: str, rules: Rules) -> Change:
    """Read, watch, go on where a film was left, go back. Whatever was tapped, an apology has been read by then."""
    page = replace(page, apology=False)
    visit = replace(visit, place=page)
    kind, _, excerpt_id = target.partition(":")
    match kind:
        case "more":
            return move(visit, FilmPage(page.film, reading=True), rules)
        case "transcript" if rules.has_transcript(page.film):
            return move(visit, FilmPage(page.film, transcript=True), rules)
        case "back" | "close":
            return move(visit, FilmPage(page.film) if page.reading or page.transcript else Browse(), rules)
        case "watch":
            return _watch(visit, page.film, excerpt_id or rules.main_excerpt(page.film), 0.0, rules)
        case "continue" if left := to_continue(visit, page.film, rules.playable(page.film)):
            return _watch(visit, page.film, *left, rules)
    return stay(visit)


def _watch(visit: Visit, film_id: str, excerpt_id: str | None, origin: float, rules: Rules) -> Change:
    if excerpt_id is None or not rules.can_play(film_id, excerpt_id):
        return stay(visit)
    if rules.strong(film_id):
        return move(visit, Note(film_id, excerpt_id, origin), rules)
    return move(visit, Watching(film_id, excerpt_id, origin=origin), rules)
