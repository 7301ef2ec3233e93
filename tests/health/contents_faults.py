"""Faults that may be in an exhibition, one for each thing that is found."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import contents_show as show
from contents_show import Planted, Replaced
from PIL import Image

FILMS, LOOP, KIOSK = "playlists/films.yaml", "playlists/loop.yaml", "kiosk.yaml"
EN, AR = "media/clips/homs.en.srt", "media/clips/homs.ar.srt"

_TURNED = Image.Exif()
_TURNED[0x0112] = 6


def _written(name: str, content: bytes) -> Planted:
    def write(folder: Path) -> None:
        (folder / name).write_bytes(content)

    return write


def _picture(name: str, size: tuple[int, int], mode: str = "RGB", **options: Any) -> Planted:
    def write(folder: Path) -> None:
        Image.new(mode, size).save(folder / "media/stills" / name, **options)

    return write


def _still(size: tuple[int, int], mode: str = "RGB", **options: Any) -> Planted:
    return _picture("homs.jpg", size, mode, **options)


def _card(size: tuple[int, int], mode: str = "RGB", **options: Any) -> Planted:
    return _picture("card.png", size, mode, **options)


FAULTS: Final[Mapping[str, Replaced | Planted]] = {
    "captions-that-cannot-be-read": _written(EN, b"no captions at all\n"),
    "captions-elsewhere": (
        FILMS,
        "start: 0:02\n        end: 0:30",
        "start: 0:40\n        end: 0:50",
    ),
    "captions-of-a-code-page": _written(AR, show.FILES[AR].encode("cp1256")),
    "captions-in-utf-16": _written(EN, show.FILES[EN].encode("utf-16")),
    "captions-without-words": (EN, "Listen to the song.", ""),
    "captions-without-time": (EN, "00:00:07,000 --> 00:00:10,000", "00:00:07,000 --> 00:00:07,000"),
    "captions-in-another-script": _written(AR, show.FILES[EN].encode()),
    "captions-past-the-end": (EN, "00:00:26,000 --> 00:00:29,000", "00:04:26,000 --> 00:04:29,000"),
    "captions-that-overlap": (EN, "00:00:06,000", "00:00:08,000"),
    "captions-cut-by-the-out-point": (FILMS, "end: 0:30", "end: 0:27"),
    "captions-with-a-gap": (FILMS, "end: 0:30", "end: 3:00"),
    "captions-too-fast": (
        EN,
        "Listen to the song.",
        "Listen to the song that they all\nhave been singing since the morning",
    ),
    "captions-too-short": (EN, "00:00:10,000", "00:00:07,700"),
    "captions-of-three-lines": (EN, "Listen to the song.", "Listen\nto\nthe song."),
    "captions-too-wide": (
        EN,
        "Listen to the song.",
        "Listen to the song that we have been singing",
    ),
    "captions-for-two-languages": (FILMS, "clips/homs.ar.srt", "clips/homs.en.srt"),
    "still-too-small": _still((800, 450)),
    "still-tall": _still((2160, 3840)),
    "still-huge": _still((9600, 5400)),
    "still-turned": _still((1080, 1920), exif=_TURNED),
    "still-for-print": _still((1920, 1080), "CMYK"),
    "still-transparent": _card((1920, 1080), "RGBA"),
    "still-that-moves": _card((1920, 1080), save_all=True, append_images=[Image.new("RGB", (1920, 1080), "red")]),
    "still-of-the-loop-too-small": _card((1000, 560)),
    "text-in-one-language-only": (
        FILMS,
        "{en: Talal Derki, ar: طلال ديركي}",
        "{en: Talal Derki}",
    ),
    "text-to-be-written": (FILMS, "Sundance 2014", "TODO"),
    "text-of-a-new-exhibition": (
        FILMS,
        "director: {en: Talal Derki",
        "director: {en: Name of the director",
    ),
    "text-with-nothing-in-it": (FILMS, "Sundance 2014", "…"),
    "text-under-the-wrong-language": (
        FILMS,
        "ar: طلال ديركي",
        "ar: Talal Derki and his friends",
    ),
    "isolate-that-is-not-closed": (FILMS, "\\u2069) 2013", ") 2013"),
    "number-that-jumps": (
        FILMS,
        "جائزة (\\u2068IDFA\\u2069) 2013",
        "جائزة (\\u2068IDFA\\u2069) وجائزة Sundance، 2014",
    ),
    "names-that-change-places": (
        FILMS,
        "جائزة (\\u2068IDFA\\u2069) 2013",
        "جائزة (\\u2068IDFA\\u2069) وأيضًا Sundance، Visions du Réel",
    ),
    "two-spaces": (FILMS, "Sundance 2014", '"Sundance  2014"'),
    "straight-quotes": (FILMS, "Sundance 2014", "Sundance's prize"),
    "synopsis-too-short": (FILMS, show.ENGLISH, "A film."),
    "synopsis-too-long": (FILMS, show.ENGLISH, " ".join([show.ENGLISH] * 3)),
    "title-of-many-lines": (
        FILMS,
        "en: Return to Homs",
        "en: " + "The long and winding return to the city of Homs " * 4,
    ),
    "word-wider-than-the-column": (
        FILMS,
        "Sundance 2014",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihung",
    ),
    "rights-over": (FILMS, "until: 2027-03-31", "until: 2026-11-21"),
    "rights-that-end-soon": (FILMS, "until: 2027-03-31", "until: 2026-12-06"),
    "rights-that-begin-later": (FILMS, "from: 2026-11-01", "from: 2026-11-23"),
    "rights-that-end-before-they-begin": (FILMS, "until: 2027-03-31", "until: 2026-10-31"),
    "one-play-a-day": (FILMS, "plays_per_day: 20", "plays_per_day: 1"),
    "screenings-over": (
        FILMS,
        "      - {at: 2026-12-04 18:00}\n      - {at: 2026-12-05",
        "      - {at: 2026-10-04 18:00}\n      - {at: 2026-10-05",
    ),
    "screening-without-the-film": (FILMS, "kind: film", "kind: trailer"),
    "screening-while-closed": (FILMS, "at: 2026-12-04 18:00", "at: 2026-12-04 21:00"),
    "two-screenings-at-a-time": (
        FILMS,
        "      - {at: 2026-12-05",
        "      - {at: 2026-12-04 18:30}\n      - {at: 2026-12-05",
    ),
    "special-days-over": (KIOSK, "2026-12-24", "2026-10-03"),
    "item-whose-day-is-over": (LOOP, "fri 18:00-22:00", "2026-11-20"),
    "item-while-closed": (LOOP, "fri 18:00-22:00", "mon 10:00-20:00"),
    "item-at-night": (LOOP, "fri 18:00-22:00", "20:00-23:00"),
    "strong-film-in-the-loop": (LOOP, "water/river", "homs/opening"),
    "note-that-says-nothing": (
        FILMS,
        "{strong: true, seen: {en: Combat, ar: معارك}}",
        "{strong: true}",
    ),
}
