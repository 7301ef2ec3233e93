"""Stills that were found to be whole are not decoded again."""

import os
from pathlib import Path

from kiosk.health.still_memory import StillMemory


def test_each_state_of_a_still_is_looked_into_once(tmp_path: Path) -> None:
    looked: list[str] = []

    def inspect(still: Path) -> str | None:
        looked.append(still.name)
        return "is damaged" if still.name == "torn.jpg" else None

    for name in ("whole.jpg", "torn.jpg"):
        (tmp_path / name).write_bytes(b"picture")

    def run() -> list[str | None]:
        memory = StillMemory(tmp_path / "stills.json", inspect)
        found = [memory.flaw(tmp_path / name) for name in ("whole.jpg", "torn.jpg", "gone.jpg")]
        memory.keep()
        return found

    assert run() == [None, "is damaged", None]
    assert looked == ["whole.jpg", "torn.jpg", "gone.jpg"]
    assert run() == [None, "is damaged", None]
    assert looked[3:] == ["torn.jpg", "gone.jpg"]
    os.utime(tmp_path / "whole.jpg", (1, 1))
    run()
    assert looked[5:] == ["whole.jpg", "torn.jpg", "gone.jpg"]
    (tmp_path / "stills.json").write_text("[1]", "utf-8")
    assert run() == [None, "is damaged", None]
