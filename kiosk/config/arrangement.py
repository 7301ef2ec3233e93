"""Which films are shown, in which order, and with which excerpt first: what the panel says about the playlist."""

from collections.abc import Collection
from dataclasses import replace

from kiosk.config.models.panel import PanelPart
from kiosk.config.notebook import Notebook, numbered
from kiosk.config.problems import did_you_mean, quoted
from kiosk.config.tree import Fields, Way
from kiosk.exhibition.film import Film, Playlist

Arranged = tuple[Playlist | None, tuple[Film, ...]]
"""What visitors choose from; and all films in their order, those that are hidden among them."""

_ASIDE = "It is left aside."


def arranged(
    playlist: Playlist | None, part: PanelPart, root: Fields, notebook: Notebook, written: Collection[str]
) -> Arranged:
    """``written``: ids of films that the playlist's file names, whether they can be shown or not.

    What is unknown is a notice, not a problem: who takes a film out of the playlist must not have to know what was once
    changed on the panel before that is shown.
    """
    if playlist is None:
        return None, ()
    known = {each.id: each for each in playlist.films}
    named: dict[str, list[str]] = {}
    for key, ids in (("order", part.order), ("hidden", part.hidden)):
        for way, film_id in numbered(root, ("panel", key), ids):
            if film_id in known:
                named.setdefault(key, []).append(film_id)
            elif film_id not in written:
                _unknown(root, way, film_id, "film of the playlist", known, notebook)
    order = dict.fromkeys([*named.get("order", ()), *known])
    films = tuple(_with_main(known[each], part, root, notebook) for each in order)
    for film_id in part.main:
        if film_id not in known and film_id not in written:
            way = ("panel", "main", film_id)
            _unknown(root, way, film_id, "film of the playlist", known, notebook, of_key=True)
    shown = tuple(each for each in films if each.id not in named.get("hidden", ()))
    if films and not shown:
        notebook.note(root, ("panel", "hidden"), "hides every film. All are shown.", "notice")
        shown = films
    return (playlist if shown == playlist.films else replace(playlist, films=shown)), films


def _with_main(film: Film, part: PanelPart, root: Fields, notebook: Notebook) -> Film:
    """The film with its main excerpt before the others."""
    main = part.main.get(film.id)
    if main is None:
        return film
    first = film.excerpt(main)
    if first is None:
        known = [each.id for each in film.excerpts]
        _unknown(root, ("panel", "main", film.id), main, f"excerpt of {film.id}", known, notebook)
        return film
    return replace(film, excerpts=(first, *(each for each in film.excerpts if each is not first)))


def _unknown(
    root: Fields, way: Way, read: str, kind: str, known: Collection[str], notebook: Notebook, *, of_key: bool = False
) -> None:
    message = f"{quoted(read)} is no {kind}. {_ASIDE}{did_you_mean(read, list(known))}"
    notebook.note(root, way, message, "notice", of_key=of_key)
