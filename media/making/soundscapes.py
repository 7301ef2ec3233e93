"""The quiet sound of each clip."""

from collections.abc import Callable

import numpy as np

from making.sound import Sound, chime, drone, drop, gusts, in_a_room, noise, place, plucked, times

BELL = ((1.0, 1.0, 2.2), (2.01, 0.35, 1.3), (2.98, 0.18, 0.7), (5.4, 0.05, 0.3))


def street(seconds: float, rng: np.random.Generator) -> Sound:
    """Homs: wind between walls, and a few notes of a string instrument in an empty room."""
    wind = noise(seconds, 140, 700, rng, slope=0.9) * (0.25 + gusts(seconds, 0.09, rng)) * 0.5
    high = noise(seconds, 900, 2600, rng) * gusts(seconds, 0.13, rng) ** 2 * 0.05
    strings = np.zeros_like(wind)
    melody = (
        (2.2, 146.8), (3.5, 155.6), (4.3, 185.0), (5.0, 196.0), (7.2, 185.0), (8.0, 155.6), (8.9, 146.8),
        (12.6, 196.0), (13.4, 220.0), (14.3, 233.1), (15.4, 220.0), (16.3, 196.0), (17.3, 185.0), (18.1, 155.6),
        (19.2, 146.8),
    )  # fmt: skip
    for at, pitch in melody:
        place(strings, plucked(pitch, 3.2, rng), at, side=-0.2, strength=0.9)
    return 0.6 * wind + high + 0.2 * drone(seconds, (73.4, 110.0), rng) + 0.75 * in_a_room(strings, 2.8, 0.55, rng)


def sea(seconds: float, rng: np.random.Generator) -> Sound:
    """Silvered Water: small waves, and a held chord far out."""
    waves = noise(seconds, 180, 1500, rng, slope=0.6) * (0.12 + gusts(seconds, 0.23, rng) ** 2)
    wash = noise(seconds, 1800, 5200, rng) * gusts(seconds, 0.31, rng) ** 3 * 0.22
    chord = drone(seconds, (98.0, 146.8, 220.0, 293.7), rng)
    far = np.zeros_like(waves)
    for at, pitch, side in ((3.0, 587.3, 0.5), (7.5, 440.0, -0.4), (12.0, 659.3, 0.3), (15.5, 587.3, -0.2)):
        place(far, chime(pitch, 4.0, BELL), at, side, 0.16)
    return 0.7 * waves + wash + 0.42 * chord + in_a_room(far, 4.0, 0.8, rng)


def roofs(seconds: float, rng: np.random.Generator) -> Sound:
    """Still Recording: air over a town, the camera's own hum, its tone as it starts."""
    air = noise(seconds, 90, 900, rng, slope=0.8) * (0.4 + 0.6 * gusts(seconds, 0.11, rng))
    t = times(seconds)[:, None]
    hum = np.sin(2 * np.pi * 100 * t) + 0.4 * np.sin(2 * np.pi * 200 * t + 1) + 0.15 * np.sin(2 * np.pi * 400 * t)
    hiss = noise(seconds, 3000, 9000, rng, slope=0.2) * 0.05
    tone = np.zeros_like(air)
    for at in (0.75, 0.98):
        place(tone, chime(1320.0, 0.35, ((1.0, 1.0, 0.06), (2.0, 0.1, 0.03))), at, 0.1, 0.3)
    wings = noise(seconds, 700, 2400, rng) * (0.5 + 0.5 * np.sin(2 * np.pi * 6.1 * t)) ** 3
    passing = np.exp(-(((t - 12.8) / 1.6) ** 2)) + 0.6 * np.exp(-(((t - 5.6) / 1.3) ** 2))
    return (
        air
        + 0.05 * hum
        + hiss
        + in_a_room(tone, 0.8, 0.35, rng)
        + 0.28 * wings * passing
        + 0.2 * drone(seconds, (82.4, 123.5), rng)
    )


def evening(seconds: float, rng: np.random.Generator) -> Sound:
    """Of Fathers and Sons: crickets, grass, a low chord."""
    t = times(seconds)
    grass = noise(seconds, 500, 3200, rng, slope=0.7) * gusts(seconds, 0.14, rng) ** 1.5
    crickets = np.zeros((len(t), 2))
    for pitch, rate, side in ((4150, 13.1, -0.6), (4420, 11.7, 0.5), (3980, 14.3, 0.1)):
        chirps = np.clip(np.sin(2 * np.pi * rate * t), 0, 1) ** 2 * (np.sin(2 * np.pi * 0.31 * t + pitch) > -0.2)
        soft = np.convolve(chirps, np.hanning(960) / np.hanning(960).sum(), "same")
        place(crickets, np.sin(2 * np.pi * pitch * t) * soft, 0, side)
    return 0.6 * grass + 0.035 * crickets + 0.55 * drone(seconds, (65.4, 98.0, 164.8), rng)


def below_ground(seconds: float, rng: np.random.Generator) -> Sound:
    """The Cave: a ventilator, drops, a slow pulse, and one shock from above."""
    fan = noise(seconds, 60, 420, rng, slope=0.6)
    t = times(seconds)
    pulse = np.sin(2 * np.pi * 55 * t) * (0.5 + 0.5 * np.sin(2 * np.pi * 0.84 * t)) ** 6
    shock = np.where(t > 8.1, np.exp(-(t - 8.1) / 0.7), 0)[:, None] * noise(seconds, 30, 170, rng, slope=0.9)
    drops = np.zeros_like(fan)
    for _ in range(13):
        place(
            drops,
            drop(rng.uniform(700, 1500)),
            rng.uniform(0.5, seconds - 1),
            rng.uniform(-0.9, 0.9),
            rng.uniform(0.2, 0.7),
        )
    low = drone(seconds, (55.0, 82.4, 110.0), rng)
    return 0.4 * fan + 0.5 * pulse[:, None] + 0.55 * low + 0.9 * shock + 0.8 * in_a_room(drops, 2.6, 0.6, rng)


def room(seconds: float, rng: np.random.Generator) -> Sound:
    """For Sama: a quiet room, a curtain, the notes of a music box."""
    tone = noise(seconds, 80, 600, rng, slope=0.8)
    cloth = noise(seconds, 900, 3800, rng, slope=0.4) * gusts(seconds, 0.1, rng) ** 3
    box = np.zeros_like(tone)
    song = (
        (1.6, 659.3), (2.6, 784.0), (3.6, 659.3), (5.1, 587.3), (6.1, 523.3), (7.6, 587.3), (8.6, 659.3),
        (10.6, 784.0), (11.6, 880.0), (12.6, 784.0), (14.1, 659.3), (15.1, 587.3), (16.4, 523.3),
    )  # fmt: skip
    for at, pitch in song:
        place(
            box, chime(pitch, 2.6, BELL), at + rng.uniform(-0.03, 0.03), rng.uniform(-0.25, 0.25), rng.uniform(0.5, 0.7)
        )
    return 0.3 * tone + 0.4 * cloth + 0.35 * in_a_room(box, 2.0, 0.5, rng) + 0.22 * drone(seconds, (130.8, 196.0), rng)


SOUNDSCAPES: dict[str, Callable[[float, np.random.Generator], Sound]] = {
    "return-to-homs": street,
    "silvered-water": sea,
    "still-recording": roofs,
    "of-fathers-and-sons": evening,
    "the-cave": below_ground,
    "for-sama": room,
}
