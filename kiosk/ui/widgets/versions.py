"""Buttons that lead to another version of a film: with sign language, with audio description."""

from collections.abc import Sequence

from pygame import Rect

from kiosk.ui.icons import Icon
from kiosk.ui.screens.page import Page
from kiosk.ui.widgets.buttons import LIGHT, QUIET, disc

_SIGN_SHARE = 0.54
"""These signs have more in them than others."""

_ICONS: dict[str, Icon] = {"sign": "sign", "described": "described"}


def versions_width(page: Page, versions: Sequence[str]) -> int:
    """Pixels of a line that the buttons take, the gap before them included."""
    return len(versions) * (page.tools.metrics.target + page.tools.metrics.gap)


def place_versions(page: Page, versions: Sequence[str], chosen: str | None, x: int, y: int) -> None:
    """Place the buttons after a gap from ``x`` on. The one that is shown is light, like a lamp that is on."""
    size, gap = page.tools.metrics.target, page.tools.metrics.gap
    for number, version in enumerate(versions):
        rect = Rect(x + gap + number * (size + gap), y, size, size)
        look = LIGHT if version == chosen else QUIET
        disc(page.sheet, page.tools, f"version:{version}", _ICONS[version], rect, look, share=_SIGN_SHARE)
