"""QR codes: which modules of one are dark. The only place that imports segno."""

from functools import lru_cache

import segno

from kiosk.exhibition.film import LONGEST_LINK

QUIET = 4
"""Modules that stay light on all sides (ISO/IEC 18004, 5.3.8)."""

_LARGEST_VERSION = 10


class CodeTooLongError(ValueError):
    """A text of which no code can be made that a phone still reads from a screen."""


@lru_cache(maxsize=64)
def code_modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """The rows of the QR code of ``text``, without the quiet zone: True is dark.

    Error correction is level M: a finger's mark on the glass hides no more than that mends. CodeTooLongError where
    its modules would be smaller than half a millimetre on a code of 30 mm.
    """
    try:
        code = segno.make_qr(text, error="m", boost_error=False)
    except segno.DataOverflowError as error:
        raise CodeTooLongError(f"more than {LONGEST_LINK} bytes") from error
    if int(code.version) > _LARGEST_VERSION:
        raise CodeTooLongError(f"more than {LONGEST_LINK} bytes")
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)
