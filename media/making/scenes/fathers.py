"""Of Fathers and Sons: two figures on a hill, and the low sun."""

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw

from making.camera import View, layer
from making.film_file import HEIGHT, WIDTH
from making.living_light import Haze, Motes, darken_bird
from making.picture import (
    STILL_HEIGHT,
    STILL_WIDTH,
    Field,
    Palette,
    as_field,
    as_image,
    blurred,
    smooth_step,
    still_grid,
)
from making.scene import Accent

PALETTE = Palette((12, 13, 9), (112, 112, 72), (240, 232, 196))
SUN = (1320, 520)
FATHER, SON = (1190, 1.0), (1275, 0.62)  # where they stand, and how tall they are
FIGURE_GREY = 28


def still() -> Field:
    columns, rows = still_grid()
    hill = _hill(columns)
    sky = 0.82 - 0.5 * (rows / 900)
    picture = np.where(rows < hill, sky, _slope(rows, hill))
    sun = np.exp(-((np.hypot(columns - SUN[0], rows - SUN[1]) / 260) ** 2)) * 0.28
    image = as_image(np.where(rows < hill, picture + sun, picture))
    for place, size in (FATHER, SON):
        _figure(ImageDraw.Draw(image), place, size, FIGURE_GREY)
    return as_field(blurred(image, 2))


def _hill(columns: Field | float) -> Field:
    return 700 + 40 * np.sin(np.asarray(columns) * 0.0022) + 18 * np.sin(np.asarray(columns) * 0.007 + 1)


def _slope(rows: Field, hill: Field) -> Field:
    return 0.2 - 0.08 * np.clip((rows - hill) / 380, 0, 1)


def _figure(pen: ImageDraw.ImageDraw, x: float, size: float, grey: int) -> None:
    foot = float(_hill(x)) + 6
    pen.ellipse((x - 16 * size, foot - 190 * size, x + 16 * size, foot - 156 * size), fill=grey)
    outline = ((-30, -150), (30, -150), (36, -60), (20, 0), (-20, 0), (-36, -60))
    pen.polygon([(x + dx * size, foot + dy * size) for dx, dy in outline], fill=grey)


def _bodies() -> Field:
    """Father and son hand in hand, without their heads: the still's figures with rounder shoulders, as cover."""
    fine = 3
    image = Image.new("L", (STILL_WIDTH * fine, STILL_HEIGHT * fine), 0)
    pen = ImageDraw.Draw(image)
    for place, size in (FATHER, SON):
        foot = float(_hill(place)) + 6
        outline = (
            (-7, -162),
            (7, -162),
            (8, -150),
            (29, -143),
            (34, -60),
            (24, 4),
            (-24, 4),
            (-34, -60),
            (-29, -143),
            (-8, -150),
        )
        pen.polygon([((place + dx * size) * fine, (foot + dy * size) * fine) for dx, dy in outline], fill=255)
    hand, shoulders = (1243, 640), ((1213, 592), (1262, 662))
    for shoulder, width in zip(shoulders, (13, 9), strict=True):
        pen.line([(x * fine, y * fine) for x, y in (shoulder, hand)], fill=255, width=width * fine)
    rounded = as_field(blurred(image, 4 * fine))
    return as_field(as_image(smooth_step(0.36, 0.64, rounded)).reduce(fine))


