"""The card's signs, drawn with lines: each in a square of 6 mm around a point."""

from collections.abc import Callable, Mapping
from typing import Final

from fpdf import FPDF

Draw = Callable[[FPDF, float, float], None]


def _on(pdf: FPDF, x: float, y: float) -> None:
    pdf.arc(x - 2.4, y - 2.2, 4.8, start_angle=305, end_angle=595)
    pdf.line(x, y - 2.9, x, y - 0.4)


def _off(pdf: FPDF, x: float, y: float) -> None:
    pdf.circle(x, y, 2.4)
    pdf.line(x, y - 1.1, x, y + 1.1)


def _screen(pdf: FPDF, x: float, y: float) -> None:
    pdf.rect(x - 2.8, y - 2.2, 5.6, 3.7, round_corners=True, corner_radius=0.5)
    pdf.line(x - 1.2, y + 2.6, x + 1.2, y + 2.6)
    pdf.line(x, y + 1.5, x, y + 2.6)


def _sound(pdf: FPDF, x: float, y: float) -> None:
    pdf.polyline(
        [
            (x - 2.7, y - 0.9),
            (x - 1.5, y - 0.9),
            (x, y - 2.2),
            (x, y + 2.2),
            (x - 1.5, y + 0.9),
            (x - 2.7, y + 0.9),
            (x - 2.7, y - 0.9),
        ]
    )
    pdf.line(x + 1.1, y - 0.9, x + 2.9, y + 0.9)
    pdf.line(x + 2.9, y - 0.9, x + 1.1, y + 0.9)


def _film(pdf: FPDF, x: float, y: float) -> None:
    pdf.rect(x - 2.8, y - 2.2, 5.6, 4.4, round_corners=True, corner_radius=0.5)
    pdf.line(x - 0.7, y - 0.9, x - 0.7, y + 0.9)
    pdf.line(x + 0.7, y - 0.9, x + 0.7, y + 0.9)


def _touch(pdf: FPDF, x: float, y: float) -> None:
    pdf.circle(x, y, 0.9)
    pdf.circle(x, y, 2.6)


def _language(pdf: FPDF, x: float, y: float) -> None:
    pdf.circle(x, y, 2.5)
    pdf.ellipse(x - 1.1, y - 2.5, 2.2, 5.0)
    pdf.line(x - 2.5, y, x + 2.5, y)


def _again(pdf: FPDF, x: float, y: float) -> None:
    pdf.arc(x - 2.3, y - 2.3, 4.6, start_angle=-20, end_angle=285)
    pdf.polyline([(x - 0.7, y - 1.5), (x + 0.7, y - 2.2), (x - 0.1, y - 3.5)])


SIGNS: Final[Mapping[str, Draw]] = {
    "on": _on,
    "off": _off,
    "screen": _screen,
    "sound": _sound,
    "film": _film,
    "touch": _touch,
    "language": _language,
    "again": _again,
}
