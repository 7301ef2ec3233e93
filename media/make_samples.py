"""Makes the sample exhibition's clips and captions: ``python media/make_samples.py [CLIP …]``.

Needs numpy, PyAV and Pillow with Raqm, as ``pip install .[dev]`` brings them. Takes some minutes on two cores. The same
versions of these make the same files.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from making.captions import write_captions
from making.film_file import write_film
from making.illustrations import Illustration, draw_all
from making.loudness import mastered
from making.scene import pictures
from making.soundscapes import SOUNDSCAPES

FOLDER = Path(__file__).parent / "clips"


@dataclass(frozen=True, slots=True)
class Clip:
    """Which illustration moves in a clip, the seed of its light and sound, and x264's quality (lower is larger)."""

    illustration: str
    seed: int
    crf: float


CLIPS = {
    "return-to-homs": Clip("homs", 21, 27.4),
    "silvered-water": Clip("water", 22, 26.5),
    "still-recording": Clip("recording", 23, 25.2),
    "of-fathers-and-sons": Clip("fathers", 24, 24.6),
    "the-cave": Clip("cave", 25, 26),
    "for-sama": Clip("sama", 26, 24),
}


def main() -> None:
    wanted = sys.argv[1:] or list(CLIPS)
    if unknown := [name for name in wanted if name not in CLIPS]:
        sys.exit(f"No such clip: {', '.join(unknown)}. There are {', '.join(CLIPS)}.")
    FOLDER.mkdir(exist_ok=True)
    illustrations = draw_all()
    for name in wanted:
        path = make_clip(name, illustrations[CLIPS[name].illustration])
        write_captions(FOLDER, name)
        print(f"clips/{path.name}  {path.stat().st_size / 1e6:.2f} MB")


def make_clip(name: str, illustration: Illustration) -> Path:
    clip, path = CLIPS[name], FOLDER / f"{name}.mp4"
    light, grain, sound = np.random.default_rng(clip.seed).spawn(3)
    scene = illustration.scene(light)
    write_film(path, pictures(scene, grain), mastered(SOUNDSCAPES[name](scene.seconds, sound)), clip.crf)
    return path


if __name__ == "__main__":
    main()
