"""One YAML file: read, composed, and what cannot be read left out so that the rest can be used."""

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from kiosk.config.compose import compose
from kiosk.config.not_yaml import fault_of, without_block
from kiosk.config.problems import Problem
from kiosk.config.source import Say, Unreadable, read_source
from kiosk.config.tree import Fields, Items, Node

MAX_FAULTS = 20


@dataclass(slots=True)
class Reading:
    """What came of a file. ``root`` is None if nothing of it can be used; the last problem says why."""

    root: Fields | None
    problems: list[Problem] = field(default_factory=list)


def read_fields(path: Path, file: str, *, otherwise: str) -> Reading:
    """The mapping that ``path`` holds; ``file`` is what it is called in problems.

    ``otherwise`` says what the kiosk does if it cannot be used at all.
    """
    reading = Reading(None)
    try:
        text = read_source(path, file, _say_to(reading.problems))
        root = _composed(text, file, reading.problems)
        if root is None and reading.problems:
            raise Unreadable("nothing of this file can be used.", 1, 1)
        reading.root = _mapping(root)
    except Unreadable as error:
        reading.problems.append(Problem(file, error.line, error.column, "", f"{error.message} {otherwise}".rstrip()))
    return reading


def _composed(text: str, file: str, problems: list[Problem]) -> Node | None:
    """Compose again and again, each time without the block that could not be read."""
    for _ in range(MAX_FAULTS):
        said: list[Problem] = []
        try:
            root = compose(text, file, _say_to(said))
        except (yaml.MarkedYAMLError, Unreadable) as error:
            if isinstance(error, Unreadable) and not error.mendable:
                raise
            fault = fault_of(error, text)
            block = without_block(text, fault.block_line)
            if block is None:
                raise Unreadable(fault.message, fault.line, fault.column) from None
            problems.append(Problem(file, fault.line, fault.column, "", f"{fault.message} {block.left_out}"))
            text = block.text
        else:
            problems += said
            return root
    raise Unreadable(f"has more than {MAX_FAULTS} places that are not YAML.", 1, 1)


def _say_to(problems: list[Problem]) -> Say:
    return lambda mark, message: problems.append(Problem(mark.file, mark.line, mark.column, "", message))


def _mapping(root: Node | None) -> Fields:
    if isinstance(root, Fields):
        return root
    if root is None:
        raise Unreadable("is empty.", 1, 1)
    kind = "a list" if isinstance(root, Items) else "a single text"
    raise Unreadable(f"must hold `key: value` lines, not {kind}.", root.mark.line, root.mark.column)
