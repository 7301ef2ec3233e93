"""What visitors will hear of a stretch that is played: too soft, cut at its peaks, on one side, or nothing at all."""

from collections.abc import Iterator
from typing import Final

from kiosk.exhibition.level import CEILING_DBTP, Loudness, shortfall
from kiosk.health.contents.found import Found
from kiosk.health.films.played import Played
from kiosk.projection.inspection import Inspection

_CLIPPED: Final = 4.0
"""Samples in a row at the highest level: what was not cut has one or two."""


def sound_findings(played: Played, inspection: Inspection, level: float | None) -> Iterator[Found]:
    """Of one stretch. ``level``: the exhibition's, in LUFS; None where files are left as they are."""
    if not inspection.facts.sound_tracks:
        if not played.muted:
            yield Found("sound-none", "has no sound.")
        return
    loudness = inspection.loudness
    if not isinstance(loudness, Loudness):
        if loudness is not None:
            yield Found("sound-broken", f"{loudness.reason}.")
        return
    if loudness.silent:
        yield Found("sound-silent", "has a sound track in which nothing is heard.")
        return
    if inspection.watched.clipped >= _CLIPPED:
        yield Found("sound-clipped", "was made too loud: its sound is cut at the peaks, and crackles.")
    elif loudness.peak > CEILING_DBTP:
        message = f"peaks at {loudness.peak:.1f} dBTP. Above {CEILING_DBTP:g} dBTP sound may be cut, and crackle."
        yield Found("sound-peaks", message)
    if inspection.watched.one_sided:
        yield Found("sound-one-side", "has sound on one side only.")
    if lacking := shortfall(loudness, level, played.gain_db):
        yield Found("sound-quiet", lacking)
