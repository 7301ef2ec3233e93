"""The panel's PIN: made into a line that does not tell it, and compared with such a line. Pure."""

import base64
import binascii
import hashlib
import hmac
import unicodedata
from itertools import pairwise
from typing import Final

COUNT: Final = 600_000
"""Rounds of PBKDF2-HMAC-SHA256 (OWASP Password Storage Cheat Sheet, 2023). 0.2 s and more: not in the frame loop."""
MOST_COUNT: Final = 5_000_000
"""A line that asks for more is not checked: it would keep the machine busy for minutes."""
SHORTEST, LONGEST = 4, 12
SALT_BYTES: Final = 16
_PREFIX, _HASH = "pbkdf2", "sha256"


class Unfit(ValueError):
    """Why something cannot be a PIN, as a sentence."""


def digits_of(typed: str) -> str:
    """A PIN as it is kept: ASCII digits, whatever digits were typed. Raises Unfit for what can be none."""
    found = [unicodedata.digit(each, None) for each in typed.strip()]
    digits = "".join(str(each) for each in found if each is not None)
    if len(digits) != len(found) or not SHORTEST <= len(digits) <= LONGEST:
        raise Unfit(f"A PIN has {SHORTEST} to {LONGEST} digits and nothing else.")
    steps = {int(after) - int(before) for before, after in pairwise(digits)}
    if steps in ({0}, {1}, {-1}):
        raise Unfit("This is the first that anybody would try. Take digits that are neither alike nor in a row.")
    return digits


def line_of(digits: str, salt: bytes, count: int = COUNT) -> str:
    """The text for ``panel.pin``: ``pbkdf2:sha256:600000:SALT:HASH``, the last two in base64."""
    return ":".join((_PREFIX, _HASH, str(count), _text(salt), _text(_derived(digits, salt, count))))


def is_pin(typed: str, line: str) -> bool:
    """Whether ``typed`` is the PIN that ``line`` was made of; takes the same time however wrong it is.

    False, too, for a line that is none.
    """
    parts = _parts(line)
    if parts is None:
        return False
    count, salt, expected = parts
    try:
        digits = digits_of(typed)
    except Unfit:
        digits = ""
    return hmac.compare_digest(_derived(digits, salt, count), expected)


def is_line(text: str) -> bool:
    """Whether a text is a line that ``is_pin`` can check."""
    return _parts(text) is not None


def _parts(line: str) -> tuple[int, bytes, bytes] | None:
    try:
        prefix, name, count, salt, expected = line.split(":")
        found = int(count), base64.b64decode(salt, validate=True), base64.b64decode(expected, validate=True)
    except (ValueError, binascii.Error):
        return None
    sound = (prefix, name) == (_PREFIX, _HASH) and 1 <= found[0] <= MOST_COUNT and found[1] and len(found[2]) == 32
    return found if sound else None


def _derived(digits: str, salt: bytes, count: int) -> bytes:
    return hashlib.pbkdf2_hmac(_HASH, digits.encode(), salt, count)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
