"""A process that reads the subtitle tracks inside a media file, writes them down for the kiosk, and ends."""

import json
import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

import av
from av.container import InputContainer
from av.packet import Packet
from av.stream import Discard, Disposition
from av.subtitles.stream import SubtitleStream

from kiosk.captions.cues import MOST_CUES
from kiosk.captions.languages import language_of
from kiosk.captions.markup import plain_words
from kiosk.captions.shelf import MOST_CHARACTERS, MOST_TRACKS
from kiosk.projection.child.probe import OPTIONS

_WORDS: Final = frozenset({"ass", "mov_text", "srt", "ssa", "subrip", "text", "webvtt"})
"""Codecs of subtitles that are words; the others are pictures."""
_FIELDS_BEFORE_WORDS: Final = 8
"""Of a line of ASS as FFmpeg gives it: order, layer, style, name, three margins, effect."""
_POLITE: Final = 10
"""A film may be playing: this can wait."""

_Cue = tuple[float, float, str]


def main(connection: Connection, file: str, out: str) -> None:
    """Go through ``file``, write its tracks to ``out`` as JSON ({language: [[start, end, words], …]}), say so."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    av.logging.set_level(None)
    os.nice(_POLITE)
    found: dict[str, list[_Cue]] = {}
    with suppress(av.FFmpegError, OSError, ValueError), av.open(f"file:{file}", mode="r", **OPTIONS) as container:
        found = tracks(container)
    partial = Path(out).with_suffix(f".{os.getpid()}.part")
    with suppress(OSError):
        partial.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
        partial.replace(out)
    with suppress(OSError):
        connection.send_bytes(b"{}")
    os._exit(0)


def tracks(container: InputContainer) -> dict[str, list[_Cue]]:
    """The cues of each language, the first track of a language that has any. ``start`` and ``end`` in seconds."""
    streams = _streams(container)
    if not streams:
        return {}
    for stream in container.streams:
        if stream not in streams:
            stream.discard = Discard.all
    cues: dict[int, list[_Cue]] = {stream.index: [] for stream in streams}
    begins = max(0.0, (container.start_time or 0) / av.time_base)
    characters = 0
    for packet in container.demux(*streams):
        for start, end, words in _said(packet):
            characters += len(words)
            if len(cues[packet.stream_index]) < MOST_CUES and characters < MOST_CHARACTERS:
                cues[packet.stream_index].append((round(start - begins, 3), round(end - begins, 3), words))
    found: dict[str, list[_Cue]] = {}
    for stream in streams:
        said = cues[stream.index]
        if said:
            found.setdefault(language_of(stream.language, (words for _, _, words in said)), said)
    return found


def _streams(container: InputContainer) -> list[SubtitleStream]:
    """Tracks of words that are meant to be read throughout, those that the file prefers first."""
    usable: list[Any] = [
        stream
        for stream in container.streams.subtitles
        if stream.codec_context.name in _WORDS and not stream.disposition & Disposition.forced
    ]
    usable.sort(key=lambda stream: not stream.disposition & Disposition.default)
    return usable[:MOST_TRACKS]


def _said(packet: "Packet[Any]") -> Iterator[_Cue]:
    """The words of a packet with their times on the file's clock."""
    if packet.pts is None or not packet.size:
        return
    start = float(packet.pts * packet.time_base)
    length = float((packet.duration or 0) * packet.time_base)
    try:
        rectangles = packet.decode()
    except av.FFmpegError:  # one damaged cue
        return
    for rectangle in rectangles:
        line = getattr(rectangle, "ass", b"").decode("utf-8", "replace")
        words = plain_words(line.split(",", _FIELDS_BEFORE_WORDS)[-1])
        if words and length > 0:
            yield start, start + length, words
