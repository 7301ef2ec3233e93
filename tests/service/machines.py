"""Machines as the tests need them."""

from dataclasses import replace
from typing import Any

from kiosk.service.machine import Folder, Machine

PI = Machine(
    exhibition=Folder("/srv/show", 0o755, 1000),
    python="/opt/film-kiosk/.venv/bin/python",
    program="/opt/film-kiosk",
    libraries=("/opt/film-kiosk/.venv", "/usr"),
    programs={"cage": "/usr/bin/cage", "seatd": "/usr/sbin/seatd", "Xwayland": "/usr/bin/Xwayland"},
    groups=("video", "render", "input", "audio"),
)


def machine(**facts: Any) -> Machine:
    """A Raspberry Pi with cage, but for ``facts``."""
    return replace(PI, **facts)


MINI_PC = machine(
    exhibition=Folder("/home/anna/our show", 0o700, 1000),
    python="/home/anna/kiosk/.venv/bin/python",
    program="/home/anna/kiosk",
    libraries=("/home/anna/kiosk/.venv", "/usr"),
    programs={"Xorg": "/usr/lib/xorg/Xorg"},
    groups=("video", "audio"),
    desktop="gdm3.service",
    grub=True,
)
