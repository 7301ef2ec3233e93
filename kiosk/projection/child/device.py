"""Whether there is a sound device of a name, asked as for a film."""

import json
from multiprocessing.connection import Connection

from kiosk.projection.child import alsa, pulse
from kiosk.projection.child.examiner import be_silent


def main(connection: Connection, device: str) -> None:
    """Tell once, as JSON: ``there``."""
    be_silent()
    connection.send_bytes(json.dumps({"there": pulse.has_sink(device) or alsa.has_device(device)}).encode())
