"""Threading up: from an excerpt to the reel that a projector takes."""

from pathlib import Path

from kiosk.exhibition.film import Excerpt, Playlist
from kiosk.projection.contract import MediaFacts, Reel
from kiosk.projection.facts import FactsDesk, Unplayable
from kiosk.projection.fitting import shown_size
from kiosk.projection.restarts import LeftOut


class Threader:
    """Makes reels for one screen from what is known about the files."""

    def __init__(self, facts: FactsDesk, screen: tuple[int, int], left_out: LeftOut | None = None) -> None:
        """``screen``: pixels of the canvas that films are shown on. ``left_out``: files that nothing is made of."""
        self._facts = facts
        self._left_out = left_out if left_out is not None else LeftOut()
        self.screen = screen

    def thread(self, file: Path, start: float, end: float | None, volume: int) -> Reel | Unplayable | None:
        """A reel of ``file`` from ``start`` to ``end`` seconds; None while the file's facts are not known yet."""
        if file in self._left_out:
            return Unplayable(LeftOut.reason)
        facts = self._facts.get(file)
        if facts is None:
            self._facts.ask(file)
        if not isinstance(facts, MediaFacts):
            return facts
        if facts.seconds and start >= facts.seconds:
            return Unplayable(f"begins at {start:g} s, but the file is only {facts.seconds:g} s long")
        return Reel(file, facts, shown_size(facts, self.screen), start, end, volume)

    def thread_excerpt(self, excerpt: Excerpt, volume: int, skip: float = 0.0) -> Reel | Unplayable | None:
        """A reel of an excerpt, ``skip`` seconds after its in point."""
        end = excerpt.end.total_seconds() if excerpt.end else None
        return self.thread(excerpt.file, excerpt.start.total_seconds() + skip, end, volume)

    def seconds(self, excerpt: Excerpt) -> float:
        """How long an excerpt runs, 0 while it is not known."""
        reel = self.thread_excerpt(excerpt, 0)
        return reel.seconds if isinstance(reel, Reel) else 0.0

    def durations(self, playlist: Playlist) -> dict[tuple[str, str], float]:
        """Seconds of every excerpt whose file is known to play, by (film id, excerpt id)."""
        lengths = {(film.id, excerpt.id): self.seconds(excerpt) for film in playlist.films for excerpt in film.excerpts}
        return {key: seconds for key, seconds in lengths.items() if seconds}

    def unavailable(self, playlist: Playlist) -> frozenset[tuple[str, str]]:
        """The excerpts, by (film id, excerpt id), whose file is known not to play."""
        return frozenset(
            (film.id, excerpt.id)
            for film in playlist.films
            for excerpt in film.excerpts
            if isinstance(self.thread_excerpt(excerpt, 0), Unplayable)
        )
