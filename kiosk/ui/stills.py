"""Stills as surfaces: decoded at their size, kept, and prepared before they are needed."""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pygame
from PIL import Image

from kiosk.ui import grounds
from kiosk.ui.decoding import PictureProblem, covering
from kiosk.ui.images import Store, bytes_of, opaque_surface
from kiosk.ui.theme import Theme
from kiosk.ui.whole import whole

LOG = logging.getLogger(__name__)

Look = Literal["cover", "text-left", "text-right", "text-bottom", "blurred", "whole"]
"""As it is; darkened towards the side where text stands; blurred and dark; or whole, with its middle at ``focus``."""

CACHE_BYTES = 120 * 2**20
MIDDLE = (0.5, 0.5)


@dataclass(frozen=True, slots=True)
class _Wanted:
    path: Path
    size: tuple[int, int]
    look: Look
    focus: tuple[float, float]


class Stills:
    """Loads stills. Surfaces are opaque, in the screen's format and shared: blit them plainly, never draw on them.

    Nothing here needs a display. One worker thread prepares what is asked for ahead; ``close`` ends it.
    """

    def __init__(self, theme: Theme, cache: int = CACHE_BYTES) -> None:
        self._ground = theme.ground[:3]
        self._surfaces: Store[pygame.Surface] = Store(cache, bytes_of)
        self._problems: dict[Path, str] = {}
        self._pending: dict[_Wanted, Future[pygame.Surface | None]] = {}
        self._lock = threading.Lock()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="stills")

    def cover(
        self, path: Path | None, size: tuple[int, int], focus: tuple[float, float] = MIDDLE
    ) -> pygame.Surface | None:
        """The still cropped to fill ``size``; ``focus`` is the part that stays, in shares of its width and height.

        None if there is none or it cannot be shown; ``problem`` then says why.
        """
        return self.picture(path, size, "cover", focus)

    def picture(
        self, path: Path | None, size: tuple[int, int], look: Look = "cover", focus: tuple[float, float] = MIDDLE
    ) -> pygame.Surface | None:
        """The still in one of its looks. Waits where it is being prepared."""
        if path is None or path in self._problems:
            return None
        wanted = _Wanted(path, size, look, focus)
        if found := self._surfaces.get(wanted):
            return found
        with self._lock:
            future = self._pending.get(wanted)
        if future is not None and not future.cancel():
            return future.result()
        return self._load(wanted)

    def plain(self, name: str, size: tuple[int, int], look: Look = "cover") -> pygame.Surface:
        """A quiet ground for a film without a still, in a tone that comes from its id."""
        key = ("plain", name, size, look)
        if found := self._surfaces.get(key):
            return found
        return self._surfaces.put(key, opaque_surface(self._looks[look](grounds.plain(name, size, self._ground))))

    def prefetch(
        self, path: Path | None, size: tuple[int, int], look: Look = "cover", focus: tuple[float, float] = MIDDLE
    ) -> None:
        """Prepare a still on the worker thread; returns at once."""
        if path is None or self.ready(path, size, look, focus):
            return
        wanted = _Wanted(path, size, look, focus)
        with self._lock:
            if wanted not in self._pending:
                self._pending[wanted] = self._worker.submit(self._load, wanted)

    def ready(
        self, path: Path | None, size: tuple[int, int], look: Look = "cover", focus: tuple[float, float] = MIDDLE
    ) -> bool:
        """Whether ``picture`` would answer at once: it is there, or it is known that it cannot be shown."""
        return path is None or path in self._problems or _Wanted(path, size, look, focus) in self._surfaces

    def problem(self, path: Path) -> str | None:
        """Why a still could not be shown, in words for the installer; None if it could or was never asked for."""
        return self._problems.get(path)

    def forget(self) -> None:
        """Read every file anew from now on: the exhibition has changed."""
        self._problems.clear()
        self._surfaces.drop(lambda _key: True)

    def close(self) -> None:
        """End the worker; what it had not begun is dropped. Safe to call twice."""
        self._worker.shutdown(wait=False, cancel_futures=True)

    def _load(self, wanted: _Wanted) -> pygame.Surface | None:
        try:
            prepare = whole if wanted.look == "whole" else covering
            still = prepare(wanted.path, wanted.size, wanted.focus, self._ground)
            return self._surfaces.put(wanted, opaque_surface(self._looks[wanted.look](still)))
        except PictureProblem as problem:
            if wanted.path not in self._problems:
                LOG.warning("A still is not shown: %s %s", wanted.path, problem.reason)
            self._problems[wanted.path] = str(problem)
            return None
        finally:
            with self._lock:
                self._pending.pop(wanted, None)

    @property
    def _looks(self) -> dict[Look, Callable[[Image.Image], Image.Image]]:
        ground = self._ground
        return {
            "cover": lambda still: still,
            "whole": lambda still: still,
            "text-left": lambda still: grounds.behind_text(still, "left", ground),
            "text-right": lambda still: grounds.behind_text(still, "right", ground),
            "text-bottom": lambda still: grounds.behind_text(still, "bottom", ground),
            "blurred": lambda still: grounds.blurred(still, ground),
        }
