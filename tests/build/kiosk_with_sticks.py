"""The kiosk, with a table of mounts that a test writes (``--mounts FILE``, with the sticks in a folder beside it).

Takes the other arguments that a pilot gives: FOLDER --window 1280x720 --trace FILE.
"""

import argparse
import logging
import sys
from pathlib import Path

from kiosk.app import run_kiosk
from kiosk.cli.arguments import size
from kiosk.usb.mounts import Stick, plugged_in


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--window", type=size)
    parser.add_argument("--trace", type=Path)
    parser.add_argument("--mounts", type=Path)
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO)

    def sticks() -> list[Stick]:
        return plugged_in(given.mounts, (given.mounts.parent,), lambda _: True)

    return run_kiosk(given.folder, window=given.window, trace=given.trace, sticks=sticks)


if __name__ == "__main__":
    sys.exit(main())
