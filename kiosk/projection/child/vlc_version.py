"""Tells which libvlc there is, in a process of its own."""

import json
from multiprocessing.connection import Connection

from kiosk.projection.child.examiner import be_silent


def main(connection: Connection) -> None:
    """Tell once, as JSON: ``version``, such as ``3.0.24``; nothing where libvlc cannot be loaded."""
    be_silent()
    try:
        import vlc

        told = {"version": vlc.libvlc_get_version().decode(errors="replace").split()[0]}
    except (Exception, SystemExit):  # python-vlc has many answers to a library that is not there
        told = {}
    connection.send_bytes(json.dumps(told).encode())
