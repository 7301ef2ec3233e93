"""Return to Homs: a street of ruins, shafts of light, dust."""

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw

from making.camera import View, layer
from making.film_file import HEIGHT, WIDTH
from making.living_light import Haze, Motes
from making.picture import STILL_HEIGHT, Field, as_field, smooth_step, still_grid
from making.scene import Accent
from making.scenes.ruins import PALETTE, SHAFTS, VANISHING, Facades, Street, shaft, sky


def _in_mist(facades: Facades) -> Image.Image:
    """The houses' cover, gone toward their feet: dust lies on the ground, and no wall ends in a straight line."""
    _, rows = still_grid()
    foot = 640 + facades.depth * 480
    return layer(as_field(facades.cover) * (1 - smooth_step(foot - 60 - 260 * facades.depth, foot - 6, rows)))


class HomsScene:
    """A slow walk up the street; the shafts of light wander, and dust drifts through them."""

    palette, seconds = PALETTE, 24
    _FINE = 4  # rubble is drawn four times larger and reduced, or its edges would creep

    def __init__(self, street: Street, rng: np.random.Generator) -> None:
        self._facades = [(_in_mist(each), each.luminance, each.depth) for each in street.facades]
        self._rubble = street.rubble
        self._haze = Haze(rng)
        self._motes = Motes(110, rng, drift=(7, -4))
        self._near_motes = Motes(9, rng, drift=(14, -7), radius=(5, 11))

    def luminance(self, t: float) -> Field:
        walk = t / self.seconds
        far = self._view(0, walk)
        columns, rows = far.grid()
        picture = sky(columns, rows).astype(np.float32)
        for facades, shade, depth in self._facades:
            cover = self._view(depth, walk).frame(facades)
            picture += (shade - picture) * cover
        picture = self._with_rubble(picture, walk)
        return self._with_light(picture * 0.85, columns, rows, t)

    def accents(self, t: float) -> Sequence[Accent]:  # noqa: ARG002
        return ()

    def _view(self, depth: float, walk: float) -> View:
        near = 0.10 + 0.90 * depth**1.5
        return View.about(VANISHING, 1.03 + 0.30 * near * walk, ((walk - 0.5) * 34 * near, 0))

    def _with_rubble(self, picture: Field, walk: float) -> Field:
        view, fine = self._view(0, walk), self._FINE
        horizon = int(view.point(0, 670)[1])
        size = (WIDTH * fine, (HEIGHT - horizon) * fine)
        cover, grey = Image.new("L", size, 0), Image.new("L", size, 0)
        cover_pen, grey_pen = ImageDraw.Draw(cover), ImageDraw.Draw(grey)
        for piece in self._rubble:
            corners = [tuple(each) for each in (self._walked(piece.corners, walk, view) - (0, horizon)) * fine]
            cover_pen.polygon(corners, fill=255)
            grey_pen.polygon(corners, fill=piece.grey)
        hidden = np.asarray(cover.reduce(fine), np.float32) / 255
        light = np.asarray(grey.reduce(fine), np.float32) / 255
        picture[horizon:] = picture[horizon:] * (1 - 0.65 * hidden) + 0.22 * light
        return picture

    @staticmethod
    def _walked(corners: Field, walk: float, view: View) -> Field:
        """Where a piece has come to in the frame: on flat ground, what is nearer grows faster."""
        nearness = float(corners[:, 1].mean() - VANISHING[1]) / (STILL_HEIGHT - VANISHING[1])
        grown = np.array(VANISHING) + (corners - VANISHING) / (1 - 0.22 * walk * max(0.0, nearness))
        return (grown - (view.left, view.top)) * view.scale

    def _with_light(self, picture: Field, columns: Field, rows: Field, t: float) -> Field:
        light = np.zeros_like(picture)
        for number, (place, width) in enumerate(SHAFTS):
            wander = 0.022 * np.sin(0.21 * t + 1.9 * number) + 0.0022 * t
            breath = 1 + 0.28 * np.sin(0.37 * t + 2.3 * number)
            light += shaft(columns, rows, place + wander, width * (1 + 0.12 * np.sin(0.29 * t + number))) * breath
        smoke = self._haze.frame(t * 1.7, t * -0.9, 90, 60)
        low_dust = (self._haze.frame(80 + t * 2.6, 40 + t * 0.3, 150, 34) - 0.45) * smooth_step(380, 820, rows)
        beam = light * (0.55 + 0.9 * smoke) * (1 - rows / STILL_HEIGHT * 0.6)
        picture = picture + (1.12 * beam + 0.13 * low_dust).astype(np.float32)
        self._motes.add_to(picture, beam, t, 1.2)
        self._near_motes.add_to(picture, beam, t, 0.6)
        return picture
