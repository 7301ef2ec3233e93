"""The sound engineer's process: measures how loud stretches of files are, one at a time, when nothing else is to do."""

import math
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, Final

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.filter import Graph
from av.stream import Discard

from kiosk.exhibition.level import SILENCE_LUFS, Loudness
from kiosk.projection.child.answering import serve, tell
from kiosk.projection.child.probe import OPTIONS

_PROGRESS_SECONDS: Final = 10.0
"""After so much of a film it is told that the work goes on."""
_METER: Final = "peak=true:metadata=true:framelog=quiet:dualmono=true"
"""A single channel comes out of both loudspeakers, so it is measured as two."""
_FAINTEST: Final = 1e-6


class Unmeasurable(Exception):
    """Why a file cannot be measured, as the end of a sentence that begins with its name."""


def main(connection: Connection) -> None:
    """Answer questions until the kiosk is gone."""
    _step_back()
    serve(connection, lambda question: answer(question, lambda seconds: tell(connection, "at", seconds)))


def answer(question: dict[str, Any], progress: Callable[[float], None]) -> dict[str, Any]:
    """The fields of ``Loudness``, or ``reason``."""
    try:
        found = measure(str(question["file"]), question["start"], question["end"], progress)
    except Unmeasurable as error:
        return {"reason": str(error)}
    return {"integrated": found.integrated, "peak": found.peak}


def measure(file: str, start: float, end: float | None, progress: Callable[[float], None]) -> Loudness:
    """Integrated loudness and true peak (ITU-R BS.1770, by FFmpeg's ebur128) from ``start`` to ``end`` seconds.

    ``progress`` is told now and then how many seconds of the file are done. Unmeasurable if it has no sound that can
    be decoded.
    """
    try:
        with av.open(f"file:{file}", mode="r", **OPTIONS) as container:
            if not container.streams.audio:
                raise Unmeasurable("has no sound")
            return measured_of(sound_between(container, start, end, progress))
    except (av.FFmpegError, OSError, ValueError) as error:
        raise Unmeasurable("has sound that cannot be measured") from error


def measured_of(frames: Iterator[AudioFrame]) -> Loudness:
    """Of sound that is decoded. Unmeasurable if there is none."""
    first = next(frames, None)
    if first is None:
        raise Unmeasurable("has no sound in this stretch")
    graph = Graph()
    source = graph.add_abuffer(
        sample_rate=first.sample_rate,
        format=first.format.name,
        layout=first.layout.name,
        channels=first.layout.nb_channels,
        time_base=first.time_base,
    )
    graph.link_nodes(source, graph.add("ebur128", _METER), graph.add("abuffersink")).configure()
    reading = _metered(graph, first, {})
    for frame in frames:
        reading = _metered(graph, frame, reading)
    reading = _metered(graph, None, reading)
    integrated = float(reading.get("lavfi.r128.I", "nan"))
    peak = float(reading.get("lavfi.r128.true_peak", "0"))
    return Loudness(
        SILENCE_LUFS if math.isnan(integrated) else max(SILENCE_LUFS, integrated),
        round(20 * math.log10(max(peak, _FAINTEST)), 2),
    )


def _metered(graph: Graph, frame: AudioFrame | None, reading: dict[str, str]) -> dict[str, str]:
    """Let the meter hear a frame, None at the end; what it shows after that."""
    graph.push(frame)
    with suppress(av.BlockingIOError, av.EOFError):
        while True:
            reading = graph.pull().metadata or reading  # a last piece shorter than 100 ms has none
    return reading


def sound_between(
    container: InputContainer, start: float, end: float | None, progress: Callable[[float], None]
) -> Iterator[AudioFrame]:
    """The frames from ``start`` to ``end``, to the nearest frame. A damaged one is left out, as a player does."""
    stream = container.streams.audio[0]
    for other in container.streams:
        if other is not stream:
            other.discard = Discard.all  # the picture of an uncut film is most of what would be read
    begin = (container.start_time or 0) / av.time_base
    if start > 0.0:
        container.seek(round((begin + start) * av.time_base))
    told = start
    for frame in _decoded(container, stream):
        at = start if frame.time is None else frame.time - begin
        if end is not None and at >= end:
            return
        if at >= start:
            yield frame
        if at - told >= _PROGRESS_SECONDS:
            told = at
            progress(at)


def _decoded(container: InputContainer, stream: AudioStream) -> Iterator[AudioFrame]:
    for packet in container.demux(stream):
        with suppress(av.InvalidDataError):
            yield from packet.decode()


def _step_back() -> None:
    """Take only the time and the disk that nobody else wants: this policy brings the idle class for the disk along."""
    os.nice(19)
    with suppress(OSError):
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
