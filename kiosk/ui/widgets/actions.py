"""What a visitor can do with a film: watch its excerpt, read more."""

from pygame import Rect

from kiosk.exhibition.film import Excerpt, Film
from kiosk.ui.screens.page import Page
from kiosk.ui.view import View
from kiosk.ui.widgets.buttons import ACCENT, Label, pill, pill_width

_WATCH = {"excerpt": "film.watch_excerpt", "trailer": "film.watch_trailer", "film": "film.watch_film"}


def place_actions(page: Page, film: Film, row: Rect, *, stretch: bool) -> int:
    """Watch and Read more from the row's start on; ``stretch``: over all of it. Answers the x after them."""
    gap, x = page.tools.metrics.gap, row.left
    more = Label(page.strings.text("film.read_more")) if has_more(page.view, film) else None
    more_width = pill_width(page.tools, more) if more else 0
    if excerpts := page.view.playable(film):
        label = watch_label(page, film, excerpts[0])
        rest = row.width - (more_width + gap if more else 0)
        width = rest if stretch else pill_width(page.tools, label)
        pill(page.sheet, page.tools, "watch", label, Rect(x, row.top, width, row.height), ACCENT)
        x += width + gap
    if more:
        pill(page.sheet, page.tools, "more", more, Rect(x, row.top, more_width, row.height))
        x += more_width + gap
    return x - gap


def has_more(view: View, film: Film) -> bool:
    """Whether there is anything behind "Read more"."""
    return bool(film.more or film.director_note or film.awards or view.upcoming(film) or len(view.playable(film)) > 1)


def watch_label(page: Page, film: Film, excerpt: Excerpt) -> Label:
    """What the button says that plays an excerpt, with its length where that is known."""
    seconds = page.view.seconds(film, excerpt)
    words = page.strings.text(_WATCH[excerpt.kind])
    return Label(words, "play", page.strings.clock(seconds) if seconds else None)
