"""Tells the trace what can be seen on the screen."""

from typing import Any

from kiosk.projection.contract import Picture
from kiosk.projection.film_player import FilmNews
from kiosk.projectionist import Projectionist
from kiosk.trace import Trace
from kiosk.ui.description import describe_texts
from kiosk.ui.stage import Stage
from kiosk.ui.widgets.captions import Captions
from kiosk.visit.events import FilmEnded, FilmFailed, FilmStarted, VersionFailed
from kiosk.visit.places import AfterHours, Foyer, Watching
from kiosk.visit.visit import Visit

_NAMES: dict[type, str] = {
    FilmStarted: "rolling",
    FilmEnded: "ended",
    FilmFailed: "failed",
    VersionFailed: "version failed",
}


class Reporter:
    """Writes a scene when it has come to rest, what became of films, and frames if asked to."""

    def __init__(self, trace: Trace) -> None:
        self._trace = trace
        self._scene: dict[str, Any] = {}
        self._ready = False
        self._unreported = True
        self._pids: dict[str, int | None] = {}
        self._captions: list[str] = []

    def film(self, event: FilmNews, visit: Visit) -> None:
        """What became of the visitor's film."""
        place = visit.place
        if self._trace and isinstance(place, Watching):
            reason = {"reason": event.reason} if isinstance(event, FilmFailed) else {}
            self._trace.write(_NAMES[type(event)], film=place.film, excerpt=place.excerpt, **reason)

    def presented(self, picture: Picture | None, projectionist: Projectionist) -> None:
        """A picture is on the screen; ``picture``: the film frame that is new in it, if one is."""
        if not self._trace:
            return
        if picture or projectionist.showing is not None:
            self._note_ready()
        if picture and self._trace.frames:
            showing = projectionist.showing
            film = showing if isinstance(showing, str) else None
            self._trace.write("shown", number=picture.number, take=picture.take, film=film)

    def _note_ready(self) -> None:
        if not self._ready:
            self._ready = True
            self._trace.write("ready")

    def captions(self, captions: Captions) -> None:
        """The captions that are on the screen, and the second of the film's file: whenever they say something else."""
        if self._trace and (said := [each.text for each in captions.texts]) != self._captions:
            self._captions = said
            self._trace.write("captions", texts=describe_texts(captions.texts), seconds=round(captions.seconds, 3))

    def projectors(self, pids: dict[str, int | None]) -> None:
        """The projectors' processes by name: written down whenever they are others."""
        if self._trace and pids != self._pids:
            self._pids = pids
            self._trace.write("projectors", pids=pids)

    def scene(self, stage: Stage, visit: Visit, now: float, *, moves: bool) -> None:
        """When the stage came to rest after something has moved: if its scene is another one than before, write it
        down."""
        self._unreported = self._unreported or moves
        if not self._unreported or not stage.at_rest(now):
            return
        self._unreported = False
        if not self._trace:
            return
        place = visit.place
        if isinstance(place, AfterHours | Foyer):
            self._note_ready()  # no film is waited for
        scene = {
            "film": getattr(place, "film", None),
            "excerpt": getattr(place, "excerpt", None),
            "language": visit.language,
            "volume": visit.volume,
            "captions": visit.captions.on,
            "caption_size": visit.captions.size,
            "visit": visit.number,
            "controls": isinstance(place, Watching) and place.controls,
            "paused": isinstance(place, Watching) and place.paused,
            "asking": visit.asking_since is not None,
            "choosing": visit.choosing_language or (isinstance(place, Watching) and place.choosing),
            "apology": getattr(place, "apology", False),
            "version": getattr(place, "version", None),
            **stage.describe(),
        }
        if scene != self._scene:
            self._scene = scene
            self._trace.write("scene", **scene)
