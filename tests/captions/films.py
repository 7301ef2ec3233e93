"""Small films with subtitle tracks inside."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

Track = tuple[str, Sequence[tuple[float, float, str]]]
"""Language (three letters, as media files have it) and cues: start, end, words."""

_HEADER = (
    b"[Script Info]\nScriptType: v4.00+\n\n[V4+ Styles]\n"
    b"Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, "
    b"Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, "
    b"MarginV, Encoding\n"
    b"Style: Default,Arial,16,&Hffffff,&Hffffff,&H0,&H0,0,0,0,0,100,100,0,0,1,1,0,2,10,10,10,1\n\n[Events]\n"
    b"Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
)
_MILLISECOND = Fraction(1, 1000)


def make_film(path: Path, tracks: Sequence[Track], codec: str = "mov_text", seconds: int = 4) -> Path:
    """A film with a track of subtitles for each of ``tracks``; ``codec``: mov_text for MP4, srt or webvtt for MKV."""
    with av.open(str(path), "w") as out:
        video = out.add_stream("libx264", rate=25, options={"preset": "ultrafast"})
        video.width, video.height, video.pix_fmt = 64, 64, "yuv420p"
        packets = []
        streams = []
        for language, _ in tracks:
            stream = out.add_stream(codec)
            stream.metadata["language"] = language
            stream.codec_context.subtitle_header = _HEADER
            stream.time_base = _MILLISECOND
            streams.append(stream)
        for number in range(25 * seconds):
            picture = np.full((64, 64, 3), number, np.uint8)
            packets += video.encode(av.VideoFrame.from_ndarray(picture, "rgb24").reformat(format="yuv420p"))
        packets += video.encode()
        for stream, (_, cues) in zip(streams, tracks, strict=True):
            packets += [_packet(stream, codec, *cue) for cue in cues]
        for packet in sorted(packets, key=lambda packet: packet.dts * packet.time_base):
            out.mux(packet)
    return path


def _packet(stream: object, codec: str, start: float, end: float, words: str) -> av.Packet:
    data = words.encode()
    packet = av.Packet(len(data).to_bytes(2, "big") + data if codec == "mov_text" else data)
    packet.stream = stream
    packet.time_base = _MILLISECOND
    packet.pts = packet.dts = round(start * 1000)
    packet.duration = round((end - start) * 1000)
    return packet
