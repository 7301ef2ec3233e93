"""What a visitor wants to see."""

from dataclasses import dataclass

from kiosk.exhibition.film import Excerpt
from kiosk.projection.contract import Reel


@dataclass(slots=True)
class Wish:
    """An excerpt that is to be shown, or may be next.

    ``start`` in seconds of the excerpt. ``asked``: the version that was asked for; ``version`` the one that is shown,
    None after the other failed. ``reel`` once threaded. ``reached``: seconds of the excerpt, as of the last look.
    ``goes_on``: it takes over from what is on the screen.
    """

    excerpt: Excerpt
    start: float
    asked: str | None
    version: str | None
    roll: bool = False
    reel: Reel | None = None
    ticket: int = 0
    reached: float = 0.0
    goes_on: bool = False
    failure_told: bool = False

    @property
    def seconds(self) -> float:
        """Length of the excerpt by what is threaded; 0 where that is not its own file, or does not tell."""
        own = self.reel is not None and self.reel.file == self.excerpt.file and self.reel.seconds
        return self.start + self.reel.seconds if self.reel and own else 0.0
