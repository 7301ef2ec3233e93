"""Tells systemd that the kiosk shows its first picture, goes on, and ends (sd_notify, and the watchdog's pulse)."""

import os
import socket
from collections.abc import MutableMapping
from contextlib import suppress
from typing import Final

from kiosk.clock import Clock

_LONGEST_SECONDS: Final = 5.0
_SHARE: Final = 4
"""A beat comes at the latest after this part of the time that the watchdog allows."""


class Heartbeat:
    """Silent where nobody listens, which is everywhere but in a service of ``Type=notify``.

    ``environment`` loses the address that it names: projectors and other children have nothing to say there. Whose
    pulse is waited for (``WATCHDOG_PID``) does not matter: under a compositor it is the compositor's number.
    """

    def __init__(self, clock: Clock, environment: MutableMapping[str, str] = os.environ) -> None:
        self._clock = clock
        self._address = _address(environment.pop("NOTIFY_SOCKET", ""))
        allowed = _seconds(environment.pop("WATCHDOG_USEC", ""))
        environment.pop("WATCHDOG_PID", None)
        self._every = min(_LONGEST_SECONDS, allowed / _SHARE) if allowed else _LONGEST_SECONDS
        self._ready = False
        self._next = 0.0

    def beat(self) -> None:
        """After a turn of the frame loop that went well. The first one says that there is a picture."""
        if self._address is None or (now := self._clock.monotonic()) < self._next:
            return
        self._next = now + self._every
        self._send("WATCHDOG=1" if self._ready else "READY=1\nWATCHDOG=1")
        self._ready = True

    def ending(self) -> None:
        """The kiosk was asked to end, and does."""
        if self._address is not None:
            self._send("STOPPING=1")

    def _send(self, state: str) -> None:
        assert self._address is not None
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as line:
            line.setblocking(False)  # systemd that does not listen must not stop the film
            line.sendto(state.encode(), self._address)


def _address(written: str) -> str | None:
    """The socket; an ``@`` stands for the zero byte before a name that is in no folder."""
    if written[:1] not in ("/", "@") or len(written) < 2:
        return None
    return "\0" + written[1:] if written.startswith("@") else written


def _seconds(microseconds: str) -> float:
    return int(microseconds) / 1_000_000 if microseconds.isascii() and microseconds.isdigit() else 0.0
