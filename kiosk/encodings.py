"""From the bytes of a caption file or a transcript to its text, whatever it was written with. The only place that
imports charset_normalizer."""

import codecs
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from charset_normalizer import from_bytes

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


_NAMES: Final = {
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "latin_1": "Latin-1",
    "iso8859_6": "ISO 8859-6",
    **{f"cp{number}": f"Windows-{number}" for number in range(1250, 1259)},
}
_CONTROLS: Final = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\x1a")


_MOST_CONTROLS: Final = 0.01
"""Share of control characters up to which a file is a text with a flaw."""


class NoText(ValueError):
    """No encoding makes sense of the bytes: why, as the end of a sentence that begins with the file's name."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The words of a file. ``guessed``: the name of the encoding if nothing in the file says which it is."""

    text: str
    guessed: str | None = None


def decode(data: bytes, language: str) -> Decoded:
    """The text. ``language``: the code of the language that it is said to be in; it decides where the bytes do not.

    NoText where no encoding makes sense of it.
    """
    found = _decoded(data, language)
    if sum(each in _CONTROLS for each in found.text) > _MOST_CONTROLS * len(found.text):
        raise NoText("is not a text file")
    return found


def _decoded(data: bytes, language: str) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data, encoding))
    if (wide := _wide(data)) is not None:
        return Decoded(_strictly(data, wide), _NAMES[wide])
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _in_code_page(data, language.split("-")[0])


def _strictly(data: bytes, encoding: str) -> str:
    """A text that is cut in the middle of a character loses that one; anything else that is wrong is damage."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(data)
    except UnicodeDecodeError as error:
        raise NoText(f"is damaged: it begins as {encoding.upper()} and does not go on so") from error


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: told by where the zero bytes are."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if even + odd < _WIDE_SHARE * len(data):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _in_code_page(data: bytes, language: str) -> Decoded:
    pages = _CODE_PAGES.get(language, _LATIN)
    texts = [Decoded(text, _NAMES[name]) for name in pages if (text := _sensible(data, name)) is not None]
    if texts:
        return max(texts, key=lambda each: each.text.count(_COMMON))
    best = from_bytes(data).best()
    if best is None:
        raise NoText("is in no encoding that is known; please save it as UTF-8")
    return Decoded(str(best), _NAMES.get(best.encoding, best.encoding))


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
