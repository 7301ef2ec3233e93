"""Where the film is, and two of them at once."""

from dataclasses import dataclass

from pygame import Rect, Surface

from kiosk.ui.metrics import Metrics
from kiosk.ui.painting import PaintFilm, blit_faded

CENTER_TALL = 0.34
"""Where the middle of a wide film is on a tall screen, as a share of its height: in the upper half."""
_SHAPE = 16 / 9


def film_place(metrics: Metrics) -> Rect:
    """Where a film of the usual shape is seen: everywhere, or in the upper half of a tall screen."""
    if not metrics.tall:
        return Rect(0, 0, metrics.width, metrics.height)
    height = round(metrics.width / _SHAPE)
    return Rect(0, max(0, round(metrics.height * CENTER_TALL) - height // 2), metrics.width, height)


def film_rect(metrics: Metrics, size: tuple[int, int] | None) -> Rect:
    """Where a film's frames of ``size`` pixels are seen, as ``placed`` puts them; None is the usual shape."""
    if size is None:
        return film_place(metrics)
    above = 2 * round(metrics.height * CENTER_TALL)
    high = above if metrics.tall and size[1] <= above else metrics.height
    return Rect((metrics.width - size[0]) // 2, (high - size[1]) // 2, *size)


def placed(film: PaintFilm, size: tuple[int, int] | None, metrics: Metrics) -> PaintFilm:
    """The film in the upper half of a tall screen, if it is not tall itself. ``size``: of its frames, if known."""
    above = 2 * round(metrics.height * CENTER_TALL)
    if not metrics.tall or size is None or size[1] > above:
        return film

    def paint(surface: Surface) -> None:
        surface.fill((0, 0, 0), Rect(0, above, metrics.width, metrics.height - above))
        film(surface.subsurface(Rect(0, 0, metrics.width, above)))

    return paint


@dataclass(frozen=True, slots=True)
class LeavingFilm:
    """A film that ends while another one is seen over it already. ``paint``: its frame; ``size``: of its frames in
    pixels; ``share``: 0…1, what is seen of the other one."""

    paint: PaintFilm
    size: tuple[int, int]
    share: float


class Beam:
    """Casts films onto the screen, where they belong. The second picture of a crossfade is mixed in by its share: on a
    surface of its own, which takes 2 ms at 1920 × 1080, and is kept for as long as the crossfade."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self._second: Surface | None = None

    def cast(self, film: PaintFilm, size: tuple[int, int] | None, leaving: LeavingFilm | None) -> PaintFilm:
        """What paints ``film``, whose frames have ``size``, and below it what leaves."""
        above = placed(film, size, self._metrics)
        if leaving is None:
            self._second = None
            return above
        below = placed(leaving.paint, leaving.size, self._metrics)
        second = self._second = self._second or Surface((self._metrics.width, self._metrics.height), 0, 32)

        def paint(surface: Surface) -> None:
            below(surface)
            above(second)
            blit_faded(surface, second, (0, 0), leaving.share)

        return paint
