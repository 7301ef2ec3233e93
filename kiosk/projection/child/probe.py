"""The probe's process: reads what media files say of themselves, one at a time."""

import os
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, Final

import av
from av.container import InputContainer
from av.stream import Disposition
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from kiosk.projection.child.answering import serve
from kiosk.projection.contract import Matrix, MediaFacts

_NO_FILMS: Final = frozenset({"image2", "tty", "gif", "subtitles", "srt", "webvtt", "hls", "concat"})
"""What FFmpeg reads but nobody can watch as a film."""
_SD_LINES: Final = 576
"""Up to so many lines a film without tags is taken for BT.601, above for BT.709."""
_NICE: Final = 10
_BT709: Final = 1
_BT601: Final = frozenset({4, 5, 6, 7})
_FULL_RANGE: Final = 2


OPTIONS: Final[dict[str, Any]] = {"metadata_errors": "replace"} if int(av.__version__.split(".")[0]) < 19 else {}
"""Titles in other encodings than UTF-8 are no reason to refuse a film; from PyAV 19 on they never are."""


class Unreadable(Exception):
    """Why a file cannot be shown, as the end of a sentence that begins with its name."""


def main(connection: Connection) -> None:
    """Answer questions until the kiosk is gone."""
    with suppress(OSError):
        os.nice(_NICE)  # a thousand files may be asked for while the loop begins
    serve(connection, lambda question: answer(str(question["file"])))


def answer(file: str) -> dict[str, Any]:
    """The fields of ``MediaFacts``, or ``reason``."""
    try:
        facts = probe(file)
    except Unreadable as error:
        return {"reason": str(error)}
    return {**{name: getattr(facts, name) for name in MediaFacts.__dataclass_fields__}, "matrix": facts.matrix.value}


def probe(file: str) -> MediaFacts:
    """The facts about one file. Unreadable if it cannot be shown."""
    try:
        # "file:" keeps FFmpeg from taking a name with a colon for an address.
        with av.open(f"file:{file}", mode="r", **OPTIONS) as container:
            return _facts(container)
    except (av.FFmpegError, OSError, ValueError) as error:
        raise Unreadable("is not a film, or is damaged") from error


def _facts(container: InputContainer) -> MediaFacts:
    stream = picture_of(container)
    frame = next(container.decode(stream), None)
    if frame is None or not frame.width or not frame.height:
        raise Unreadable("has no picture that can be decoded")
    aspect = stream.sample_aspect_ratio
    return MediaFacts(
        width=frame.width,
        height=frame.height,
        sample_aspect=float(aspect) if aspect and aspect > 0 else 1.0,
        rotation=round(-frame.rotation / 90) * 90 % 360,  # FFmpeg's angles go anticlockwise
        seconds=_seconds(container, stream),
        frame_rate=_constant_rate(stream),
        matrix=_matrix(frame),
        has_sound=bool(container.streams.audio),
        codec=stream.codec_context.name,
    )


def picture_of(container: InputContainer) -> VideoStream:
    """The stream that is shown. Unreadable if there is none."""
    if container.format.name.endswith("_pipe") or container.format.name in _NO_FILMS:
        raise Unreadable("is not a film")
    pictures = [stream for stream in container.streams.video if not _is_cover(stream)]
    if not pictures:
        raise Unreadable("has no picture")
    return pictures[0]


def _is_cover(stream: VideoStream) -> bool:
    """A picture that comes with a sound file, such as the sleeve of a record."""
    return bool(stream.disposition & Disposition.attached_pic)


def _seconds(container: InputContainer, stream: VideoStream) -> float:
    """Length of the picture, else of the whole; 0 if neither is told."""
    if stream.duration and stream.time_base:
        return float(stream.duration * stream.time_base)
    return container.duration / av.time_base if container.duration else 0.0


def _constant_rate(stream: VideoStream) -> float:
    """Frames a second if all intervals are alike, as far as the file tells; else 0."""
    average, base = stream.average_rate, stream.base_rate
    if not average or not base or abs(float(average) - float(base)) > 0.01 * float(base):
        return 0.0
    return float(average)


def _matrix(frame: VideoFrame) -> Matrix:
    """From the stream's own tags, else by its lines as television does.

    Full range with BT.709 is a case of its own: nobody converts that, but libvlc squeezes it into BT.709's usual range.
    """
    squeezed = frame.format.name.startswith("yuvj")
    if (int(frame.color_range) == _FULL_RANGE or squeezed) and not (squeezed and int(frame.colorspace) == _BT709):
        return Matrix.FULL_RANGE
    if int(frame.colorspace) == _BT709:
        return Matrix.BT709
    if int(frame.colorspace) in _BT601 or frame.height <= _SD_LINES:
        return Matrix.BT601
    return Matrix.BT709
