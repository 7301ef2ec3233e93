"""Where the kiosk is while no visitor may be: in the foyer before a screening, closed, or playing its loop."""

from kiosk.exhibition.closing import Closing
from kiosk.visit.effects import Effect, RunCommand, ScreenOff, ScreenOn, StartLoop
from kiosk.visit.places import AfterHours, Attract, Browse, Cinema, Farewell, FilmPage, Foyer, Note, Place, Watching
from kiosk.visit.rules import Rules


def home(rules: Rules) -> Place:
    """Where the kiosk is while nobody is there."""
    standing = rules.standing
    if standing.screening is not None and standing.phase != "announced":
        return Foyer(standing.screening, rules.monotonic(standing.screening.begins))
    return Attract() if standing.open else AfterHours(rules.closing)


def admitted(place: Place, rules: Rules) -> Place:
    """``place``, or where a visitor is sent who may not go there any more at this time of day."""
    is_for_visitors = isinstance(place, Browse | FilmPage | Note | Watching) and not isinstance(place, Cinema)
    if not is_for_visitors or rules.standing.welcomes:
        return place
    elsewhere = home(rules)
    return Farewell() if isinstance(elsewhere, AfterHours) else elsewhere


def closed_down(closing: Closing) -> tuple[Effect, ...]:
    """What is to be done when the exhibition closes."""
    screen: dict[str, tuple[Effect, ...]] = {"off": (ScreenOff(),), "loop": (StartLoop(after_hours=True),)}
    return (*_run(closing.on_close), *screen.get(closing.screen, ()))


def opened_up(closing: Closing) -> tuple[Effect, ...]:
    """What is to be done when it opens; done twice it does no harm."""
    return (*((ScreenOn(),) if closing.screen == "off" else ()), *_run(closing.on_open))


def _run(command: tuple[str, ...]) -> tuple[Effect, ...]:
    return (RunCommand(command),) if command else ()
