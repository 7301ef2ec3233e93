"""From the bytes of a caption file to its text, whatever it was written with. The only place that imports
charset_normalizer."""

import codecs
from collections.abc import Callable
from typing import Final

from charset_normalizer import from_bytes

from kiosk.captions.cues import Unreadable

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE_SHARE: Final = 0.05
"""Share of zero bytes from which on a file is UTF-16: numbers, arrows and line ends have one in each character."""

_ARABIC: Final = ("cp1256", "iso8859_6")
_CODE_PAGES: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(("ar", "fa", "ur", "ckb", "ps", "sd", "ug"), _ARABIC),
    **dict.fromkeys(("be", "bg", "mk", "ru", "sr", "uk"), ("cp1251",)),
    **dict.fromkeys(("bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl"), ("cp1250",)),
    **dict.fromkeys(("ku", "tr"), ("cp1254",)),
    "el": ("cp1253",),
    "he": ("cp1255",),
}
_LATIN: Final = ("cp1252", "latin_1")
_OWN_SCRIPT: Final[dict[str, Callable[[str], bool]]] = {
    "cp1256": lambda letter: "\u0600" <= letter <= "\u06ff",
    "iso8859_6": lambda letter: "\u0600" <= letter <= "\u06ff",
    "cp1251": lambda letter: "\u0400" <= letter <= "\u04ff",
    "cp1253": lambda letter: "\u0370" <= letter <= "\u03ff",
    "cp1255": lambda letter: "\u0590" <= letter <= "\u05ff",
}
_OWN_SHARE: Final = 0.8
"""Least share of a script of its own among the letters beyond ASCII."""
_MOST_ACCENTS: Final = 0.7
"""Share of accented letters up to which a text can be in a Latin alphabet."""
_COMMON: Final = "ال"
"""The Arabic article is so frequent that it decides between two code pages."""


def decoded(data: bytes, language: str) -> str:
    """The text. ``language``: the code of the language that it is said to be in; it decides where the bytes do not.

    Unreadable where no encoding makes sense of it.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if (wide := _wide(data)) is not None:
        return _strictly(data, wide)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _in_code_page(data, language.split("-")[0])


def _strictly(data: bytes, encoding: str) -> str:
    """A text that is cut in the middle of a character loses that one; anything else that is wrong is damage."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(data)
    except UnicodeDecodeError as error:
        raise Unreadable(f"is damaged: it begins as {encoding.upper()} and does not go on so") from error


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: told by where the zero bytes are."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if even + odd < _WIDE_SHARE * len(data):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _in_code_page(data: bytes, language: str) -> str:
    texts = [text for name in _CODE_PAGES.get(language, _LATIN) if (text := _sensible(data, name)) is not None]
    if texts:
        return max(texts, key=lambda text: text.count(_COMMON))
    best = from_bytes(data).best()
    if best is None:
        raise Unreadable("is in no encoding that is known; please save it as UTF-8")
    return str(best)


def _sensible(data: bytes, encoding: str) -> str | None:
    """The text if it looks like one in this code page."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    letters = [each for each in text if each.isalpha()]
    beyond = [each for each in letters if not each.isascii()]
    own = _OWN_SCRIPT.get(encoding)
    if own is None:
        return text if len(beyond) <= _MOST_ACCENTS * len(letters) else None
    return text if sum(map(own, beyond)) >= _OWN_SHARE * len(beyond) else None
