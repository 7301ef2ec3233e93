"""What a visitor's earlier choices mean for the next film: which version, and from where on."""

from collections.abc import Container, Mapping
from dataclasses import replace

from kiosk.visit.rules import Rules
from kiosk.visit.visit import Visit

VERSIONS = ("sign", "described")
"""In the order in which they are offered."""

LEAST_SECONDS = 5.0
"""Who leaves a film sooner has hardly begun; there is nothing to continue."""
LAST_SECONDS = 10.0
"""Who leaves it so near to its end has seen it."""


def offers(visit: Visit, film_id: str, excerpt_id: str, version: str, rules: Rules) -> bool:
    """Whether a version of an excerpt can be shown to this visitor."""
    return (film_id, excerpt_id, version) not in visit.broken and rules.has_version(film_id, excerpt_id, version)


def version_of(visit: Visit, film_id: str, excerpt_id: str, rules: Rules) -> str | None:
    """The version in which an excerpt is shown: the one that the visitor chose before, where there is one."""
    chosen = visit.version
    return chosen if chosen and offers(visit, film_id, excerpt_id, chosen, rules) else None


def to_continue(visit: Visit, film_id: str, playable: Container[str]) -> tuple[str, float] | None:
    """The excerpt of a film that was left last, and its second; None where there is nothing to continue.

    ``playable``: ids of the film's excerpts that can be played.
    """
    for (film, excerpt), seconds in reversed(list(visit.left.items())):
        if film == film_id and excerpt in playable:
            return excerpt, seconds
    return None


def left_at(visit: Visit, key: tuple[str, str], seconds: float, length: float) -> Visit:
    """The visit if the excerpt ``key`` were left now; ``seconds`` of it out of ``length``, 0 if that is not known."""
    if seconds < LEAST_SECONDS or (length > 0.0 and seconds > length - LAST_SECONDS):
        return finished(visit, key)
    return replace(visit, left={**_without(visit.left, key), key: seconds})


def finished(visit: Visit, key: tuple[str, str]) -> Visit:
    """The visit after the excerpt ``key`` was seen to its end, or not at all."""
    return replace(visit, left=_without(visit.left, key)) if key in visit.left else visit


def _without(left: Mapping[tuple[str, str], float], key: tuple[str, str]) -> dict[tuple[str, str], float]:
    return {each: seconds for each, seconds in left.items() if each != key}
