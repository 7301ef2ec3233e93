"""The process that looks into media files before they are taken into a playlist: tags, subtitles, a good frame."""

from contextlib import suppress
from dataclasses import asdict
from fractions import Fraction
from itertools import pairwise
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

import av
from av.container import InputContainer
from av.filter import Graph
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from kiosk.captions.languages import language_of
from kiosk.projection.child.answering import serve
from kiosk.projection.child.good_frame import WIDTH, Look, look_at, moments, worth
from kiosk.projection.child.probe import OPTIONS, Unreadable, picture_of, probe
from kiosk.projection.contract import Matrix, MediaFacts

_WIDEST, _HIGHEST = 1920, 1080
_TAGS: Final = ("title", "artist", "date", "description", "comment", "synopsis")
_SOON_SECONDS: Final = 0.33
_MOST_FRAMES: Final = 24
"""So many frames are decoded to see what comes soon, also where there are 120 a second."""
_TICK: Final = Fraction(1, 25)
_MATRICES: Final = {Matrix.BT709: "bt709", Matrix.BT601: "bt601", Matrix.FULL_RANGE: "bt601"}


def main(connection: Connection) -> None:
    """Answer questions until the asker is gone."""
    serve(connection, answer)


def answer(question: dict[str, Any]) -> dict[str, Any]:
    """``file``: looked into. ``still``: where a good frame is written as a JPEG, null for none.

    The fields of ``MediaFacts``, and ``tags``, ``subtitles`` (languages) and ``still_at`` (seconds, null where no frame
    is good enough); or ``reason``.
    """
    file = str(question["file"])
    try:
        facts = probe(file)
        with av.open(f"file:{file}", mode="r", **OPTIONS) as container:
            told = {
                "tags": {key: value for key in _TAGS if (value := container.metadata.get(key, "").strip())},
                "subtitles": [
                    language_of(each.language, ()) if each.language else "" for each in _subtitles(container)
                ],
            }
        still = _still(file, facts, Path(question["still"])) if question["still"] else None
    except Unreadable as error:
        return {"reason": str(error)}
    except (av.FFmpegError, OSError, ValueError) as error:
        return {"reason": f"cannot be looked into ({error})"}
    return {**asdict(facts), "matrix": facts.matrix.value, **told, "still_at": still}


def _subtitles(container: InputContainer) -> Any:
    return container.streams.subtitles


def _still(file: str, facts: MediaFacts, target: Path) -> float | None:
    """Write the best frame to ``target``; the second that it is from, None if there is none that is worth it."""
    best: tuple[float, float] | None = None
    with av.open(f"file:{file}", mode="r", **OPTIONS) as container:
        stream = picture_of(container)
        stream.thread_type = "AUTO"
        for moment in moments(facts.seconds):
            with suppress(av.FFmpegError):
                found = _judged(container, stream, moment)
                if found and (best is None or found[0] > best[0]):
                    best = found
        if best is None or best[0] <= 0:
            return None
        container.seek(int(best[1] * av.time_base))
        for frame in container.decode(stream):
            if frame.time is None or frame.time >= best[1] - 0.001:
                target.write_bytes(jpeg(frame, facts))
                return best[1]
    return None


def _judged(container: InputContainer, stream: VideoStream, moment: float) -> tuple[float, float] | None:
    """What the first whole frame before ``moment`` is worth, and its second."""
    container.seek(int(moment * av.time_base))
    first: tuple[Look, float] | None = None
    for number, frame in enumerate(container.decode(stream)):
        time = frame.time or 0.0
        if first is None:
            first = _look(frame), time
        elif time - first[1] >= _SOON_SECONDS or number >= _MOST_FRAMES:
            return worth(first[0], _look(frame)), first[1]
    return (worth(first[0], first[0]), first[1]) if first else None


def _look(frame: VideoFrame) -> Look:
    height = max(2, round(WIDTH * frame.height / frame.width))
    plane = frame.reformat(WIDTH, height, "gray").planes[0]
    data, line = bytes(plane), plane.line_size
    if line != WIDTH:
        data = b"".join(data[row * line : row * line + WIDTH] for row in range(height))
    return look_at(data, WIDTH, height)


def jpeg(frame: VideoFrame, facts: MediaFacts) -> bytes:
    """Upright, with square pixels, at most 1920 × 1080 or 1080 × 1920."""
    picture = _upright(frame, facts)
    encoder = av.CodecContext.create("mjpeg", "w")
    encoder.width, encoder.height, encoder.pix_fmt = picture.width, picture.height, "yuvj420p"
    encoder.time_base = _TICK
    encoder.options = {"qmin": "3", "qmax": "3"}
    picture.pts = 0
    return b"".join(bytes(packet) for packet in [*encoder.encode(picture), *encoder.encode(None)])


def _upright(frame: VideoFrame, facts: MediaFacts) -> VideoFrame:
    width, height = frame.width * facts.sample_aspect, float(frame.height)
    turned = facts.rotation in (90, 270)
    widest, highest = (_HIGHEST, _WIDEST) if turned else (_WIDEST, _HIGHEST)
    factor = min(1.0, widest / width, highest / height)
    size = f"{max(2, round(width * factor / 2) * 2)}:{max(2, round(height * factor / 2) * 2)}"
    full = "full" if facts.matrix is Matrix.FULL_RANGE else "limited"
    colours = f"in_color_matrix={_MATRICES[facts.matrix]}:out_color_matrix=bt601:in_range={full}:out_range=full"
    graph = Graph()
    steps = [graph.add_buffer(width=frame.width, height=frame.height, format=frame.format, time_base=_TICK)]
    steps.append(graph.add("scale", f"{size}:flags=lanczos:{colours}"))
    turns = {90: ["clock"], 180: ["clock", "clock"], 270: ["cclock"]}.get(facts.rotation, [])
    steps += [graph.add("transpose", each) for each in turns]
    steps += [graph.add("setsar", "1"), graph.add("format", "yuvj420p"), graph.add("buffersink")]
    for before, after in pairwise(steps):
        before.link_to(after)
    graph.configure()
    frame.pts = 0
    graph.push(frame)
    picture = graph.pull()
    assert isinstance(picture, VideoFrame)
    return picture
