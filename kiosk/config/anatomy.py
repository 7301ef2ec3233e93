"""Where in the models a value belongs: whose field it is, and what has to go if it cannot be used."""

from dataclasses import dataclass
from typing import Annotated, Any, get_args, get_origin

from pydantic import Tag
from pydantic.fields import FieldInfo

from kiosk.config.models.base import Part
from kiosk.config.tree import Step, Way


@dataclass(frozen=True, slots=True)
class Spot:
    """A value in a file.

    ``owner``: the model of the mapping that holds it. ``field``: which of its fields, None if it has no
    such field. ``goes``: the way to what is left out with it, which is itself unless it is required.
    ``lost``: the model of what goes, None if that is a single value. ``inside``: it is one of several in its field.
    """

    owner: type[Part]
    field: FieldInfo | None
    goes: Way
    lost: type[Part] | None
    inside: bool = False


def fields_by_name(model: type[Part]) -> dict[str, FieldInfo]:
    """The fields of ``model`` by the names that installers write."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def spot_of(model: type[Part], way: Way, tags: dict[Way, str]) -> Spot:
    """Follow ``way`` through the models from ``model`` on.

    ``tags`` names the kind of each list item that can be of several kinds.
    """
    owner: type[Part] = model
    field: FieldInfo | None = None
    goes: Way = ()
    lost: type[Part] | None = model
    for at, step in enumerate(way):
        here, last = way[: at + 1], at + 1 == len(way)
        if isinstance(step, int):
            item = _item_model(field, tags.get(here))
            if item is None:
                return Spot(owner, field, here, None)
            goes, lost = here, item
            owner, field = (owner, field) if last else (item, None)
            continue
        field = fields_by_name(owner).get(step)
        if field is None:
            return Spot(owner, None, here, None)
        if not field.is_required():
            goes, lost = here, None
        part = part_in(field.annotation)
        if part is not None and not last:
            owner = part
        elif not last and not isinstance(way[at + 1], int):
            return Spot(owner, field, way, None, inside=True)
    return Spot(owner, field, goes, lost)


def _item_model(field: FieldInfo | None, tag: str | None) -> type[Part] | None:
    """The model of the items of a list, of the kind that ``tag`` names where there are several."""
    if field is None or get_origin(field.annotation) is not list:
        return None
    item = get_args(field.annotation)[0]
    if get_origin(item) is Annotated:
        kinds = {_tag(each): part_in(each) for each in get_args(get_args(item)[0])}
        return kinds.get(tag) if tag in kinds else next(iter(kinds.values()), None)
    return part_in(item)


def _tag(kind: Any) -> str | None:
    return next((each.tag for each in get_args(kind) if isinstance(each, Tag)), None)


def part_in(annotation: Any) -> type[Part] | None:
    """The model in an annotation such as ``HoursPart | None`` or ``Annotated[CardPart, …]``."""
    if isinstance(annotation, type):
        return annotation if issubclass(annotation, Part) else None
    if get_origin(annotation) in (list, dict, tuple):
        return None
    return next((part for each in get_args(annotation) if (part := part_in(each)) is not None), None)


def split_tags(location: tuple[Step, ...]) -> tuple[Way, dict[Way, str]]:
    """Separate pydantic's location into the way itself and the kinds of items named in it (``<still>``)."""
    way: list[Step] = []
    tags: dict[Way, str] = {}
    for step in location:
        if isinstance(step, str) and step.startswith("<") and way and isinstance(way[-1], int):
            tags[tuple(way)] = step
        else:
            way.append(step)
    return tuple(way), tags
