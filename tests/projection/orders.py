"""An order as the kiosk gives it to a projector."""

from kiosk.projection.messages import Load

LOAD = Load(
    take=3,
    file="/media/film.mp4",
    ring="kiosk-1-1",
    width=1920,
    height=1080,
    slots=8,
    start_ms=12000,
    end_ms=None,
    volume=70,
    device="auto",
    full_range=False,
    held=True,
    hold_ms=40,
    sound_delay_ms=80,
    patience_ms=4000,
    frame_rate=25.0,
    picture_ms=90_000,
    joins=False,
    splice=False,
)
