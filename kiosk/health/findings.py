"""Everything that can be found wrong with an exhibition without showing it."""

import os
from collections.abc import Iterable

from kiosk.config.load import Loaded
from kiosk.config.problems import Problem, in_file_order
from kiosk.health.contents.remedies import with_remedies
from kiosk.health.glyphs import glyph_findings
from kiosk.health.loudness import Heard, loudness_findings


def findings(loaded: Loaded, heard: Heard | None = None, contents: Iterable[Problem] = ()) -> list[Problem]:
    """What is wrong in the files, what in them cannot be drawn, and what of the films cannot be heard as it should be.

    In file order. ``heard``: what was measured of the films' sound. ``contents``: what ``content_findings`` found.
    """
    exhibition = loaded.exhibition
    if exhibition is None:
        return list(loaded.problems)
    found = [*glyph_findings(loaded), *(loudness_findings(exhibition, heard) if heard else ()), *contents]
    names = [os.path.relpath(each, exhibition.folder) for each in loaded.files]
    return with_remedies(in_file_order([*loaded.problems, *found], names) if found else loaded.problems)
