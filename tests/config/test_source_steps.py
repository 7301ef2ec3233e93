"""Characters that do not belong in a file are found wherever they stand in a long one."""

from pathlib import Path

import pytest

from kiosk.config.source import read_source
from kiosk.config.tree import Mark

LINE = "a line of a long file\n"


@pytest.mark.parametrize("before", [0, 65_535, 65_536, 65_537, 300_000])
@pytest.mark.parametrize(("byte", "word"), [(b"\x07", "U+0007"), (b"\xe9", "0xE9")])
def test_found_at_any_place(tmp_path: Path, before: int, byte: bytes, word: str) -> None:
    lead = (LINE * (before // len(LINE) + 1))[:before]
    file = tmp_path / "films.yaml"
    file.write_bytes(lead.encode() + byte + b" more\n")
    said: list[tuple[Mark, str]] = []
    read_source(file, "films.yaml", lambda mark, message: said.append((mark, message)))
    assert [(mark.line, mark.column) for mark, _ in said] == [(before // len(LINE) + 1, before % len(LINE) + 1)]
    assert word in said[0][1]
