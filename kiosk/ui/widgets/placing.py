"""Where the film is."""

from pygame import Rect, Surface

from kiosk.ui.metrics import Metrics
from kiosk.ui.painting import PaintFilm

_CENTER_TALL = 0.34
"""Where the middle of a wide film is on a tall screen, as a share of its height: in the upper half."""
_SHAPE = 16 / 9


def film_place(metrics: Metrics) -> Rect:
    """Where a film of the usual shape is seen: everywhere, or in the upper half of a tall screen."""
    if not metrics.tall:
        return Rect(0, 0, metrics.width, metrics.height)
    height = round(metrics.width / _SHAPE)
    return Rect(0, max(0, round(metrics.height * _CENTER_TALL) - height // 2), metrics.width, height)


def film_rect(metrics: Metrics, size: tuple[int, int] | None) -> Rect:
    """Where a film's frames of ``size`` pixels are seen, as ``placed`` puts them; None is the usual shape."""
    if size is None:
        return film_place(metrics)
    above = 2 * round(metrics.height * _CENTER_TALL)
    high = above if metrics.tall and size[1] <= above else metrics.height
    return Rect((metrics.width - size[0]) // 2, (high - size[1]) // 2, *size)


def placed(film: PaintFilm, size: tuple[int, int] | None, metrics: Metrics) -> PaintFilm:
    """The film in the upper half of a tall screen, if it is not tall itself. ``size``: of its frames, if known."""
    above = 2 * round(metrics.height * _CENTER_TALL)
    if not metrics.tall or size is None or size[1] > above:
        return film

    def paint(surface: Surface) -> None:
        surface.fill((0, 0, 0), Rect(0, above, metrics.width, metrics.height - above))
        film(surface.subsurface(Rect(0, 0, metrics.width, above)))

    return paint
