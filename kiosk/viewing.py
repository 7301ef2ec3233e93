"""What the screens draw from, put together from all who know a part of it."""

from dataclasses import replace

from kiosk.clock import Clock
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.schedule import Standing
from kiosk.panel.sight import Sight
from kiosk.projectionist import Projectionist
from kiosk.ui.view import View
from kiosk.visit.places import Attract, Preview, Watching
from kiosk.visit.visit import Visit


def has_controls(visit: Visit) -> bool:
    """Whether the scrubber follows the film, frame by frame."""
    return isinstance(visit.place, Watching) and visit.place.controls


def reads_captions(visit: Visit, projectionist: Projectionist) -> bool:
    """Whether captions follow the film. They tell when they change next, so they are not asked for every frame."""
    return isinstance(visit.place, Watching) and visit.captions.on and bool(projectionist.tracks)


def film_left(visit: Visit, projectionist: Projectionist) -> float | None:
    """Seconds until the film that is watched is over, None if none is or its length is not known."""
    length = projectionist.length if isinstance(visit.place, Watching) else 0.0
    return length - projectionist.position() if length > 0.0 else None


def view_of(
    exhibition: Exhibition,
    visit: Visit,
    projectionist: Projectionist,
    clock: Clock,
    standing: Standing,
    panel: Sight | None,
) -> View:
    """The view of this moment. What an installer previews is drawn as visitors see it."""
    if isinstance(visit.place, Preview):
        visit, panel = replace(visit, place=Attract()), None
    return View(
        exhibition=exhibition,
        visit=visit,
        now=clock.now(),
        durations=projectionist.repertoire.durations,
        showing=projectionist.showing,
        coming=projectionist.coming,
        crossfade=projectionist.crossfade,
        position=projectionist.position(),
        length=projectionist.length,
        unavailable=projectionist.repertoire.unavailable,
        barred=projectionist.repertoire.barred,
        tracks=projectionist.tracks,
        standing=standing,
        panel=panel,
    )
