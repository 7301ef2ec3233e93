"""An example for every verb, shown at the end of its help."""

from collections.abc import Mapping
from typing import Final

EXAMPLES: Final[Mapping[str, str]] = {
    "run": 'kiosk run ../my-show --window 1280x720 --at "2026-12-04 18:50"',
    "new": "kiosk new ../my-show",
    "import": "kiosk import /media/usb/films --into ../my-show",
    "check": "kiosk check ../my-show --json",
    "doctor": "kiosk doctor ../my-show --tone --report report.txt",
    "bench": "kiosk bench ../my-show --seconds 10",
    "screens": "kiosk screens --json",
    "preview": "kiosk preview ../my-show --out preview --size 1080x1920 --language ar",
    "export": "kiosk export ../my-show --out loop.m3u8 --films",
    "tour": "kiosk tour ../my-show --window 1080x1920 --out tour",
    "pin": "kiosk pin ../my-show --write",
    "service": "kiosk service status",
    "service install": "sudo kiosk service install ../my-show --display cage",
    "service remove": "sudo kiosk service remove --yes",
    "service status": "kiosk service status --json",
}


def epilog(verb: str) -> str | None:
    return f"Example: {EXAMPLES[verb]}" if verb in EXAMPLES else None
