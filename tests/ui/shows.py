"""A stage, a surface, and time that is moved by hand."""

import dataclasses
from collections.abc import Callable
from dataclasses import replace

import pygame

from kiosk.ui.stage import Stage
from kiosk.ui.tools import Tools
from kiosk.visit.places import Place
from tests.ui.screenplay import paint_flat, sample, view_of

SIZE = (1280, 720)
WHITE = paint_flat((255, 255, 255))


class Show:
    """A stage with its surface, and a clock that is moved by hand."""

    def __init__(self, tools: Tools) -> None:
        self.stage = Stage(SIZE, sample(), tools)
        self.surface = pygame.Surface(SIZE, 0, 32)
        self.now = 1000.0
        self.view = view_of(sample(), "browse")

    def go(self, place: Place, film: Callable[[pygame.Surface], None] | None = None, **visit: object) -> None:
        """Show a place and let everything come to rest."""
        self.show(place, **visit)
        self.play(3.0, film=film)

    def show(self, place: Place, **visit: object) -> None:
        self.view = replace(self.view, visit=replace(self.view.visit, place=place, **visit))
        self.stage.show(self.view, self.now)

    def change(self, **changes: object) -> None:
        self.view = dataclasses.replace(self.view, **changes)
        self.stage.show(self.view, self.now)

    def play(self, seconds: float, film: Callable[[pygame.Surface], None] | None = None) -> int:
        """Let time pass as the frame loop does; answers how many frames were painted."""
        end, frames = self.now + seconds, 0
        self.now += 0.0001
        while True:
            due = self.stage.next_frame_at(self.now)
            if due is None or due > end:
                self.now = end
                return frames
            self.now = max(self.now, due)
            frames += self.stage.draw(self.surface, self.now, film)
            self.now += 0.001

    def picture(self) -> bytes:
        return pygame.image.tobytes(self.surface, "RGB")

    def names(self) -> list[str]:
        return [each["name"] for each in self.stage.describe()["targets"]]

    def rect(self, name: str) -> pygame.Rect:
        return next(pygame.Rect(e["rect"]) for e in self.stage.describe()["targets"] if e["name"] == name)
