"""From YAML text to values with marks.

The parser's events are read one by one instead of letting PyYAML build objects: plain values keep the words
that were written (YAML 1.1 would make True of ``on`` and 108 of ``1:48``), duplicate keys are seen, and
nesting and aliases are counted before they cost anything.
"""

from dataclasses import dataclass

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from kiosk.config.problems import quoted
from kiosk.config.source import Say, Unreadable
from kiosk.config.tree import Entry, Fields, Items, Mark, Node, Scalar, copy, size

MAX_DEPTH = 40
MAX_VALUES = 250_000
LEFT_OUT_TAG = "!kiosk-left-out"
"""Marks an item of a list that could not be read; it becomes None in ``Items``."""

_new = tuple.__new__
_OWN_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "map", "seq"))
_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml's where the wheel has it: ten times as fast


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end was not seen yet. ``in_key``: the key was read and its value comes next."""

    node: Fields | Items
    anchor: str | None
    key: Scalar | None = None
    in_key: bool = False


def compose(text: str, file: str, say: Say) -> Node | None:
    """The values of the first document in ``text``, None if there is nothing in it.

    Raises ``yaml.MarkedYAMLError`` where the text is not YAML, Unreadable where it is out of all bounds.
    """
    parser = _Parser(text)
    composer = _Composer(file, say)
    try:
        while (event := parser.get_event()) is not None:
            if not composer.take(event):
                break
    finally:
        parser.dispose()
    return composer.root


class _Composer:
    def __init__(self, file: str, say: Say) -> None:
        self.root: Node | None = None
        self._file, self._say = file, say
        self._open: list[_Open] = []
        self._anchors: dict[str, Node] = {}
        self._documents = 0
        self._values = 0

    def take(self, event: Event) -> bool:
        """Add what ``event`` says. False when the rest of the file is of no interest."""
        if isinstance(event, ScalarEvent):
            self._scalar(event)
        elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            self._begin(event)
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            closed = self._open.pop()
            self._remember(closed.anchor, closed.node)
            self._place(closed.node)
        elif isinstance(event, AliasEvent):
            self._count(1, event)
            self._place(self._alias(event, self._mark(event)))
        elif isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._say(self._mark(event), "a second document begins here (---). Only the first is read.")
                return False
        return True

    def _scalar(self, event: ScalarEvent) -> None:
        self._count(1, event)
        mark = self._mark(event)
        node = Scalar(mark, event.value, bool(event.style))
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        self._place(None if event.tag is not None and self._check_tag(event, mark) else node)

    def _begin(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        self._count(1, event)
        mark = self._mark(event)
        self._check_tag(event, mark)
        if len(self._open) >= MAX_DEPTH:
            raise Unreadable(f"is nested more than {MAX_DEPTH} levels deep.", mark.line, mark.column, mendable=True)
        container = Fields(mark) if isinstance(event, MappingStartEvent) else Items(mark)
        self._open.append(_Open(container, event.anchor))

    def _place(self, node: Node | None) -> None:
        if not self._open:
            self.root = node
            return
        holder = self._open[-1]
        if isinstance(holder.node, Items):
            holder.node.nodes.append(node)
        elif not holder.in_key:
            holder.key, holder.in_key = self._key(node), True
        else:
            if holder.key is not None and node is not None:
                self._enter(holder.node, holder.key, node)
            holder.key, holder.in_key = None, False

    def _key(self, node: Node | None) -> Scalar | None:
        if isinstance(node, Scalar):
            if node.quoted or node.text != "<<":
                return node
            self._say(node.mark, "merge keys (<<) are not read. Please write the values out. It is left aside.")
        elif node is not None:
            self._say(node.mark, "a key must be a plain word, not a list or a mapping. It is left aside.")
        return None

    def _enter(self, fields: Fields, key: Scalar, node: Node) -> None:
        entry = Entry(key.mark, node)
        if (first := fields.entries.setdefault(key.text, entry)) is not entry:
            self._say(
                key.mark,
                f"{quoted(key.text)} is written twice, first in line {first.mark.line}. What stands there is used.",
            )

    def _alias(self, event: AliasEvent, mark: Mark) -> Node | None:
        target = self._anchors.get(str(event.anchor))
        if target is None:
            inside = any(each.anchor == event.anchor for each in self._open)
            why = (
                "stands inside the value that it repeats"
                if inside
                else f"refers to &{event.anchor}, which is not before it"
            )
            self._say(mark, f"*{event.anchor} {why}. It is left aside.")
            return Scalar(mark, "")
        self._count(size(target), event)
        return copy(target)

    def _check_tag(self, event: ScalarEvent | CollectionStartEvent, mark: Mark) -> bool:
        tag = event.tag
        if tag is None:
            return False
        if tag == LEFT_OUT_TAG:
            return True
        if tag != "!" and tag not in _OWN_TAGS:
            short = tag.replace("tag:yaml.org,2002:", "!!")
            self._say(mark, f"unknown tag {quoted(short)}. The value is read as if the tag were not there.")
        return False

    def _remember(self, anchor: str | None, node: Node) -> None:
        if anchor is not None:
            self._anchors[anchor] = node

    def _count(self, values: int, event: Event) -> None:
        self._values += values
        if self._values > MAX_VALUES:
            mark, by_alias = self._mark(event), values > 1
            how = " once aliases are written out" if by_alias else ""
            raise Unreadable(f"holds more than {MAX_VALUES:,} values{how}.", mark.line, mark.column, mendable=by_alias)

    def _mark(self, event: Event) -> Mark:
        start = event.start_mark
        # What Mark(…) does, in half the time: there is one for every value.
        return _new(Mark, (self._file, start.line + 1, start.column + 1)) if start else Mark(self._file)
