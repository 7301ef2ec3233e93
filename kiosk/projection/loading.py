"""From a take to the order that its projector gets."""

import os
from typing import Final

from kiosk.projection.contract import Matrix
from kiosk.projection.messages import Load
from kiosk.projection.pacing import RESERVE_SECONDS
from kiosk.projection.ring import RingReader
from kiosk.projection.takes import Take

_SOUND_STARTS_SECONDS: Final = 0.04
"""libvlc's first frames after a release come so much later where sound starts with them. Without, every third seam had
its fourth or fifth frame 10 to 20 ms late."""


def load_order(take: Take, ring: RingReader, patience: float) -> Load:
    """Thread a take; its frames go into ``ring``. ``patience``: seconds to the first one."""
    reel = take.reel
    starts_sound = reel.joins and reel.facts.has_sound and reel.volume > 0
    reserve = RESERVE_SECONDS + (_SOUND_STARTS_SECONDS if starts_sound else 0.0)
    return Load(
        take=take.number,
        file=os.path.abspath(reel.file),
        ring=ring.name,
        width=ring.shape.width,
        height=ring.shape.height,
        slots=ring.shape.slots,
        start_ms=round(reel.start * 1000),
        end_ms=None if reel.end is None else round(reel.end * 1000),
        volume=reel.volume,
        device=reel.device,
        full_range=reel.facts.matrix is Matrix.FULL_RANGE,
        held=take.waits,
        hold_ms=round(max(0.0, reserve - (take.interval or 0.04)) * 1000),
        sound_delay_ms=round(RESERVE_SECONDS * 1000),
        patience_ms=round(patience * 1000),
        frame_rate=reel.facts.frame_rate,
        picture_ms=round(reel.facts.seconds * 1000),
        joins=reel.joins,
        splice=take.spliced,
    )
