"""A process that looks through an exhibition's files, as ``kiosk check`` does, and tells what is wrong in JSON."""

import json
import os
import signal
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from kiosk.health.findings import findings
from kiosk.health.reading import read_closely

_LOWEST: Final = 19
"""Niceness: films may be playing."""
_MOST: Final = 1000


def main(connection: Connection, folder: Path, cache: Path) -> None:
    """Answer ``{"found": [{"title": "kiosk.yaml:9:9", "advice": …, "grave": …}]}``, the thousand first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(_LOWEST)
    found = findings(read_closely(folder, cache))
    told = [
        {"title": each.location, "advice": each.sentence, "grave": each.severity != "notice"} for each in found[:_MOST]
    ]
    with suppress(OSError):
        connection.send_bytes(json.dumps({"found": told}).encode())
