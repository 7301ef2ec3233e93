"""Captions over a film: what stands when, and where it is in nobody's way."""

from collections.abc import Sequence
from dataclasses import dataclass

from pygame import Rect, Surface

from kiosk.ui.motion import CONTROLS_IN_SECONDS, Glide
from kiosk.ui.scene import Scene
from kiosk.ui.tile import TextRecord
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.ui.widgets.caption_box import CaptionBox, CaptionSetter
from kiosk.ui.widgets.placing import film_rect
from kiosk.visit.captions import CAPTION_SIZES, CaptionSize
from kiosk.visit.places import Watching

_SAFE_U, _BETWEEN_U, _CLEAR_U = 56, 8, 34
"""From the screen's edge, between two languages, and from the controls."""
_FILM_SHARE, _LEAST_SHARE = 0.9, 0.6
"""Width that captions may take, as a share of the film's; of the screen's where the film is narrow."""
_HEAD_SHARE = 0.3
"""Controls above this share of the height are at the head, not below the captions."""
_EARLY = 0.02
"""Seconds. A caption comes with the film's frame that is nearest to its time: half a frame before, or after."""
_LEAST_WAIT = 0.04
"""Seconds. Nothing changes sooner than with the next frame of an ordinary film."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where a language's captions stand. ``hangs``: one line stands at its upper edge, else at the lower one."""

    language: str
    size: CaptionSize
    rect: Rect
    columns: int
    hangs: bool


@dataclass(frozen=True, slots=True)
class _Places:
    """What the slots were laid out for."""

    languages: tuple[str, ...]
    size: CaptionSize
    film: Rect
    room: int


