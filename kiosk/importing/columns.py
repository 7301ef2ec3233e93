"""What the headings of a table mean, in English, Arabic and French. Pure."""

import re
import unicodedata
from typing import Final, NamedTuple

from kiosk.importing.names import LANGUAGE_NAMES

_HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "id": ("id", "identifier", "المعرف", "identifiant"),
    "title": ("title", "film", "film title", "name", "العنوان", "عنوان", "عنوان الفيلم", "الفيلم", "اسم الفيلم",
              "titre", "titre du film", "nom"),
    "director": ("director", "directors", "directed by", "filmmaker", "المخرج", "إخراج", "مخرج", "réalisateur",
                 "réalisatrice", "réalisation", "réalisé par"),
    "year": ("year", "date", "production year", "السنة", "سنة", "سنة الإنتاج", "العام", "année"),
    "running_time": ("running time", "duration", "length", "runtime", "minutes", "المدة", "مدة", "مدة الفيلم", "durée"),
    "medium": ("medium", "format", "الوسيط", "الصيغة", "support"),
    "language": ("language", "languages", "spoken language", "اللغة", "لغة", "لغة الفيلم", "langue", "langues"),
    "countries": ("country", "countries", "production country", "البلد", "بلد", "البلدان", "بلد الإنتاج", "الدولة",
                  "pays"),
    "synopsis": ("synopsis", "summary", "description", "abstract", "short synopsis", "ملخص", "الملخص", "نبذة",
                 "قصة الفيلم", "résumé"),
    "more": ("more", "long synopsis", "long description", "المزيد", "نص طويل", "texte long", "en savoir plus"),
    "director_note": ("director note", "directors note", "statement", "كلمة المخرج", "note du réalisateur",
                      "note d'intention"),
    "awards": ("awards", "prizes", "festivals", "الجوائز", "جوائز", "prix", "récompenses"),
    "link": ("link", "url", "website", "web", "الرابط", "رابط", "الموقع", "lien", "site"),
    "file": ("file", "filename", "file name", "media", "video", "clip", "path", "الملف", "ملف", "اسم الملف", "fichier",
             "vidéo"),
    "excerpt": ("excerpt", "excerpt title", "clip title", "المقطع", "عنوان المقطع", "extrait", "titre de l'extrait"),
    "start": ("start", "in", "in point", "tc in", "from", "البداية", "من", "début", "entrée"),
    "end": ("end", "out", "out point", "tc out", "to", "النهاية", "إلى", "fin", "sortie"),
    "captions": ("captions", "subtitles", "subtitle file", "الترجمة", "ترجمة", "ملف الترجمة", "sous-titres"),
    "still": ("still", "image", "picture", "photo", "poster", "الصورة", "صورة", "photogramme", "affiche"),
}  # fmt: skip


class Column(NamedTuple):
    """``key`` as in a playlist; ``language`` empty where the heading names none."""

    key: str
    language: str


def _plain(text: str) -> str:
    """Without accents, vowel signs, capitals and what stands between words."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(each for each in decomposed if not unicodedata.combining(each))
    return " ".join(re.sub(r"[^\w]+|_", " ", kept).split())


_MEANINGS: Final = {_plain(each): key for key, headings in _HEADINGS.items() for each in headings}
_CODES: Final = {_plain(name): code for name, code in LANGUAGE_NAMES.items()}


def column_of(heading: str) -> Column | None:
    """What a heading means: ``Title (Arabic)``, ``title_ar`` and ``العنوان`` all name a title. None for any other."""
    words = _plain(heading).split()
    for position in range(len(words), 0, -1):
        key = _MEANINGS.get(" ".join(words[:position]))
        rest = words[position:]
        if key and not rest:
            return Column(key, "")
        if key and len(rest) == 1 and (language := _CODES.get(rest[0])):
            return Column(key, language)
    if len(words) > 1 and (language := _CODES.get(words[0])) and (key := _MEANINGS.get(" ".join(words[1:]))):
        return Column(key, language)
    return None
