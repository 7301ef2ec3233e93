"""Files of sines whose loudness is known: 1 kHz at a level in dBFS, in both channels, is as much in LUFS."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np

Tones = list[tuple[float, float]]
"""Level of a sine in dBFS, and its seconds."""


def tone(path: Path, tones: Tones, *, layout: str = "stereo", hertz: float = 1000.0, phase: float = 0.0) -> Path:
    """A file of sines, in lossless sound of 48 kHz; each comes and goes within 10 ms."""
    with av.open(str(path), "w") as out:
        stream = out.add_stream("pcm_f32le", rate=48_000, layout=layout)
        written = 0
        for level, seconds in tones:
            times = (written + np.arange(round(seconds * 48_000))) / 48_000
            wave = 10 ** (level / 20) * np.sin(2 * np.pi * hertz * times + phase)
            wave *= np.clip(np.minimum(times - times[0], times[-1] - times) / 0.01, 0.0, 1.0)
            for block in np.array_split(wave.astype(np.float32), max(1, len(wave) // 4800)):
                channels = np.repeat(block, 1 if layout == "mono" else 2).reshape(1, -1)
                frame = av.AudioFrame.from_ndarray(channels, format="flt", layout=layout)
                frame.sample_rate, frame.pts, frame.time_base = 48_000, written, Fraction(1, 48_000)
                out.mux(stream.encode(frame))
                written += len(block)
        out.mux(stream.encode(None))
    return path
