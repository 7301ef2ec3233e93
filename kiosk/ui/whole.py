"""A still on the screen by itself: filling it, or whole before a dark and soft image of itself, never cut to pieces."""

from pathlib import Path

from PIL import Image

from kiosk.ui import grounds
from kiosk.ui.decoding import covering, shape

_MOST_LEFT_OUT = 0.2
"""Share of a still that may be beyond the edges for the sake of filling the screen: what a photograph of 3 : 2 loses
on a wide screen."""


def whole(file: Path, size: tuple[int, int], centre: tuple[float, float], ground: tuple[int, int, int]) -> Image.Image:
    """A picture of ``size``, mode RGB, with the still's middle at ``centre`` (shares of width and height) where it does
    not fill it. PictureProblem where the file cannot be shown."""
    width, height = size
    across = shape(file)
    seen = min(across * height / width, width / height / across)
    behind = covering(file, size, (0.5, 0.5), ground)
    if seen >= 1.0 - _MOST_LEFT_OUT:
        return behind
    fitted = (min(width, max(1, round(height * across))), min(height, max(1, round(width / across))))
    picture = grounds.blurred(behind, ground)
    left, top = (round(each * edge - part / 2) for each, edge, part in zip(centre, size, fitted, strict=True))
    at = (min(max(left, 0), width - fitted[0]), min(max(top, 0), height - fitted[1]))
    picture.paste(covering(file, fitted, (0.5, 0.5), ground), at)
    return picture
