"""What an ear would mark in a recording: silence where a tone should be, and clicks."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from tests.bench.listening import RATE
from tests.bench.seam_clips import TONE_LEVEL

Samples = NDArray[np.floating]

WINDOW: Final = RATE // 1000
SILENT: Final = TONE_LEVEL / 3
LEAST_SILENCE: Final = 0.002
"""Seconds. What is shorter is a tone that goes through zero."""
CLICK_HZ: Final = 7000
CLICK_LEVEL: Final = 0.012
"""Above ``CLICK_HZ``: a step of less than half the tone's height, heard as a tick."""

MARGIN: Final = 20 * WINDOW
"""Samples added to both ends before a spectrum is made, which takes the end for joined to the beginning: a click."""


def silences(samples: Samples) -> list[float]:
    """How long each is, in seconds."""
    lengths = [length * WINDOW / RATE for _, length in runs(_loudest(np.abs(samples)) < SILENT)]
    return [length for length in lengths if length > LEAST_SILENCE]


def clicks(samples: Samples) -> list[float]:
    """When each is heard, in seconds from the first sample."""
    return [start * WINDOW / RATE for start, _ in runs(_loudest(band(samples, CLICK_HZ, 20_000)) > CLICK_LEVEL)]


def band(samples: Samples, low: float, high: float) -> NDArray[np.float64]:
    """What is between two frequencies, without its sign."""
    turned = np.pad(samples, MARGIN, mode="reflect", reflect_type="odd")
    spectrum = np.fft.rfft(turned)
    at = np.fft.rfftfreq(len(turned), 1 / RATE)
    spectrum[(at < low) | (at > high)] = 0
    return np.abs(np.fft.irfft(spectrum, len(turned)))[MARGIN:-MARGIN]


def runs(flags: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Start and length of each run of true ones."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], flags, [False]]).astype(np.int8)))
    return [(int(start), int(end - start)) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _loudest(samples: Samples) -> Samples:
    """The loudest of each 3 ms, millisecond by millisecond: a whole swing of the tone and a little more."""
    each = samples[: len(samples) // WINDOW * WINDOW].reshape(-1, WINDOW).max(axis=1)
    padded = np.pad(each, 1, mode="edge")
    return np.maximum(np.maximum(padded[:-2], padded[1:-1]), padded[2:])
