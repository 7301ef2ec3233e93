"""The language: a direct switch between two, a menu to choose from where there are more."""

from dataclasses import replace

from kiosk.visit.visit import Visit

MENU_FROM = 3
"""With so many languages the button opens a menu; with fewer it switches at once."""


def tap(visit: Visit, target: str, languages: tuple[str, ...]) -> Visit | None:
    """The visit after a tap that has to do with languages; None for any other.

    While the menu is open, everything has: a tap on a language (``language:CODE``) chooses it, one between the
    languages does nothing, any other closes the menu.
    """
    kind, _, chosen = target.partition(":")
    if visit.choosing_language:
        if target == "language-panel":
            return visit
        language = chosen if kind == "language" and chosen in languages else visit.language
        return replace(visit, language=language, choosing_language=False)
    if kind == "language" and chosen in languages:
        return replace(visit, language=chosen)
    if target != "language":
        return None
    if len(languages) >= MENU_FROM:
        return replace(visit, choosing_language=True)
    return replace(visit, language=following(visit.language, languages))


def following(language: str, languages: tuple[str, ...]) -> str:
    """The language after this one."""
    if language not in languages:
        return languages[0]
    return languages[(languages.index(language) + 1) % len(languages)]
