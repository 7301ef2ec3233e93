"""Checks a file's values against its model, leaves out what is wrong, and keeps all the rest."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from kiosk.config.anatomy import split_tags, spot_of
from kiosk.config.media_folder import MediaFolder
from kiosk.config.models.base import Part
from kiosk.config.problems import Problem
from kiosk.config.tree import Fields, Items, Node, Scalar, Step, Way, mark_of, take_out, written
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
            findings = [_finding(model, root, each) for each in error.errors(include_url=False)]
        for each in findings:
            if not each.silent:
                problems.append(_problem(root, each, fallback))
        for each in findings:
            take_out(root, each.spot.goes)
    problems.append(Problem(root.mark.file, 1, 1, "", "has too much wrong in it. The defaults are used."))
    return Checked(model.model_construct(), problems)


def _finding(model: type[Part], root: Fields, details: Any) -> Finding:
    location, tags = split_tags(details["loc"])
    of_key = bool(location) and location[-1] == KEY
    way = _way_in(root, location[:-1] if of_key else location)
    spot = spot_of(model, way, {_way_in(root, place): tag for place, tag in tags.items()})
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


def _way_in(root: Node, location: tuple[Step, ...]) -> Way:
    """The way in the tree, where lists still hold the gaps that ``plain`` closes."""
    way: list[Step] = []
    node: Node | None = root
    for step in location:
        if isinstance(node, Items) and isinstance(step, int):
            present = [number for number, each in enumerate(node.nodes) if each is not None]
            step = present[step] if step < len(present) else step
            node = node.nodes[step] if step < len(node.nodes) else None
        elif isinstance(node, Fields) and isinstance(step, str) and step in node.entries:
            node = node.entries[step].node
        else:
            node = None
        way.append(step)
    return tuple(way)
