"""Where films are inspected before the opening: what is known of them is taken, the rest is found out."""

import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from kiosk.changes.identity import Identity, identity_of
from kiosk.progress import Progress, nobody_looks
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

_KEEP_SECONDS: Final = 30.0
"""So often at most what was found out is written down while there is more to do: a night's work is not lost."""
_UNREAD: Final = Uninspected("cannot be read")


class InspectionRoom:
    """``memory`` and ``loudness``: JSON files that keep it for the next time; the second is the kiosk's own."""

    def __init__(self, memory: Path, loudness: Path) -> None:
        self._files = memory, loudness
        self._known: Known = read(memory)

    def inspect(self, stretches: Iterable[Stretch], progress: Progress = nobody_looks) -> Inspected:
        """What there is to know of all of them. What was found out is kept, also where it is broken off."""
        wanted = list(dict.fromkeys(stretches))
        identities = {file: identity_of(file) for file in {each[0] for each in wanted}}
        found: Inspected = {}
        for stretch in wanted:
            known = self._known.get(place) if (place := _key(stretch, identities)) is not None else None
            if known is not None:
                found[stretch] = known
        unknown = [each for each in wanted if each not in found]
        unmeasured = [each for each, known in found.items() if _lacks_speed(known)]
        if unknown or unmeasured:
            run = _Run(unknown, unmeasured, found, progress, lambda: self._keep(found, identities))
            try:
                run.work()
            finally:
                run.close()
                self._keep(found, identities)
        return {each: found[each] for each in wanted}

    def _keep(self, found: Inspected, identities: dict[Path, Identity | None]) -> None:
        for stretch, each in found.items():
            place = _key(stretch, identities)
            if isinstance(each, Inspection) and place is not None:
                self._known[place] = each
                self._known.move_to_end(place)
        write(*self._files, self._known)


def _lacks_speed(found: Inspection | Uninspected) -> bool:
    """It was broken off before; a single frame has none."""
    return isinstance(found, Inspection) and not found.speed and found.watched.frames > 1


def _key(stretch: Stretch, identities: dict[Path, Identity | None]) -> Key | None:
    identity = identities[stretch[0]]
    return None if identity is None else key(identity, *stretch[1:])


class _Run:
    """Finds out about stretches: first what their files say, then how they look and sound, and last, with the machine
    to itself, how fast each is decoded. Of the ``unmeasured`` only this last is missing.

    ``found``: where it is put. ``keep`` is called now and then, and writes it down.
    """

    def __init__(
        self,
        unknown: Sequence[Stretch],
        unmeasured: Sequence[Stretch],
        found: Inspected,
        progress: Progress,
        keep: Callable[[], None],
    ) -> None:
        self.found = found
        self._stretches, self._unmeasured = unknown, unmeasured
        self._progress, self._keep = progress, keep
        self._inspectors = Inspectors(min(processors(), max(1, len(unknown))))
        self._work: dict[Stretch, Work] = {}
        self._done = self._whole = 0.0
        self._kept_at = time.monotonic()
        self._under_way: dict[int, float] = {}

    def work(self) -> None:
        facts = self._facts()
        self._work = {each: work_of(facts[each[0]], *each[1:]) for each in self._stretches if each[0] in facts}
        self._whole = sum(each.watching + each.speed for each in self._work.values())
        for stretch in self._unmeasured:
            if isinstance(found := self.found[stretch], Inspection):
                self._whole += work_of(found.facts, *stretch[1:]).speed
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
        stretches = [*self._work, *self._unmeasured]
        seen = [(each, found) for each in stretches if isinstance(found := self.found[each], Inspection)]
        questions = [
            {"do": "speed", "file": str(stretch[0]), "start": found.watched.heaviest} for stretch, found in seen
        ]
        for number, answer in self._inspectors.answers(questions, together=False):
            stretch, found = seen[number]
            if not isinstance(answer, Uninspected):
                speed = float(answer.get("speed") or 0.0)
                self.found[stretch] = Inspection(found.facts, found.watched, found.loudness, speed)
            self._finish(number, work_of(found.facts, *stretch[1:]).speed)

    def _finish(self, number: int, work: float) -> None:
        self._under_way.pop(number, None)
        self._done += work
        self._tell()
        if time.monotonic() - self._kept_at > _KEEP_SECONDS:
            self._keep()
            self._kept_at = time.monotonic()

    def _tell(self) -> None:
        self._progress(self._done + sum(self._under_way.values()), self._whole)


def _inspection(facts: FilmFacts, answer: Answer) -> Inspection | Uninspected:
    if isinstance(answer, Uninspected):
        return answer
    try:
        watched: Watched = watched_of(answer["watched"])
        return Inspection(facts, watched, loudness_of(answer["loudness"]))
    except (ValueError, KeyError, TypeError):
        return _UNREAD
