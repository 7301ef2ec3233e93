"""What is heard while two films cross: whether both together stay as loud as one, and whether anything is missing."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tests.bench import ear, listening, our_kiosk
from tests.bench.ear import Samples
from tests.bench.listening import RATE, Recording
from tests.bench.processes import load
from tests.bench.report import Section, Verdict, median, spread
from tests.bench.seam_clips import Clip
from tests.bench.seams import BAR_SILENCE, Case, playing

TONES: Final = (500, 900)
"""Hz. Whole swings of both fit into a window, so that neither is taken for the other."""
WINDOW: Final = RATE // 50
HEARD: Final = 0.1
"""Of a tone's steady level: from here on it counts as heard."""
FAINTEST: Final = 1e-3
"""Of the steady level: less counts as this much, so that silence has a figure (-60 dB)."""
BAR_DB: Final = 3.0

CASE: Final = Case(
    "crossing tones",
    [Clip(code, frames=100, tone=tone) for code, tone in enumerate(TONES)],
    heard=True,
    over=1.2,
)


@dataclass(frozen=True, slots=True)
class Crossings:
    """``together``: how loud both are in each window, in dB against one alone. ``seconds``: how long both were heard,
    crossing by crossing. ``silences`` in seconds. ``clicks``: when, in seconds."""

    together: NDArray[np.float64]
    seconds: list[float]
    silences: list[float]
    clicks: list[float]


def run(*, quick: bool = False) -> list[Section]:
    """60 crossfades; quickly, 5."""
    count = 5 if quick else 60
    section = Section(
        f"Sound of {count} crossfades of {CASE.over} s",
        f"Two films of 1080p25 with steady tones of {TONES[0]} and {TONES[1]} Hz in turns, recorded from a null sink. "
        "Loudness: of both tones together in each 20 ms, against one alone.",
        ["crossfades", "both heard, s", "loudness, dB", "longest silence, ms", "clicks"],
    )
    if missing := our_kiosk.missing() or listening.missing():
        section.notes.append(f"ours was not measured: {missing}.")
        return [section]
    found = judge_crossings(_recorded(CASE.seconds * (count + 1)), TONES)
    silence = max(found.silences, default=0.0)
    lowest, highest = float(found.together.min()), float(found.together.max())
    section.rows.append(
        [
            str(len(found.seconds)),
            f"{median(found.seconds):.2f} ({spread(found.seconds, 2)})",
            f"{lowest:+.1f} to {highest:+.1f}",
            f"{1000 * silence:.0f}",
            str(len(found.clicks)),
        ]
    )
    section.verdicts += [
        Verdict(f"{count} crossfades heard", str(len(found.seconds)), len(found.seconds) >= count),
        Verdict(
            f"as loud as one alone, ± {BAR_DB:.0f} dB",
            f"{lowest:+.1f} to {highest:+.1f} dB",
            lowest >= -BAR_DB and highest <= BAR_DB,
        ),
        Verdict(f"no silence over {1000 * BAR_SILENCE:.0f} ms", f"{1000 * silence:.0f} ms", silence <= BAR_SILENCE),
        Verdict("no click", str(len(found.clicks)), not found.clicks),
    ]
    section.notes.append(f"Load averages at the end: {load()}.")
    return [section]


def judge_crossings(samples: Samples, tones: Sequence[int]) -> Crossings:
    """What is to be heard of two tones (Hz) in one channel that begins and ends with one of them alone."""
    one, two = (_levels(samples, tone) for tone in tones)
    steady = float(np.median(np.maximum(one, two)))
    share = np.maximum(np.hypot(one, two) / steady, FAINTEST)
    both = np.minimum(one, two) > HEARD * steady
    return Crossings(
        20 * np.log10(share),
        [length * WINDOW / RATE for _, length in ear.runs(both)],
        ear.silences(samples),
        ear.clicks(samples),
    )


def _levels(samples: Samples, tone: int) -> NDArray[np.float64]:
    """The tone's amplitude in each window."""
    windows = samples[: len(samples) // WINDOW * WINDOW].reshape(-1, WINDOW)
    swing = np.exp(-2j * np.pi * tone * np.arange(WINDOW) / RATE)
    levels: NDArray[np.float64] = 2 / WINDOW * np.abs(windows @ swing)
    return levels


def _recorded(seconds: float) -> Samples:
    """What the kiosk plays, from the middle of a tone on."""
    with playing(CASE) as (_, environment, _pilot):
        assert environment is not None
        recording = Recording(environment)
        time.sleep(seconds)
        heard = recording.end()
    one, two = (_levels(heard.samples, tone) for tone in TONES)
    alone = np.flatnonzero(np.minimum(one, two) < HEARD * np.maximum(one, two))
    samples: Samples = heard.samples[alone[0] * WINDOW : (alone[-1] + 1) * WINDOW]
    return samples
