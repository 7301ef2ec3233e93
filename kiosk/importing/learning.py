"""What is taken over from a media file's tags and streams. Pure."""

import re
from typing import Final

from kiosk.importing.film_text import WrittenFilm
from kiosk.importing.found import FoundFilm
from kiosk.importing.times import written as clock
from kiosk.projection.prospecting import Prospect

_NO_TITLE: Final = re.compile(
    r"untitled.*|sequence ?\d*|timeline ?\d*|export.*|.*\.(mp4|mov|mxf|avi|mkv)|.*[/\\].*|\d*", re.IGNORECASE
)
"""What editing programs write where nobody gave a title."""
_SHORTEST_SYNOPSIS: Final = 40
_YEAR: Final = re.compile(r"(18[89]\d|19\d\d|20\d\d)")


def learn(film: WrittenFilm, found: FoundFilm, prospect: Prospect) -> None:
    """Fill in what the source did not tell."""
    tags = prospect.tags
    if found.guessed and not film.title_remark:
        title = tags.get("title", "").strip()
        if title and not _NO_TITLE.fullmatch(title):
            film.words["title"] = {"": title}
            film.title_remark = "from the file's tags"
        else:
            film.title_remark = "from the file's name"
    if artist := tags.get("artist", "").strip():
        film.words.setdefault("director", {"": artist})
    if year := _YEAR.match(tags.get("date", "")):
        film.facts.setdefault("year", year[1])
    text = next((tags[key] for key in ("synopsis", "description") if key in tags), "").strip()
    if len(text) >= _SHORTEST_SYNOPSIS:
        film.words.setdefault("synopsis", {"": text})


def excerpt_remark(prospect: Prospect) -> str:
    """What an installer wants to know of a file: ``1:34, 1920 × 1080, no sound, its own subtitles: ar, en``."""
    parts = [clock(round(prospect.seconds))] if prospect.seconds else []
    parts.append(f"{prospect.width} × {prospect.height}")
    if not prospect.has_sound:
        parts.append("no sound")
    if prospect.subtitles:
        parts.append(f"its own subtitles: {', '.join(each or 'language not told' for each in prospect.subtitles)}")
    return ", ".join(parts)
