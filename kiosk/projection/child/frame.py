"""The process that takes one picture out of a film."""

import json
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

import av
from av.video.frame import VideoFrame

from kiosk.projection.child.probe import OPTIONS, Unreadable, picture_of, probe
from kiosk.projection.child.prospect import jpeg

_EARLY: Final = 0.001
"""Seconds by which a frame's time may be before the one that is meant."""


def main(connection: Connection, file: str, second: str, picture: str) -> None:
    """Write what ``file`` shows at ``second`` to ``picture``, a JPEG. Tell once, as JSON: ``taken``."""
    av.logging.set_level(None)  # as ``answering.serve``
    try:
        taken = take(file, float(second), Path(picture))
    except (Unreadable, av.FFmpegError, OSError, ValueError):
        taken = False
    connection.send_bytes(json.dumps({"taken": taken}).encode())


def take(file: str, second: float, picture: Path) -> bool:
    """Whether there was a frame: the one that stands at ``second``, or the last one before it."""
    facts = probe(file)
    with av.open(f"file:{file}", mode="r", **OPTIONS) as container:
        stream = picture_of(container)
        stream.thread_type = "AUTO"
        container.seek(int(second * av.time_base))
        standing: VideoFrame | None = None
        for frame in container.decode(stream):
            if standing is not None and (frame.time or 0.0) > second + _EARLY:
                break
            standing = frame
    if standing is None:
        return False
    picture.write_bytes(jpeg(standing, facts))
    return True
