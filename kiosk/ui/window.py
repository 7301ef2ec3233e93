"""The window: the one place that opens it, shows what was painted and hears what happens to it."""

import math
import sys
from dataclasses import dataclass, replace

import pygame

from kiosk.clock import Clock
from kiosk.exhibition.exhibition import Screen
from kiosk.ui.sdl import Sdl
from kiosk.ui.touch import Contact, ContactKind

_FINGERS: dict[int, ContactKind] = {pygame.FINGERDOWN: "down", pygame.FINGERMOTION: "move", pygame.FINGERUP: "up"}
_MOUSE: dict[int, ContactKind] = {
    pygame.MOUSEBUTTONDOWN: "down",
    pygame.MOUSEMOTION: "move",
    pygame.MOUSEBUTTONUP: "up",
}


@dataclass(frozen=True, slots=True)
class Exposed:
    """The window's contents were lost or its size changed: everything has to be painted again."""


@dataclass(frozen=True, slots=True)
class Closed:
    """The installer closed the window. Never sent by a window that fills the screen."""


@dataclass(frozen=True, slots=True)
class KeyPressed:
    """A key of a keyboard, or a button that calls itself one. ``name``: SDL's, in small letters."""

    name: str


@dataclass(frozen=True, slots=True)
class Woken:
    """``wake`` was called: somebody has news."""


WindowEvent = Contact | KeyPressed | Exposed | Closed | Woken


class Window:
    """A window with a canvas in the exhibition's orientation.

    ``canvas`` is what screens paint on; where the screen hangs turned, it is turned back as it is shown.
    """

    def __init__(self, sdl: Sdl, clock: Clock, screen: Screen, size: tuple[int, int] | None, title: str) -> None:
        """``size``: of a window with a frame around it, in pixels as seen; None for what ``screen`` asks for."""
        self._sdl = sdl
        self._clock = clock
        self._looked = self._heard = clock.monotonic()
        self._turn: int = screen.rotate
        self.fills_screen = size is None and screen.fullscreen
        self._finger_seen = False
        self._mouse_down = False
        wanted = self._turned(size or screen.size or ((0, 0) if screen.fullscreen else (1280, 720)))
        flags = pygame.FULLSCREEN if self.fills_screen else pygame.RESIZABLE
        self._screen = pygame.display.set_mode(
            wanted, flags, display=screen.display % pygame.display.get_num_displays()
        )
        pygame.display.set_caption(title)
        pygame.mouse.set_visible(not self.fills_screen)
        self.canvas = self._make_canvas()

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the canvas in pixels."""
        return self.canvas.get_size()

    def turn(self, degrees: int) -> bool:
        """Hang turned by so many degrees from now on; whether that is something else."""
        if degrees == self._turn:
            return False
        self._turn = degrees
        self.canvas = self._make_canvas()
        return True

    def present(self) -> None:
        """Show the canvas."""
        if self._turn:
            # pygame turns anticlockwise, ``screen.rotate`` is clockwise
            self._screen.blit(pygame.transform.rotate(self.canvas, -self._turn), (0, 0))
        pygame.display.flip()

    def wait(self, seconds: float) -> None:
        """Sleep until something happens to the window, ``wake`` is called or the time is over, to the millisecond."""
        self._sdl.wait(math.ceil(max(0.0, seconds) * 1000))
        self._looked = self._clock.monotonic()

    def wake(self) -> None:
        """End ``wait`` from another thread."""
        # The queue may be full or the display gone: then the loop is awake, or over, anyway.
        if pygame.display.get_init():
            try:
                pygame.event.post(pygame.event.Event(pygame.USEREVENT))
            except pygame.error:
                return

    def events(self) -> list[WindowEvent]:
        """What happened since the last call, oldest first."""
        found: list[WindowEvent] = []
        now = self._clock.monotonic()
        came: dict[int, int] = {}
        for event in pygame.event.get():
            if event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWSIZECHANGED, pygame.WINDOWRESTORED):
                self._screen = pygame.display.get_surface() or self._screen
                self.canvas = self._make_canvas()
                found.append(Exposed())
            elif event.type == pygame.USEREVENT:
                found.append(Woken())
            elif self._closes(event):
                found.append(Closed())
            elif event.type == pygame.KEYDOWN:
                found.append(KeyPressed(pygame.key.name(event.key, use_compat=False).lower()))
            elif contact := self._contact(event, now):
                self._lengthen(found, contact, came)
                found.append(contact)
        self._looked = self._heard = now
        return found

    def _lengthen(self, found: list[WindowEvent], contact: Contact, came: dict[int, int]) -> None:
        """A finger that came and went while we were busy was there for nobody knows how long: for as long as can be.

        ``came``: where in ``found`` each finger came down.
        """
        if contact.kind == "down":
            came[contact.finger] = len(found)
        elif contact.kind == "up" and contact.finger in came:
            at = came.pop(contact.finger)
            down = found[at]
            assert isinstance(down, Contact)
            found[at] = replace(down, at=self._heard)

    def close(self) -> None:
        pygame.display.quit()

    def _turned(self, size: tuple[int, int]) -> tuple[int, int]:
        return (size[1], size[0]) if self._turn in (90, 270) else size

    def _make_canvas(self) -> pygame.Surface:
        if not self._turn:
            return self._screen
        return pygame.Surface(self._turned(self._screen.get_size()), 0, self._screen)

    def _closes(self, event: pygame.event.Event) -> bool:
        """Visitors cannot leave; an installer can, by closing the frame or by Ctrl+C where a terminal started us."""
        if event.type == pygame.QUIT:
            return not self.fills_screen
        interrupt = event.type == pygame.KEYDOWN and event.key == pygame.K_c and event.mod & pygame.KMOD_CTRL
        return bool(interrupt) and sys.stdin is not None and sys.stdin.isatty()

    def _contact(self, event: pygame.event.Event, now: float) -> Contact | None:
        """A finger, or the mouse where there is no touchscreen; never both, or each tap would count twice."""
        width, height = self._screen.get_size()
        if event.type in _FINGERS:
            self._finger_seen = True
            x, y = self._on_canvas(event.x * width, event.y * height)
            return self._stamped(_FINGERS[event.type], event.finger_id, x, y, now)
        if event.type in _MOUSE and not self._finger_seen and not getattr(event, "touch", False):
            return self._mouse_contact(event, now)
        return None

    def _mouse_contact(self, event: pygame.event.Event, now: float) -> Contact | None:
        x, y = self._on_canvas(*event.pos)
        if event.type == pygame.MOUSEMOTION:
            return Contact("move", 0, x, y, now) if self._mouse_down else None
        if event.button != pygame.BUTTON_LEFT:
            return None
        self._mouse_down = event.type == pygame.MOUSEBUTTONDOWN
        return self._stamped(_MOUSE[event.type], 0, x, y, now)

    def _stamped(self, kind: ContactKind, finger: int, x: float, y: float, now: float) -> Contact:
        """SDL does not tell when a finger came down, only that it did since we last looked.

        The earliest moment counts, so that a tap during a long frame is not taken for a contact too short to be meant.
        """
        return Contact(kind, finger, x, y, self._looked if kind == "down" else now)

    def _on_canvas(self, x: float, y: float) -> tuple[float, float]:
        """A point of the screen as a point of the canvas."""
        width, height = self._screen.get_size()
        if self._turn == 90:
            return y, width - 1 - x
        if self._turn == 180:
            return width - 1 - x, height - 1 - y
        if self._turn == 270:
            return height - 1 - y, x
        return x, y
