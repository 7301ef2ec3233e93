"""What a visitor does, step by step, on a real kiosk."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.tour.finger import Point
from kiosk.tour.pilot import Pilot
from kiosk.tour.record import Scene
from tests.journeys.bar_film import seconds_on_screen

PRESS_SECONDS = 0.15
"""How long a finger rests on the glass: a calm one, which also a busy machine does not take for noise."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody at a kiosk; ``log`` is where its own words go."""

    pilot: Pilot
    log: Path

    @property
    def scene(self) -> Scene:
        """What stands on the screen, as of the last time that it came to rest."""
        scene = self.pilot.scene
        assert scene is not None
        return scene

    def wake(self) -> Scene:
        """Touch the attract screen and wait for the cards."""
        return self.pilot.wake()

    def press(self, target: str | Point) -> float:
        """Tap a target by its name, or a point; answers when the finger was lifted (monotonic seconds)."""
        self.pilot.finger.down(self.pilot.target(target).centre if isinstance(target, str) else target)
        time.sleep(PRESS_SECONDS)
        released = time.monotonic()
        self.pilot.finger.up()
        return released

    def tap(self, target: str | Point, **scene: Any) -> Scene:
        """Tap, and wait for a scene that came to rest after it and fits."""
        mark = self.pilot.mark()
        self.press(target)
        return self.pilot.wait_for_scene(after=mark, **scene)

    def open_film(self, film: str) -> Scene:
        """From the cards, if need be those of the next page, to a film's page."""
        if f"card:{film}" not in self.scene.targets:
            self.tap("page-next", screen="browse")
        return self.tap(f"card:{film}", screen="film", film=film)

    def watch(self, film: str, button: str = "watch") -> Scene:
        """From a film's page into its excerpt; answers as soon as it rolls and the scene is at rest."""
        mark = self.pilot.mark()
        self.press(button)
        self.pilot.wait_for("rolling", film=film, after=mark)
        return self.pilot.wait_for_scene(screen="watching", film=film, after=mark)

    def show_controls(self) -> Scene:
        """A tap on the picture, where no control will be."""
        return self.tap(self.beside_controls(), screen="watching", controls=True)

    def beside_controls(self) -> Point:
        """A point of the picture that no control covers."""
        width, height = self.pilot.display.size
        return width // 4, round(height * 0.3)

    def film_second(self) -> float:
        """Which second of a bar film is on the screen now; waits until one is."""
        display = self.pilot.display
        # wrapped, because the first second of all is 0 and would count as nothing
        return self.pilot.wait_until(lambda: _some(seconds_on_screen(display)), "a film on the screen")[0]

    def see_it_move(self) -> None:
        """Wait until the picture on the screen is another one than now. The film must be a bar film."""
        first = self.film_second()
        self.pilot.wait_until(lambda: abs(self.film_second() - first) > 0.1, "a picture that moves", seconds=3)

    def see_it_stand(self, seconds: float = 0.5) -> float:
        """Look at the film for so long: it must not move. Answers the second at which it stands."""
        first = self.film_second()
        latest = time.monotonic() + seconds
        while time.monotonic() < latest:
            assert abs(self.film_second() - first) < 0.05
            time.sleep(0.02)
        return first

    def words(self) -> str:
        """What the kiosk has written to its log so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")


def texts(scene: Scene) -> list[str]:
    """The words that can be read."""
    return [each["text"] for each in scene.facts["texts"]]


def _some(value: float | None) -> tuple[float] | None:
    return None if value is None else (value,)
