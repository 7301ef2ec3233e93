"""What the loop shows, as it is named on the screen."""

from kiosk.exhibition.film import Playlist
from kiosk.exhibition.loop import CardItem, ExcerptItem, FileItem, StillItem
from kiosk.exhibition.programme import Playable

Showing = str | FileItem | StillItem | CardItem | None
"""A film by its id, a file of its own, a still, a card; None for nothing."""


def named(piece: Playable | None, playlist: Playlist) -> Showing:
    """An item of the loop by its name: a film's clip by its film, also where it is a file."""
    if isinstance(piece, ExcerptItem):
        return piece.film
    if isinstance(piece, FileItem):
        film = playlist.film_of(piece.file)
        return film.id if film else piece
    return piece
