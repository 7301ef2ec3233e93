"""A process that looks at the exhibition on a stick. It may hang with the stick; who asked goes on."""

import json
import os
import signal
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from kiosk.config.load import load_exhibition
from kiosk.usb.checking import against
from kiosk.usb.tree import Refused, tree_of


def main(connection: Connection, folder: Path, own: Path) -> None:
    """Tell what is in ``folder``, for a machine whose exhibition is in ``own``, in JSON: ``title`` by language, how
    many ``films`` and ``files``, their ``size`` in bytes, and the lines ``against`` it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(19)
    with suppress(OSError):
        connection.send_bytes(json.dumps(told(folder, own)).encode())


def told(folder: Path, own: Path) -> dict[str, Any]:
    """As ``main`` tells it. OSError where the stick cannot be read."""
    try:
        tree = tree_of(folder)
    except Refused as refusal:
        return {"title": {}, "films": 0, "files": 0, "size": 0, "against": list(map(str, refusal.args))}
    loaded = load_exhibition(folder)
    exhibition = loaded.exhibition
    return {
        "title": dict(exhibition.title.by_language) if exhibition else {},
        "films": len(exhibition.playlist.films) if exhibition else 0,
        "files": len(tree.pieces),
        "size": tree.size,
        "against": against(loaded, own),
    }
