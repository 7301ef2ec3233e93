"""What a visitor can switch everywhere: language, captions, volume."""

from dataclasses import replace

from kiosk.visit.captions import chosen
from kiosk.visit.effects import SetVolume
from kiosk.visit.moves import Change, stay
from kiosk.visit.rules import Rules
from kiosk.visit.visit import Visit


def switch(visit: Visit, target: str, rules: Rules) -> Change | None:
    """What a tap on a switch does; None if ``target`` is no switch."""
    match target:
        case "language":
            return stay(replace(visit, language=_next_language(visit.language, rules.languages)))
        case "volume-down":
            return _set_volume(visit, visit.volume - rules.volume_step, rules)
        case "volume-up":
            return _set_volume(visit, visit.volume + rules.volume_step, rules)
    captions = chosen(visit.captions, target)
    return stay(replace(visit, captions=captions)) if captions else None


def _next_language(language: str, languages: tuple[str, ...]) -> str:
    if language not in languages:
        return languages[0]
    return languages[(languages.index(language) + 1) % len(languages)]


def _set_volume(visit: Visit, volume: int, rules: Rules) -> Change:
    volume = max(0, min(rules.max_volume, volume))
    if volume == visit.volume:
        return stay(visit)
    return replace(visit, volume=volume), (SetVolume(volume),)
