"""Everything that can be found wrong with an exhibition without showing it."""

import os

from kiosk.config.load import Loaded
from kiosk.config.problems import Problem, in_file_order
from kiosk.health.glyphs import glyph_findings


def findings(loaded: Loaded) -> list[Problem]:
    """What is wrong in the files, and what in them cannot be drawn; in file order."""
    folder = loaded.exhibition.folder if loaded.exhibition else None
    drawn = glyph_findings(loaded)
    if folder is None or not drawn:
        return list(loaded.problems)
    names = [os.path.relpath(each, folder) for each in loaded.files]
    return in_file_order([*loaded.problems, *drawn], names)
