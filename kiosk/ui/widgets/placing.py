"""Where the film is."""

from pygame import Rect

from kiosk.ui.metrics import Metrics

CENTER_TALL = 0.34
"""Where the middle of a wide film is on a tall screen, as a share of its height: in the upper half."""
_SHAPE = 16 / 9


def film_place(metrics: Metrics) -> Rect:
    """Where a film of the usual shape is seen: everywhere, or in the upper half of a tall screen."""
    if not metrics.tall:
        return Rect(0, 0, metrics.width, metrics.height)
    height = round(metrics.width / _SHAPE)
    return Rect(0, max(0, round(metrics.height * CENTER_TALL) - height // 2), metrics.width, height)
