"""What a film's file says of itself."""

from typing import Final

import av
from av.container import InputContainer
from av.video.stream import VideoStream

from kiosk.projection.child.probe import OPTIONS, Unreadable, picture_of, probe
from kiosk.projection.inspection import FilmFacts

_HDR: Final = {16: "PQ", 18: "HLG"}
"""Transfer characteristics of ITU-T H.273."""


def film_facts(file: str) -> FilmFacts:
    """Unreadable if it cannot be shown."""
    known = probe(file)
    try:
        with av.open(f"file:{file}", mode="r", **OPTIONS) as container:
            return _told(container, known.rotation, known.seconds)
    except (av.FFmpegError, OSError, ValueError) as error:
        raise Unreadable("is not a film, or is damaged") from error


def _told(container: InputContainer, rotation: int, seconds: float) -> FilmFacts:
    stream = picture_of(container)
    context = stream.codec_context
    tracks = container.streams.audio
    return FilmFacts(
        codec=context.name,
        width=context.width,
        height=context.height,
        rotation=rotation,
        pixels=context.pix_fmt or "",
        rate=rate_of(stream),
        seconds=seconds,
        hdr=_HDR.get(int(context.color_trc or 0), ""),
        bits=float(container.bit_rate or 0),
        sound_codec=tracks[0].codec_context.name if tracks else "",
        channels=tracks[0].codec_context.channels if tracks else 0,
        layout=tracks[0].codec_context.layout.name if tracks else "",
        sound_tracks=len(tracks),
    )


def rate_of(stream: VideoStream) -> float:
    """Frames a second on average, 0 if not known."""
    return float(stream.average_rate or stream.guessed_rate or 0)
