"""The six illustrations, drawn one after the other from one seed, as stills and as the beginnings of scenes."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PIL import Image

from making.picture import finished_still
from making.scene import Scene
from making.scenes import cave, fathers, ruins, sama, town, water
from making.scenes.homs import HomsScene
from making.scenes.recording import RecordingScene

SEED = 7


@dataclass(frozen=True, slots=True)
class Illustration:
    """A still, and how to begin the scene that moves it."""

    still: Image.Image
    scene: Callable[[np.random.Generator], Scene]


def draw_all() -> dict[str, Illustration]:
    """All illustrations by name. Their order is part of the seed: another order would draw other pictures."""
    rng = np.random.default_rng(SEED)
    street = ruins.draw(rng)
    homs_still = finished_still(ruins.still(street), ruins.PALETTE, rng)
    waves = water.draw(rng)
    water_still = finished_still(water.still(waves), water.PALETTE, rng)
    cave_still = finished_still(cave.still(), cave.PALETTE, rng)
    sama_still = finished_still(sama.still(), sama.PALETTE, rng)
    fathers_still = finished_still(fathers.still(), fathers.PALETTE, rng)
    roofs = town.draw(rng)
    recording_still = finished_still(town.still(roofs), town.PALETTE, rng)
    return {
        "homs": Illustration(homs_still, lambda seed: HomsScene(street, seed)),
        "water": Illustration(water_still, lambda seed: water.WaterScene(waves, seed)),
        "recording": Illustration(recording_still, lambda seed: RecordingScene(roofs, seed)),
        "fathers": Illustration(fathers_still, fathers.FathersScene),
        "cave": Illustration(cave_still, cave.CaveScene),
        "sama": Illustration(sama_still, sama.SamaScene),
    }
