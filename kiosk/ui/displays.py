"""Which displays there are, as SDL numbers them: the numbers that ``screen.display`` takes.

Looked at in a process of its own, since a display server that hangs takes along whoever asks it.
"""

import json
import os
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

import pygame

from kiosk.ui.sdl import Sdl

_BLIND = frozenset({"dummy", "offscreen"})
"""What SDL falls back to where it finds nothing to show something on."""


def main(connection: Connection) -> None:
    """Tell once, as JSON: ``driver`` and ``displays``, or ``reason`` where there is no display.

    Each display: ``number``, ``name``, ``width``, ``height``, ``x``, ``y`` in pixels, ``refresh`` in hertz or None.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # the libraries below SDL would write on the terminal
    connection.send_bytes(json.dumps(_look()).encode())
    os._exit(0)


def _look() -> dict[str, Any]:
    sdl = Sdl()
    try:
        pygame.display.init()
    except pygame.error as error:
        return {"reason": str(error)}
    driver = pygame.display.get_driver()
    if driver in _BLIND and os.environ.get("SDL_VIDEODRIVER") != driver:
        return {"reason": "no display server answers"}
    sizes = pygame.display.get_desktop_sizes()
    rates: list[int] = []
    with suppress(pygame.error):
        rates = list(pygame.display.get_desktop_refresh_rates())
    displays = []
    for number, (width, height) in enumerate(sizes):
        x, y = sdl.place_of_display(number)
        rate = rates[number] if number < len(rates) and rates[number] > 0 else None
        name = sdl.name_of_display(number)
        displays.append(
            {"number": number, "name": name, "width": width, "height": height, "x": x, "y": y, "refresh": rate}
        )
    return {"driver": driver, "displays": displays}
