"""Checks a file's values against its model, leaves out what is wrong, and keeps all the rest."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from kiosk.config.anatomy import split_tags, spot_of
from kiosk.config.media_folder import MediaFolder
from kiosk.config.models.base import Part
from kiosk.config.problems import Problem
from kiosk.config.tree import Fields, Items, Node, Scalar, Step, Way, child, mark_of, take_out, written
from kiosk.config.wording import Finding, consequence, sentence

MAX_ROUNDS = 50
KEY = "[key]"  # how pydantic says that a key is wrong, not its value

Model = TypeVar("Model", bound=Part)


@dataclass(frozen=True, slots=True)
class Checked(Generic[Model]):
    """``model``: what is good in the file. ``problems``: what was left out of it, and why."""

    model: Model
    problems: list[Problem]


def check(model: type[Model], root: Fields, folder: MediaFolder, *, fallback: str = "") -> Checked[Model]:
    """Validate ``root`` as a ``model``; what is wrong is taken out of ``root`` until the rest is good.

    ``fallback``: what is used for a wrong value instead of the model's default, as a sentence.
    """
    problems: list[Problem] = []
    for _ in range(MAX_ROUNDS):
        try:
            return Checked(model.model_validate(plain(root), context=folder), problems)
        except ValidationError as error:
            ways = _Ways(root)
            findings = [_finding(model, ways, each) for each in error.errors(include_url=False)]
        for each in findings:
            if not each.silent:
                problems.append(_problem(root, each, fallback))
        for each in findings:
            take_out(root, each.spot.goes)
    problems.append(Problem(root.mark.file, 1, 1, "", "has too much wrong in it. The defaults are used."))
    return Checked(model.model_construct(), problems)


def _finding(model: type[Part], ways: "_Ways", details: Any) -> Finding:
    location, tags = split_tags(details["loc"])
    of_key = bool(location) and location[-1] == KEY
    way = ways.way(location[:-1] if of_key else location)
    spot = spot_of(model, way, {ways.way(place): tag for place, tag in tags.items()})
    cause = details.get("ctx", {}).get("error")
    return Finding(way, spot, details["type"], details["input"], cause, of_key)


def _problem(root: Fields, finding: Finding, fallback: str) -> Problem:
    words, hint = sentence(finding, root)
    ending = consequence(finding, fallback)
    mark = mark_of(root, finding.way, of_key=finding.of_key or finding.kind == "extra_forbidden")
    return Problem(mark.file, mark.line, mark.column, written(finding.way), f"{words} {ending}".rstrip() + hint)


def plain(node: Node) -> Any:
    """The values without their marks: dict, list, str, and None where nothing was written."""
    if isinstance(node, Scalar):
        return None if node.empty else node.text
    if isinstance(node, Items):
        return [plain(each) for each in node.nodes if each is not None]
    return {key: plain(entry.node) for key, entry in node.entries.items()}


class _Ways:
    """Ways in the tree for pydantic's locations: lists in the tree still hold the gaps that ``plain`` closes."""

    def __init__(self, root: Fields) -> None:
        self._root = root
        self._present: dict[int, list[int]] = {}

    def way(self, location: tuple[Step, ...]) -> Way:
        way: list[Step] = []
        node: Node | None = self._root
        for step in location:
            if isinstance(node, Items) and isinstance(step, int):
                step = self._numbers(node)[step]
            way.append(step)
            node = child(node, step)
        return tuple(way)

    def _numbers(self, items: Items) -> list[int]:
        if id(items) not in self._present:
            self._present[id(items)] = [number for number, each in enumerate(items.nodes) if each is not None]
        return self._present[id(items)]
