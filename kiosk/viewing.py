"""What the screens draw from, put together from all who know a part of it."""

from kiosk.clock import Clock
from kiosk.exhibition.exhibition import Exhibition
from kiosk.projectionist import Projectionist
from kiosk.ui.view import View
from kiosk.visit.visit import Visit


def view_of(exhibition: Exhibition, visit: Visit, projectionist: Projectionist, clock: Clock) -> View:
    """The view of this moment."""
    return View(
        exhibition=exhibition,
        visit=visit,
        now=clock.now(),
        durations=projectionist.durations,
        showing=projectionist.showing,
        coming=projectionist.coming,
        crossfade=projectionist.crossfade,
        position=projectionist.position(),
        length=projectionist.length,
        unavailable=projectionist.unavailable,
        barred=projectionist.barred,
        tracks=projectionist.tracks,
    )