class Captions:
    """Shows the captions of the film that is watched. Moments are monotonic seconds, places pixels of the glass."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._setter = CaptionSetter(tools)
        self._view: View | None = None
        self._film = film_rect(tools.metrics, None)
        self._places: _Places | None = None
        self._slots: tuple[_Slot, ...] = ()
        self._lines: tuple[tuple[str, ...], ...] | None = None
        self._boxes: tuple[CaptionBox | None, ...] = ()
        self._lift = Glide.resting(0.0)
        self.texts: list[TextRecord] = []
        self.seconds = 0.0
        """Of the media file: the place whose captions were painted last, together with its picture."""

    def show(self, view: View) -> None:
        """What is being watched, and where it is by now."""
        self._view = view

    def at_rest(self, now: float) -> bool:
        """Whether they are where they belong."""
        return self._lift.at_rest(now)

    def wait(self) -> float | None:
        """Seconds from the last view until something else is to be read, if the film goes on; None for never."""
        view, place = self._view, self._view.visit.place if self._view else None
        if view is None or not isinstance(place, Watching):
            return None
        if tuple(slot.language for slot in self._slots) != view.caption_languages or self._said(view) != self._lines:
            return 0.0
        if not place.rolling or place.paused:
            return None
        seconds = view.file_position + _EARLY
        changes = [view.tracks[slot.language].next_change(seconds, slot.columns) for slot in self._slots]
        coming = min((change for change in changes if change is not None), default=None)
        return None if coming is None else max(_LEAST_WAIT, coming - seconds)

    def paint(self, surface: Surface, now: float, film_size: tuple[int, int] | None, controls: Scene | None) -> None:
        """Paint what is to be read at the film's position.

        ``film_size``: pixels of the film's frames, where it is known. ``controls``: what is over the film.
        """
        view = self._view
        self.texts = []
        if view is None or not isinstance(view.visit.place, Watching):
            return
        self._film = film_rect(self._tools.metrics, film_size)
        head, foot = self._free(controls)
        self._lay_out(view, foot - head)
        bottom = max((slot.rect.bottom for slot in self._slots), default=0)
        lift = float(max(0, bottom - foot))
        seen = any(box is not None for box in self._boxes)
        seconds = CONTROLS_IN_SECONDS if seen and not self._tools.reduce_motion else 0.0
        self._lift = self._lift.towards(lift, now, seconds)
        self._set(view)
        up = round(self._lift.at(now))
        for slot, box in zip(self._slots, self._boxes, strict=True):
            if box is not None:
                rect = _placed(box.surface, slot).move(0, -up)
                surface.blit(box.surface, rect)
                self.texts.append(TextRecord(box.text, box.language, rect, box.cut))

    def _free(self, controls: Scene | None) -> tuple[int, int]:
        """From which y to which y no control is in the way."""
        u, height = self._tools.metrics.u, self._tools.metrics.height
        rects = [each.rect for each in controls.targets] if controls else []
        heads = [rect.bottom for rect in rects if rect.centery <= _HEAD_SHARE * height]
        feet = [rect.top for rect in rects if rect.centery > _HEAD_SHARE * height]
        return max(heads, default=0) + u(_BETWEEN_U), min((top - u(_CLEAR_U) for top in feet), default=height)

    def _lay_out(self, view: View, room: int) -> None:
        """A slot for each language: where the film leaves a bar for them below itself there, else in its lower part."""
        languages, size = view.caption_languages, view.visit.captions.size
        places = _Places(languages, size, self._film, room)
        if places == self._places:
            return
        self._places = places
        metrics, film = self._tools.metrics, self._film
        between, safe = metrics.u(_BETWEEN_U), metrics.u(_SAFE_U)
        size = self._fitting(languages, size, room)
        heights = [self._setter.height(language, size) for language in languages]
        whole = sum(heights) + between * max(0, len(heights) - 1)
        below = metrics.tall and metrics.height - film.bottom >= whole + 2 * safe
        top = film.bottom + safe // 2 if below else metrics.height - safe - whole
        width = min(metrics.width - 2 * safe, max(round(film.width * _FILM_SHARE), round(metrics.width * _LEAST_SHARE)))
        slots = []
        for number, (language, height) in enumerate(zip(languages, heights, strict=True)):
            rect = Rect(film.centerx - width // 2, top, width, height)
            columns = self._setter.columns(language, size, width)
            # Two languages meet at a seam between them, so that neither moves when the other comes or goes.
            slots.append(_Slot(language, size, rect, columns, number > 0 or (below and len(languages) == 1)))
            top += height + between
        if tuple(slots) != self._slots:
            self._slots, self._lines = tuple(slots), None

    def _fitting(self, languages: Sequence[str], size: CaptionSize, room: int) -> CaptionSize:
        """The size that was chosen, or the largest below it for which there is room between the controls."""
        between = self._tools.metrics.u(_BETWEEN_U) * max(0, len(languages) - 1)
        for smaller in reversed(CAPTION_SIZES[: CAPTION_SIZES.index(size) + 1]):
            if sum(self._setter.height(each, smaller) for each in languages) + between <= room:
                return smaller
        return CAPTION_SIZES[0]

    def _set(self, view: View) -> None:
        """Set what is said now, if it is something else than before."""
        self.seconds = view.file_position
        lines = self._said(view)
        if lines != self._lines:
            self._lines = lines
            self._boxes = tuple(
                self._setter.box(each, slot.language, slot.size, slot.rect.width) if each else None
                for slot, each in zip(self._slots, lines, strict=True)
            )

    def _said(self, view: View) -> tuple[tuple[str, ...], ...]:
        """The lines that stand in each slot at the film's position, none where nothing is said."""
        seconds = view.file_position + _EARLY
        standing = (view.tracks[slot.language].at(seconds, slot.columns) for slot in self._slots)
        return tuple(caption.lines if caption else () for caption in standing)


def _placed(box: Surface, slot: _Slot) -> Rect:
    rect = box.get_rect(centerx=slot.rect.centerx)
    if slot.hangs:
        rect.top = slot.rect.top
    else:
        rect.bottom = slot.rect.bottom
    return rect
