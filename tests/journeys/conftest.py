"""What visitors do, from the first touch to the reset, on a real kiosk and a virtual screen."""

from tests.journeys.fixtures import cache, clip, displays, open_kiosk, own_state

__all__ = ["cache", "clip", "displays", "open_kiosk", "own_state"]
