"""What there is to know of a film before the opening, in words that can be sent and kept."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final, get_type_hints

from kiosk.exhibition.level import Loudness
from kiosk.projection.loudness_memory import Measured, measured

Stretch = tuple[Path, float, float | None]
"""A file, and its in and out points in seconds; None for its end."""

SPEED_SECONDS: Final = 4.0
"""So much of a film is decoded to see how fast that goes."""


@dataclass(frozen=True, slots=True)
class FilmFacts:
    """What a file says of itself.

    ``width``, ``height``: visible pixels as coded. ``rotation``: degrees clockwise. ``pixels``: FFmpeg's name of their
    format. ``rate``: frames a second on average, 0 if not known. ``seconds``: length, 0 if not known. ``hdr``: ``PQ``,
    ``HLG`` or empty. ``bits``: a second, of the whole file. ``channels``: of the first sound track, 0 without one.
    """

    codec: str
    width: int
    height: int
    rotation: int
    pixels: str
    rate: float
    seconds: float
    hdr: str = ""
    bits: float = 0.0
    sound_codec: str = ""
    channels: int = 0
    layout: str = ""
    sound_tracks: int = 0


@dataclass(frozen=True, slots=True)
class Watched:
    """What was seen and heard of a stretch, all of it decoded. Times are seconds of the file.

    ``first`` and ``last``: when the first frame comes, and when the last one has had its time. ``varies``: the rate.
    ``damaged``: parts that cannot be decoded, the first of them at ``damaged_at``. ``black_start``, ``black_end``,
    ``still_start``, ``still_end``: so many seconds; ``fades_in``, ``fades_out``: softly, from black and to it.
    ``seam``: mean difference of the last picture and the first, 0 to 255. ``flashes``: in the worst second, which ends
    at ``flashes_at``, 0 if there are never more than three; ``red_flashes`` alike. ``clipped``: samples in a row at the
    highest level, on average. ``one_sided``: one of two channels is silent. ``heaviest``: where the most data is.
    ``cost``: seconds of one processor that all of this took.
    """

    frames: int = 0
    first: float = 0.0
    last: float = 0.0
    varies: bool = False
    interlaced: bool = False
    damaged: int = 0
    damaged_at: float = 0.0
    black_start: float = 0.0
    black_end: float = 0.0
    fades_in: bool = False
    fades_out: bool = False
    still_start: float = 0.0
    still_end: float = 0.0
    seam: float = 0.0
    flashes: int = 0
    flashes_at: float = 0.0
    red_flashes: int = 0
    red_flashes_at: float = 0.0
    clipped: float = 0.0
    one_sided: bool = False
    heaviest: float = 0.0
    cost: float = 0.0

    @property
    def seconds(self) -> float:
        """How long it runs."""
        return max(0.0, self.last - self.first)


@dataclass(frozen=True, slots=True)
class Inspection:
    """All of a stretch. ``speed``: how many times faster than it plays this machine decodes it, 0 if not measured."""

    facts: FilmFacts
    watched: Watched
    loudness: Measured | None = None
    speed: float = 0.0

    def as_dict(self) -> dict[str, Any]:
        """For JSON; ``loudness`` None where it could not be measured."""
        loud = asdict(self.loudness) if isinstance(self.loudness, Loudness) else None
        return {"facts": asdict(self.facts), "watched": asdict(self.watched), "loudness": loud, "speed": self.speed}


@dataclass(frozen=True, slots=True)
class Uninspected:
    """Why nothing is known of a file, as the end of a sentence that begins with its name."""

    reason: str


def facts_of(told: Mapping[str, Any]) -> FilmFacts:
    """From JSON. ValueError, KeyError or TypeError if it is something else."""
    return FilmFacts(**_typed(FilmFacts, told))


def watched_of(told: Mapping[str, Any]) -> Watched:
    """From JSON, as ``facts_of``."""
    return Watched(**_typed(Watched, told))


def loudness_of(told: Mapping[str, Any] | None) -> Measured | None:
    """From JSON; None where it was not measured."""
    return None if told is None else measured(dict(told))


def inspection_of(told: Mapping[str, Any]) -> Inspection:
    """What ``as_dict`` made."""
    loudness = loudness_of(told["loudness"])
    return Inspection(facts_of(told["facts"]), watched_of(told["watched"]), loudness, float(told["speed"]))


def _typed(kind: Any, told: Mapping[str, Any]) -> dict[str, Any]:
    """A process that was taken over by a file could send anything."""
    return {name: each(told[name]) for name, each in get_type_hints(kind).items()}
