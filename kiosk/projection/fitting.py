"""How large a film is shown on a screen."""

from kiosk.projection.contract import MediaFacts


def shown_size(facts: MediaFacts, screen: tuple[int, int]) -> tuple[int, int]:
    """The largest size of the film's shape that fits ``screen``, in even pixels, at least 2 × 2."""
    width, height = screen
    shape = facts.shape
    wide, high = (width, width / shape) if shape * height > width else (height * shape, height)
    return max(2, min(_even(wide), width // 2 * 2)), max(2, min(_even(high), height // 2 * 2))


def _even(pixels: float) -> int:
    return round(pixels / 2) * 2
