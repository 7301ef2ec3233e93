"""A projector as the kiosk sees it: orders out, reports and frames in, each frame when it is due."""

import os
import threading
from collections import deque
from collections.abc import Callable
from typing import Final

from kiosk.clock import Clock
from kiosk.projection import messages
from kiosk.projection.contract import Died, Ended, Failed, Loaded, Matrix, Picture, Reel, Report, Rolling
from kiosk.projection.messages import Notice
from kiosk.projection.pacing import RESERVE_SECONDS, Frame, Pacing
from kiosk.projection.ring import RingReader, Shape
from kiosk.projection.spawning import Child

PATIENCE_SECONDS: Final = 4.0
"""How long a file may take to show its first frame."""

SILENCE_SECONDS: Final = 2.0
"""A projector speaks twice a second; one that is silent for so long has stopped."""

START_SECONDS: Final = 15.0
"""How long a new process may be silent: loading libvlc takes long on a cold and busy machine."""

_POLL_SECONDS: Final = 0.002
_NO_WAKE: Final[Callable[[], None]] = lambda: None  # noqa: E731


class VlcProjector:
    """One libvlc in its own process.

    ``wake`` is called on another thread when something has been reported, so that a sleeping frame loop
    can look. ``patience``: seconds to the first frame before a file is given up.
    """

    def __init__(
        self, name: str, clock: Clock, *, wake: Callable[[], None] = _NO_WAKE, patience: float = PATIENCE_SECONDS
    ) -> None:
        self._name = name
        self._clock = clock
        self._wake = wake
        self._patience = patience
        self._refused = messages.LogOnce()
        self._inbox: deque[Notice | None] = deque()
        self._take = 0
        self._reel: Reel | None = None
        self._pacing = Pacing(None)
        self._ring: RingReader | None = None
        self._leaving_rings: list[RingReader] = []
        self._seen = 0
        self._awaiting_release = False
        self._release_at: float | None = None
        self._visible = False
        self._rolling = False
        self._picture: Picture | None = None
        self._silence = _Silence(clock.monotonic())
        self._heard_since = threading.Event()
        self._gone = False
        self._child = Child("kiosk.projection.child.main", f"projector-{name}", self._hear)

    @property
    def name(self) -> str:
        return self._name

    @property
    def pid(self) -> int | None:
        return None if self._gone else self._child.pid

    def load(self, reel: Reel, *, paused: bool, shown: bool = False) -> int:
        self._take += 1
        self._reel = reel
        interval = 1 / reel.facts.frame_rate if reel.facts.frame_rate > 0 else None
        length = reel.seconds if reel.end is not None else None
        self._pacing = Pacing(interval, length, leading=reel.start > 0)
        self._awaiting_release, self._release_at = paused, None
        self._visible, self._rolling, self._picture = shown or not paused, False, None
        ring = self._ring_for(reel, interval)
        self._seen = ring.latest()
        self._child.send(
            messages.encode(
                messages.Load(
                    take=self._take,
                    file=os.path.abspath(reel.file),
                    ring=ring.name,
                    width=ring.shape.width,
                    height=ring.shape.height,
                    slots=ring.shape.slots,
                    start_ms=round(reel.start * 1000),
                    end_ms=None if reel.end is None else round(reel.end * 1000),
                    volume=reel.volume,
                    full_range=reel.facts.matrix is Matrix.FULL_RANGE,
                    held=paused,
                    hold_ms=round(max(0.0, RESERVE_SECONDS - (interval or 0.04)) * 1000),
                    sound_delay_ms=round(RESERVE_SECONDS * 1000),
                    patience_ms=round(self._patience * 1000),
                )
            )
        )
        return self._take

    def release(self, at: float | None = None) -> None:
        if self._reel is None or not self._awaiting_release:
            return
        self._child.send(messages.encode(messages.Release(self._take)))
        self._awaiting_release = False
        self._visible = True
        self._release_at = self._clock.monotonic() if at is None else at
        self._read_ring()
        self._begin(self._release_at)

    def pause(self) -> None:
        self._child.send(messages.encode(messages.Pause(self._take)))
        self._pacing.hold(self._clock.monotonic())

    def resume(self) -> None:
        if self._awaiting_release:
            self.release()
        self._child.send(messages.encode(messages.Resume(self._take)))
        self._pacing.go_on(self._clock.monotonic())

    def stop(self) -> None:
        self._take += 1
        self._reel, self._picture = None, None
        self._pacing = Pacing(None)
        self._child.send(messages.encode(messages.Stop()))
        self._leave_ring()

    def set_volume(self, volume: int) -> None:
        self._child.send(messages.encode(messages.SetVolume(volume)))

    def reports(self) -> list[Report]:
        now = self._clock.monotonic()
        self._leaving_rings = [ring for ring in self._leaving_rings if not ring.close()]
        found: list[Report] = []
        while self._inbox and not self._gone:
            found += self._report(self._inbox.popleft())
        self._read_ring()
        if self._reel is not None:
            found += self._progress(now)
        if not self._gone and self._silence.too_long(now, heard=self._heard_since.is_set()):
            found.append(self._die("it was silent for too long"))
        self._heard_since.clear()
        return found

    def picture(self, now: float) -> Picture | None:
        self._read_ring()
        frame = self._pacing.due(now)
        if frame is None and self._visible and self._awaiting_release:
            frame = self._pacing.first()
        if frame is None or not self._visible or self._reel is None or self._ring is None:
            return None
        if self._picture is None or self._picture.number != frame.index:
            self._picture = self._picture_of(frame, self._reel, self._ring)
        return self._picture

    def next_picture_at(self, now: float) -> float | None:
        if self._reel is None or self._gone:
            return None
        if self._awaiting_release:
            return now + _POLL_SECONDS if self._visible and not self._pacing.settled else None
        if not self._pacing.begun:
            return now + _POLL_SECONDS
        due = self._pacing.next_at()
        return None if due is None else max(due, now + _POLL_SECONDS)

    def position(self, now: float) -> float:
        return (self._reel.start if self._reel else 0.0) + self._pacing.seconds(now)

    def ends_at(self) -> float | None:
        if self._reel is None:
            return None
        known = self._pacing.over_at()
        return known if known is not None else self._pacing.at(self._reel.seconds)

    def close(self, seconds: float = 1.0) -> bool:
        """As the contract says; it is asked first, and ended by force when it does not go."""
        if not self._gone:
            self._gone = True
            self._child.send(messages.encode(messages.Quit()))
            self._child.reap(min(seconds, 0.3))
        self._reel, self._picture = None, None
        self._leave_ring()
        self._child.kill()
        ended = self._child.reap(seconds)
        self._leaving_rings = [ring for ring in self._leaving_rings if not ring.close()]
        return ended

    def _ring_for(self, reel: Reel, interval: float | None) -> RingReader:
        """The ring of this shape: the one there is, or a new one under a new name."""
        width, height = reel.size
        slots = 8 if interval is None or interval > 0.03 else 16
        shape = Shape(width, height, slots)
        if self._ring is None or self._ring.shape != shape:
            self._leave_ring()
            self._ring = RingReader(shape)
            self._seen = 0
        return self._ring

    def _leave_ring(self) -> None:
        """Its memory goes when the projector has let go of it, too, and nobody holds a picture in it."""
        if self._ring is not None and not self._ring.close():
            self._leaving_rings.append(self._ring)
        self._ring = None

    def _read_ring(self) -> None:
        """Take note of the frames that arrived."""
        if self._ring is None or self._reel is None:
            return
        latest = self._ring.latest()
        for sequence in range(max(self._seen, latest - self._ring.shape.slots + 1) + 1, latest + 1):
            stamp = self._ring.stamp(sequence)
            if stamp is not None and stamp.take == self._take:
                self._pacing.add(sequence, stamp.displayed, stamp.paused)
        self._seen = max(self._seen, latest)
        if not self._awaiting_release:
            self._begin(self._clock.monotonic())

    def _begin(self, at: float) -> None:
        if not self._pacing.begun and self._pacing.settled:
            self._pacing.begin(max(at, self._release_at or 0.0))

    def _picture_of(self, frame: Frame, reel: Reel, ring: RingReader) -> Picture:
        def intact() -> bool:
            return ring.holds(frame.sequence)

        return Picture(
            planes=ring.planes(frame.sequence),
            width=ring.shape.width,
            height=ring.shape.height,
            matrix=reel.facts.matrix,
            number=frame.index,
            take=self._take,
            due=self._pacing.due_at(frame),
            intact=intact,
        )

    def _progress(self, now: float) -> list[Report]:
        """What follows from the timetable: the first frame is due, the last one is over."""
        found: list[Report] = []
        if not self._rolling and not self._awaiting_release and self._pacing.due(now) is not None:
            self._rolling = True
            found.append(Rolling(self._take))
        over = self._pacing.over_at()
        if self._rolling and over is not None and now >= over:
            found.append(Ended(self._take))
            self.stop()
        return found

    def _report(self, notice: Notice | None) -> list[Report]:
        match notice:
            case None:
                return [self._die("its process ended")]
            case messages.IsReady():
                self._silence.ready()
            case messages.IsAttached(ring):
                if self._ring is not None and self._ring.name == ring:
                    self._ring.forget_name()
            case messages.IsLoaded(take) if take == self._take:
                self._read_ring()
                self._pacing.settle()
                return [Loaded(take)] if self._awaiting_release else []
            case messages.HasEnded(take) if take == self._take:
                self._read_ring()
                self._pacing.ended()
            case messages.HasFailed(take, reason) if take == self._take:
                self.stop()
                return [Failed(take, reason)]
        return []

    def _die(self, reason: str) -> Died:
        self._gone = True
        self._child.kill()
        return Died(f"projector {self._name}: {reason}")

    def _hear(self, data: bytes | None) -> None:
        """On the listener's thread: understand, keep, and wake the frame loop unless it is only a sign of life."""
        self._heard_since.set()
        notice = None
        if data is not None:
            try:
                notice = messages.decode_notice(data)
            except messages.Refused as error:
                self._refused(f"from projector {self._name}: {error}")
                return
        if not isinstance(notice, messages.IsAlive):
            self._inbox.append(notice)
            self._wake()


class _Silence:
    """How long nothing was heard, in time that we were awake ourselves.

    A kiosk that was suspended itself must not take that for its projectors' silence.
    """

    def __init__(self, now: float) -> None:
        self._last = now
        self._seconds = 0.0
        self._limit = START_SECONDS

    def ready(self) -> None:
        """From now on it speaks twice a second."""
        self._limit = SILENCE_SECONDS

    def too_long(self, now: float, *, heard: bool) -> bool:
        self._seconds = 0.0 if heard else self._seconds + min(now - self._last, 0.6)
        self._last = now
        return self._seconds > self._limit
