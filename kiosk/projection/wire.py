"""Messages as bytes: one JSON object each, in ASCII, with a version.

JSON and not pickle, so that a decoder that was taken over by a film file cannot run code in the kiosk.
"""

import json
import logging
from dataclasses import asdict, fields
from types import UnionType
from typing import Any, Final, get_args, get_type_hints

from kiosk.projection.messages import NOTICES, ORDERS, Notice, Order

VERSION: Final = 1
LONGEST_BYTES: Final = 65_536

log = logging.getLogger(__name__)


class Refused(ValueError):
    """A message that is not in the language spoken here."""


def encode(message: Order | Notice) -> bytes:
    """The message as JSON. File names that are not valid UTF-8 survive as lone surrogates."""
    key, name = _KEYS[type(message)]
    return json.dumps({"v": VERSION, key: name, **asdict(message)}, separators=(",", ":")).encode("ascii")


def decode_order(data: bytes) -> Order:
    """Read what was sent to a projector.

    Raises:
        Refused: not JSON, another version, an unknown name, or fields that are missing, unknown or of the wrong type.
    """
    order: Order = _decode(data, "do", ORDERS)
    return order


def decode_notice(data: bytes) -> Notice:
    """Read what a projector sent. Raises ``Refused`` as ``decode_order`` does."""
    notice: Notice = _decode(data, "is", NOTICES)
    return notice


class LogOnce:
    """Says each thing once, so that a broken partner does not fill the log."""

    def __init__(self, most: int = 100) -> None:
        self._said: set[str] = set()
        self._most = most

    def __call__(self, text: str) -> None:
        if text not in self._said and len(self._said) < self._most:
            self._said.add(text)
            log.warning("message ignored: %s", text)


def _decode(data: bytes, key: str, kinds: dict[str, type[Any]]) -> Any:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Refused(f"not JSON: {error}") from None
    if not isinstance(found, dict) or found.pop("v", None) != VERSION:
        raise Refused(f"not a message of version {VERSION}")
    name = found.pop(key, None)
    kind = kinds.get(name) if isinstance(name, str) else None
    if kind is None:
        raise Refused(f'unknown "{key}": {name!r}')
    expected = _TYPES[kind]
    if found.keys() != expected.keys():
        raise Refused(f"{name}: fields {sorted(found)} instead of {sorted(expected)}")
    for field, allowed in expected.items():
        if type(found[field]) not in allowed:
            raise Refused(f"{name}: {field} is {type(found[field]).__name__}")
    return kind(**found)


def _field_types(kind: type[Any]) -> dict[str, tuple[type, ...]]:
    hints = get_type_hints(kind)
    found: dict[str, tuple[type, ...]] = {}
    for field in fields(kind):
        hint = hints[field.name]
        found[field.name] = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    return found


_KEYS: Final[dict[type[Any], tuple[str, str]]] = {
    **{kind: ("do", name) for name, kind in ORDERS.items()},
    **{kind: ("is", name) for name, kind in NOTICES.items()},
}
_TYPES: Final = {kind: _field_types(kind) for kind in _KEYS}
