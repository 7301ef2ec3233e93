"""One caption of a file: words, and when they are said."""

from dataclasses import dataclass

MOST_BYTES = 4 * 2**20
"""Of a caption file. A film of ten hours needs less than 1 MB."""
MOST_CUES = 10_000
LONGEST_CUE = 1_000
"""Characters. Nobody reads more at once; what is beyond is a damaged file."""


class Unreadable(Exception):
    """Why a caption file cannot be used, as the end of a sentence that begins with its name."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words from ``start`` to ``end`` (seconds of the media file), in the lines in which they were written."""

    start: float
    end: float
    text: str
