"""Puts what the stage shows, and the film under it, onto the window."""

from functools import partial

from kiosk.projection.contract import Picture
from kiosk.projectionist import Projectionist
from kiosk.reporter import Reporter
from kiosk.ui.picture import FilmPainter
from kiosk.ui.stage import Stage
from kiosk.ui.widgets.placing import LeavingFilm
from kiosk.ui.window import Window


class Presenter:
    """Knows which frame of a film is on the glass. All moments are monotonic seconds."""

    def __init__(self, window: Window, painter: FilmPainter, projectionist: Projectionist, reporter: Reporter) -> None:
        self._window = window
        self._painter = painter
        self._projectionist = projectionist
        self._reporter = reporter
        self._shown: Picture | None = None

    def forget(self) -> None:
        """What was on the glass is lost, or its memory is to be let go."""
        self._shown = None

    def is_fresh(self, picture: Picture | None) -> bool:
        """Whether it is not on the glass yet. Not by its number: after a seek another take may have the same."""
        return picture is not None and picture is not self._shown

    def show_next_frame(self, stage: Stage, now: float) -> bool:
        """Show the frame that follows the one on the glass, if that is all there is to do; whether it was."""
        before, picture = self._shown, self._projectionist.picture(now)
        if picture is None or before is None or picture is before or picture.take != before.take:
            return False
        self.show(stage, picture, now)
        return True

    def show(self, stage: Stage, picture: Picture | None, now: float) -> None:
        """Paint the stage over a film's frame, and present both.

        Where we are so late that the projector has written over the frame meanwhile, the one before stays.
        """
        film = partial(self._painter.paint, picture) if picture else None
        film_size = (picture.width, picture.height) if picture else None
        leaving = self._leaving(picture) if picture else None
        fresh, wanted = self.is_fresh(picture), stage.needs_frame(now)
        painted = stage.draw(self._window.canvas, now, film, film_size, leaving)
        if painted and (wanted or picture is None or picture.intact()):
            self._window.present()
        self._reporter.presented(picture if fresh else None, self._projectionist)
        self._reporter.captions(stage.captions)
        self._shown = picture

    def _leaving(self, picture: Picture) -> LeavingFilm | None:
        """What a crossfade shows below the picture."""
        below = picture.leaving
        if below is None:
            return None
        return LeavingFilm(partial(self._painter.paint, below), (below.width, below.height), picture.share)
