"""An exhibition that was read anew, made of as much as possible of the one before."""

from dataclasses import replace

from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Film, Playlist


def sharing(after: Exhibition, before: Exhibition) -> Exhibition:
    """``after``, in which films, playlist and loop that are equal to those of ``before`` are the very same objects;
    ``before`` itself, if nothing differs."""
    loop = before.loop if after.loop == before.loop else after.loop
    playlist = _playlist(after.playlist, before.playlist)
    known = {**{each.id: each for each in before.films}, **{each.id: each for each in playlist.films}}
    films = tuple(_film(each, known.get(each.id)) for each in after.films)
    shared = replace(after, playlist=playlist, films=films, loop=loop)
    return before if shared == before else shared


def _playlist(after: Playlist, before: Playlist) -> Playlist:
    films = tuple(_film(each, before.film(each.id)) for each in after.films)
    same = after.title == before.title and len(films) == len(before.films)
    if same and all(one is other for one, other in zip(films, before.films, strict=True)):
        return before
    return replace(after, films=films)


def _film(after: Film, before: Film | None) -> Film:
    return before if before == after else after
