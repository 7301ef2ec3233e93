"""Whether this machine shows a window faster with its graphics driver or without: timed once, then remembered.

With a software renderer the driver's way took 10.4 ms for 1080p, the plain way 0.8 ms; with a GPU it may be the
other way round.
"""

import json
import time
from pathlib import Path

import pygame

from kiosk.ui.sdl import Sdl

_HINT = "SDL_FRAMEBUFFER_ACCELERATION"
_FLIPS = 8


class NoDisplayError(Exception):
    """There is no screen that a window could be opened on."""


def open_display(sdl: Sdl, memory: Path) -> None:
    """Start the display with the faster way of presenting. ``memory``: a JSON file that may not exist yet.

    NoDisplayError where there is none.
    """
    try:
        _open(sdl, memory)
    except pygame.error as error:
        raise NoDisplayError(str(error)) from error


def _open(sdl: Sdl, memory: Path) -> None:
    sdl.set_hint("SDL_TOUCH_MOUSE_EVENTS", "0")  # or every tap counts twice on a touchscreen
    sdl.set_hint("SDL_VIDEO_ALLOW_SCREENSAVER", "0")
    pygame.display.init()
    key = _machine()
    ways = _remembered(memory)
    if key not in ways:
        ways[key] = _faster(sdl)
        _remember(memory, ways)
    sdl.set_hint(_HINT, ways[key])


def _faster(sdl: Sdl) -> str:
    """The way that takes less time. Wayland knows no plain one: a way that fails is none. pygame.error if both do."""
    times: dict[str, float] = {}
    failure = pygame.error("")
    for way in ("0", "1"):
        try:
            times[way] = _seconds_per_flip(sdl, way)
        except pygame.error as error:
            failure = error
    if not times:
        raise failure
    return min(times, key=lambda way: times[way])


def _machine() -> str:
    """The same display server at the same size behaves the same."""
    sizes = "+".join(f"{width}x{height}" for width, height in pygame.display.get_desktop_sizes())
    return f"{pygame.display.get_driver()} {sizes}"


def _seconds_per_flip(sdl: Sdl, way: str) -> float:
    """Median time of a flip at the desktop's size."""
    sdl.set_hint(_HINT, way)
    pygame.display.quit()
    pygame.display.init()
    pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
    pygame.mouse.set_visible(False)
    times = []
    for _ in range(_FLIPS):
        start = time.perf_counter()
        pygame.display.flip()
        times.append(time.perf_counter() - start)
    pygame.display.quit()
    pygame.display.init()
    return sorted(times)[_FLIPS // 2]


def _remembered(memory: Path) -> dict[str, str]:
    """What was timed before; nothing where the file is missing or damaged."""
    try:
        ways = json.loads(memory.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {key: way for key, way in ways.items() if way in ("0", "1")} if isinstance(ways, dict) else {}


def _remember(memory: Path, ways: dict[str, str]) -> None:
    """A cache that cannot be written only costs the timing at the next start."""
    try:
        memory.parent.mkdir(parents=True, exist_ok=True)
        memory.write_text(json.dumps(ways), encoding="utf-8")
    except OSError:
        return