class FathersScene:
    """The sun sinks and breathes, grass moves, a bird crosses the light and the boy looks after it."""

    palette, seconds = PALETTE, 20
    _FINE = 4  # grass is drawn four times larger and reduced

    def __init__(self, rng: np.random.Generator) -> None:
        self._bodies = layer(_bodies())
        self._haze = Haze(rng, slope=1.9)
        self._motes = Motes(60, rng, drift=(9, -3))
        count = 1700
        roots = rng.uniform(-20, STILL_WIDTH + 20, count)
        tufts = 0.55 + 0.45 * np.sin(roots * 0.031) * np.sin(roots * 0.0113 + 1)
        heights = 3 + tufts * np.minimum(rng.exponential(6.5, count), 24)
        self._grass = np.stack([roots, heights, rng.uniform(0, 6.3, count), rng.uniform(-4, 5, count)])

    def luminance(self, t: float) -> Field:
        share = t / self.seconds
        view = View.about((1250, 600), 1.02 + 0.20 * float(smooth_step(-0.3, 1.3, share)), (14 * (share - 0.5), 0))
        columns, rows = view.grid()
        glow, disc = self._sun(columns, rows, t)
        sky = 0.80 - 0.5 * (rows / 900) - 0.07 * share + glow + disc
        mist = self._haze.frame(1.3 * t, 40, 140, 40)
        sky = sky + (mist - 0.5) * 0.13 * smooth_step(120, 640, rows)
        sky = self._far_hills(sky, columns, rows, mist, t)
        hill = _hill(columns)
        ground = _slope(rows, hill) * (1 - 0.25 * share) + 0.08 * glow * np.exp(-np.clip(rows - hill, 0, None) / 60)
        picture = sky + (ground - sky) * smooth_step(-1.6, 1.6, rows - hill)
        self._draw_bird(picture, view, t)
        grey = FIGURE_GREY / 255
        picture += (grey - picture) * np.maximum(view.frame(self._bodies), self._heads(columns, rows, t))
        picture += (0.165 - picture) * self._grass_cover(view, t)
        self._motes.add_to(picture, np.broadcast_to(glow, picture.shape), t, 0.5)
        return picture

    def accents(self, t: float) -> Sequence[Accent]:  # noqa: ARG002
        return ()

    @staticmethod
    def _sun(columns: Field, rows: Field, t: float) -> tuple[Field, Field]:
        """A wide glow that breathes, and the disc within it, low in the haze."""
        height = SUN[1] + 4.2 * t
        breath = 1 + 0.10 * np.sin(0.55 * t) + 0.04 * np.sin(1.3 * t + 1)
        distance = np.hypot(columns - SUN[0], rows - height)
        glow = np.exp(-((distance / (270 + 20 * np.sin(0.4 * t))) ** 2)) * 0.27 * breath
        return glow, 0.16 * (1 - smooth_step(46, 58, distance)) + 0.10 * np.exp(-((distance / 95) ** 2)) * breath

    @staticmethod
    def _far_hills(sky: Field, columns: Field, rows: Field, mist: Field, t: float) -> Field:
        """Two ranges behind the hill, paler with distance, that the mist hides and shows."""
        for base, pace, paleness in ((618, 0.0031, 0.20), (656, 0.0043, 0.36)):
            crest = base + 26 * np.sin(columns * pace + base) + 11 * np.sin(columns * pace * 2.7 + 2 * base) - 0.25 * t
            cover = smooth_step(-3, 3, rows - crest) * paleness * (0.5 + 0.9 * mist)
            sky = sky + (0.30 - sky) * cover
        return sky

    @staticmethod
    def _heads(columns: Field, rows: Field, t: float) -> Field:
        """The heads; the boy's turns after the bird from 12 to 17 seconds."""
        turn = float(smooth_step(11.5, 13.0, t))
        cover: Field = np.zeros((HEIGHT, WIDTH), np.float32)
        for (place, size), dx, dy in ((FATHER, 0.6 * np.sin(0.5 * t), 0.0), (SON, 3.2 * turn, -1.4 * turn)):
            x, y = place + dx, float(_hill(place)) + 6 - 173 * size + dy
            cover = np.maximum(
                cover, 1 - smooth_step(-1.4, 1.4, np.hypot((columns - x) * 1.06, rows - y) - 16.6 * size)
            )
        return cover

    @staticmethod
    def _draw_bird(picture: Field, view: View, t: float) -> None:
        flight = (t - 9.5) / 7.5
        if 0 < flight < 1:
            x, y = view.point(880 + 900 * flight, 470 - 170 * np.sin(2.4 * flight) + 9 * np.sin(5 * flight))
            gliding = float(smooth_step(0.42, 0.5, flight) * (1 - smooth_step(0.68, 0.74, flight)))
            flap = np.sin(9.5 * t) * (1 - gliding) + 0.35 * gliding
            presence = float(smooth_step(0, 0.12, flight) * (1 - smooth_step(0.88, 1, flight)))
            darken_bird(picture, x, y, 26, float(flap), 0.8 * presence)

    def _grass_cover(self, view: View, t: float) -> Field:
        """Blades along the crest, bent by gusts that run through them."""
        top, bottom, fine = 610, 790, self._FINE
        first, last = int(view.point(0, top)[1]), min(HEIGHT, int(view.point(0, bottom)[1]))
        image = Image.new("L", (WIDTH * fine, (last - first) * fine), 0)
        pen = ImageDraw.Draw(image)
        roots, heights, phases, leans = self._grass
        gust = 0.5 + 0.5 * np.sin(0.9 * t - roots * 0.006)
        bends = leans + heights * (0.18 + 0.42 * gust) * (0.8 + 0.2 * np.sin(2.3 * t + phases))
        feet = _hill(roots) + 3
        for root, foot, height, bend in zip(roots, feet, heights, bends, strict=True):
            points = ((root, foot), (root + bend * 0.35, foot - height * 0.6), (root + bend, foot - height))
            placed = [view.point(*point) for point in points]
            pen.line([(x * fine, (y - first) * fine) for x, y in placed], fill=235, width=3)
        cover = np.zeros((HEIGHT, WIDTH), np.float32)
        cover[first:last] = np.asarray(image.reduce(fine), np.float32) / 255
        return cover
