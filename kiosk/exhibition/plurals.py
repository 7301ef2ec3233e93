"""Which form of a counted word a number takes (Unicode CLDR 46, whole numbers)."""

from collections.abc import Callable

PluralRule = Callable[[int], str]


def _one_other(count: int) -> str:
    return "one" if count == 1 else "other"


def _french(count: int) -> str:
    return "one" if count in (0, 1) else "other"


def _arabic(count: int) -> str:
    if count <= 2:
        return ("zero", "one", "two")[count]
    rest = count % 100
    return "few" if 3 <= rest <= 10 else "many" if rest >= 11 else "other"


def _slavic(count: int) -> str:
    ones, tens = count % 10, count % 100
    if ones == 1 and tens != 11:
        return "one"
    return "few" if 2 <= ones <= 4 and not 12 <= tens <= 14 else "many"


def _none(_count: int) -> str:
    return "other"


PLURAL_RULES: dict[str, PluralRule] = {
    "one-other": _one_other,
    "french": _french,
    "arabic": _arabic,
    "slavic": _slavic,
    "none": _none,
}
"""The rules by the names that strings files use. They take whole numbers from 0 on."""
