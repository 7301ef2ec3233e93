"""The frames of a projector as the kiosk gets at them: rings, what arrived in them, pictures."""

import time
from threading import Thread
from typing import Final

from kiosk.projection.contract import Picture, Reel
from kiosk.projection.grid import Arrival, Frame
from kiosk.projection.messages import KEPT_SECONDS
from kiosk.projection.ring import RingReader, Shape

_SLOTS: Final = 8
_LOOK_AGAIN_SECONDS: Final = 0.2
_SLOTS_FAST: Final = 16
"""For more than 30 frames a second: the reserve, in frames, is larger."""


class FrameSource:
    """Keeps the ring that is in use, or was not long ago: to make one and to let it go costs a frame its moment."""

    def __init__(self) -> None:
        self._ring: RingReader | None = None
        self._over_at: float | None = None
        self._seen = 0

    def ring_for(self, reel: Reel) -> RingReader:
        """A ring for the reel's frames: the one there is if it has the shape, else a new one under a new name.

        What is in it already belongs to earlier takes and is not looked at any more.
        """
        shape = Shape(*reel.size, slots=_SLOTS if reel.facts.frame_rate <= 30 else _SLOTS_FAST)
        if self._ring is None or self._ring.shape != shape:
            self.leave()
            self._ring = RingReader(shape)
        self._over_at = None
        self._seen = self._ring.latest()
        return self._ring

    def attached(self, name: str) -> None:
        """The projector has mapped the ring of this name."""
        if self._ring is not None and self._ring.name == name:
            self._ring.forget_name()

    def arrivals(self, take: int) -> list[Arrival]:
        """The frames of a take that came since the last call, oldest first."""
        ring = self._ring
        if ring is None:
            return []
        latest = ring.latest()
        if latest == self._seen:
            return []
        oldest = max(self._seen, latest - ring.shape.slots + 1) + 1
        self._seen = max(self._seen, latest)
        stamps = [ring.stamp(sequence) for sequence in range(oldest, latest + 1)]
        return [
            Arrival(stamp.sequence, stamp.displayed, stamp.paused)
            for stamp in stamps
            if stamp is not None and stamp.take == take
        ]

    def picture(self, frame: Frame, reel: Reel, take: int, due: float) -> Picture | None:
        """The frame's pixels, where they lie; None if they are overwritten already."""
        ring, sequence = self._ring, frame.sequence
        if ring is None or not ring.holds(sequence):
            return None

        def intact() -> bool:
            return ring.holds(sequence)

        width, height = ring.shape.width, ring.shape.height
        return Picture(ring.planes(sequence), width, height, reel.facts.matrix, frame.index, take, due, intact)

    def rest(self, now: float) -> None:
        """The reel is over at ``now`` (monotonic seconds): the ring is kept a while for the next one."""
        self._over_at = now

    def tidy(self, now: float) -> None:
        """Let go of a ring that nobody took."""
        if self._over_at is not None and now - self._over_at > KEPT_SECONDS:
            self.leave()

    def leave(self) -> None:
        """Let go of the ring. Its memory goes when the projector and everybody with a picture of it did so, too."""
        ring, self._ring, self._over_at = self._ring, None, None
        if ring is not None:
            ring.close()
            # Beside the frame loop, which would stand still meanwhile.
            Thread(target=_unmap, args=(ring,), name="unmapping", daemon=True).start()


def _unmap(ring: RingReader) -> None:
    while not ring.unmap():
        time.sleep(_LOOK_AGAIN_SECONDS)
