"""A process that answers one question after the other."""

import json
from collections.abc import Callable
from threading import Lock
from typing import Any

from kiosk.projection.spawning import Child


class Errand:
    """Runs to a child process with a question and brings the messages back. Started for the first question.

    ``module``: what the process runs. ``wake`` is called on another thread when something came.
    """

    def __init__(self, module: str, name: str, wake: Callable[[], None]) -> None:
        self._module = module
        self._name = name
        self._wake = wake
        self._child: Child | None = None
        self._heard: list[bytes | None] = []
        self._lock = Lock()

    @property
    def pid(self) -> int | None:
        """The process, None while there is none."""
        return self._child.pid if self._child else None

    def begin(self) -> Child:
        """Start the process if there is none, so that it is ready when something is to be asked."""
        if self._child is None:
            self._child = Child(self._module, self._name, self._hear)
        return self._child

    def ask(self, **question: Any) -> None:
        """Send a question; one at a time."""
        self.begin().send(json.dumps({"v": 1, **question}).encode())

    def heard(self) -> list[bytes | None]:
        """The messages since the last call, oldest first; None for the end of the process."""
        with self._lock:
            heard, self._heard = self._heard, []
        return heard

    def dismiss(self) -> None:
        """End the process; another one is started for the next question. Safe to call twice."""
        child, self._child = self._child, None
        if child:
            child.kill()
            child.reap(1.0)
        with self._lock:
            self._heard.clear()

    def _hear(self, message: bytes | None) -> None:
        """On the listening thread."""
        with self._lock:
            self._heard.append(message)
        self._wake()
