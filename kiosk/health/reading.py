"""Reads an exhibition with all that can be found wrong in its files: stills are looked into, captions read."""

from pathlib import Path

from kiosk.config.load import Loaded, load_exhibition, with_caption_problems
from kiosk.health.still_memory import StillMemory
from kiosk.ui.decoding import flaw


def read_closely(folder: Path, cache: Path) -> Loaded:
    """The exhibition in ``folder``. ``cache``: the kiosk's folder for what can be found out again."""
    stills = StillMemory(cache / "stills-checked.json", flaw)
    loaded = with_caption_problems(load_exhibition(folder, stills.flaw))
    stills.keep()
    return loaded
