"""A process that inspects films: what they say of themselves, how they look and sound, how fast they are decoded."""

import time
from collections.abc import Callable
from dataclasses import asdict, replace
from multiprocessing.connection import Connection
from typing import Any, Final

import av

from kiosk.projection.child.answering import serve, tell
from kiosk.projection.child.decoding_speed import decoding_speed
from kiosk.projection.child.film_facts import film_facts
from kiosk.projection.child.loudness import Unmeasurable, measured_of, sound_between
from kiosk.projection.child.probe import OPTIONS, Unreadable
from kiosk.projection.child.sound_check import SoundCheck, SoundChecked
from kiosk.projection.child.stretch_watch import watched_stretch

_TELL_SECONDS: Final = 0.2
"""So often it is told at most how far the work has come."""

Progress = Callable[[str, float], None]


def main(connection: Connection) -> None:
    """Answer questions until the asker is gone."""
    told = 0.0

    def progress(part: str, seconds: float) -> None:
        nonlocal told
        if time.monotonic() - told >= _TELL_SECONDS:
            told = time.monotonic()
            tell(connection, "at", [part, seconds])

    serve(connection, lambda question: answer(question, progress))


def answer(question: dict[str, Any], progress: Progress) -> dict[str, Any]:
    """``do``: ``facts`` of ``file``; ``watch`` it from ``start`` to ``end``; the ``speed`` of decoding from ``start``.

    On the way ``progress`` is told which part, ``sound`` or ``picture``, has come to which second. What comes are the
    fields of ``FilmFacts``; ``watched``, ``loudness`` and its fields; ``speed``; or a ``reason``.
    """
    file, start = str(question["file"]), float(question.get("start") or 0.0)
    try:
        match question["do"]:
            case "facts":
                return asdict(film_facts(file))
            case "speed":
                return {"speed": decoding_speed(file, start)}
            case _:
                return _watch(file, start, question["end"], progress)
    except Unreadable as error:
        return {"reason": str(error)}


def _watch(file: str, start: float, end: float | None, progress: Progress) -> dict[str, Any]:
    began = time.process_time()
    loudness, sound = _heard(file, start, end, lambda seconds: progress("sound", seconds))
    watched = watched_stretch(file, start, end, lambda seconds: progress("picture", seconds))
    watched = replace(
        watched,
        clipped=sound.clipped,
        one_sided=sound.one_sided,
        cost=round(time.process_time() - began, 3),
    )
    return {"watched": asdict(watched), "loudness": loudness}


def _heard(
    file: str, start: float, end: float | None, progress: Callable[[float], None]
) -> tuple[dict[str, Any], SoundChecked]:
    """The fields of ``Loudness``, or ``reason``; and what else was noticed."""
    check = SoundCheck()
    try:
        with av.open(f"file:{file}", mode="r", **OPTIONS) as container:
            if not container.streams.audio:
                raise Unmeasurable("has no sound")
            found = measured_of(check.passing(sound_between(container, start, end, progress)))
    except Unmeasurable as error:
        return {"reason": str(error)}, SoundChecked()
    except (av.FFmpegError, OSError, ValueError):
        return {"reason": "has sound that cannot be measured"}, SoundChecked()
    return {"integrated": found.integrated, "peak": found.peak}, check.result()
