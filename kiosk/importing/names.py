"""What names of files tell: a title, a year, a kind, a language. Pure."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

LANGUAGE_NAMES: Final = {
    "ar": "ar", "ara": "ar", "arabic": "ar", "عربي": "ar", "العربية": "ar", "arabe": "ar",
    "en": "en", "eng": "en", "english": "en", "anglais": "en", "إنجليزي": "en", "الإنجليزية": "en",
    "fr": "fr", "fra": "fr", "fre": "fr", "french": "fr", "français": "fr", "francais": "fr", "فرنسي": "fr",
    "الفرنسية": "fr", "ckb": "ckb", "kurdish": "ckb", "sorani": "ckb", "kurde": "ckb", "کوردی": "ckb", "كردي": "ckb",
    "de": "de", "deu": "de", "ger": "de", "german": "de", "allemand": "de", "es": "es", "spa": "es", "spanish": "es",
    "it": "it", "ita": "it", "italian": "it", "tr": "tr", "tur": "tr", "turkish": "tr", "fa": "fa", "per": "fa",
    "farsi": "fa", "persian": "fa", "ru": "ru", "rus": "ru", "russian": "ru", "pt": "pt", "por": "pt",
}  # fmt: skip
"""Codes by codes and names in English, Arabic and French."""
RIGHT_TO_LEFT: Final = ("ar", "ckb", "fa", "ps", "ur")
_KINDS: Final = {"trailer": "trailer", "teaser": "trailer", "clip": "excerpt", "excerpt": "excerpt",
                 "extract": "excerpt", "film": "film", "feature": "film"}  # fmt: skip
_VERSIONS: Final = {"sign": "sign", "bsl": "sign", "asl": "sign", "signed": "sign", "described": "described",
                    "ad": "described", "audiodescription": "described"}  # fmt: skip
_TECHNICAL: Final = re.compile(
    r"\d{3,4}[pi]|[248]k|uhd|fhd|hd|sd|[hx]\.?26[45]|hevc|avc|aac|ac3|pcm|prores(hq|lt|422)?|dnxhd|dcp|web|webdl|bluray"
    r"|brrip|dvd|dvdrip|hdtv|stereo|mono|51|\d{2}fps|2[45]p|30p|50p|60p|rec709|final|master|export|render|copy|v\d{1,2}"
    r"|\d{3,4}x\d{3,4}",
    re.IGNORECASE,
)
_SMALL: Final = frozenset(
    {"a", "an", "and", "as", "at", "by", "de", "du", "en", "et", "for", "from", "in", "la", "le", "les", "of", "on"}
    | {"or", "the", "to", "un", "une", "with"}
)  # fmt: skip
_YEAR: Final = re.compile(r"[(\[]?\b((?:18[89]|19\d|20\d)\d)\b[)\]]?")
_ID_LENGTH: Final = 60


@dataclass(frozen=True, slots=True)
class Name:
    """``key`` is the same for a film and its trailer, and need not be fit for an id.

    ``version``: sign or described, else empty.
    """

    key: str
    title: str
    year: str = ""
    kind: str = ""
    version: str = ""


def language_in(word: str) -> str | None:
    """The code of a language from its code or its name in English, French or Arabic."""
    return LANGUAGE_NAMES.get(word.strip().casefold())


def read_name(file: PurePath) -> Name:
    """What the name of a media file tells of the film."""
    words: list[str] = []
    year, kind, version = "", "", ""
    stem = unicodedata.normalize("NFC", file.stem)
    for match in _YEAR.finditer(stem):
        if match.start() > 0:  # a name that begins with a year, such as 1948, is a title
            year = match[1]
            stem = f"{stem[: match.start()].rstrip(' -_')}_{stem[match.end() :].lstrip(' -_')}"
            break
    for word in _words(stem):
        low = word.casefold()
        if words and low in _VERSIONS:
            version = _VERSIONS[low]
        elif words and low in _KINDS:
            kind = _KINDS[low]
        elif not words or not _TECHNICAL.fullmatch(word):
            words.append(word)
    title = _titled(words)
    return Name(identifier(" ".join(words)) or title.casefold(), title, year, kind, version)


def _words(stem: str) -> list[str]:
    spaced = re.sub(r"[_.\[\](){}]+", " ", stem)
    if " " not in stem:
        spaced = spaced.replace("-", " ")
    return [each.strip("-–—, ") for each in spaced.split() if each.strip("-–—, ")]


def _titled(words: list[str]) -> str:
    """With capitals where a name has none at all; else as it was written."""
    text = " ".join(words)
    if text != text.lower() or not text.isascii():
        return text
    return " ".join(
        word if number and word in _SMALL else word[:1].upper() + word[1:] for number, word in enumerate(words)
    )


def identifier(text: str) -> str:
    """Letters, digits and hyphens, as ids are written; empty where nothing of the text can be."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_ID_LENGTH].strip("-")


def companion(film: PurePath, other: PurePath) -> str | None:
    """The language that the name of a file beside a film tells: ``film.en.srt`` → ``en``, ``film.srt`` → empty.

    None if it does not belong to the film.
    """
    mine, theirs = film.stem.casefold(), other.stem.casefold()
    if theirs == mine:
        return ""
    if not theirs.startswith(mine) or theirs[len(mine)] not in "._- ":
        return None
    found = [language_in(each) for each in re.split(r"[._\- ]+", theirs[len(mine) + 1 :]) if each]
    known = [each for each in found if each]
    return known[0] if known else None
