"""Shortening a line that cannot be shown whole."""

from kiosk.ui.text.fitting import Measure, longest_start

ELLIPSIS = "…"
_WHOLE_WORDS_SHARE = 0.7
_LOOSE = " \u00a0\u202f,،;؛:.·-–—([«“/\u2066\u2067\u2068"


def shortened(text: str, width: float, measure: Measure) -> str:
    """The start of a text and an ellipsis, together no wider than ``width`` pixels.

    It ends with a whole word where that fills most of the line, else inside one, but never inside a number.
    Isolates that the cut leaves open are closed before the ellipsis, so that it stands at the line's end.
    """
    room = width - measure(ELLIPSIS)
    end = longest_start(text, room, measure)
    if end < len(text):
        space = text.rfind(" ", 0, end + 1)
        in_number = 0 < end < len(text) and text[end].isdigit() and text[end - 1].isdigit()
        if space > 0 and (in_number or measure(text[:space].rstrip(_LOOSE)) >= _WHOLE_WORDS_SHARE * room):
            end = space
    kept = text[:end].rstrip(_LOOSE)
    return kept + "\u2069" * _open_isolates(kept) + ELLIPSIS


def _open_isolates(text: str) -> int:
    depth = 0
    for character in text:
        if character in "\u2066\u2067\u2068":
            depth += 1
        elif character == "\u2069" and depth:
            depth -= 1
    return depth
