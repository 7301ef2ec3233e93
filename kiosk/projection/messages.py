"""What the kiosk and its projector processes say to each other: one JSON object a message.

JSON and not pickle, so that a decoder that was taken over by a film file cannot run code in the kiosk.
To a projector: ``{"v":1,"do":"load",…}``. From it: ``{"v":1,"is":"rolling",…}``.
"""

import json
import logging
from dataclasses import asdict, dataclass, fields
from types import UnionType
from typing import Any, Final, get_args, get_type_hints

VERSION: Final = 1
LONGEST_BYTES: Final = 65_536

log = logging.getLogger(__name__)


class Refused(ValueError):
    """A message that is not in the language spoken here."""


@dataclass(frozen=True, slots=True)
class Load:
    """Thread a file. Times in milliseconds, ``size`` in pixels, ``volume`` in per cent.

    ``full_range``: the film's luma runs from 0 to 255. ``ring``: name of the shared memory that takes the frames; ``slots``: how many fit into it.
    ``held``: once some frames are in memory, ``hold_ms`` after the second, wait for ``release``.
    ``sound_delay_ms``: how much later than libvlc's own frames the picture is shown. ``patience_ms``:
    how long to wait for the first frame.
    """

    take: int
    file: str
    ring: str
    width: int
    height: int
    slots: int
    start_ms: int
    end_ms: int | None
    volume: int
    full_range: bool
    held: bool
    hold_ms: int
    sound_delay_ms: int
    patience_ms: int


@dataclass(frozen=True, slots=True)
class Release:
    take: int


@dataclass(frozen=True, slots=True)
class Pause:
    take: int


@dataclass(frozen=True, slots=True)
class Resume:
    take: int


@dataclass(frozen=True, slots=True)
class Stop:
    """End whatever is threaded."""


@dataclass(frozen=True, slots=True)
class SetVolume:
    """Per cent; for this take only."""

    volume: int


@dataclass(frozen=True, slots=True)
class Quit:
    """End the process."""


@dataclass(frozen=True, slots=True)
class IsReady:
    """libvlc is loaded."""

    libvlc: str


@dataclass(frozen=True, slots=True)
class IsAlive:
    """Sent at least every half second by the thread that does the work."""


@dataclass(frozen=True, slots=True)
class IsAttached:
    """The ring is mapped; its name is not needed any more."""

    ring: str


@dataclass(frozen=True, slots=True)
class IsLoaded:
    take: int


@dataclass(frozen=True, slots=True)
class IsRolling:
    take: int


@dataclass(frozen=True, slots=True)
class HasEnded:
    take: int


@dataclass(frozen=True, slots=True)
class HasFailed:
    take: int
    reason: str


Order = Load | Release | Pause | Resume | Stop | SetVolume | Quit
Notice = IsReady | IsAlive | IsAttached | IsLoaded | IsRolling | HasEnded | HasFailed

ORDERS: Final[dict[str, type[Any]]] = {
    "load": Load,
    "release": Release,
    "pause": Pause,
    "resume": Resume,
    "stop": Stop,
    "volume": SetVolume,
    "quit": Quit,
}
NOTICES: Final[dict[str, type[Any]]] = {
    "ready": IsReady,
    "alive": IsAlive,
    "attached": IsAttached,
    "loaded": IsLoaded,
    "rolling": IsRolling,
    "ended": HasEnded,
    "failed": HasFailed,
}
_KEYS: Final[dict[type[Any], tuple[str, str]]] = {
    **{kind: ("do", name) for name, kind in ORDERS.items()},
    **{kind: ("is", name) for name, kind in NOTICES.items()},
}


def encode(message: Order | Notice) -> bytes:
    """The message as ASCII JSON. Names that are not valid UTF-8 survive as lone surrogates."""
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


def _decode(data: bytes, key: str, kinds: dict[str, type[Any]]) -> Any:
    try:
        found = json.loads(data)
    except ValueError as error:
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


_TYPES: Final = {kind: _field_types(kind) for kind in _KEYS}


class LogOnce:
    """Says each thing once, so that a broken partner does not fill the log."""

    def __init__(self, most: int = 100) -> None:
        self._said: set[str] = set()
        self._most = most

    def __call__(self, text: str) -> None:
        if text not in self._said and len(self._said) < self._most:
            self._said.add(text)
            log.warning("message ignored: %s", text)
