"""The playlist that films are added to: what it has, and its text with more at its end."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.config.new_exhibition import TEMPLATE
from kiosk.config.reader import read_fields
from kiosk.config.tree import Fields, Items, Node, Scalar, child
from kiosk.importing.found import NoSource
from kiosk.whole_file import written_beside

_USUAL_INDENT: Final = 2
_SAMPLE: Final = "playlists/films.yaml"


@dataclass(slots=True)
class PlaylistText:
    """``text``: what the file holds. ``ids``, ``files``: of its films. ``count``: how many films.

    ``indent``: blanks before a film's hyphen.
    """

    path: Path
    text: str
    ids: set[str]
    files: set[str]
    count: int = 0
    indent: int = _USUAL_INDENT

    def with_films(self, films: str) -> str:
        """The text with entries added at its end."""
        text = self.text if self.text.endswith("\n") or not self.text else f"{self.text}\n"
        return f"{text}\n{films}" if not text.endswith("films:\n") else f"{text}{films}"


def read_playlist(path: Path) -> PlaylistText:
    """The playlist at ``path``. The sample film of a new exhibition is taken out of it, if nobody has touched it.

    NoSource where films cannot be added at its end, or it has problems.
    """
    text = path.read_text("utf-8")
    if _is_sample(text):
        return PlaylistText(path, text[: text.index("films:\n") + len("films:\n")], set(), set())
    reading = read_fields(path, path.name, otherwise="")
    if reading.root is None or reading.problems:
        raise NoSource(f"Nothing can be added to it before it is mended: {reading.problems[-1]}")
    films = child(reading.root, "films")
    nodes = [each for each in films.nodes if each is not None] if isinstance(films, Items) else []
    _refuse_if_closed(reading.root, films, nodes, text, path)
    found = PlaylistText(path, text, set(), set(), len(nodes))
    for node in nodes:
        found.ids.update(_scalars(child(node, "id")))
        excerpts = child(node, "excerpts")
        for excerpt in excerpts.nodes if isinstance(excerpts, Items) else ():
            found.files.update(_scalars(child(excerpt, "file")))
            versions = child(excerpt, "versions")
            for each in versions.entries.values() if isinstance(versions, Fields) else ():
                found.files.update(_scalars(each.node))
    if nodes:
        found.indent = _indent(text, nodes[0])
    return found


def write_playlist(playlist: PlaylistText, films: str, added: int) -> None:
    """Add the entries and write the file whole. NoSource where it would not be read as it should; then it is as before.

    ``added``: how many films there are in ``films``.
    """
    new = written_beside(playlist.path, playlist.with_films(films), lasting=True)
    try:
        reading = read_fields(new, playlist.path.name, otherwise="")
        listed = child(reading.root, "films")
        if reading.problems or not isinstance(listed, Items) or len(listed.nodes) != playlist.count + added:
            raise NoSource(f"The films could not be added to {playlist.path.name}; it is as it was.")
        new.chmod(playlist.path.stat().st_mode)
        new.replace(playlist.path)
    finally:
        new.unlink(missing_ok=True)


def _is_sample(text: str) -> bool:
    """Whether it is what ``kiosk new`` wrote; the first line, for editors, may be any."""
    sample = (TEMPLATE / _SAMPLE).read_text("utf-8")
    return text == sample or (text.startswith("# yaml-language-server:") and text.partition("\n\n")[2] == sample)


def _refuse_if_closed(root: Fields, films: Node | None, nodes: list[Node], text: str, path: Path) -> None:
    last = max(root.entries.values(), key=lambda each: each.mark.line, default=None)
    entry = root.entries.get("films")
    open_ended = entry is not None and last is entry and (nodes or (isinstance(films, Scalar) and films.empty))
    if not open_ended or "\n..." in text or (nodes and not _is_block(text, nodes[0])):
        raise NoSource(
            f"{path.name}: films can only be added where `films:` is the last setting, and each begins on a line."
        )


def _is_block(text: str, node: Node) -> bool:
    return re.match(r" *- ", _line(text, node)) is not None


def _indent(text: str, node: Node) -> int:
    line = _line(text, node)
    return len(line) - len(line.lstrip(" "))


def _line(text: str, node: Node) -> str:
    return text.splitlines()[node.mark.line - 1]


def _scalars(node: Node | None) -> list[str]:
    return [node.text] if isinstance(node, Scalar) else []
