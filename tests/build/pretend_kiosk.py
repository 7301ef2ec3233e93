"""A program that looks like the kiosk to a pilot: one window, a few targets, a trace. It plays nothing.

Attract is green, browse blue, the film page red. Tapping ``fall over`` ends it with an error, and with
``--deaf`` it does not hear SIGTERM.
"""

import json
import signal
import sys
import time
from pathlib import Path

import pygame

SCREENS = {
    "attract": ((0, 128, 0), {}),
    "browse": ((0, 0, 200), {"card:homs": [40, 40, 100, 80], "fall over": [300, 40, 60, 60]}),
    "film": ((200, 0, 0), {"back": [10, 10, 50, 50]}),
}


def main() -> None:
    size = tuple(int(each) for each in sys.argv[sys.argv.index("--window") + 1].split("x"))
    trace = Path(sys.argv[sys.argv.index("--trace") + 1]).open("a", buffering=1)  # noqa: SIM115

    def tell(what: str, **facts: object) -> None:
        trace.write(json.dumps({"at": time.monotonic(), "what": what, **facts}) + "\n")

    signal.signal(signal.SIGTERM, signal.SIG_IGN if "--deaf" in sys.argv else lambda *_: sys.exit(0))
    pygame.display.init()
    window = pygame.display.set_mode(size, pygame.NOFRAME)
    shown = ""
    pressed: list[tuple[int, int]] = []
    while True:
        screen = shown or "attract"
        for event in pygame.event.get():
            if event.type == pygame.MOUSEBUTTONDOWN:
                pressed = [event.pos]
            elif event.type == pygame.MOUSEMOTION and event.buttons[0]:
                pressed.append(event.pos)
            elif event.type == pygame.MOUSEBUTTONUP and pressed:
                tell("touch", down=pressed[0], up=event.pos, moves=len(pressed) - 1)
                screen = after_tap(screen, event.pos)
        if screen != shown:
            colour, targets = SCREENS[screen]
            window.fill(colour)
            pygame.display.flip()
            if not shown:
                tell("ready")
            shown = screen
            listed = [{"name": name, "rect": rect, "mm": [20, 20]} for name, rect in targets.items()]
            tell("scene", screen=screen, film=None, language="en", targets=listed, texts=[])
        time.sleep(0.002)


def after_tap(screen: str, at: tuple[int, int]) -> str:
    if screen == "attract":
        return "browse"
    hit = next((name for name, rect in SCREENS[screen][1].items() if pygame.Rect(rect).collidepoint(at)), "")
    if hit == "fall over":
        raise RuntimeError("fell over, as it was asked to")
    return {"card:homs": "film", "back": "browse"}.get(hit, screen)


if __name__ == "__main__":
    main()
