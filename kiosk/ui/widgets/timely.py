"""What is said about days and times: screenings, rights, and what there is no time for any more."""

from datetime import date

from kiosk.exhibition.film import Excerpt, Film, Screening
from kiosk.exhibition.rights import Barred
from kiosk.exhibition.screenings import end_of, runs
from kiosk.exhibition.text import Wording
from kiosk.ui.screens.page import Page


def shown_first(page: Page, film: Film) -> list[Screening]:
    """The screenings that a film's page tells: those that run, and the next one."""
    coming = page.view.upcoming(film)
    running = [each for each in coming if runs(film, each, page.view.now)]
    return [*running, *coming[len(running) : len(running) + 1]]


def when_line(page: Page, film: Film, screening: Screening) -> Wording:
    """ "Showing now, until 20:30", "Today, 19:00", "Friday 4 December, 19:00"."""
    if runs(film, screening, page.view.now):
        end = page.view.local(end_of(film, screening))
        return page.strings.text("screening.now", time=page.strings.time_of_day(end).text)
    if _is_today(page, screening):
        return page.strings.text("screening.today", time=page.strings.time_of_day(screening.at).text)
    return _moment(page, screening)


def label_of(page: Page, film: Film, screening: Screening) -> Wording | None:
    """ "Next screening:", for before ``when_line`` where no heading says what it is; None for one that runs."""
    return None if runs(film, screening, page.view.now) else page.strings.text("screening.next")


def where_line(page: Page, screening: Screening) -> Wording:
    """Place and admission; a screening without a place is on this screen."""
    place = page.first(screening.place) if screening.place else page.strings.text("screening.here")
    return page.strings.joined([place, page.first(screening.admission) if screening.admission else None])


def rights_line(page: Page, film: Film, why: Barred) -> Wording:
    """Why the excerpts of a film cannot be played."""
    if why == "not-yet" and (begin := film.rights.begin):
        day = page.strings.date(begin, year=begin.year != _today(page).year)
        return page.strings.text("rights.not_yet", day=page.strings.within(day))
    return page.strings.text("rights.spent" if why == "spent" else "rights.over")


def overrun_line(page: Page, film: Film, excerpt: Excerpt, *, short: bool = False) -> Wording | None:
    """What an excerpt would run into, None for nothing; ``short`` on a card."""
    found = page.view.overrun(film, excerpt)
    if found is None:
        return None
    key = f"overrun.{found.into}_short" if short else f"overrun.{found.into}"
    return page.strings.text(key, time=page.strings.time_of_day(found.at).text)


def _moment(page: Page, screening: Screening) -> Wording:
    return page.strings.moment(screening.at, year=screening.at.year != _today(page).year)


def _is_today(page: Page, screening: Screening) -> bool:
    return page.view.local(screening.at).date() == _today(page)


def _today(page: Page) -> date:
    return page.view.local(page.view.now).date()
