"""What one pass over the files of an exhibition brings to light."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from kiosk.config.problems import Problem, Severity, in_file_order
from kiosk.config.tree import Items, Node, Way, find, mark_of, written

T = TypeVar("T")


@dataclass(slots=True)
class Notebook:
    """Collects problems, and the files whose change means reading again.

    ``names``: the files as they are called in problems, in the order in which they were opened.
    """

    folder: Path
    problems: list[Problem] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)

    def opened(self, name: str) -> Path:
        """Take down that a file of the exhibition's folder is read; answers its path."""
        path = self.folder / name
        if name not in self.names:
            self.names.append(name)
            self.files.append(path)
        return path

    def note(self, root: Node, way: Way, message: str, severity: Severity = "problem", *, of_key: bool = False) -> None:
        """Take down a problem with the value at ``way``."""
        mark = mark_of(root, way, of_key=of_key)
        self.problems.append(Problem(mark.file, mark.line, mark.column, written(way), message, severity))

    def extend(self, problems: Iterable[Problem]) -> None:
        self.problems.extend(problems)

    def in_order(self) -> list[Problem]:
        """All problems in file order."""
        return in_file_order(self.problems, self.names)


def numbered(root: Node, way: Way, models: Sequence[T]) -> Iterator[tuple[Way, T]]:
    """The models of a list's items, each with its way in the file, where left-out items still count."""
    items = find(root, way)
    present = [n for n, each in enumerate(items.nodes) if each is not None] if isinstance(items, Items) else []
    for number, model in zip(present, models, strict=True):
        yield (*way, number), model
