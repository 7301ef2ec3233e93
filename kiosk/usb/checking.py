"""Whether an exhibition that a stick brings is whole and can be shown."""

from pathlib import Path
from threading import Event
from typing import Final

from kiosk.changes.inventory import Inventory
from kiosk.clock import Clock
from kiosk.config.load import Loaded, load_exhibition, with_caption_problems
from kiosk.config.media_folder import Inspect
from kiosk.config.tree import Fields, Items, Node, Scalar, Way, find, written
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.media import films_of
from kiosk.projection.facts import FactsDesk, Unplayable

_LOOK_SECONDS: Final = 0.5
_MACHINES_OWN: Final[tuple[Way, ...]] = (("hours", "when_closed", "run"), ("panel", "pin"))
"""What only somebody at the machine itself may set: commands that it runs, and who may open the panel."""


def complaints(folder: Path, own: Path, inspect: Inspect | None = None) -> list[str]:
    """What stands against showing the exhibition in ``folder`` on the machine whose exhibition is in ``own``.

    Lines as of ``kiosk check``, without its notices. ``inspect`` looks into stills; with it, caption files are read,
    too.
    """
    loaded = load_exhibition(folder, inspect)
    loaded = with_caption_problems(loaded) if inspect else loaded
    return against(loaded, own)


def against(brought: Loaded, own: Path) -> list[str]:
    """The same of an exhibition that was read already."""
    said = [str(each) for each in brought.problems if each.severity != "notice"]
    return said + _overreaching(brought, load_exhibition(own))


def _overreaching(brought: Loaded, own: Loaded) -> list[str]:
    """A line for each setting that a stick must not bring."""
    said = []
    for way in _MACHINES_OWN:
        node = brought.root and find(brought.root, way)
        if node is not None and _plain(node) != _plain(own.root and find(own.root, way)):
            said.append(
                f"{node.mark.file}:{node.mark.line}:{node.mark.column}  {written(way)}: a stick must not set this."
            )
    return said


def _plain(node: Node | None) -> object:
    """A value without its places, to be compared."""
    match node:
        case Scalar():
            return node.text
        case Fields():
            return {key: _plain(entry.node) for key, entry in node.entries.items()}
        case Items():
            return [_plain(each) for each in node.nodes]
    return None


def unplayable(exhibition: Exhibition, clock: Clock, memory: Path, over: Event) -> list[str]:
    """A line for each film that cannot be played. Every file is looked into, in a process of its own, once.

    ``memory``: where the facts desk may keep what it finds. Ends early once ``over`` is set.
    """
    heard = Event()
    desk = FactsDesk(clock, memory, heard.set, Inventory.of_a_moment(clock))
    found = []
    try:
        for file in sorted(films_of(exhibition)):
            desk.ask(file)
            while (answer := desk.get(file)) is None and not over.is_set():
                desk.step(clock.monotonic())
                heard.wait(_LOOK_SECONDS)
                heard.clear()
            if isinstance(answer, Unplayable):
                found.append(f"{file.relative_to(exhibition.folder)} {answer.reason}.")
    finally:
        desk.close()
    return found
