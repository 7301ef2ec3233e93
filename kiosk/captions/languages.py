"""The languages of subtitle tracks: media files name them by three letters, exhibitions by two."""

from collections.abc import Iterable
from itertools import islice
from typing import Final

from kiosk.exhibition.text import first_strong_direction

_TWO_LETTERS: Final[dict[str, str]] = {
    "alb": "sq", "ara": "ar", "arm": "hy", "baq": "eu", "ben": "bn", "bul": "bg", "cat": "ca", "ces": "cs",
    "chi": "zh", "cze": "cs", "dan": "da", "deu": "de", "dut": "nl", "ell": "el", "eng": "en", "est": "et",
    "fas": "fa", "fin": "fi", "fra": "fr", "fre": "fr", "geo": "ka", "ger": "de", "gle": "ga", "gre": "el",
    "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "hye": "hy", "ice": "is", "ind": "id", "isl": "is",
    "ita": "it", "jpn": "ja", "kat": "ka", "kmr": "ku", "kor": "ko", "kur": "ku", "lav": "lv", "lit": "lt",
    "mac": "mk", "may": "ms", "mkd": "mk", "msa": "ms", "nld": "nl", "nor": "no", "per": "fa", "pol": "pl",
    "por": "pt", "pus": "ps", "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk", "slo": "sk", "slv": "sl",
    "spa": "es", "sqi": "sq", "srp": "sr", "swe": "sv", "tha": "th", "tur": "tr", "ukr": "uk", "urd": "ur",
    "vie": "vi", "zho": "zh",
}  # fmt: skip
"""ISO 639-2 to ISO 639-1; a language that is not here keeps its three letters, such as ckb."""
_NO_LANGUAGE: Final = frozenset({"", "und", "mis", "mul", "zxx"})
_ENOUGH = 20


def language_of(code: str | None, words: Iterable[str]) -> str:
    """The code of a track's language. Where the file does not name it, its letters decide: Arabic or English."""
    code = (code or "").strip().lower()
    if code not in _NO_LANGUAGE:
        return _TWO_LETTERS.get(code, code)
    directions = [first_strong_direction(each) for each in islice(words, _ENOUGH)]
    return "ar" if directions.count("rtl") > directions.count("ltr") else "en"
