"""The end of one reel under the beginning of the next."""

from dataclasses import replace
from typing import Final

from kiosk.exhibition.crossfade import Crossfade
from kiosk.projection.contract import Picture
from kiosk.projection.jobs import BoothEvent
from kiosk.projection.post import Post

_STEP: Final = 1 / 48
"""Of the share from one picture to the next, where films have few frames or stand still."""


class Dissolve:
    """Mixes what is shown with what leaves. All moments are monotonic seconds."""

    def __init__(self) -> None:
        self.fade: Crossfade | None = None
        self._leaving: Post | None = None
        self._below: Picture | None = None
        self._above: Picture | None = None
        self._mixed: Picture | None = None

    def begin(self, leaving: Post, seconds: float, now: float) -> None:
        """What is on ``leaving`` goes, within so many seconds; at once if there are none."""
        if seconds <= 0.0:
            leaving.end()
            return
        self.fade = Crossfade(now, seconds)
        self._leaving = leaving
        self._below = leaving.picture(now)

    @property
    def ends(self) -> float | None:
        """When only the new reel is seen; None while no crossfade is under way."""
        return self.fade.ends if self.fade is not None else None

    def step(self, now: float) -> list[BoothEvent]:
        """End what leaves when it is not seen any more; what is to be told of it."""
        leaving = self._leaving
        if leaving is None or self.fade is None or now < self.fade.ends:
            return []
        self._forget()
        leaving.end()
        return leaving.news()

    def cut(self) -> None:
        """Take what leaves off at once."""
        leaving = self._leaving
        self._forget()
        if leaving is not None:
            leaving.clear()

    def picture(self, above: Picture | None, now: float) -> Picture | None:
        """``above`` with what leaves below it; always the same one until either has another frame, or enough time
        has passed for the eye. Without ``above`` what leaves is seen alone; its last frame stays to the end."""
        fade, leaving = self.fade, self._leaving
        if fade is None or leaving is None:
            return above
        below = leaving.picture(now) or self._below
        if above is None or below is None:
            self._below = below
            return above or below
        share = fade.share(now)
        mixed = self._mixed
        if mixed is None or above is not self._above or below is not self._below or share >= mixed.share + _STEP:

            def intact() -> bool:
                return above.intact() and below.intact()

            mixed = replace(above, leaving=below, share=share, intact=intact)
        self._above, self._below, self._mixed = above, below, mixed
        return mixed

    def next_picture_at(self, now: float) -> float | None:
        """When there may be another picture for the sake of what leaves."""
        if self.fade is None or self._leaving is None:
            return None
        step = self.fade.begins + ((self._mixed.share if self._mixed else 0.0) + _STEP) * self.fade.seconds
        projector = self._leaving.projector if self._leaving.job is not None else None
        frame = projector.next_picture_at(now) if projector is not None else None
        return step if frame is None else min(frame, step)

    def _forget(self) -> None:
        self.fade = self._leaving = self._below = self._above = self._mixed = None
