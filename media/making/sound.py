"""What the clips' sounds are made of. Every sound is (samples,) or (samples, 2) at 48 kHz."""

import numpy as np
from numpy.typing import NDArray

from making.film_file import SAMPLE_RATE

Sound = NDArray[np.floating]


def times(seconds: float) -> Sound:
    return np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE


def noise(seconds: float, low: float, high: float, rng: np.random.Generator, slope: float = 0.5) -> Sound:
    """Stereo noise from ``low`` to ``high`` Hz, RMS 1, weaker with the ``slope``-th power of frequency."""
    count = round(seconds * SAMPLE_RATE)
    spectrum = np.fft.rfft(rng.normal(0, 1, (count, 2)), axis=0)
    frequency = np.fft.rfftfreq(count, 1 / SAMPLE_RATE) + 1e-3
    rise, fall = 1 / (1 + (low / frequency) ** 4), 1 / (1 + (frequency / high) ** 4)
    shaped = np.fft.irfft(spectrum * (rise * fall / frequency**slope)[:, None], count, axis=0)
    return shaped / np.sqrt(np.mean(shaped**2))


def gusts(seconds: float, pace: float, rng: np.random.Generator) -> Sound:
    """Two slow curves between about 0 and 1, one for each side, that swell ``pace`` times a second."""
    t = times(seconds)[:, None]
    phases = rng.uniform(0, 2 * np.pi, (3, 1, 1)) + rng.uniform(-0.7, 0.7, (3, 1, 2))
    swell = sum(
        np.sin(2 * np.pi * pace * ratio * t + phase) for ratio, phase in zip((1, 1.71, 0.43), phases, strict=True)
    )
    return np.clip(0.5 + swell / 4.5, 0, 1)


def drone(seconds: float, pitches: tuple[float, ...], rng: np.random.Generator) -> Sound:
    """Held tones that beat softly against themselves, one voice on each side; pitches in Hz; about 1 at most."""
    t = times(seconds)
    total = np.zeros((len(t), 2))
    for number, pitch in enumerate(pitches):
        breath = 0.7 + 0.3 * np.sin(2 * np.pi * (0.05 + 0.023 * number) * t + rng.uniform(0, 6.3))
        for side, detune in enumerate((-0.18, 0.21)):
            phase = 2 * np.pi * (pitch + detune) * t + rng.uniform(0, 6.3)
            total[:, side] += (
                breath * (np.sin(phase) + 0.22 * np.sin(2 * phase) + 0.08 * np.sin(3 * phase)) / (1 + number * 0.6)
            )
    return total / len(pitches)


def plucked(pitch: float, seconds: float, rng: np.random.Generator, damping: float = 0.496) -> Sound:
    """A plucked string (Karplus and Strong, 1983): a loop of noise that loses its edges at every turn."""
    period = round(SAMPLE_RATE / pitch)
    loop = rng.uniform(-1, 1, period)
    for _ in range(6):  # a soft finger, not a plectrum
        loop = 0.5 * (loop + np.roll(loop, 1))
    turns = []
    for _ in range(int(seconds * SAMPLE_RATE) // period + 1):
        turns.append(loop)
        loop = damping * (loop + np.roll(loop, 1))
    string = np.concatenate(turns)[: int(seconds * SAMPLE_RATE)]
    return string / np.abs(string).max() * np.minimum(1, np.arange(len(string))[::-1] / 2400)


def chime(pitch: float, seconds: float, partials: tuple[tuple[float, float, float], ...]) -> Sound:
    """A struck tone: ``partials`` are (ratio to the pitch, strength, seconds to fade)."""
    t = times(seconds)
    tone = sum(
        strength * np.exp(-t / fade) * np.sin(2 * np.pi * pitch * ratio * t) for ratio, strength, fade in partials
    )
    return tone * np.minimum(1, t / 0.008) * np.minimum(1, (seconds - t) / 0.3)


def drop(pitch: float) -> Sound:
    """A drop of water: a short tone that rises as its bubble closes."""
    t = times(0.16)
    return np.exp(-t / 0.028) * np.sin(2 * np.pi * pitch * (t + 2.4 * t**2)) * np.minimum(1, t / 0.002)


def place(track: Sound, sound: Sound, at: float, side: float = 0.0, strength: float = 1.0) -> None:
    """Add the mono ``sound`` to the stereo ``track`` from ``at`` seconds; ``side`` from −1 (left) to 1 (right)."""
    start = round(at * SAMPLE_RATE)
    part = sound[: max(0, len(track) - start)]
    angle = (side + 1) * np.pi / 4
    track[start : start + len(part)] += strength * part[:, None] * (np.cos(angle), np.sin(angle))


def in_a_room(dry: Sound, fade: float, share: float, rng: np.random.Generator, dark: float = 2600) -> Sound:
    """``dry`` with the echo of a room that takes ``fade`` seconds to fall silent; ``share`` is the echo's part."""
    t = times(fade * 1.3)
    echo = noise(fade * 1.3, 120, dark, rng, slope=0.3) * (np.exp(-6.9 * t / fade) * np.minimum(1, t / 0.02))[:, None]
    echo /= np.sqrt(np.sum(echo**2, axis=0))
    length = len(dry) + len(echo)
    wet = np.fft.irfft(np.fft.rfft(dry, length, axis=0) * np.fft.rfft(echo, length, axis=0), length, axis=0)
    return (1 - share) * dry + share * wet[: len(dry)]
