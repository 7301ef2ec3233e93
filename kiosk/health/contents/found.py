"""What was found wrong with a part of an exhibition, before it is known where that was written."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.config.load import Loaded
from kiosk.config.problems import Problem, Severity, WrittenText
from kiosk.config.tree import Node, Scalar, Way, child, items_at, mark_of, written


@dataclass(frozen=True, slots=True)
class Found:
    """One thing: its ``code`` in ``remedies.py`` and what is said about it. ``field``: of a film, where it is one's."""

    code: str
    message: str
    severity: Severity = "notice"
    field: str = ""

    def at(self, text: WrittenText) -> Problem:
        """The problem with a text."""
        return text.problem(self.message, self.severity, self.code)

    def there(self, root: Node, way: Way) -> Problem:
        """The problem with the value at ``way``."""
        mark = mark_of(root, way)
        return Problem(mark.file, mark.line, mark.column, written(way), self.message, self.severity, self.code)


class FilmPlaces:
    """Where each film was written, by its id."""

    def __init__(self, loaded: Loaded) -> None:
        self._films: dict[str, tuple[Node, Way]] = {}
        for root in loaded.roots.values():
            for number, film in items_at(root, ("films",)):
                film_id = child(film, "id")
                if isinstance(film_id, Scalar):
                    self._films.setdefault(film_id.text, (root, ("films", number)))

    def problem(self, film: str, steps: Sequence[str | int], found: Found) -> Problem:
        """The problem with what stands ``steps`` inside a film; the file is empty where the film was not written."""
        if film not in self._films:
            return Problem("", 0, 0, film, found.message, found.severity, found.code)
        root, way = self._films[film]
        return found.there(root, (*way, *steps))

    def way(self, film: str) -> tuple[Node, Way]:
        """The way to a film in what its file says. KeyError where it was not written."""
        return self._films[film]

    def items(self, film: str, name: str) -> list[tuple[int, Node]]:
        """What a film's list holds, with the numbers under which it was written."""
        root, way = self._films.get(film, (None, ()))
        return list(items_at(root, (*way, name))) if root is not None else []
