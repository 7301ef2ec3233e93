"""What is on a screen as plain data, so that tests, tours and guides name things instead of guessing pixels."""

from collections.abc import Iterable
from typing import Any

from pygame import Rect

from kiosk.ui.metrics import Metrics
from kiosk.ui.scene import Target
from kiosk.ui.tile import TextRecord


def describe(screen: str, targets: Iterable[Target], texts: Iterable[TextRecord], metrics: Metrics) -> dict[str, Any]:
    """``screen``; ``targets`` with name, rectangle [x, y, width, height] in pixels and [width, height] in millimetres;
    ``texts`` with their words, language, rectangle and whether anything was cut."""
    return {
        "screen": screen,
        "targets": [
            {"name": each.name, "kind": each.kind, "rect": _box(each.rect), "mm": _millimetres(each.rect, metrics)}
            for each in targets
        ],
        "texts": describe_texts(texts),
    }


def describe_texts(texts: Iterable[TextRecord]) -> list[dict[str, Any]]:
    """Words, language, rectangle and whether anything was cut, of each."""
    return [{"text": each.text, "language": each.language, "rect": _box(each.rect), "cut": each.cut} for each in texts]


def _box(rect: Rect) -> list[int]:
    return [rect.x, rect.y, rect.width, rect.height]


def _millimetres(rect: Rect, metrics: Metrics) -> list[float]:
    return [round(edge / metrics.px_per_mm, 1) for edge in rect.size]
