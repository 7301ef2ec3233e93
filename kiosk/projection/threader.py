"""Threading up: from an excerpt to the reel that a projector takes."""

from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.exhibition.film import Excerpt, Playlist
from kiosk.exhibition.media import files_of
from kiosk.projection.contract import MediaFacts, Reel
from kiosk.projection.facts import Answer, FactsDesk, Unplayable
from kiosk.projection.fitting import shown_size
from kiosk.projection.leveller import Leveller
from kiosk.projection.restarts import LeftOut


class Threader:
    """Makes reels for one screen from what is known about the files."""

    def __init__(
        self,
        facts: FactsDesk,
        screen: tuple[int, int],
        left_out: LeftOut | None = None,
        leveller: Leveller | None = None,
    ) -> None:
        """``screen``: pixels of the canvas that films are shown on. ``left_out``: files that nothing is made of.

        ``leveller``: brings all to one level; without it files are as loud as they are.
        """
        self._facts = facts
        self._left_out = left_out if left_out is not None else LeftOut()
        self._leveller = leveller
        self._surveyed: dict[tuple[str, str], _Surveyed] = {}
        self.screen = screen
        self.device = "auto"

    def thread(
        self, file: Path, start: float, end: float | None, volume: int, gain_db: float = 0.0, skip: float = 0.0
    ) -> Reel | Unplayable | None:
        """A reel of ``file`` from ``start`` to ``end`` seconds; None while the file's facts are not known yet.

        ``volume`` in per cent, and ``gain_db``, are as wished: the reel's own is what comes of them at this moment.
        ``skip``: seconds of the stretch that are left out at its beginning.
        """
        reel = self._silent(file, start + skip, end)
        if not isinstance(reel, Reel):
            return reel
        if self._leveller and reel.facts.has_sound:
            reel = replace(reel, loudness=self._leveller.loudness(file, start, end, gain_db), gain_db=gain_db)
        return replace(reel, volume=self.played(reel, volume))

    def _silent(self, file: Path, start: float, end: float | None) -> Reel | Unplayable | None:
        if file in self._left_out:
            return Unplayable(LeftOut.reason)
        facts = self._facts.get(file)
        if facts is None:
            self._facts.ask(file, first=True)
        if not isinstance(facts, MediaFacts):
            return facts
        if facts.seconds and start >= facts.seconds:
            return Unplayable(f"begins at {start:g} s, but the file is only {facts.seconds:g} s long")
        return Reel(file, facts, shown_size(facts, self.screen), start, end, device=self.device)

    def played(self, reel: Reel, volume: int) -> int:
        """Per cent at which a reel is played now where ``volume`` (per cent) is wished."""
        return self._leveller.volume(reel, volume) if self._leveller else volume

    def thread_excerpt(
        self, excerpt: Excerpt, volume: int, skip: float = 0.0, version: str | None = None
    ) -> Reel | Unplayable | None:
        """A reel of an excerpt, ``skip`` seconds after its in point; of another ``version`` of it, if one is named.

        The file of a version shows the same stretch. If it is as long as the excerpt, it plays whole; if it is as long
        as the excerpt's own file, uncut, the excerpt's in and out points hold for it, too. The nearer length decides.
        """
        start, end = excerpt.start.total_seconds(), excerpt.end.total_seconds() if excerpt.end else None
        if version is None:
            return self.thread(excerpt.file, start, end, volume, excerpt.gain_db, skip)
        file = excerpt.versions.get(version)
        if file is None:
            return Unplayable(f"has no version {version}")
        own, other = self._silent(excerpt.file, start, end), self._silent(file, 0.0, None)
        if not isinstance(own, Reel) or not isinstance(other, Reel):
            return other if isinstance(own, Reel) else own
        if _is_cut(other.facts.seconds, own):
            start, end = 0.0, None
        return self.thread(file, start, end, volume, excerpt.gain_db, skip)

    def seconds(self, excerpt: Excerpt) -> float:
        """How long an excerpt runs, 0 while it is not known."""
        reel = self.thread_excerpt(excerpt, 0)
        return reel.seconds if isinstance(reel, Reel) else 0.0

    def survey(self, playlist: Playlist) -> tuple[dict[tuple[str, str], float], frozenset[tuple[str, ...]]]:
        """Of the excerpts, by (film id, excerpt id): the seconds of those known to play, and those known not to.

        The latter also by (film id, excerpt id, version) where only that version is known not to play.
        """
        surveyed: dict[tuple[str, str], _Surveyed] = {}
        for film in playlist.films:
            for excerpt in film.excerpts:
                key, known = (film.id, excerpt.id), tuple(self._known(each) for each in files_of(excerpt))
                before = self._surveyed.get(key)
                same = before is not None and before.excerpt is excerpt and before.known == known
                surveyed[key] = before if before is not None and same else self._look(excerpt, known)
        self._surveyed = surveyed
        seconds = {key: each.seconds for key, each in surveyed.items() if each.seconds}
        unavailable = {(*key, *version) for key, each in surveyed.items() for version in each.unavailable}
        return seconds, frozenset(unavailable)

    def _known(self, file: Path) -> Answer | None:
        """What is known of a file; where that is nothing, it is asked for after all that is to be shown now."""
        if file in self._left_out:
            return Unplayable(LeftOut.reason)
        facts = self._facts.get(file)
        if facts is None:
            self._facts.ask(file)
        return facts

    def _look(self, excerpt: Excerpt, known: tuple[Answer | None, ...]) -> "_Surveyed":
        if known[0] is None:
            return _Surveyed(excerpt, known)
        reel = self.thread_excerpt(excerpt, 0)
        unavailable: list[tuple[str, ...]] = [()] if isinstance(reel, Unplayable) else []
        for version, facts in zip(excerpt.versions, known[1:], strict=True):
            if facts and isinstance(self.thread_excerpt(excerpt, 0, version=version), Unplayable):
                unavailable.append((version,))
        return _Surveyed(excerpt, known, reel.seconds if isinstance(reel, Reel) else 0.0, tuple(unavailable))


@dataclass(frozen=True, slots=True)
class _Surveyed:
    """What came of looking at an excerpt, and what was ``known`` of its files then.

    ``unavailable``: the versions that are known not to play, each in a tuple of its own; an empty one is the excerpt.
    """

    excerpt: Excerpt
    known: tuple[Answer | None, ...]
    seconds: float = 0.0
    unavailable: tuple[tuple[str, ...], ...] = ()


def _is_cut(seconds: float, own: Reel) -> bool:
    """Whether a file of that length is the excerpt of ``own`` alone, rather than all of its file."""
    return abs(seconds - own.seconds) < abs(seconds - own.facts.seconds)
