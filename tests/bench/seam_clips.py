"""The clips of the seam benchmarks: every frame says which one it is, and the sound tells which frame it belongs to.

The picture is that of the benchmarks' film. A frame's strip (see ``number``) reads clip × 256 + frame. The sound is a
soft tone of whole cycles, so that a clip joins itself without a step, with short high bursts at known frames. By the
tone a recording tells where there is a gap or a click, by the bursts how far the sound is from the picture.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from tests.bench.film import SOUND_RATE, cache_folder, film_frames
from tests.bench.number import draw

FRAMES_OF_A_CLIP = 256
"""Frame numbers are below this; clips are numbered from 0 to 15."""

TONE_HZ = 440
TONE_LEVEL = 0.1
BURST_HZ = 3000
BURST_SECONDS = 0.012
BURST_LEVEL = 0.15
BURST_EVERY = 0.4
FIRST_BURST = 0.2
RECIPE = 1
"""Raised whenever what is drawn or how it is coded changes, so that old files in the cache are left alone."""


@dataclass(frozen=True, slots=True)
class Clip:
    """``code``: its number, 0 to 15. ``size`` in pixels, of shape 16:9. ``rate`` in frames a second. ``tone`` in Hz."""

    code: int
    frames: int = 50
    rate: int = 25
    size: tuple[int, int] = (1920, 1080)
    codec: str = "libx264"
    sound: bool = True
    tone: int = TONE_HZ
    bits_per_second: int = 8_000_000

    @property
    def seconds(self) -> float:
        return self.frames / self.rate

    @property
    def bursts(self) -> list[int]:
        """Frames at whose time a burst is in the sound, in the middle of it."""
        count = int((self.seconds - FIRST_BURST - 0.05) / BURST_EVERY) + 1
        return [round((FIRST_BURST + number * BURST_EVERY) * self.rate) for number in range(max(0, count))]


def clip_file(clip: Clip) -> Path:
    """The clip, made at the first call and kept."""
    width, height = clip.size
    sound = f"{clip.tone}hz" if clip.sound else "silent"
    name = f"seam-{RECIPE}-{clip.code}-{clip.frames}-{clip.rate}-{width}x{height}-{clip.codec}-{sound}.mp4"
    path = cache_folder() / name
    if not path.exists():
        unfinished = path.with_suffix(".part.mp4")
        _write(unfinished, clip)
        unfinished.rename(path)
    return path


def _write(path: Path, clip: Clip) -> None:
    with av.open(str(path), "w", options={"movflags": "+faststart"}) as container:
        picture = container.add_stream(clip.codec, rate=clip.rate)
        picture.width, picture.height = clip.size
        picture.pix_fmt = "yuv420p"
        picture.bit_rate = clip.bits_per_second
        picture.time_base = Fraction(1, clip.rate)
        if clip.codec == "libx264":
            picture.options = {"preset": "veryfast", "bf": "2", "g": "50", "threads": "2"}
        sound = container.add_stream("aac", rate=SOUND_RATE, layout="stereo") if clip.sound else None
        blocks = _sound(clip)
        for frame in _frames(clip):
            container.mux(picture.encode(frame))
            if sound is not None:
                for block in islice(blocks, SOUND_RATE // clip.rate // 1024 + 1):
                    container.mux(sound.encode(block))
        container.mux(picture.encode(None))
        if sound is not None:
            for block in blocks:
                container.mux(sound.encode(block))
            container.mux(sound.encode(None))


def _frames(clip: Clip) -> Iterator[av.VideoFrame]:
    for number, frame in enumerate(film_frames(clip.frames)):
        planes = frame.to_ndarray()
        draw(planes[: frame.height], clip.code * FRAMES_OF_A_CLIP + number)
        numbered = av.VideoFrame.from_ndarray(planes, format="yuv420p")
        if clip.size != (frame.width, frame.height):
            numbered = numbered.reformat(*clip.size)
        numbered.pts, numbered.time_base = number, Fraction(1, clip.rate)
        yield numbered


def wave(clip: Clip) -> NDArray[np.float32]:
    """The clip's sound, as long as its picture."""
    at = np.arange(round(clip.seconds * SOUND_RATE)) / SOUND_RATE
    cycles = round(clip.tone * clip.seconds)
    sound = TONE_LEVEL * np.sin(2 * np.pi * cycles * at / clip.seconds)
    for frame in clip.bursts:
        since = at - frame / clip.rate + BURST_SECONDS / 2
        inside = (since >= 0) & (since < BURST_SECONDS)
        window = np.sin(np.pi * since[inside] / BURST_SECONDS) ** 2
        sound[inside] += BURST_LEVEL * window * np.sin(2 * np.pi * BURST_HZ * since[inside])
    return sound.astype(np.float32)


def _sound(clip: Clip) -> Iterator[av.AudioFrame]:
    sound = wave(clip)
    for start in range(0, len(sound), 1024):
        part = sound[start : start + 1024]
        frame = av.AudioFrame.from_ndarray(np.stack([part, part]), format="fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = SOUND_RATE, start, Fraction(1, SOUND_RATE)
        yield frame
