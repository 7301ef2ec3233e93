"""What a projector said, between the thread that hears it and the one that asks."""

from collections import deque
from collections.abc import Callable

from kiosk.projection import messages, wire
from kiosk.projection.messages import Notice


class Inbox:
    """Understands messages as they come, and wakes the frame loop for all but signs of life."""

    def __init__(self, sender: str, wake: Callable[[], None]) -> None:
        self._sender = sender
        self._wake = wake
        self._notices: deque[Notice | None] = deque()
        self._heard = False
        self._refused = wire.LogOnce()

    def put(self, data: bytes | None) -> None:
        """A message came, or None: the sender is gone. On the listening thread."""
        self._heard = True
        notice = None
        if data is not None:
            try:
                notice = wire.decode_notice(data)
            except wire.Refused as error:
                self._refused(f"from {self._sender}: {error}")
                return
        if not isinstance(notice, messages.IsAlive):
            self.add(notice)

    def add(self, notice: Notice | None) -> None:
        """Keep a notice, and wake the frame loop."""
        self._notices.append(notice)
        self._wake()

    def take(self) -> list[Notice | None]:
        """What came since the last call, oldest first; None at the end if the sender is gone."""
        if not self._notices:
            return []
        return [self._notices.popleft() for _ in range(len(self._notices))]

    def heard(self) -> bool:
        """Whether anything at all came since the last call."""
        heard, self._heard = self._heard, False
        return heard
