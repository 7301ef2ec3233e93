"""Reads what a running kiosk writes with ``--trace``."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be tapped, in pixels of the kiosk's window."""

    name: str
    left: float
    top: float
    width: float
    height: float

    @property
    def centre(self) -> tuple[int, int]:
        return int(self.left + self.width / 2), int(self.top + self.height / 2)


@dataclass(frozen=True, slots=True)
class Scene:
    """What stood on the screen when it came to rest. ``facts`` is the whole line of the trace."""

    facts: Line

    @property
    def screen(self) -> str:
        return str(self.facts["screen"])

    @property
    def language(self) -> str:
        return str(self.facts.get("language"))

    @property
    def targets(self) -> dict[str, Target]:
        """By name, in the order in which they were written."""
        return {each["name"]: Target(each["name"], *each["rect"]) for each in self.facts.get("targets", ())}

    def cut_texts(self) -> list[str]:
        """Texts that did not fit."""
        return [each["text"] for each in self.facts.get("texts", ()) if each.get("cut")]

    def fits(self, conditions: Line) -> bool:
        """Whether every condition is met: ``screen="film", language="ar"``. A tuple means any of its values."""
        return all(_is(self.facts.get(key), wanted) for key, wanted in conditions.items())

    def __str__(self) -> str:
        parts = [self.screen]
        parts += [str(self.facts[key]) for key in ("film", "excerpt", "language") if self.facts.get(key)]
        parts += [key for key in ("controls", "paused", "asking", "choosing", "apology") if self.facts.get(key)]
        return " ".join(parts)


def _is(value: object, wanted: object) -> bool:
    return value in wanted if isinstance(wanted, tuple) else value == wanted


class Record:
    """All lines of a trace so far; ``read`` takes in what was added since."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._offset = 0
        self.lines: list[Line] = []

    def read(self) -> None:
        """Take in the new lines. A line that is only half written waits for the next call."""
        if not self._path.exists():
            return
        with self._path.open("rb") as file:
            file.seek(self._offset)
            new = file.read()
        whole = new[: new.rfind(b"\n") + 1]
        self._offset += len(whole)
        self.lines += [json.loads(each) for each in whole.splitlines()]

    def find(self, what: str, after: int = 0, **conditions: Any) -> Line | None:
        """The first line of this kind from line number ``after`` on, or None."""
        for line in self.lines[after:]:
            if line["what"] == what and all(_is(line.get(key), wanted) for key, wanted in conditions.items()):
                return line
        return None

    def last(self, what: str, after: int = 0) -> Line | None:
        """The last line of this kind from line number ``after`` on, or None."""
        return next((line for line in reversed(self.lines[after:]) if line["what"] == what), None)
