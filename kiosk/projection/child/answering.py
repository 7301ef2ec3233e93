"""What the processes that look into media files have in common: they answer one question after the other."""

import json
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

import av


def serve(connection: Connection, answer: Callable[[dict[str, Any]], object]) -> None:
    """Answer questions until the asker is gone; then the process ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group, and the asker ends us itself
    av.logging.set_level(None)  # FFmpeg's words would wait for Python, and Python, closing a file, for their thread
    with suppress(EOFError, OSError):
        while True:
            tell(connection, "is", answer(json.loads(connection.recv_bytes())))
    os._exit(0)


def tell(connection: Connection, key: str, value: object) -> None:
    """Send a message: ``is`` for an answer, another key for what is told on the way to it."""
    connection.send_bytes(json.dumps({"v": 1, key: value}).encode())
