"""Machines laid out in a folder: files, programs with their words, and what looks in other processes tell."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.text import Text
from kiosk.health.doctor.case import Case
from kiosk.health.doctor.commands import Said
from kiosk.health.doctor.finding import Examined
from kiosk.health.doctor.machine import Machine

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Link:
    """A link to ``target``, which need not be there."""

    target: str


Files = Mapping[str, "str | bytes | Link"]
Commands = Mapping[str, "str | Said"]
Answers = Mapping[str, dict[str, Any]]


def machine(
    root: Path,
    files: Files | None = None,
    commands: Commands | None = None,
    answers: Answers | None = None,
    environment: Mapping[str, str] | None = None,
) -> Machine:
    """``commands``: by the whole command line what the program writes, where it ends well, or a ``Said``. ``answers``:
    by the module that is asked."""
    for path, content in (files or {}).items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Link):
            place.symlink_to(content.target)
        else:
            place.write_bytes(content if isinstance(content, bytes) else content.encode())
    for command in commands or {}:
        program = root / "usr/bin" / command.split()[0]
        program.parent.mkdir(parents=True, exist_ok=True)
        program.touch(0o755)

    def run(command: Sequence[str], _seconds: float) -> Said | None:
        said = (commands or {}).get(" ".join(command))
        return Said(0, said) if isinstance(said, str) else said

    def ask(module: str, _seconds: float, **_arguments: Any) -> dict[str, Any] | None:
        return (answers or {}).get(module)

    return Machine(root, {"PATH": "/usr/bin", **(environment or {})}, run, ask)


def case(looked_at: Machine, *, now: datetime = NOON, tone: bool = False, **exhibition: Any) -> Case:
    """With an exhibition of these settings."""
    folder = Path("/srv/show")
    shown = Exhibition(folder=folder, title=Text(), media=folder / "media", **exhibition)
    return Case(looked_at, shown, folder, Path("/var/cache/film-kiosk"), Path("/var/lib/film-kiosk"), now, tone)


def lines(examined: Examined) -> list[str]:
    """The findings as ``severity code: message``."""
    return [f"{each.severity} {each.code}: {each.message}" for each in examined.findings]


Examine = Callable[[Case], Examined]
