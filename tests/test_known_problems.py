"""Which problems of a change keep it off the screen."""

from kiosk.config.load import Loaded
from kiosk.config.problems import Problem, Severity
from kiosk.known_problems import KnownProblems

GONE = "clips/gone.mov is not in media/. The item is left out."


def problem(file: str, line: int, where: str, message: str, severity: Severity = "problem") -> Problem:
    return Problem(file, line, 1, where, message, severity)


def loaded(*problems: Problem) -> Loaded:
    return Loaded(None, list(problems), ())


IN_LOOP = problem("playlists/loop.yaml", 3, "items[2].file", GONE)
AT_PANEL = problem("kiosk.local.yaml", 9, "loop.items[1].file", GONE)


def test_an_edit_above_a_problem_does_not_make_it_new() -> None:
    known = KnownProblems(loaded(IN_LOOP))
    assert known.has_all_of(loaded(problem("playlists/loop.yaml", 7, "items[2].file", GONE)))
    assert not known.has_all_of(loaded(problem("playlists/loop.yaml", 3, "items[3].file", GONE)))
    assert known.has_all_of(loaded(problem("kiosk.yaml", 1, "title", "has no text in ar.", "notice")))


def test_a_loop_that_was_changed_on_the_panel_is_shown_with_what_it_lacks() -> None:
    known = KnownProblems(loaded(IN_LOOP))
    nothing_left = problem("kiosk.local.yaml", 1, "loop", "has no item that can be played.")
    assert known.has_all_of(loaded(AT_PANEL, nothing_left), at_panel=True)
    no_number = problem("kiosk.local.yaml", 1, "sound.volume", "must be a number.")
    assert not known.has_all_of(loaded(AT_PANEL, no_number), at_panel=True)


def test_what_was_changed_on_the_panel_can_be_taken_back() -> None:
    known = KnownProblems(loaded())
    assert known.has_all_of(loaded(IN_LOOP), at_panel=True)
    known.adopt(loaded())
    assert not known.has_all_of(loaded(IN_LOOP))


def test_a_change_on_the_panel_counts_until_something_is_shown() -> None:
    known = KnownProblems(loaded())
    assert not known.has_all_of(loaded(IN_LOOP, problem("kiosk.yaml", 3, "idle.browse", "is no time.")), at_panel=True)
    assert known.has_all_of(loaded(IN_LOOP))  # the mistake was mended, and the panel's loop is what it was


def test_the_panel_s_loop_does_not_hold_up_what_an_installer_saves() -> None:
    known = KnownProblems(loaded())
    assert known.has_all_of(loaded(AT_PANEL))
    assert not known.has_all_of(loaded(AT_PANEL, problem("playlists/films.yaml", 4, "films[0].yaer", "unknown key.")))


def test_what_went_is_no_news_later() -> None:
    known = KnownProblems(loaded())
    known.add(loaded(IN_LOOP))
    assert known.has_all_of(loaded(IN_LOOP))
