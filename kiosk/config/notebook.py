"""What one pass over the files of an exhibition brings to light."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from kiosk.config.captions import CaptionsWritten
from kiosk.config.problems import Problem, Severity, WrittenText, in_file_order
from kiosk.config.tree import Fields, Items, Node, Way, child, find, mark_of, written
from kiosk.memory import let_go

T = TypeVar("T")

MAX_LISTED = 200


@dataclass(slots=True)
class Notebook:
    """Collects problems, and the files whose change means reading again.

    ``names``: the files as they are called in problems, in the order in which they were opened. ``texts``: all that
    visitors may read of them, unless nobody ``asks_for_texts``. ``captions``: the caption files that were named, to be
    looked into later. ``roots``: what playlists and loops say, by the names of their files.
    """

    folder: Path
    problems: list[Problem] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    texts: list[WrittenText] = field(default_factory=list)
    captions: list[CaptionsWritten] = field(default_factory=list)
    roots: dict[str, Fields] = field(default_factory=dict)
    asks_for_texts: bool = True

    def opened(self, name: str) -> Path:
        """Take down that a file of the exhibition's folder is read; answers its path."""
        path = self.folder / name
        if name not in self.names:
            self.names.append(name)
            self.files.append(path)
        return path

    def note(
        self,
        root: Node,
        way: Way,
        message: str,
        severity: Severity = "problem",
        *,
        of_key: bool = False,
        code: str = "",
    ) -> None:
        """Take down a problem with the value at ``way``."""
        mark = mark_of(root, way, of_key=of_key)
        self.problems.append(Problem(mark.file, mark.line, mark.column, written(way), message, severity, code))

    def keep(self, name: str, root: Fields) -> None:
        """Remember what a file says, with the places, for whoever looks closer."""
        if self.asks_for_texts:
            self.roots[name] = root

    def has_read(self, root: Node, key: str) -> None:
        """Let go of a file's list ``key``, unless it is kept."""
        items = child(root, key)
        if not self.asks_for_texts and isinstance(items, Items):
            let_go(items.nodes)

    def take_down(self, root: Node, way: Way, language: str, text: str) -> None:
        """Remember a text that visitors may read; ``language`` as in ``WrittenText``."""
        if not self.asks_for_texts:
            return
        mark = mark_of(root, way)
        self.texts.append(WrittenText(mark.file, mark.line, mark.column, written(way), language, text))

    def extend(self, problems: Iterable[Problem]) -> None:
        self.problems.extend(problems)

    def knows(self, where: str) -> bool:
        """Whether there is a problem with ``where`` already."""
        return any(each.where == where or each.where.startswith(f"{where}.") for each in self.problems)

    def sharpen(self, where: str, old: str, new: str) -> None:
        """Make the problems with ``where`` fatal, now that it is known what they mean."""
        for number, each in enumerate(self.problems):
            if each.where == where:
                self.problems[number] = replace(each, message=each.message.replace(old, new), severity="fatal")

    def in_order(self) -> list[Problem]:
        """All problems in file order; of a file with very many, the first of them."""
        problems: list[Problem] = []
        for _, group in groupby(in_file_order(self.problems, self.names), key=lambda each: each.file):
            of_file = list(group)
            problems += of_file[:MAX_LISTED]
            if more := of_file[MAX_LISTED:]:
                first = more[0]
                problems.append(Problem(first.file, first.line, 1, "", f"{len(more)} more problems from here on."))
        return problems


def numbered(root: Node, way: Way, models: Sequence[T]) -> Iterator[tuple[Way, T]]:
    """The models of a list's items, each with its way in the file, where left-out items still count.

    What was not written as a list (``languages: en``) has one way for all.
    """
    items = find(root, way)
    if not isinstance(items, Items):
        yield from ((way, model) for model in models)
        return
    present = (number for number, each in enumerate(items.nodes) if each is not None)
    for number, model in zip(present, models, strict=True):
        yield (*way, number), model
