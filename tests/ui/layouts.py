"""Screens laid out but not painted, and what may be asked of every layout."""

import itertools
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache

import pygame
import pytest
from pygame import Rect, Surface

from kiosk.ui.metrics import CAP_HEIGHT, Metrics
from kiosk.ui.scene import Scene, Target
from kiosk.ui.screens import build_overlay, build_scene, overlay_key
from kiosk.ui.shapes import Shapes
from kiosk.ui.stills import Stills
from kiosk.ui.text import TextBlock
from kiosk.ui.text.leading import ARABIC_SCALE
from kiosk.ui.text.pillow import Face
from kiosk.ui.tile import TextRecord
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.ui.widgets.sheet import Sheet

SECONDARY = {"captions", "volume-down", "volume-up", "back-10", "scrubber"}
EVERYWHERE = {"picture", "comfort-close"}
"""Targets that fill the screen and lie below all others."""
LEAST_LINES = 2
"""Of reading text that are seen at once where a text scrolls."""
TRIM = 0.64
"""Share of the smallest font size by which boxes of lines may overlap without letters touching."""


@cache
def _blank(size: tuple[int, int]) -> Surface:
    return Surface(size, 0, 32)


@cache
def _clear(size: tuple[int, int]) -> Surface:
    return Surface(size, pygame.SRCALPHA, 32)


@contextmanager
def unpainted() -> Iterator[list[TextBlock]]:
    """Within it nothing is drawn, only laid out, which is ten times as fast. Answers the blocks that are placed."""
    placed: list[TextBlock] = []
    place = Sheet.place_on_glass

    def noted(sheet: Sheet, block: TextBlock, left: int, y: int) -> Rect:
        placed.append(block)
        return place(sheet, block, left, y)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Face, "draw", lambda *_: None)
        patch.setattr(Sheet, "place_on_glass", noted)
        patch.setattr(Stills, "picture", lambda _self, path, size, *_: _blank(size) if path else None)
        patch.setattr(Stills, "plain", lambda _self, _name, size, *_: _blank(size))
        patch.setattr(Stills, "prefetch", lambda *_: None)
        patch.setattr(Shapes, "rounded", lambda _self, width, height, *_: _clear((max(0, width), max(0, height))))
        patch.setattr(Shapes, "scrim", lambda _self, size, *_: _clear(size))
        yield placed


def scenes_of(view: View, tools: Tools) -> list[Scene]:
    """The scene and what lies over it."""
    scenes = [build_scene(view, tools)]
    return [*scenes, build_overlay(view, tools)] if overlay_key(view) else scenes


@dataclass
class Findings:
    """What is wrong with a layout, in words."""

    tools: Tools
    found: list[str] = field(default_factory=list)

    def look(self, scene: Scene) -> "Findings":
        """Everything that may be asked of any screen."""
        self.cut(scene)
        self.off_the_glass(scene)
        self.small_or_close(scene)
        self.words_in_the_way(scene)
        self.hidden_by_scrolling(scene)
        return self

    def note(self, what: str, *things: object) -> None:
        self.found.append(f"{what}: {', '.join(str(each)[:90] for each in things)}")

    def cut(self, scene: Scene) -> None:
        for text in (*scene.texts, *(scene.scroll.texts if scene.scroll else ())):
            if text.cut:
                self.note("cut", text)

    def off_the_glass(self, scene: Scene) -> None:
        glass = Rect((0, 0), self.tools.size)
        for thing in (*scene.texts, *targets_of(scene, scrolled=False)):
            if not glass.contains(thing.rect):
                self.note("off the glass", thing)
        if scene.scroll is not None:
            content = Rect(0, 0, self.tools.size[0], scene.scroll.length)
            for inside in (*scene.scroll.texts, *scene.scroll.targets):
                if not content.contains(inside.rect):
                    self.note("off the content", inside)

    def small_or_close(self, scene: Scene) -> None:
        scale = self.tools.metrics.px_per_mm
        for inside in (False, True):
            targets = [each for each in targets_of(scene, scrolled=inside) if each.name not in EVERYWHERE]
            for each in targets:
                least = 15.0 if each.name in SECONDARY else 20.0
                if min(each.rect.size) / scale < least:
                    self.note("small", each)
            for one, other in itertools.combinations(targets, 2):
                if gap(one.rect, other.rect) / scale < 3.0 - 0.01:
                    self.note("close", one, other)

    def words_in_the_way(self, scene: Scene) -> None:
        # Boxes of lines have room above the capitals and below the baseline.
        trim = round(TRIM * self.tools.metrics.size("small"))
        groups: list[list[TextRecord]] = [list(scene.texts)]
        if scene.scroll is not None:
            groups += [list(scene.scroll.texts), [*scene.texts, *seen_in(scene)]]
        for texts in groups:
            for one, other in itertools.combinations(texts, 2):
                if one is not other and gap(one.rect, other.rect) < -trim:
                    self.note("in the way", one, other)
        targets = [each for each in targets_of(scene, scrolled=False) if each.name not in EVERYWHERE]
        for text, target in itertools.product(scene.texts, targets):
            if not target.rect.contains(text.rect.inflate(0, -4)) and gap(text.rect, target.rect) < 0:
                self.note("partly on a button", text, target)

    def hidden_by_scrolling(self, scene: Scene) -> None:
        area = scene.scroll
        if area is None or area.limit == 0:
            return
        if {each.step for each in area.buttons} != {-1, 1}:
            self.note("no page buttons", area.rect)
        if area.rect.height - 2 * area.fade < LEAST_LINES * self.tools.metrics.size("body") * 1.5:
            self.note("hardly a line is seen at once", area.rect)
        seen = area.rect.inflate(0, -2 * area.fade)
        for target in targets_of(scene, scrolled=False):
            if seen.colliderect(target.rect):
                self.note("under a button", target)


def targets_of(scene: Scene, *, scrolled: bool) -> list[Target]:
    """On the glass, or inside the content."""
    area = scene.scroll
    if scrolled:
        return list(area.targets) if area else []
    return [*scene.targets, *(each.target for each in (area.buttons if area else ()))]


def seen_in(scene: Scene) -> list[TextRecord]:
    """Texts of the content that can be read before anybody has scrolled, where they are on the glass."""
    area = scene.scroll
    if area is None:
        return []
    inner = area.rect.inflate(0, -2 * area.fade)
    moved = [each.moved(0, area.offset(0)) for each in area.texts]
    return [each for each in moved if inner.contains(each.rect)]


def capital(block: TextBlock, metrics: Metrics) -> float:
    """Millimetres of a capital, or of an alef, which is as high as a capital beside it."""
    arabic = any(unicodedata.bidirectional(each) == "AL" for each in block.text) and block.direction == "rtl"
    return (block.size / ARABIC_SCALE if arabic else block.size) * CAP_HEIGHT / metrics.px_per_mm


def gap(one: Rect, other: Rect) -> float:
    """Pixels between two rectangles, negative where they overlap."""
    across = max(one.left, other.left) - min(one.right, other.right)
    down = max(one.top, other.top) - min(one.bottom, other.bottom)
    return max(across, down)
