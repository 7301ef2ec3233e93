"""What was found out and is kept for the next time, as JSON files. One that cannot be used only costs time."""

import json
import logging
from pathlib import Path
from typing import Any

from kiosk.whole_file import write_whole

LOG = logging.getLogger(__name__)


def read_kept(file: Path, version: int, name: str) -> Any:
    """What ``keep`` wrote under ``name``; None where the file is missing, damaged or of another version."""
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
        return stored[name] if stored["v"] == version else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(file: Path, version: int, name: str, found: Any) -> None:
    """Write it down. ``version`` is raised whenever the same files would give something else."""
    try:
        write_whole(file, json.dumps({"v": version, name: found}, ensure_ascii=False))
    except OSError as error:
        LOG.info("What is in %s is not kept for the next time: %s", file.name, error)
