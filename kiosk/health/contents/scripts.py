"""In which letters a text is written, and in which its language is."""

import re
from typing import Final

_LETTERS: Final = {
    "Latin": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
    "Arabic": re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"),
    "Hebrew": re.compile("[\u05d0-\u05ea\ufb1d-\ufb4f]"),
    "Cyrillic": re.compile("[\u0400-\u052f]"),
    "Greek": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
}
_WRITTEN_IN: Final = {
    **dict.fromkeys(("ar", "ckb", "fa", "ps", "sd", "ug", "ur"), "Arabic"),
    **dict.fromkeys(("he", "yi"), "Hebrew"),
    **dict.fromkeys(("be", "bg", "mk", "ru", "uk"), "Cyrillic"),
    "el": "Greek",
    **dict.fromkeys(("ca", "cs", "da", "de", "en", "es", "et", "eu", "fi", "fr", "ga", "hr", "hu", "id"), "Latin"),
    **dict.fromkeys(
        ("it", "lt", "lv", "ms", "nl", "no", "pl", "pt", "ro", "sk", "sl", "sq", "sv", "tr", "vi"), "Latin"
    ),
}
"""Languages that are written in one script; others are not judged."""
_LOOKED_AT: Final = 1000
"""Characters of a text; more would only say the same."""
LEAST_LETTERS: Final = 12
"""A text of fewer letters may be nothing but a name."""


def foreign_script(text: str, language: str) -> str | None:
    """The script of a text that has no letter of its language's own; None where it has one, or is only a name."""
    own = _WRITTEN_IN.get(language.split("-")[0])
    text = text[:_LOOKED_AT]
    if own is None or _LETTERS[own].search(text):
        return None
    counted = {name: len(letters.findall(text)) for name, letters in _LETTERS.items() if name != own}
    most = max(counted, key=lambda name: counted[name])
    return most if counted[most] >= LEAST_LETTERS else None


def script_of(language: str) -> str:
    """The name of a language's script; empty where it is not known."""
    return _WRITTEN_IN.get(language.split("-")[0], "")
