"""What was found out about films, kept for the next time. How loud they are is kept where the kiosk finds it."""

import json
import logging
from collections import OrderedDict
from pathlib import Path
from typing import Final

from kiosk.exhibition.level import Loudness
from kiosk.projection import loudness_memory
from kiosk.projection.inspection import Inspection, inspection_of
from kiosk.projection.loudness_memory import Key
from kiosk.whole_file import write_whole

LOG = logging.getLogger(__name__)

VERSION: Final = 1
"""Raised whenever films are looked at in another way."""
_MOST_REMEMBERED: Final = 10_000

Known = OrderedDict[Key, Inspection]


def read(memory: Path, loudness: Path) -> Known:
    """What earlier runs found out; nothing where the file is missing, damaged or of another version."""
    try:
        stored = json.loads(memory.read_text(encoding="utf-8"))
        if stored["v"] != VERSION:
            return OrderedDict()
        heard = loudness_memory.read(loudness)
        known: Known = OrderedDict()
        for path, size, changed, start, end, told in stored["stretches"]:
            key = (path, size, changed, start, end)
            found = heard.get(key)
            if told["facts"]["sound_tracks"] == 0 or isinstance(found, Loudness):  # else it is listened to once more
                known[key] = inspection_of(told, found if isinstance(found, Loudness) else None)
        return known
    except (OSError, ValueError, KeyError, TypeError):
        return OrderedDict()


def write(memory: Path, loudness: Path, known: Known) -> None:
    """A memory that cannot be written only costs time. What could not be inspected is not in it."""
    while len(known) > _MOST_REMEMBERED:
        known.popitem(last=False)
    kept = [[*key, found.as_dict()] for key, found in known.items()]
    try:
        write_whole(memory, json.dumps({"v": VERSION, "stretches": kept}, ensure_ascii=False))
    except OSError as error:
        LOG.info("What was found out about the films is not kept for the next time: %s", error)
    heard = loudness_memory.read(loudness)
    louder = {key: found.loudness for key, found in known.items() if isinstance(found.loudness, Loudness)}
    if any(heard.get(key) != each for key, each in louder.items()):
        heard.update(louder)
        loudness_memory.write(loudness, heard)
