"""A clean exhibition of two films, to plant faults into."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path

from PIL import Image

from kiosk.clock import FakeClock
from kiosk.config.load import load_exhibition, with_caption_problems
from kiosk.config.problems import Problem
from kiosk.health.contents.findings import content_findings
from kiosk.health.contents.memory import ContentMemory

Replaced = tuple[str, str, str]
"""Name of a file, what stands in it, and what stands there instead."""
Planted = Callable[[Path], None]
"""Writes a fault into a folder."""

NOW = FakeClock().now()
"""Sunday 2026-11-22, 10:00 UTC."""

ENGLISH = (
    "Basset is a young goalkeeper whose songs have made him a leader of the rebellion; his friend Osama grew up in the "
    "same city. With a small circle of brave and inexperienced people they try to protect those who are trapped around "
    "them and to bring them out, while hope gives way to despair, and despair to something harder."
)
ARABIC = (
    "باسط حارس مرمى شابّ جعلت منه أغانيه الاحتجاجية وفكاهته السوداء قائدًا من قادة الثورة، وإلى جانبه صديقه أسامة الذي "
    "كبر في المدينة نفسها. يجمع الاثنان حلقة صغيرة من مقاتلين شجعان تنقصهم الخبرة، ويسعون معًا إلى حماية المدنيين "
    "المحاصرين وإخراجهم من المدينة، فيما يتحوّل الأمل إلى يأس، واليأس إلى عزيمة أشدّ صلابة."
)

FILES: Mapping[str, str] = {
    "kiosk.yaml": """\
exhibition:
  title: {en: Two films from Homs, ar: فيلمان من حمص}
languages: [en, ar]
playlist: playlists/films.yaml
loop: playlists/loop.yaml
hours:
  timezone: Europe/Berlin
  weekly: {tue-sun: "10:00-20:00", mon: closed}
  special: {2026-12-24: closed}
""",
    "playlists/films.yaml": f"""\
films:
  - id: homs
    title: {{en: Return to Homs, ar: العودة إلى حمص}}
    director: {{en: Talal Derki, ar: طلال ديركي}}
    running_time: 90 min
    synopsis:
      en: "{ENGLISH}"
      ar: "{ARABIC}"
    awards: {{en: Sundance 2014, ar: "جائزة (\\u2068IDFA\\u2069) 2013"}}
    still: stills/homs.jpg
    content_note: {{strong: true, seen: {{en: Combat, ar: معارك}}}}
    rights: {{from: 2026-11-01, until: 2027-03-31, plays_per_day: 20}}
    screenings:
      - {{at: 2026-12-04 18:00}}
      - {{at: 2026-12-05 21:00, place: {{en: Courtyard, ar: الفناء}}}}
    excerpts:
      - id: whole
        kind: film
        file: clips/homs.mp4
      - id: opening
        file: clips/homs.mp4
        start: 0:02
        end: 0:30
        captions: {{en: clips/homs.en.srt, ar: clips/homs.ar.srt}}
  - id: water
    title: {{en: Silvered Water, ar: ماء الفضة}}
    excerpts:
      - id: river
        file: clips/water.mp4
""",
    "playlists/loop.yaml": """\
items:
  - excerpt: water/river
  - still: stills/card.png
    for: 6 s
  - card: {title: {en: Two films, ar: فيلمان}}
    on: fri 18:00-22:00
""",
    "media/clips/homs.en.srt": """\
1
00:00:03,000 --> 00:00:06,000
This is our street.
We grew up here.

2
00:00:07,000 --> 00:00:10,000
Listen to the song.

3
00:00:26,000 --> 00:00:29,000
They all know it.
""",
    "media/clips/homs.ar.srt": """\
1
00:00:03,000 --> 00:00:06,000
هذا شارعنا.
كبرنا هنا.

2
00:00:07,000 --> 00:00:10,000
اسمع الأغنية.

3
00:00:26,000 --> 00:00:29,000
كلّهم يعرفونها.
""",
}

LENGTHS = {"media/clips/homs.mp4": 240.0, "media/clips/water.mp4": 20.0}


def clean(folder: Path) -> Path:
    """Write the exhibition into a folder."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    for name in LENGTHS:
        (folder / name).touch()
    (folder / "media/stills").mkdir()
    Image.new("RGB", (1920, 1080), (60, 50, 40)).save(folder / "media/stills/homs.jpg")
    Image.new("RGB", (1920, 1080), (60, 50, 40)).save(folder / "media/stills/card.png")
    return folder


def plant(folder: Path, fault: Replaced | Planted) -> None:
    """Put a fault into a clean exhibition. ValueError where it would change nothing."""
    if callable(fault):
        fault(folder)
        return
    name, before, after = fault
    text = (folder / name).read_text("utf-8")
    if before not in text:
        raise ValueError(f"{before!r} is not in {name}")
    (folder / name).write_text(text.replace(before, after, 1), "utf-8")


def found(folder: Path, *, days: int = 0, memory: ContentMemory | None = None) -> list[Problem]:
    """What is found so many ``days`` after ``NOW``, in the order in which it is found."""
    clock = FakeClock()
    clock.advance(timedelta(days=days).total_seconds())
    loaded = with_caption_problems(load_exhibition(folder))
    lengths = {folder / name: seconds for name, seconds in LENGTHS.items()}
    return [*loaded.problems, *content_findings(loaded, clock.now(), memory, lengths=lengths)]


def lines(problems: list[Problem]) -> list[str]:
    """``severity code  place  where: message``."""
    return [f"{each.severity} {each.code} {each}" for each in problems]
