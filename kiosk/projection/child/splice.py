"""A film with its own beginning after its end, so that libvlc does not come to the end of a file.

At the end of a file libvlc drains the sound while it keeps PulseAudio's thread from sending it: up to 0.25 s of it is
never heard. A film in a loop is over for the kiosk when its last frame has had its time; here it goes on until it is
stopped then. FFmpeg's list of files to be read as one does that, and nothing is copied.
"""

import logging
import os
from pathlib import Path

from kiosk.projection.ring import SHARED_MEMORY
from kiosk.projection.sweeping import list_names

LOG = logging.getLogger(__name__)


def spliced(file: str) -> str:
    """A list that names the file twice. One at a time for each process; the kiosk removes it in the end.

    FFmpeg takes only plain names that lie beside the list: so the film has one there, too. Where there is no room for
    these names the file itself is the answer: then the last of its sound is not heard, and that is all.
    """
    try:
        return _listed(file)
    except OSError as error:
        LOG.warning("%s is played to its end only: its list cannot be written (%s)", file, error)
        return file


def _listed(file: str) -> str:
    name, own = (SHARED_MEMORY / each for each in list_names(os.getppid(), os.getpid()))
    name.unlink(missing_ok=True)
    own.unlink(missing_ok=True)
    own.symlink_to(Path(file).absolute())
    name.write_text(f"ffconcat version 1.0\nfile {own.name}\nfile {own.name}\n", encoding="ascii")
    return str(name)
