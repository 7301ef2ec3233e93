"""What a visitor can do with a film: watch its excerpt, go on where it was left, read."""

from collections.abc import Sequence
from dataclasses import dataclass

from pygame import Rect

from kiosk.exhibition.film import Excerpt, Film
from kiosk.ui.screens.page import Page
from kiosk.ui.view import View
from kiosk.ui.widgets.buttons import ACCENT, QUIET, Label, Look, pill, pill_width

_WATCH = {"excerpt": "film.watch_excerpt", "trailer": "film.watch_trailer", "film": "film.watch_film"}


@dataclass(frozen=True, slots=True)
class Action:
    """A button to be placed. ``shorter``: what it says where there is too little room for its label."""

    name: str
    label: Label
    look: Look = QUIET
    shorter: Label | None = None


def place_actions(page: Page, film: Film, row: Rect, *, stretch: bool) -> tuple[int, int]:
    """The buttons from the row's start on; those to read stand over ``row``'s width or, where there is too little
    room, in it, below those to watch. ``stretch``: over all of the width. Answers the x after them and their top."""
    rows = _rows(page, film, row.width, room=_room(page, row, stretch=stretch))
    top = row.top - (len(rows) - 1) * (row.height + page.tools.metrics.gap)
    end = row.left
    for number, actions in enumerate(rows):
        y = top + number * (row.height + page.tools.metrics.gap)
        end = _place(page, actions, Rect(row.left, y, row.width, row.height), stretch=stretch)
    return end, top


def _room(page: Page, row: Rect, *, stretch: bool) -> int:
    """Width that one row may take: beside it on a wide screen there may be two buttons that turn pages."""
    metrics = page.tools.metrics
    return row.width if stretch else row.width - 2 * (metrics.target + metrics.gap)


def _rows(page: Page, film: Film, width: int, room: int) -> list[list[Action]]:
    """All in one row if they fit there, with shorter labels if need be; else those to watch over those to read."""
    watch, read = _to_watch(page, film), _to_read(page, film)
    for actions in ([*watch, *read], _shorter([*watch, *read])):
        if _width(page, actions) <= room:
            return [actions]
    return [each if _width(page, each) <= width else _shorter(each) for each in (watch, read) if each]


def _to_watch(page: Page, film: Film) -> list[Action]:
    excerpts, left = page.view.playable(film), page.view.to_continue(film)
    if not excerpts:
        return []
    if left is None:
        return [Action("watch", watch_label(page, film, excerpts[0]), ACCENT)]
    time = page.strings.clock(left).text
    on = Label(page.strings.text("film.continue_from", time=time), "play")
    return [Action("continue", on, ACCENT), Action("watch", Label(page.strings.text("film.from_beginning")))]


def _to_read(page: Page, film: Film) -> list[Action]:
    strings, found = page.strings, []
    if has_more(page.view, film):
        found.append(Action("more", Label(strings.text("film.read_more"))))
    if film.transcribed:
        shorter = Label(strings.text("film.transcript_short"))
        found.append(Action("transcript", Label(strings.text("film.transcript")), shorter=shorter))
    return found


def _shorter(actions: Sequence[Action]) -> list[Action]:
    return [Action(each.name, each.shorter or each.label, each.look) for each in actions]


def _width(page: Page, actions: Sequence[Action]) -> int:
    gap = page.tools.metrics.gap
    return sum(pill_width(page.tools, each.label) + gap for each in actions) - gap


def _place(page: Page, actions: Sequence[Action], row: Rect, *, stretch: bool) -> int:
    """One row of buttons; ``stretch``: what is left over goes to the one with the accent, or to all. Answers the x
    after them."""
    spare = max(0, row.width - _width(page, actions)) if stretch else 0
    wider = [each for each in actions if each.look is ACCENT] or actions
    x = row.left
    for action in actions:
        width = pill_width(page.tools, action.label) + (spare // len(wider) if action in wider else 0)
        pill(page.sheet, page.tools, action.name, action.label, Rect(x, row.top, width, row.height), action.look)
        x += width + page.tools.metrics.gap
    return x - page.tools.metrics.gap


def has_more(view: View, film: Film) -> bool:
    """Whether there is anything behind "Read more"."""
    return bool(film.more or film.director_note or film.awards or view.upcoming(film) or len(view.playable(film)) > 1)


def watch_label(page: Page, film: Film, excerpt: Excerpt) -> Label:
    """What the button says that plays an excerpt, with its length where that is known."""
    seconds = page.view.seconds(film, excerpt)
    words = page.strings.text(_WATCH[excerpt.kind])
    return Label(words, "play", page.strings.clock(seconds) if seconds else None)
