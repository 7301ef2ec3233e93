"""What the panel asks about sticks."""

import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.text import Text
from kiosk.panel.sections.usb import Noted, OnStick, Usb
from kiosk.projection.asking import ask_child
from kiosk.usb.mounts import Stick
from kiosk.usb.notes import Notes
from kiosk.usb.place import Place
from kiosk.usb.porter import Porter
from kiosk.usb.tree import Refused, tree_of

_LOOK_SECONDS: Final = 60.0
_EVERY: Final = 1.0
_NOTES: Final = 10


class AtUsb:
    """``folder``: where the machine's own exhibition is."""

    def __init__(self, porter: Porter, notes: Notes, folder: Path) -> None:
        self._porter = porter
        self._notes = notes
        self._folder = folder

    def look(self, _exhibition: Exhibition, _facts: Mapping[str, Any]) -> Usb:
        """What is plugged in, and what became of sticks before."""
        sticks = tuple(self._on(each) for each in self._porter.plugged())
        return Usb(self._porter.usage, sticks, self._noted())

    def copy(self, _exhibition: Exhibition, _facts: Mapping[str, Any]) -> Iterator[Usb]:
        """Have the porter take the sticks up as if they were plugged in now; how far it is, then what it noted."""
        size = sum(_size(each) for each in self._porter.plugged())
        self._porter.again()
        while self._porter.busy:
            yield Usb(self._porter.usage, noted=self._noted(), percent=self._percent(size))
            time.sleep(_EVERY)
        yield Usb(self._porter.usage, noted=self._noted())

    def _on(self, stick: Stick) -> OnStick:
        told = ask_child("kiosk.usb.looking", _LOOK_SECONDS, folder=stick.folder, own=self._folder)
        if told is None:
            return OnStick(str(stick.point), against=None)
        against = tuple(told["against"])
        return OnStick(str(stick.point), Text(told["title"]), told["films"], told["files"], told["size"], against)

    def _noted(self) -> tuple[Noted, ...]:
        found = []
        for each in reversed(self._notes.read()[-_NOTES:]):
            with suppress(ValueError):
                found.append(Noted(datetime.fromisoformat(each.at), each.stick, each.outcome, each.said))
        return tuple(found)

    def _percent(self, size: int) -> int | None:
        """Of the bytes that are to be copied; None before any are."""
        copied = 0
        for each in Place.of(self._folder).copying.rglob("*"):
            with suppress(OSError):
                copied += each.stat().st_size if each.is_file() else 0
        return min(100, copied * 100 // size) if size and copied else None


def _size(stick: Stick) -> int:
    with suppress(OSError, Refused):
        return tree_of(stick.folder).size
    return 0
