"""Pieces of content painted beside the frame loop, so that a moving screen waits for none of them."""

import logging
import threading
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from kiosk.ui.tile import Tile

LOG = logging.getLogger(__name__)

MOST_WAITING: Final = 24
"""Pieces that wait at a time. Those asked for longest ago have scrolled away, and are forgotten."""


class TilePainter:
    """One thread that paints what it was asked for last, first."""

    def __init__(self) -> None:
        self._wanted: OrderedDict[int, Tile] = OrderedDict()
        self._lock = threading.Lock()
        self._working = self._closed = False
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="tiles")

    def want(self, tile: Tile) -> None:
        """Paint a piece soon; returns at once."""
        with self._lock:
            if self._closed:
                return
            self._wanted[id(tile.kept)] = tile
            self._wanted.move_to_end(id(tile.kept))
            if len(self._wanted) > MOST_WAITING:
                self._wanted.popitem(last=False)
            if self._working:
                return
            self._working = True
        self._worker.submit(self._work)

    def close(self, *, wait: bool = True) -> None:
        """End the thread, and ``wait`` for what it has begun; the rest is dropped. Safe to call twice."""
        with self._lock:
            self._wanted.clear()
            self._closed = True
        self._worker.shutdown(wait=wait, cancel_futures=True)

    def _work(self) -> None:
        while (tile := self._next()) is not None:
            try:
                tile.surface()
            except Exception:  # it is painted once more when the screen is at rest, where an error is taken care of
                LOG.exception("A piece of a screen could not be painted ahead")

    def _next(self) -> Tile | None:
        with self._lock:
            if not self._wanted:
                self._working = False
                return None
            return self._wanted.popitem()[1]
