"""What a visitor can switch everywhere: language, captions, volume, what makes reading easier."""

from dataclasses import replace

from kiosk.visit import captions, languages
from kiosk.visit.effects import SetVolume
from kiosk.visit.moves import Change, stay
from kiosk.visit.rules import Rules
from kiosk.visit.visit import Visit


def switch(visit: Visit, target: str, rules: Rules) -> Change | None:
    """What a tap on a switch does; None if ``target`` is no switch."""
    if (read := languages.tap(visit, target, rules.languages)) is not None:
        return stay(read)
    match target:
        case "comfort":
            return stay(replace(visit, choosing_comfort=not visit.choosing_comfort))
        case "comfort-close":
            return stay(replace(visit, choosing_comfort=False))
        case "larger-text" | "high-contrast" | "reach":
            return stay(replace(visit, comfort=visit.comfort.switched(target)))
        case "volume-down":
            return _set_volume(visit, visit.volume - rules.volume_step, rules)
        case "volume-up":
            return _set_volume(visit, visit.volume + rules.volume_step, rules)
    chosen = captions.chosen(visit.captions, target)
    return stay(replace(visit, captions=chosen)) if chosen else None


def _set_volume(visit: Visit, volume: int, rules: Rules) -> Change:
    volume = max(0, min(rules.max_volume, volume))
    if volume == visit.volume:
        return stay(visit)
    return replace(visit, volume=volume), (SetVolume(volume),)
