"""Measured films, made up for one test each."""

from pathlib import Path

from kiosk.bench.frames import Count
from kiosk.bench.measured import Measured
from kiosk.bench.stretches import Stretch
from kiosk.exhibition.film import Excerpt
from kiosk.projection.contract import Matrix, MediaFacts

SMOOTH = Count(shown=100, longest=0.041)
STUTTERING = Count(shown=20, dropped=98, late=2, longest=0.31)


def facts(width: int = 1920, height: int = 1080, rate: float = 25.0, codec: str = "h264") -> MediaFacts:
    return MediaFacts(width, height, 1.0, 0, 60.0, rate, Matrix.BT709, True, codec)


def measured(name: str = "clips/water.mp4", frames: Count = SMOOTH, **more: object) -> Measured:
    stretch = Stretch(name, Excerpt(f"bench-{name}", Path("/show/media") / name))
    usual = {"facts": facts(), "seconds": 4.0, "tap_to_picture": 0.0424, "changeover": 0.0404}
    return Measured(stretch, frames=frames, **(usual | {"processor": 0.125, "memory": 301.6, "degrees": 51.5} | more))
