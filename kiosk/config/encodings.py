"""In which encoding a text file was saved, and its words. The only module that asks charset-normalizer."""

from dataclasses import dataclass

from charset_normalizer import from_bytes

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_GUESSED = ["utf_16_le", "utf_16_be", "cp1256", "cp1252"]
"""What text files are saved as that are not UTF-8: by Windows in Arabic, and in the languages of western Europe."""

_NAMES = {"utf_16_le": "UTF-16", "utf_16_be": "UTF-16", "cp1256": "Windows-1256", "cp1252": "Windows-1252"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """The words of a file. ``guessed``: the name of the encoding if nothing in the file says which it is."""

    text: str
    guessed: str | None = None


def decode(data: bytes) -> Decoded | None:
    """The text in ``data``: UTF-8, or UTF-16 with its mark, else the likeliest of UTF-16, Windows-1256 and
    Windows-1252. None if it is no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _printable(data.decode(encoding, errors="replace"))
    try:
        return _printable(data.decode("utf-8"))
    except UnicodeDecodeError:
        best = from_bytes(data, cp_isolation=_GUESSED).best()
    return _printable(str(best), _NAMES[best.encoding]) if best is not None else None


def _printable(text: str, guessed: str | None = None) -> Decoded | None:
    return None if "\x00" in text else Decoded(text, guessed)
