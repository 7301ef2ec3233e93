"""Folders with exhibitions for the tests of the configuration."""

import shutil
from collections.abc import Callable
from pathlib import Path

from kiosk.config.load import Loaded

DATA = Path(__file__).parents[1] / "data" / "config"
Change = Callable[[dict[str, str]], Loaded]
"""Writes files, by their names, into a good exhibition and loads it."""

GOOD = DATA / "good"

# What is called otherwise in the repository, because git passes over the panel's file.
AS_INSTALLED = {"local.yaml": "kiosk.local.yaml"}


def laid_out(case: str, folder: Path) -> Path:
    """The good exhibition in ``folder`` with the files of ``case`` over it.

    ``absent.txt`` in a case names files of the good exhibition that are not there.
    """
    shutil.copytree(GOOD, folder, dirs_exist_ok=True)
    if case != "good":
        shutil.copytree(DATA / case, folder, dirs_exist_ok=True)
    for before, after in AS_INSTALLED.items():
        if (folder / before).exists():
            (folder / before).rename(folder / after)
    absent = folder / "absent.txt"
    for name in absent.read_text("utf-8").split() if absent.exists() else ():
        (folder / name).unlink()
    return folder
