"""Loudness as broadcasters measure it (ITU-R BS.1770-4), and the last step of every sound."""

import numpy as np

from making.film_file import SAMPLE_RATE
from making.sound import Sound

TARGET = -28.0  # LUFS: quieter than speech, the clips are there to be looked at
PEAK = 0.5  # −6 dBFS

# The two filters of BS.1770 at 48 kHz: numerators and denominators in powers of z⁻¹.
SHELF = ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585))
HIGH_PASS = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))


def loudness(sound: Sound) -> float:
    """Integrated loudness of a stereo ``sound`` in LUFS, gated at −70 LUFS and at 10 LU under the mean."""
    weighted = _weighted(sound)
    block, step = round(0.4 * SAMPLE_RATE), round(0.1 * SAMPLE_RATE)
    starts = range(0, len(sound) - block + 1, step)
    power = np.array([np.mean(weighted[start : start + block] ** 2, axis=0).sum() for start in starts])
    heard = power[_lufs(power) > -70]
    if not len(heard):
        return -np.inf
    return float(_lufs(np.mean(heard[_lufs(heard) > _lufs(np.mean(heard)) - 10])))


def mastered(sound: Sound, fade_in: float = 1.2, fade_out: float = 1.6) -> Sound:
    """``sound`` at the target loudness, faded in and out (seconds), its peaks rounded off below −6 dBFS."""
    seconds = np.arange(len(sound)) / SAMPLE_RATE
    envelope = np.minimum(1, seconds / fade_in) * np.minimum(1, (len(sound) / SAMPLE_RATE - seconds) / fade_out)
    faded = sound * (np.sin(envelope * np.pi / 2) ** 2)[:, None]
    for _ in range(3):  # rounding peaks takes loudness away, so that it needs another look
        faded = faded * 10 ** ((TARGET - loudness(faded)) / 20)
        faded = PEAK * np.tanh(faded / PEAK)
    return faded.astype(np.float32)


def _weighted(sound: Sound) -> Sound:
    length = 2 * len(sound)  # room for the filters to ring out
    turn = np.exp(-1j * 2 * np.pi * np.fft.rfftfreq(length))
    response = np.ones_like(turn)
    for numerator, denominator in (SHELF, HIGH_PASS):
        response *= np.polyval(numerator[::-1], turn) / np.polyval(denominator[::-1], turn)
    return np.fft.irfft(np.fft.rfft(sound, length, axis=0) * response[:, None], length, axis=0)[: len(sound)]


def _lufs(power: Sound) -> Sound:
    return -0.691 + 10 * np.log10(np.maximum(power, 1e-12))
