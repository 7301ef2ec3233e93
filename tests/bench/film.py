"""The film of the benchmarks: 1080p25 H.264 of 16 Mbit/s with AAC stereo, the same on every machine.

Every frame carries its number (see ``number``), a ground that moves, discs that cross it and fresh
grain, so that the decoder has as much to do as with a camera's picture. The motion comes round every
20 s: cut to a multiple of that, the film loops without a jump.
"""

import os
import tempfile
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from tests.bench.number import TOP, draw

WIDTH, HEIGHT, RATE = 1920, 1080, 25
BITS_PER_SECOND = 16_000_000
PLACE_DOWN, GREY = 64, 120
"""How much lower the second place of numbers is, in pixels, and the level (16–235) around both."""
PERIOD = 20
"""Seconds after which the motion comes round."""

SOUND_RATE = 48_000
RECIPE = 4
"""Raised whenever what is drawn or how it is coded changes, so that old files in the cache are left alone."""

Plane = NDArray[np.uint8]


def cache_folder() -> Path:
    """Where benchmark films are kept between runs: in the temporary folder, readable by every user."""
    folder = Path(tempfile.gettempdir()) / f"kiosk-bench-{os.getuid()}"
    folder.mkdir(mode=0o755, exist_ok=True)
    folder.chmod(0o755)  # another user plays from here, whatever the umask says
    return folder


def benchmark_film(seconds: int) -> Path:
    """The film of this length, made at the first call (about twice real time) and kept."""
    path = cache_folder() / f"film-{RECIPE}-{seconds}s.mp4"
    if not path.exists():
        unfinished = path.with_suffix(f".{os.getpid()}.mp4")
        write_film(unfinished, seconds)
        unfinished.rename(path)
    return path


def crossing_film(seconds: int, place: int) -> Path:
    """A film of this length whose numbers are in one of two places, 0 or 1; where the other one's are it is grey. So
    the numbers of two of them can be read when they are seen at once."""
    path = cache_folder() / f"crossing-{RECIPE}-{place}-{seconds}s.mp4"
    if not path.exists():
        unfinished = path.with_suffix(f".{os.getpid()}.mp4")
        write_film(unfinished, seconds, place)
        unfinished.rename(path)
    return path


def write_film(path: Path, seconds: int, place: int | None = None) -> None:
    """Draw and encode ``seconds`` of film into ``path``, a new MP4 file. ``place``: as of ``crossing_film``."""
    with av.open(str(path), "w", options={"movflags": "+faststart"}) as container:
        picture = container.add_stream("libx264", rate=RATE)
        picture.width, picture.height, picture.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        picture.bit_rate = BITS_PER_SECOND
        picture.time_base = Fraction(1, RATE)
        picture.options = {
            "preset": "veryfast",
            "profile": "high",
            "bf": "2",
            "g": "50",
            "threads": "2",
            "maxrate": str(BITS_PER_SECOND * 5 // 4),
            "bufsize": str(BITS_PER_SECOND),
            "x264-params": "colorprim=bt709:transfer=bt709:colormatrix=bt709:fullrange=off",
        }
        sound = container.add_stream("aac", rate=SOUND_RATE, layout="stereo")
        sound.bit_rate = 160_000
        tones = _sound(seconds)
        for frame in film_frames(seconds * RATE, place):
            container.mux(picture.encode(frame))
            for tone in islice(tones, 2):  # sound and picture side by side, as a camera writes them
                container.mux(sound.encode(tone))
        container.mux(picture.encode(None))
        container.mux(sound.encode(None))


def film_frames(count: int, place: int | None = None) -> Iterator[av.VideoFrame]:
    random = np.random.default_rng(2011)
    grain = random.normal(0, 5.0, (HEIGHT + 256, WIDTH + 256)).round().astype(np.int16)
    ground = _ground()
    blue, red = _chroma()
    for number in range(count):
        turn = number % (PERIOD * RATE) / (PERIOD * RATE)
        shift = round(turn * WIDTH)
        top, left = random.integers(0, 256, 2)
        luma = np.roll(ground, shift, axis=1) + grain[top : top + HEIGHT, left : left + WIDTH]
        luma = np.clip(luma, 16, 235).astype(np.uint8)
        _discs(luma, turn)
        if place is not None:
            luma[TOP - 16 : TOP + 2 * PLACE_DOWN] = GREY
        draw(luma[(place or 0) * PLACE_DOWN :], number)
        planes = [luma, np.roll(blue, shift // 2, axis=1), np.roll(red, shift // 2, axis=1)]
        frame = av.VideoFrame.from_ndarray(
            np.concatenate([plane.reshape(-1, WIDTH) for plane in planes]), format="yuv420p"
        )
        frame.pts, frame.time_base = number, Fraction(1, RATE)
        yield frame


def _ground() -> NDArray[np.int16]:
    """A landscape of waves, whole periods across the width so that it can be rolled round."""
    down, across = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    angle = across * (2 * np.pi / WIDTH)
    waves = 30 * np.sin(3 * angle + down / 90) + 20 * np.sin(11 * angle - down / 37) + 10 * np.sin(47 * angle)
    ground: NDArray[np.int16] = (120 + waves).astype(np.int16)
    return ground


def _chroma() -> tuple[Plane, Plane]:
    down, across = np.mgrid[0 : HEIGHT // 2, 0 : WIDTH // 2].astype(np.float32)
    angle = across * (2 * np.pi / (WIDTH // 2))
    blue = 128 + 24 * np.sin(2 * angle + down / 110)
    red = 128 + 24 * np.cos(3 * angle - down / 70)
    return blue.astype(np.uint8), red.astype(np.uint8)


def _discs(luma: Plane, turn: float) -> None:
    """Seven discs on their rounds, each with its own speed: motion that is more than a pan."""
    down, across = np.ogrid[-60:61, -60:61]
    inside = down**2 + across**2 <= 60**2
    for disc in range(7):
        angle = 2 * np.pi * (turn * (disc + 2) + disc / 7)
        x = round(WIDTH / 2 + np.cos(angle) * 820) - 60
        y = round(HEIGHT / 2 + np.sin(angle * 2) * 440) - 60
        area = luma[y : y + 121, x : x + 121]
        area[inside[: area.shape[0], : area.shape[1]]] = 40 + 25 * disc


def _sound(seconds: int) -> Iterator[av.AudioFrame]:
    """Two soft tones with a slow beat, left and right apart."""
    at = np.arange(seconds * SOUND_RATE) / SOUND_RATE
    swell = 0.05 + 0.03 * np.sin(2 * np.pi * at / 5)
    both = np.stack([np.sin(2 * np.pi * 220 * at), np.sin(2 * np.pi * 330 * at)]) * swell
    half_a_frame = SOUND_RATE // RATE // 2
    for start in range(0, both.shape[1], half_a_frame):
        part = np.ascontiguousarray(both[:, start : start + half_a_frame], dtype=np.float32)
        frame = av.AudioFrame.from_ndarray(part, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = SOUND_RATE, start, Fraction(1, SOUND_RATE)
        yield frame
