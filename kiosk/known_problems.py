"""Whether a change of the exhibition brings problems that it did not have."""

from collections.abc import Iterable

from kiosk.config.load import Loaded
from kiosk.config.problems import Problem
from kiosk.config.settings import LOCAL_FILE


class KnownProblems:
    """Those of the exhibition that is on the screen, without the lines that they stand on: an edit above them does not
    make them new.

    A loop that was changed on the panel is written into ``kiosk.local.yaml`` with all its items, also those that cannot
    be shown; and where that is taken back, the loop's own file is read again with its. Neither is a new problem.
    """

    def __init__(self, loaded: Loaded) -> None:
        self.adopt(loaded)

    def adopt(self, loaded: Loaded) -> None:
        """``loaded`` is on the screen from now on."""
        self._known = _sentences(loaded.problems)
        self._at_panel = False

    def add(self, loaded: Loaded) -> None:
        """These do not stand against what is saved later."""
        self._known |= _sentences(loaded.problems)

    def has_all_of(self, loaded: Loaded, *, at_panel: bool = False) -> bool:
        """Whether ``loaded`` has no other ones. ``at_panel``: ``kiosk.local.yaml`` was written, too; that counts until
        something is adopted."""
        self._at_panel = at_panel = self._at_panel or at_panel
        rest = [each for each in loaded.problems if not (_is_of_loop(each) and (at_panel or each.file == LOCAL_FILE))]
        return _sentences(rest) <= self._known


def _is_of_loop(problem: Problem) -> bool:
    return problem.where == "loop" or "items[" in problem.where


def _sentences(problems: Iterable[Problem]) -> frozenset[str]:
    return frozenset(f"{each.file} {each.sentence}" for each in problems if each.severity != "notice")
