"""Where films are inspected before the opening: what is known of them is taken, the rest is found out."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from kiosk.changes.identity import Identity, identity_of
from kiosk.projection.inspecting import Answer, Inspectors, processors
from kiosk.projection.inspection import (
    FilmFacts,
    Inspection,
    Stretch,
    Uninspected,
    Watched,
    facts_of,
    loudness_of,
    watched_of,
)
from kiosk.projection.inspection_memory import Known, read, write
from kiosk.projection.inspection_work import Work, work_of
from kiosk.projection.loudness_memory import Key, key

Inspected = dict[Stretch, Inspection | Uninspected]
Progress = Callable[[float, float], None]
"""Is told how much work is done, and how much there is in all, in the same unit."""

_UNREAD: Final = Uninspected("cannot be read")


def nobody_looks(_done: float, _all: float) -> None:
    """For whoever only wants what comes of it."""


class InspectionRoom:
    """``memory`` and ``loudness``: JSON files that keep it for the next time; the second is the kiosk's own."""

    def __init__(self, memory: Path, loudness: Path) -> None:
        self._files = memory, loudness
        self._known: Known = read(memory, loudness)

    def inspect(self, stretches: Iterable[Stretch], progress: Progress = nobody_looks) -> Inspected:
        """What there is to know of all of them. What was found out is kept, also where it is broken off."""
        wanted = list(dict.fromkeys(stretches))
        identities = {file: identity_of(file) for file in {each[0] for each in wanted}}
        found: Inspected = {}
        unknown = []
        for stretch in wanted:
            known = self._known.get(place) if (place := _key(stretch, identities)) is not None else None
            if known is not None:
                found[stretch] = known
            else:
                unknown.append(stretch)
        if unknown:
            run = _Run(unknown, progress)
            try:
                run.work()
            finally:
                run.close()
                found.update(run.found)
                self._keep(run.found, identities)
        return {each: found[each] for each in wanted}

    def _keep(self, found: Inspected, identities: dict[Path, Identity | None]) -> None:
        for stretch, each in found.items():
            place = _key(stretch, identities)
            if isinstance(each, Inspection) and each.speed and place is not None:
                self._known[place] = each
        write(*self._files, self._known)


def _key(stretch: Stretch, identities: dict[Path, Identity | None]) -> Key | None:
    identity = identities[stretch[0]]
    return None if identity is None else key(identity, *stretch[1:])


class _Run:
    """Finds out about stretches: first what their files say, then how they look and sound, and last, with the machine
    to itself, how fast each is decoded."""

    def __init__(self, stretches: Sequence[Stretch], progress: Progress) -> None:
        self.found: Inspected = {}
        self._stretches = stretches
        self._progress = progress
        self._inspectors = Inspectors(min(processors(), len(stretches)))
        self._work: dict[Stretch, Work] = {}
        self._done = 0.0
        self._under_way: dict[int, float] = {}

    def work(self) -> None:
        facts = self._facts()
        self._work = {
            stretch: work_of(facts[stretch[0]], *stretch[1:]) for stretch in self._stretches if stretch[0] in facts
        }
        self._tell()
        self._watch(facts)
        self._measure()

    def close(self) -> None:
        self._inspectors.close()

    def _facts(self) -> dict[Path, FilmFacts]:
        """Of all files that can be opened; of stretches of others it is told why not."""
        files = list(dict.fromkeys(each[0] for each in self._stretches))
        facts: dict[Path, FilmFacts] = {}
        refused: dict[Path, Uninspected] = {}
        for number, answer in self._inspectors.answers([{"do": "facts", "file": str(each)} for each in files]):
            try:
                if isinstance(answer, Uninspected):
                    refused[files[number]] = answer
                else:
                    facts[files[number]] = facts_of(answer)
            except (ValueError, KeyError, TypeError):
                refused[files[number]] = _UNREAD
        self.found.update({each: refused[each[0]] for each in self._stretches if each[0] in refused})
        return facts

    def _watch(self, facts: dict[Path, FilmFacts]) -> None:
        """Those that take longest first, so that no processor is left with a long one at the end."""
        longest = sorted(self._work, key=lambda each: self._work[each].watching, reverse=True)
        questions = [{"do": "watch", "file": str(file), "start": start, "end": end} for file, start, end in longest]

        def heard(number: int, part: str, at: float) -> None:
            self._under_way[number] = self._work[longest[number]].done(part, at)
            self._tell()

        for number, answer in self._inspectors.answers(questions, heard):
            stretch = longest[number]
            self.found[stretch] = _inspection(facts[stretch[0]], answer)
            self._finish(number, self._work[stretch].watching)

    def _measure(self) -> None:
        """How fast those are decoded that can be."""
        seen = [(each, found) for each, found in self.found.items() if isinstance(found, Inspection)]
        questions = [
            {"do": "speed", "file": str(stretch[0]), "start": found.watched.heaviest} for stretch, found in seen
        ]
        for number, answer in self._inspectors.answers(questions, together=False):
            stretch, found = seen[number]
            if not isinstance(answer, Uninspected):
                speed = float(answer.get("speed") or 0.0)
                self.found[stretch] = Inspection(found.facts, found.watched, found.loudness, speed)
            self._finish(number, self._speed_work(stretch))

    def _speed_work(self, stretch: Stretch) -> float:
        """All processors work at it together."""
        return self._work[stretch].speed

    def _finish(self, number: int, work: float) -> None:
        self._under_way.pop(number, None)
        self._done += work
        self._tell()

    def _tell(self) -> None:
        whole = sum(each.watching + each.speed for each in self._work.values())
        self._progress(self._done + sum(self._under_way.values()), whole)


def _inspection(facts: FilmFacts, answer: Answer) -> Inspection | Uninspected:
    if isinstance(answer, Uninspected):
        return answer
    try:
        watched: Watched = watched_of(answer["watched"])
        return Inspection(facts, watched, loudness_of(answer["loudness"]))
    except (ValueError, KeyError, TypeError):
        return _UNREAD
