"""What is said about a value that did not pass, in our own words."""

from dataclasses import dataclass

from kiosk.config.anatomy import Spot, fields_by_name, part_in
from kiosk.config.models.base import Otherwise, Part
from kiosk.config.models.loop import KINDS
from kiosk.config.problems import did_you_mean
from kiosk.config.tree import Fields, Node, Way, find
from kiosk.config.values import Wrong, described, either, must_be


@dataclass(frozen=True, slots=True)
class Finding:
    """One complaint of the models: the way to the value, its spot in the models, what kind of complaint, what was read.

    ``cause`` is what our own parser raised, if it was one of ours. ``of_key``: the key is wrong, not its value.
    """

    way: Way
    spot: Spot
    kind: str
    read: object
    cause: Exception | None
    of_key: bool

    @property
    def silent(self) -> bool:
        """An optional key with nothing after it is as good as no key."""
        in_a_list = bool(self.way) and isinstance(self.way[-1], int)
        return self.read is None and self.kind != "extra_forbidden" and self.spot.goes == self.way and not in_a_list


def sentence(finding: Finding, root: Node) -> tuple[str, str]:
    """What is wrong, and perhaps a question that begins with a space."""
    if isinstance(finding.cause, Wrong) and finding.read is not None:
        return finding.cause.sentence, finding.cause.hint
    kind, read = finding.kind, finding.read
    if kind == "missing":
        return "is missing.", _near_key(finding, root)
    if kind == "extra_forbidden":
        key, owner = str(finding.way[-1]), finding.spot.owner
        return "unknown key.", did_you_mean(key, _known(owner)) or _belongs_under(key, owner)
    if read is None:
        return "is empty.", ""
    if kind.startswith("union_tag") and isinstance(read, dict):
        near = next((hint for key in read if (hint := did_you_mean(key, KINDS))), "")
        return f"must have one of the keys {either(KINDS)}.", near
    if kind == "list_type":
        return must_be("a list (lines that begin with -, or [one, two])", read).sentence, ""
    if kind in ("model_type", "dict_type", "model_attributes_type") or kind.startswith("union_tag"):
        return must_be("a mapping (key: value)", read).sentence, ""
    return f"cannot be {described(read)}.", ""


def consequence(finding: Finding, fallback: str) -> str:
    """What the kiosk does about it."""
    spot = finding.spot
    if finding.kind == "extra_forbidden":
        return "" if did_you_mean(str(finding.way[-1]), _known(spot.owner)) else "It is left aside."
    if spot.lost is not None:
        return spot.lost.without
    if spot.field is None or len(spot.goes) < len(finding.way):
        return spot.owner.lacking
    if spot.goes and isinstance(spot.goes[-1], int):
        return "It is left aside."
    if fallback:
        return fallback
    for each in spot.field.metadata:
        if isinstance(each, Otherwise):
            return each.sentence
    if isinstance(spot.field.default, str) and not spot.inside:
        return f"{spot.field.default} is used."
    if part_in(spot.field.annotation) and spot.field.default is not None:
        return "The defaults are used."
    return spot.owner.lacking


def _known(owner: type[Part]) -> list[str]:
    return list(fields_by_name(owner))


def _belongs_under(key: str, owner: type[Part]) -> str:
    for name, field in fields_by_name(owner).items():
        part = part_in(field.annotation)
        if part is not None and key in fields_by_name(part):
            return f" Does it belong under {name}?"
    return ""


def _near_key(finding: Finding, root: Node) -> str:
    """Whether a required key is there under a name that is almost right."""
    holder = find(root, finding.way[:-1])
    if not isinstance(holder, Fields):
        return ""
    others = [key for key in holder.entries if key not in fields_by_name(finding.spot.owner)]
    near = did_you_mean(str(finding.way[-1]), others)
    return f" Is {near[len(' Did you mean ') : -1]} meant for it?" if near else ""
