"""What is wrong with the cues of a caption file while an excerpt runs. Pure."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kiosk.captions.cues import Cue
from kiosk.captions.lines import MOST_CHARACTERS, MOST_LINES, characters
from kiosk.captions.reading import CaptionFile
from kiosk.config.values import clock_at
from kiosk.health.contents.found import Found
from kiosk.health.contents.scripts import foreign_script, script_of

MOST_A_SECOND: Final = 20.0
"""Characters a second. A little more than BBC (180 words a minute, some 18) and Netflix (17) recommend."""
SHORTEST_SECONDS: Final = 0.8
"""Netflix asks for five sixths of a second at least."""
LONGEST_SILENCE: Final = 90.0
"""Seconds without a caption from which on one may ask whether some are missing, in an excerpt that has captions."""
_OVERLAP, _LEAST_CUT, _PAST_END = 0.2, 0.5, 0.5
_SAMPLE: Final = 60


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is played of a media file: seconds; ``end`` None for its end. ``length``: of the whole file, if known."""

    start: float = 0.0
    end: float | None = None
    length: float | None = None

    @property
    def over(self) -> float | None:
        """When it is over, as far as that is known."""
        ends = [each for each in (self.end, self.length) if each is not None]
        return min(ends, default=None)


def cue_findings(file: CaptionFile, language: str, stretch: Stretch) -> Iterator[Found]:
    """One for each kind of flaw. Messages go on after the file's name."""
    if file.encoding:
        yield Found("captions-encoding", f"is read as {file.encoding}.")
    if file.dropped:
        whole = len(file.cues) + file.dropped
        out = "1 is" if file.dropped == 1 else f"{file.dropped} are"
        message = f"has {whole} captions, and {out} left out: without words, or without time to stand."
        yield Found("captions-dropped", message, "problem")
    text = " ".join(cue.text for cue in file.cues[:_SAMPLE])
    if (script := foreign_script(text, language)) is not None:
        message = f"has only {script} letters, and {language} is written in {script_of(language)} ones."
        yield Found("captions-script", message, "problem")
    if stretch.length is not None and file.cues[-1].start > stretch.length + _PAST_END:
        late = [cue for cue in file.cues if cue.start > stretch.length + _PAST_END]
        yield _counted("captions-past-end", late, f"after the film's end at {clock_at(stretch.length)}")
    over = stretch.over
    cues = [cue for cue in file.cues if cue.end > stretch.start and (over is None or cue.start < over)]
    yield from _timing(cues, stretch)
    yield from _shape(cues)


def _timing(cues: Sequence[Cue], stretch: Stretch) -> Iterator[Found]:
    if over := [late for early, late in pairwise(cues) if late.start < early.end - _OVERLAP]:
        yield _counted("captions-overlap", over, "before the one before them ends")
    if cut := [each for each in cues[-2:] if stretch.end is not None and _half_cut(each, stretch.end)]:
        message = f"has a caption at {clock_at(cut[0].start)} of which most is cut off by the excerpt's end."
        yield Found("captions-cut", message)
    if (gap := _silence(cues, stretch)) is not None:
        yield Found("captions-gap", f"has no caption from {clock_at(gap[0])} to {clock_at(gap[1])}.")


def _half_cut(cue: Cue, end: float) -> bool:
    return cue.end - end > max(_LEAST_CUT, end - cue.start)


def _silence(cues: Sequence[Cue], stretch: Stretch) -> tuple[float, float] | None:
    """The longest time without a caption, None if it is short."""
    if not cues:
        return None
    moments = [(0.0, stretch.start), *((cue.start, cue.end) for cue in cues)]
    if stretch.over is not None:
        moments.append((stretch.over, stretch.over))
    longest, silent = None, LONGEST_SILENCE
    until = moments[0][1]
    for start, end in moments[1:]:
        if start - until > silent:
            longest, silent = (until, start), start - until
        until = max(until, end)
    return longest


def _shape(cues: Sequence[Cue]) -> Iterator[Found]:
    if fast := [each for each in cues if _speed(each) > MOST_A_SECOND]:
        worst = max(fast, key=_speed)
        yield Found(
            "captions-fast",
            f"has {_number(fast)} with more than {MOST_A_SECOND:g} characters a second, most at "
            f"{clock_at(worst.start)} with {_speed(worst):.0f}.",
        )
    if short := [each for each in cues if each.end - each.start < SHORTEST_SECONDS - 1e-6]:
        yield _counted("captions-short", short, f"for less than {SHORTEST_SECONDS:g} s", "stand")
    if tall := [each for each in cues if each.text.count("\n") >= MOST_LINES]:
        yield _first("captions-lines", tall, f"of more than {MOST_LINES} lines")
    if wide := _which(cues, lambda line: characters(line) > MOST_CHARACTERS):
        yield _first("captions-wide", wide, f"with lines of more than {MOST_CHARACTERS} characters")


def _which(cues: Sequence[Cue], is_wrong: Callable[[str], bool]) -> list[Cue]:
    return [each for each in cues if any(map(is_wrong, each.text.split("\n")))]


def _speed(cue: Cue) -> float:
    return characters(cue.text.replace("\n", " ")) / (cue.end - cue.start)


def _counted(code: str, cues: Sequence[Cue], when: str, verb: str = "begin") -> Found:
    severity = "problem" if code == "captions-past-end" else "notice"
    verb = verb if len(cues) > 1 else f"{verb}s"
    when = when if len(cues) > 1 else when.replace("before them", "before it")
    first = f", the first at {clock_at(cues[0].start)}" if len(cues) > 1 else f" (at {clock_at(cues[0].start)})"
    return Found(code, f"has {_number(cues)} that {verb} {when}{first}.", severity)  # type: ignore[arg-type]


def _first(code: str, cues: Sequence[Cue], which: str) -> Found:
    place = "the first at" if len(cues) > 1 else "at"
    return Found(code, f"has {_number(cues)} {which}, {place} {clock_at(cues[0].start)}.")


def _number(cues: Sequence[Cue]) -> str:
    return f"{len(cues)} captions" if len(cues) > 1 else "a caption"
