"""A real kiosk that is measured on a virtual screen."""

from tests.journeys.fixtures import cache, displays

__all__ = ["cache", "displays"]
