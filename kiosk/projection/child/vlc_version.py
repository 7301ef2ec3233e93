"""Tells which libvlc and which FFmpeg there are, in a process of its own."""

import json
from contextlib import suppress
from multiprocessing.connection import Connection

from kiosk.projection.child.examiner import be_silent


def main(connection: Connection) -> None:
    """Tell once, as JSON: ``version`` of libvlc, such as ``3.0.24``, and ``ffmpeg``; without those that do not load."""
    be_silent()
    told = {}
    with suppress(Exception):
        import av

        told["ffmpeg"] = str(av.ffmpeg_version_info)
    with suppress(Exception, SystemExit):  # python-vlc has many answers to a library that is not there
        import vlc

        told["version"] = vlc.libvlc_get_version().decode(errors="replace").split()[0]
    connection.send_bytes(json.dumps(told).encode())
