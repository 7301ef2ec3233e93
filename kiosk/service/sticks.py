"""What sticks need of a service: that somebody mounts them, and that there is room beside the exhibition."""

from pathlib import Path
from typing import Final

from kiosk.service.names import NAME
from kiosk.usb.place import Place

RULES: Final = f"etc/udev/rules.d/90-{NAME}.rules"
POINTS: Final = f"/media/{NAME}"
"""Below it sticks are mounted, where the kiosk looks for them."""

MOUNTING: Final = f"""\
# Sticks are mounted for reading below {POINTS}: without a desktop nobody else does it.
ACTION=="add", SUBSYSTEM=="block", SUBSYSTEMS=="usb", ENV{{ID_FS_USAGE}}=="filesystem", \
RUN{{program}}+="/usr/bin/systemd-mount --no-block --collect --automount=no \
--options=ro,nosuid,nodev,noexec,x-systemd.device-bound $devnode {POINTS}/%k"
"""
"""``device-bound``: what is pulled out is unmounted, too. See udev(7), systemd-mount(1), systemd.mount(5)."""

_HOMES: Final = ("/home", "/root", "/media", "/mnt", "/run")


def room_around(exhibition: Path) -> Path:
    """The folder in which another exhibition may take this one's place, and the kiosk rename and delete.

    Raises ValueError with a sentence where something else lies in it: the kiosk could take that away.
    """
    place = Place.of(exhibition)
    room = place.folder.parent
    own = (place.folder, place.copying, place.whole, place.before)
    others = sorted(
        each.name for each in room.iterdir() if each not in own and not each.name.startswith(place.kept.name)
    )
    if len(room.parts) < 3 or str(room.parent) in _HOMES or others:
        beside = f", such as {others[0]}" if others else ""
        raise ValueError(
            f"usb: copy lets the kiosk rename and delete what lies in {room}, where other things belong{beside}. "
            f"Give the exhibition a folder of its own: mkdir {room / 'exhibition'} && "
            f"mv {place.folder} {room / 'exhibition'}/ and install it from there"
        )
    return room
