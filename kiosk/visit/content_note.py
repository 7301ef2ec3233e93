"""At the content note: no countdown and no way on but the visitor's own choice."""

from kiosk.visit.moves import Change, move, stay
from kiosk.visit.places import FilmPage, Note, Watching
from kiosk.visit.rules import Rules
from kiosk.visit.visit import Visit


def tap(visit: Visit, note: Note, target: str, rules: Rules) -> Change:
    """Watch, or go back to the film's page."""
    match target:
        case "note-watch":
            return move(visit, Watching(note.film, note.excerpt, origin=note.origin), rules)
        case "note-back" | "back" | "close":
            return move(visit, FilmPage(note.film), rules)
    return stay(visit)
