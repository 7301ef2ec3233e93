"""An exhibition as it is, but with little patience: so that a tour sees "Still there?" without waiting for minutes."""

from pathlib import Path

SETTINGS = "kiosk.local.yaml"


def impatient(exhibition: Path, folder: Path, seconds: int) -> Path:
    """Make ``folder`` (which must not be there yet) an exhibition like ``exhibition``, and answer it.

    It is made of links to everything in the original and of a ``kiosk.local.yaml`` of its own, by which
    every waiting time is ``seconds``. What was changed on the panel of the original is not in it.
    """
    folder.mkdir()
    for entry in exhibition.iterdir():
        if entry.name != SETTINGS and not entry.name.startswith("."):
            (folder / entry.name).symlink_to(entry)
    wait = f"{seconds} s"
    (folder / SETTINGS).write_text(f"idle: {{browse: {wait}, reading: {wait}, warning: {wait}}}\n", "utf-8")
    return folder
