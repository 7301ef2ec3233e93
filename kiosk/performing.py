"""Hands what a visit asks for to whoever does it."""

from collections.abc import Iterable

from kiosk.caretaker import Caretaker
from kiosk.projectionist import Projectionist
from kiosk.ui.stage import Stage
from kiosk.visit.effects import Effect, RunCommand, ScreenOff, ScreenOn, StartOver


def perform(effects: Iterable[Effect], stage: Stage, projectionist: Projectionist, caretaker: Caretaker) -> None:
    """Have them done, in their order; it returns at once."""
    for effect in effects:
        match effect:
            case StartOver():
                stage.start_over()
            case ScreenOff() | ScreenOn() | RunCommand():
                caretaker.perform(effect)
            case _:
                projectionist.perform(effect)
