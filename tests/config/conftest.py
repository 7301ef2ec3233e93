"""A good exhibition to change, and a way to change it."""

from pathlib import Path

import pytest
from exhibition_folders import Change, laid_out

from kiosk.config.load import Loaded, load_exhibition


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A good exhibition of two films."""
    return laid_out("good", tmp_path)


@pytest.fixture
def load(folder: Path) -> Change:
    """Write files into the good exhibition and load it."""

    def changed(files: dict[str, str]) -> Loaded:
        for name, content in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(content, "utf-8")
        return load_exhibition(folder)

    return changed
