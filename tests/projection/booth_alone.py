"""A kiosk that is only a booth: plays a film for ever and tells its processes. To be killed by a test.

python booth_alone.py FILM
"""

import sys
import time
from pathlib import Path

from kiosk.clock import SystemClock
from kiosk.projection.booth import Booth, ReelStarted
from kiosk.projection.contract import Matrix, MediaFacts, Reel


def main() -> None:
    """Print ``rolling PID PID`` once the first picture is due."""
    facts = MediaFacts(320, 180, 1.0, 0, 3.0, 25.0, Matrix.BT601, has_sound=True)
    booth = Booth(SystemClock())
    booth.roll(Reel(Path(sys.argv[1]), facts, (320, 180)))
    while True:
        now = time.monotonic()
        if any(isinstance(event, ReelStarted) for event in booth.step(now)):
            print("rolling", *booth.pids().values(), flush=True)
        booth.picture(now)
        time.sleep(0.005)


if __name__ == "__main__":
    main()
