"""A process that answers one question after the other."""

import json
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any

from kiosk.projection.spawning import Child


class Errand:
    """Runs to a child process with a question and brings the messages back. Started for the first question.

    ``module``: what the process runs. ``wake`` is called on another thread when something came.
    """

    def __init__(self, module: str, name: str, wake: Callable[[], None] = lambda: None) -> None:
        self._module = module
        self._name = name
        self._wake = wake
        self._child: Child | None = None
        self._heard: SimpleQueue[bytes | None] = SimpleQueue()

    @property
    def pid(self) -> int | None:
        """The process, None while there is none."""
        return self._child.pid if self._child else None

    def begin(self) -> Child:
        """Start the process if there is none, so that it is ready when something is to be asked."""
        if self._child is None:
            heard = self._heard = SimpleQueue()  # of this process alone: what the one before still says goes nowhere

            def hear(message: bytes | None) -> None:
                heard.put(message)
                self._wake()

            self._child = Child(self._module, self._name, hear)
        return self._child

    def ask(self, **question: Any) -> None:
        """Send a question; one at a time."""
        self.begin().send(json.dumps({"v": 1, **question}).encode())

    def heard(self) -> list[bytes | None]:
        """The messages since the last call, oldest first; None for the end of the process: the next question starts
        another one."""
        heard: list[bytes | None] = []
        with suppress(Empty):
            while True:
                heard.append(self._taken(self._heard.get_nowait()))
        return heard

    def wait(self, seconds: float) -> bytes | None:
        """The next message, as in ``heard``. TimeoutError if none comes within so many seconds."""
        try:
            return self._taken(self._heard.get(timeout=seconds))
        except Empty:
            raise TimeoutError from None

    def _taken(self, message: bytes | None) -> bytes | None:
        if message is None:
            self.dismiss()
        return message

    def dismiss(self) -> None:
        """End the process; another one is started for the next question. Safe to call twice."""
        child, self._child = self._child, None
        if child:
            child.kill()
            child.reap(1.0)
        self._heard = SimpleQueue()
