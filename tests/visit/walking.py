"""A small exhibition, and somebody who walks through it."""

from datetime import timedelta
from pathlib import Path

from kiosk.clock import FakeClock
from kiosk.exhibition.exhibition import Exhibition, Idle, Sound
from kiosk.exhibition.film import ContentNote, Excerpt, Film, Playlist
from kiosk.exhibition.text import Text
from kiosk.visit.effects import Effect
from kiosk.visit.events import Event, Tapped, Tick, Touched
from kiosk.visit.places import Watching
from kiosk.visit.step import Rules, new_visit, next_moment, step


def words(count: int) -> str:
    return " ".join(["word"] * count)


def exhibition() -> Exhibition:
    """``homs`` has two excerpts, ``sama`` and its two are strong, ``cave`` has none."""
    media = Path("/exhibition/media")
    homs = Film(
        id="homs",
        title=Text({"": "Homs"}),
        synopsis=Text({"en": words(60), "ar": words(150)}),
        more=Text({"en": words(100)}),
        director_note=Text({"": words(40)}),
        excerpts=(Excerpt("opening", media / "homs.mp4"), Excerpt("song", media / "song.mp4")),
    )
    sama = Film(
        id="sama",
        title=Text({"": "Sama"}),
        content_note=ContentNote(strong=True),
        excerpts=(Excerpt("trailer", media / "sama.mp4"), Excerpt("end", media / "end.mp4")),
    )
    cave = Film(id="cave", title=Text({"": "Cave"}))
    return Exhibition(
        folder=Path("/exhibition"),
        title=Text({"": "Cinema"}),
        media=media,
        languages=("en", "ar"),
        playlist=Playlist(films=(homs, sama, cave)),
        sound=Sound(volume=70, max_volume=90),
        idle=Idle(timedelta(seconds=60), timedelta(seconds=90), timedelta(seconds=30)),
    )


class Visitor:
    """Walks through the exhibition on a clock that only the test moves."""

    def __init__(self, rules: Rules) -> None:
        self.clock = FakeClock()
        self.rules = rules
        self.visit = new_visit(rules, self.clock.monotonic(), 0)

    @property
    def film(self) -> Watching:
        """What is being watched; only while something is."""
        assert isinstance(self.visit.place, Watching)
        return self.visit.place

    def meet(self, *events: Event) -> tuple[Effect, ...]:
        """What the kiosk is asked to do about ``events``, all at this moment."""
        effects: tuple[Effect, ...] = ()
        for event in events:
            self.visit, new = step(self.visit, event, self.clock.monotonic(), self.rules)
            effects += new
        return effects

    def tap(self, *targets: str) -> tuple[Effect, ...]:
        """Tap as a finger does: it comes down, then it is lifted."""
        return self.meet(*(event for target in targets for event in (Touched(), Tapped(target))))

    def wait(self, seconds: float) -> tuple[Effect, ...]:
        """Let time go by, with a tick at each moment that is asked for and at no other."""
        end = self.clock.monotonic() + seconds
        effects: tuple[Effect, ...] = ()
        while (moment := next_moment(self.visit, self.rules)) is not None and moment <= end:
            self.clock.advance(max(0.0, moment - self.clock.monotonic()))
            effects += self.meet(Tick())
        self.clock.advance(end - self.clock.monotonic())
        return effects
