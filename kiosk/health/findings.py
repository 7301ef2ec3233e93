"""Everything that can be found wrong with an exhibition without showing it."""

import os
from collections.abc import Iterable

from kiosk.config.load import Loaded
from kiosk.config.problems import Problem, in_file_order
from kiosk.health.contents.remedies import with_remedies
from kiosk.health.glyphs import glyph_findings


def findings(loaded: Loaded, contents: Iterable[Problem] = ()) -> list[Problem]:
    """What is wrong in the files, what in them cannot be drawn, and the ``contents``, in file order.

    ``contents``: what ``content_findings`` and ``film_findings`` found.
    """
    exhibition = loaded.exhibition
    if exhibition is None:
        return list(loaded.problems)
    found = [*glyph_findings(loaded), *contents]
    names = [os.path.relpath(each, exhibition.folder) for each in loaded.files]
    return with_remedies(in_file_order([*loaded.problems, *found], names) if found else loaded.problems)
