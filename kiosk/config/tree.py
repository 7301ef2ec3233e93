"""The values of a YAML file, each with the place where it was written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class Mark(NamedTuple):
    """A place in a file; ``line`` and ``column`` from 1, 0 for the file as a whole.

    There is one for every value, so that of all kinds of records the quickest to make is taken.
    """

    file: str
    line: int = 0
    column: int = 0


@dataclass(slots=True)
class Scalar:
    """A text, number, switch or nothing. ``text`` is what was written, so that ``1:48`` stays ``1:48``."""

    mark: Mark
    text: str
    quoted: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing was written: YAML's null."""
        return not self.quoted and self.text in ("", "~", "null", "Null", "NULL")


@dataclass(slots=True)
class Entry:
    """One ``key: value``. ``mark`` is the key's place."""

    mark: Mark
    node: "Node"


@dataclass(slots=True)
class Fields:
    """A mapping."""

    mark: Mark
    entries: dict[str, Entry] = field(default_factory=dict)


@dataclass(slots=True)
class Items:
    """A list. What was taken out of it leaves None behind, so that the others keep their numbers."""

    mark: Mark
    nodes: "list[Node | None]" = field(default_factory=list)


Node = Scalar | Fields | Items
Step = str | int
Way = tuple[Step, ...]
"""The steps from the top of a file to a value: ``("films", 1, "title")``."""


def written(way: Sequence[Step]) -> str:
    """``films[1].title`` for ``("films", 1, "title")``."""
    text = ""
    for step in way:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def child(node: Node | None, step: Step) -> Node | None:
    """The value one step on, None if there is none."""
    if isinstance(node, Fields) and isinstance(step, str):
        entry = node.entries.get(step)
        return entry.node if entry else None
    if isinstance(node, Items) and isinstance(step, int) and 0 <= step < len(node.nodes):
        return node.nodes[step]
    return None


def find(root: Node, way: Sequence[Step]) -> Node | None:
    """The value at the end of ``way``, None if there is none."""
    node: Node | None = root
    for step in way:
        node = child(node, step)
    return node


def items_at(root: Node, way: Sequence[Step]) -> Iterator[tuple[int, Node]]:
    """The items of a list, with their numbers; what was taken out still counts. None where there is no list."""
    items = find(root, way)
    if isinstance(items, Items):
        yield from ((number, each) for number, each in enumerate(items.nodes) if each is not None)


def mark_of(root: Node, way: Sequence[Step], *, of_key: bool = False) -> Mark:
    """The place of a value (or of its key), or of the nearest thing around it that was written."""
    node, mark = root, root.mark
    for step in way:
        if of_key and isinstance(node, Fields) and (entry := node.entries.get(str(step))):
            mark, node = entry.mark, entry.node
            continue
        following = child(node, step)
        if following is None:
            break
        node, mark = following, following.mark
    return mark


def take_out(root: Node, way: Sequence[Step]) -> bool:
    """Remove the value at the end of ``way``. False if there was none."""
    holder, step = find(root, way[:-1]), way[-1]
    if isinstance(holder, Fields) and isinstance(step, str):
        return holder.entries.pop(step, None) is not None
    if isinstance(holder, Items) and isinstance(step, int) and child(holder, step) is not None:
        holder.nodes[step] = None
        return True
    return False


def copy(node: Node) -> Node:
    """The same values at the same marks, in new containers."""
    if isinstance(node, Fields):
        return Fields(node.mark, {key: Entry(each.mark, copy(each.node)) for key, each in node.entries.items()})
    if isinstance(node, Items):
        return Items(node.mark, [each and copy(each) for each in node.nodes])
    return node


def size(node: Node) -> int:
    """How many values there are in ``node``, itself included."""
    return 1 + sum(size(each) for each in children(node))


def children(node: Node) -> Iterator[Node]:
    """The values directly under ``node``."""
    if isinstance(node, Fields):
        yield from (each.node for each in node.entries.values())
    elif isinstance(node, Items):
        yield from (each for each in node.nodes if each is not None)


def laid_over(base: Node, over: Node) -> Node:
    """``over`` on top of ``base``: mappings are merged key by key, everything else is replaced."""
    if not (isinstance(base, Fields) and isinstance(over, Fields)):
        return copy(over)
    merged = Fields(base.mark, {key: Entry(each.mark, copy(each.node)) for key, each in base.entries.items()})
    for key, entry in over.entries.items():
        below = merged.entries.get(key)
        merged.entries[key] = Entry(entry.mark, laid_over(below.node, entry.node) if below else copy(entry.node))
    return merged
