"""What was found out about films, kept for the next time. How loud they are is kept for the kiosk, too."""

from collections import OrderedDict
from pathlib import Path
from typing import Final

from kiosk.exhibition.level import Loudness
from kiosk.kept import keep, read_kept
from kiosk.projection import loudness_memory
from kiosk.projection.inspection import Inspection, inspection_of
from kiosk.projection.loudness_memory import Key

VERSION: Final = 2
"""Raised whenever films are looked at in another way."""
_MOST_REMEMBERED: Final = 10_000

Known = OrderedDict[Key, Inspection]


def read(memory: Path) -> Known:
    """What earlier runs found out; nothing where the file is missing, damaged or of another version."""
    known: Known = OrderedDict()
    try:
        for path, size, changed, start, end, told in read_kept(memory, VERSION, "stretches") or ():
            known[path, size, changed, start, end] = inspection_of(told)
    except (ValueError, KeyError, TypeError):
        return OrderedDict()
    return known


def write(memory: Path, loudness: Path, known: Known) -> None:
    """The last ones that were asked for; films of which it is not known how loud they are want another look.

    A kiosk that runs writes ``loudness`` from what it knew at its start: what is put there meanwhile may be lost, and
    only costs it time.
    """
    while len(known) > _MOST_REMEMBERED:
        known.popitem(last=False)
    settled = {
        key: found
        for key, found in known.items()
        if isinstance(found.loudness, Loudness) or not found.facts.sound_tracks
    }
    keep(memory, VERSION, "stretches", [[*key, found.as_dict()] for key, found in settled.items()])
    heard = loudness_memory.read(loudness)
    louder = {key: found.loudness for key, found in settled.items() if isinstance(found.loudness, Loudness)}
    if any(heard.get(key) != each for key, each in louder.items()):
        heard.update(louder)
        loudness_memory.write(loudness, heard)
