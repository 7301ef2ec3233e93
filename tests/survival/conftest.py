"""What a kiosk has to live through, with real processes."""

from tests.journeys.fixtures import cache, clip, displays, open_kiosk

__all__ = ["cache", "clip", "displays", "open_kiosk"]
