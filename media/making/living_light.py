"""Things that move in the air: haze, motes of dust, birds. All in pixels of the frame, all from a seed."""

import numpy as np
from PIL import Image, ImageDraw

from making.film_file import HEIGHT, WIDTH
from making.picture import Field


class Haze:
    """Clouds that tile: soft noise of several sizes, 0 to 1 with a mean near one half."""

    SIZE = 256

    def __init__(self, rng: np.random.Generator, slope: float = 1.6) -> None:
        """``slope`` is how much stronger large clouds are than small ones (the power of 1/frequency)."""
        frequency = np.hypot(*np.meshgrid(np.fft.fftfreq(self.SIZE), np.fft.fftfreq(self.SIZE)))
        frequency[0, 0] = 1
        spectrum = np.fft.fft2(rng.normal(0, 1, (self.SIZE, self.SIZE))) / frequency**slope
        spectrum[0, 0] = 0
        noise = np.fft.ifft2(spectrum).real
        noise = 0.5 + noise / noise.std() * 0.18
        self.field = noise.astype(np.float32)
        self._tiled = Image.fromarray(np.tile(self.field, (2, 2)))

    def frame(self, left: float, top: float, width: float, height: float) -> Field:
        """The clouds in a window of the tile (its side is 256), drawn over the whole frame, (720, 1280)."""
        x, y = left % self.SIZE, top % self.SIZE
        box = (x, y, x + width, y + height)
        return np.asarray(self._tiled.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC, box=box))


class Motes:
    """Dust in the light: small soft discs that drift and wander."""

    def __init__(
        self,
        count: int,
        rng: np.random.Generator,
        drift: tuple[float, float],
        radius: tuple[float, float] = (0.8, 2.2),
    ) -> None:
        """``drift`` is the mean speed in pixels a second, ``radius`` from the smallest to the largest in pixels."""
        self._start = rng.uniform((0, 0), (WIDTH, HEIGHT), (count, 2))
        self._drift = np.array(drift) * rng.uniform(0.5, 1.5, (count, 1))
        self._wander = rng.uniform(6, 26, (count, 2))
        self._pace = rng.uniform(0.15, 0.6, (count, 2))
        self._phase = rng.uniform(0, 2 * np.pi, (count, 3))
        self._radius = rng.uniform(*radius, count)

    def add_to(self, picture: Field, lit: Field, t: float, strength: float) -> None:
        """Add the motes to ``picture`` at ``t`` seconds, each as bright as ``lit`` (720, 1280) is where it floats."""
        places = self._start + self._drift * t + self._wander * np.sin(self._pace * t + self._phase[:, :2])
        margin = 16
        places = (places + margin) % (WIDTH + 2 * margin, HEIGHT + 2 * margin) - margin
        glints = 0.65 + 0.35 * np.sin(self._pace[:, 0] * 2.5 * t + self._phase[:, 2])
        for (x, y), radius, glint in zip(places, self._radius, glints, strict=True):
            column, row = int(np.clip(x, 0, WIDTH - 1)), int(np.clip(y, 0, HEIGHT - 1))
            add_disc(picture, x, y, radius, strength * glint * float(lit[row, column]) / max(1.0, radius**1.2 / 2))


def add_disc(picture: Field, x: float, y: float, radius: float, strength: float) -> None:
    """Add a soft round spot (a Gaussian of ``radius``) centred on ``x``, ``y``, wherever it lies."""
    reach = int(np.ceil(radius * 3))
    left, right = max(0, int(x) - reach), min(WIDTH, int(x) + reach + 1)
    top, bottom = max(0, int(y) - reach), min(HEIGHT, int(y) + reach + 1)
    if left >= right or top >= bottom:
        return
    across = np.exp(-(((np.arange(left, right) + 0.5 - x) / radius) ** 2))
    down = np.exp(-(((np.arange(top, bottom) + 0.5 - y) / radius) ** 2))
    picture[top:bottom, left:right] += (strength * np.outer(down, across)).astype(np.float32)


def darken_bird(picture: Field, x: float, y: float, span: float, flap: float, depth: float) -> None:
    """Draw a bird over ``picture``: ``span`` from wing tip to wing tip in pixels, wings from −1 (down) to 1 (up).

    ``depth`` is how dark it is: 0 leaves the picture as it was, 1 is black.
    """
    half, fine = int(np.ceil(span)) + 2, 6
    left, top = int(x) - half, int(y) - half
    if left < 0 or top < 0 or left + 2 * half > WIDTH or top + 2 * half > HEIGHT:
        return
    patch = Image.new("L", (2 * half * fine, 2 * half * fine), 0)
    wing, lift = span / 2, span * 0.28 * flap
    shoulder, hollow = -lift * 0.75 - span * 0.05, -lift * 0.45 + span * 0.06
    upper = ((-wing, -lift), (-wing * 0.45, shoulder), (0.0, -span * 0.03), (wing * 0.45, shoulder))
    lower = ((wing, -lift), (wing * 0.42, hollow), (0.0, span * 0.11), (-wing * 0.42, hollow))
    ImageDraw.Draw(patch).polygon(
        [((x - left + dx) * fine, (y - top + dy) * fine) for dx, dy in (*upper, *lower)], fill=255
    )
    cover = np.asarray(patch.reduce(fine), np.float32) / 255
    picture[top : top + 2 * half, left : left + 2 * half] *= 1 - depth * cover
