"""Child processes of the projection: started clean, spoken to over a pipe, gone when the kiosk is gone."""

import importlib
import multiprocessing
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from types import ModuleType
from typing import Any

from kiosk.memory import large_pages


@contextmanager
def _bare_main() -> Iterator[None]:
    """Hide the program's own start file.

    multiprocessing imports it again in every child, with all that it imports: the command line, the
    models, the window. A projector needs none of that, and would start three times slower with it.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def enter(module: str, connection: Connection, arguments: dict[str, Any]) -> None:
    """What a child does first: import its module, by name, and call its ``main(connection, **arguments)``."""
    importlib.import_module(module).main(connection, **arguments)


class Child:
    """A child process with a pipe, and a thread that listens to it.

    ``heard`` is called on that thread with every message, and with None when the child is gone.
    """

    def __init__(self, module: str, name: str, heard: Callable[[bytes | None], None], **arguments: Any) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(
            target=enter, args=(module, theirs, arguments), name=f"kiosk-{name}", daemon=True
        )
        with _bare_main(), large_pages():
            self._process.start()
        theirs.close()
        self.pid = self._process.pid
        self._heard = heard
        self._sending = threading.Lock()
        self._listener = threading.Thread(target=self._listen, name=f"{name}-listener", daemon=True)
        self._listener.start()

    def send(self, message: bytes) -> None:
        """To a child that is gone, silently nothing: its end is told by ``heard``."""
        with self._sending, suppress(OSError, ValueError):
            self._connection.send_bytes(message)

    def kill(self) -> None:
        """End it at once, also when it is stopped or hangs. Does not wait; ``reap`` does."""
        with suppress(OSError, ValueError):
            self._process.kill()

    def reap(self, seconds: float = 0.0) -> bool:
        """Wait for its end, at most so long; whether it has ended."""
        try:
            self._process.join(seconds)
            if self._process.exitcode is None:
                return False
        except ValueError:  # it was closed before
            return True
        self._listener.join(0.5)
        with suppress(OSError):
            self._connection.close()
        self._process.close()
        return True

    def _listen(self) -> None:
        try:
            while True:
                self._heard(self._connection.recv_bytes())
        except (EOFError, OSError):
            self._heard(None)
