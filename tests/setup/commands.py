"""The commands that README.md and docs/ tell people to give."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAPERS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]

_IN_TEXT = re.compile(r"`((?:sudo )?(?:\./run|kiosk)(?: [^`]+)?)`")
_IN_BLOCK = re.compile(r"^(?:sudo )?(?:\./run|kiosk)(?: .*)?$")


@dataclass(frozen=True)
class Command:
    """``words``: what follows ``./run`` or ``kiosk``."""

    paper: str
    line: int
    words: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.paper}:{self.line} {shlex.join(self.words)}"


def commands() -> list[Command]:
    """All of them, in the order of the papers."""
    return [each for paper in PAPERS for each in _commands_of(paper)]


def _commands_of(paper: Path) -> Iterator[Command]:
    block = ""
    for number, line in enumerate(paper.read_text("utf-8").splitlines(), 1):
        stripped = line.strip()
        if stripped.startswith("```"):
            block = "" if block else stripped[3:] or "text"
        elif block == "sh" and _IN_BLOCK.match(stripped):
            yield _command(paper, number, stripped)
        elif not block:
            for found in _IN_TEXT.findall(line):
                yield _command(paper, number, found)


def _command(paper: Path, line: int, text: str) -> Command:
    words = shlex.split(text.replace("[DIR]", "DIR"), comments=True)
    return Command(paper.relative_to(ROOT).as_posix(), line, tuple(words[2 if words[0] == "sudo" else 1 :]))
