"""What a seam looked and sounded like, from what was seen on the screen and heard from the sink."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tests.bench import ear
from tests.bench.ear import WINDOW
from tests.bench.listening import RATE, Heard
from tests.bench.seam_clips import BURST_HZ, FRAMES_OF_A_CLIP, Clip

Frames = Sequence[tuple[float, int]]

BURST_REACH = 0.15
LEAST_BURST = 0.02


@dataclass(slots=True)
class Seams:
    """``gaps``: seconds from a clip's last frame to the next one's first; ``off``: how far each is from an interval.

    ``holds``: how much longer than its interval each frame inside a clip stood. Both in seconds.
    """

    gaps: list[float] = field(default_factory=list)
    off: list[float] = field(default_factory=list)
    holds: list[float] = field(default_factory=list)
    moments: list[float] = field(default_factory=list)
    lost: int = 0
    again: int = 0


def count_seams(frames: Frames, clips: Sequence[Clip]) -> Seams:
    """Count in what was watched. Clips that follow each other differ in their code, or are one and the same."""
    known = {clip.code: clip for clip in clips}
    found = Seams()
    for (before, old), (at, new) in itertools.pairwise(frames):
        clip, index = known[old // FRAMES_OF_A_CLIP], old % FRAMES_OF_A_CLIP
        following = new % FRAMES_OF_A_CLIP
        if new // FRAMES_OF_A_CLIP == clip.code and following > index:
            found.lost += following - index - 1
            if following == index + 1:
                found.holds.append(at - before - 1 / clip.rate)
        elif new // FRAMES_OF_A_CLIP == clip.code and following > clip.frames // 4:
            found.again += 1
        else:
            found.lost += clip.frames - 1 - index + following
            found.gaps.append(at - before)
            found.off.append(at - before - 1 / clip.rate)
            found.moments.append(at)
    return found


@dataclass(frozen=True, slots=True)
class Sound:
    """``gaps``: seconds of silence, each longer than 2 ms. ``clicks``: when, in monotonic seconds. ``late``: of each
    burst, in seconds."""

    gaps: list[float]
    clicks: list[float]
    late: list[float]


def judge_sound(heard: Heard, frames: Frames, clips: Sequence[Clip], begins: float, ends: float) -> Sound:
    """Between two moments (monotonic seconds), in the middle of tones."""
    first, last = (round((at - heard.begins) * RATE) for at in (begins, ends))
    samples = heard.samples[max(0, first) : last]
    since = max(heard.begins, begins)
    clicks = [since + at for at in ear.clicks(samples)]
    return Sound(ear.silences(samples), clicks, _lateness(samples, since, frames, clips))


def _lateness(samples: NDArray[np.float32], begins: float, frames: Frames, clips: Sequence[Clip]) -> list[float]:
    """How much later than its frame each burst was heard."""
    bursts = np.convolve(ear.band(samples, BURST_HZ - 600, BURST_HZ + 600), np.ones(WINDOW * 5) / (WINDOW * 5), "same")
    known = {clip.code: clip for clip in clips}
    late = []
    for at, number in frames:
        clip = known[number // FRAMES_OF_A_CLIP]
        place, reach = round((at - begins) * RATE), round(BURST_REACH * RATE)
        if not clip.sound or number % FRAMES_OF_A_CLIP not in clip.bursts:
            continue
        around = bursts[max(0, place - reach) : place + reach]
        if place >= reach and len(around) == 2 * reach and around.max() > LEAST_BURST:
            late.append(float(around.argmax() - reach) / RATE)
    return late
