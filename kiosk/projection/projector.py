"""A projector as the kiosk sees it: orders out, reports and frames in, each frame when it is due."""

import os
from collections.abc import Callable
from typing import Final

from kiosk.clock import Clock
from kiosk.projection import messages, wire
from kiosk.projection.contract import Picture, Reel
from kiosk.projection.frame_source import FrameSource
from kiosk.projection.inbox import Inbox
from kiosk.projection.loading import load_order
from kiosk.projection.messages import Notice, Order
from kiosk.projection.reports import Died, Ended, Failed, Loaded, Report
from kiosk.projection.silence import Silence
from kiosk.projection.spawning import Child
from kiosk.projection.sweeping import forget_list
from kiosk.projection.takes import Take

PATIENCE_SECONDS: Final = 4.0
"""How long a file may take to show its first frame."""
_ASKED_SECONDS: Final = 0.3


class VlcProjector:
    """One libvlc in its own process.

    ``wake`` is called on another thread when something has been reported, so that a sleeping frame loop
    can look. ``patience``: seconds to the first frame before a file is given up.
    """

    def __init__(
        self, name: str, clock: Clock, *, wake: Callable[[], None] = lambda: None, patience: float = PATIENCE_SECONDS
    ) -> None:
        self._name = name
        self._clock = clock
        self._patience = patience
        self._frames = FrameSource()
        self._number = 0
        self._take: Take | None = None
        self._silence = Silence(clock.monotonic())
        self._gone = False
        self._inbox = Inbox(f"projector {name}", wake)
        self._child = Child("kiosk.projection.child.main", f"projector-{name}", self._inbox.put)

    @property
    def name(self) -> str:
        return self._name

    @property
    def pid(self) -> int | None:
        return None if self._gone else self._child.pid

    def load(self, reel: Reel, *, paused: bool, shown: bool = False) -> int:
        self._number += 1
        take = self._take = Take(self._number, reel, waits=paused, visible=shown or not paused)
        try:
            self._send(load_order(take, self._frames.ring_for(reel), self._patience))
        except OSError as error:
            self._inbox.add(messages.HasFailed(take.number, f"no memory for its frames: {error}"))
        return take.number

    def release(self, at: float | None = None) -> None:
        if self._take is None or not self._take.waits:
            return
        self._send(messages.Release(self._number))
        self._read(self._take)
        self._take.release(self._clock.monotonic() if at is None else at)

    def crossfade(self, seconds: float) -> None:
        self._send(messages.Crossfade(self._number, round(seconds * 1000)))

    def pause(self) -> None:
        if self._take is not None:
            self._send(messages.Pause(self._number))
            self._take.pause(self._clock.monotonic())

    def resume(self) -> None:
        if self._take is not None:
            self.release()
            self._send(messages.Resume(self._number))
            self._take.pacing.clock.go_on(self._clock.monotonic())

    def stop(self) -> None:
        if self._take is not None:
            self._take = None
            self._send(messages.Stop())
            self._frames.rest(self._clock.monotonic())

    def set_volume(self, volume: int) -> None:
        self._send(messages.SetVolume(volume))

    def reports(self) -> list[Report]:
        now = self._clock.monotonic()
        self._frames.tidy(now)
        if self._gone:
            return []
        heard = self._inbox.heard()
        found: list[Report] = []
        for notice in self._inbox.take():
            found += self._report(notice)
        if self._take is not None:
            self._read(self._take)
            found += self._take.progress(now)
            if found and isinstance(found[-1], Ended):
                self.stop()
        if not self._gone and self._silence.too_long(now, heard=heard):
            found.append(self._die("it was silent for too long"))
        return found

    def picture(self, now: float) -> Picture | None:
        take = self._take
        if take is None:
            return None
        self._read(take)
        frame = take.frame(now)
        if frame is None:
            return None
        if take.picture is None or take.sequence != frame.sequence:
            due = take.pacing.clock.start + frame.at
            picture = self._frames.picture(frame, take.reel, take.number, due)
            take.picture, take.sequence = picture or take.picture, frame.sequence
        return take.picture

    def next_picture_at(self, now: float) -> float | None:
        return self._take.next_picture_at(now) if self._take is not None and not self._gone else None

    def position(self, now: float) -> float:
        return self._take.position(now) if self._take is not None else 0.0

    def ends_at(self) -> float | None:
        return self._take.ends_at() if self._take is not None else None

    def close(self, seconds: float = 1.0) -> bool:
        """As the contract says; it is asked first, and ended by force when it does not go."""
        self._take = None
        self._frames.leave()
        if not self._gone:
            self._gone = True
            self._send(messages.Quit())
            self._child.reap(min(seconds, _ASKED_SECONDS))
        self._child.kill()
        ended = self._child.reap(seconds)
        if ended and self._child.pid is not None:
            forget_list(os.getpid(), self._child.pid)
        return ended

    def _send(self, order: Order) -> None:
        self._child.send(wire.encode(order))

    def _read(self, take: Take) -> None:
        """Take note of the frames that arrived."""
        for arrival in self._frames.arrivals(take.number):
            take.pacing.add(arrival)
        take.begin(self._clock.monotonic())

    def _report(self, notice: Notice | None) -> list[Report]:
        take = self._take
        match notice:
            case None:
                return [self._die("its process ended")]
            case messages.IsReady():
                self._silence.ready()
            case messages.IsAttached(ring):
                self._frames.attached(ring)
            case messages.IsLoaded(number) if take is not None and number == take.number:
                self._read(take)
                take.pacing.settle()
                return [Loaded(number, take.pacing.lacks_first)] if take.waits else []
            case messages.HasEnded(number) if take is not None and number == take.number:
                self._read(take)
                take.pacing.ended()
            case messages.HasFailed(number, reason) if take is not None and number == take.number:
                self.stop()
                return [Failed(number, reason)]
        return []

    def _die(self, reason: str) -> Died:
        self._gone = True
        self._take = None
        self._child.kill()
        return Died(f"projector {self._name}: {reason}")
