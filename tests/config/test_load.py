"""From the files of a good exhibition to what is shown."""

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from exhibition_folders import DATA, Change

from kiosk.config.load import load_exhibition
from kiosk.exhibition.closing import Closing
from kiosk.exhibition.exhibition import Exhibition, Idle, Screen, Sound
from kiosk.exhibition.film import ContentNote, Excerpt, Rights, Screening
from kiosk.exhibition.hours import Hours
from kiosk.exhibition.level import Level
from kiosk.exhibition.loop import CardItem, ExcerptItem, FileItem, Loop, LoopItem, RandomItem, StillItem
from kiosk.exhibition.text import Text
from kiosk.exhibition.when import Span

ROOT = Path(__file__).parents[2]

KIOSK = """
exhibition:
  title: {en: Two films, ar: فيلمان}
playlist: playlists/films.yaml
"""


def shown(exhibition: Exhibition | None) -> Exhibition:
    assert exhibition is not None
    return exhibition


def test_the_sample_exhibition_is_good() -> None:
    loaded = load_exhibition(ROOT)
    assert loaded.problems == []
    assert [film.id for film in shown(loaded.exhibition).playlist.films] == [
        "return-to-homs",
        "silvered-water",
        "still-recording",
        "of-fathers-and-sons",
        "the-cave",
        "for-sama",
    ]


def test_every_line_of_the_guide_is_understood(tmp_path: Path) -> None:
    """``tests/data/config/guide`` holds the examples that installers are given, word for word."""
    shutil.copytree(DATA / "guide", tmp_path, dirs_exist_ok=True)
    for ending in ("mp4", "en.srt", "ar.vtt", "sign.mp4", "ad.mp4", "en.txt"):
        touched(tmp_path / "media" / "clips" / f"return-to-homs.{ending}")
    (tmp_path / "media" / "clips" / "return-to-homs.en.txt").write_text("Someone sings.", "utf-8")
    for name in ("clips/city.mov", "stills/homs.jpg", "stills/water.jpg"):
        touched(tmp_path / "media" / name)
    loaded = load_exhibition(tmp_path)
    assert loaded.problems == []
    exhibition = shown(loaded.exhibition)
    assert exhibition.playlist.films[0].excerpts[0].end == timedelta(minutes=2)
    assert len(exhibition.loop.items) == 6
    assert (exhibition.pin or "").startswith("pbkdf2:")


def touched(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()


def test_a_film(folder: Path) -> None:
    film = shown(load_exhibition(folder).exhibition).playlist.films[0]
    assert film.id == "homs"
    assert film.title == Text({"en": "Return to Homs", "ar": "العودة إلى حمص"})
    assert film.year == 2014
    assert film.running_time == timedelta(minutes=90)
    assert film.still == folder / "media/stills/homs.jpg"
    assert film.content_note == ContentNote(strong=True, seen=Text({"en": "Combat", "ar": "قتال"}))
    assert film.strong
    assert film.excerpts[0] == Excerpt(
        id="opening",
        file=folder / "media/clips/homs.mp4",
        start=timedelta(seconds=2),
        end=timedelta(seconds=12),
        captions={"en": folder / "media/clips/homs.en.srt"},
    )


def test_everything_has_a_default(load: Change) -> None:
    loaded = load({"kiosk.yaml": KIOSK})
    exhibition = shown(loaded.exhibition)
    assert loaded.problems == []
    assert exhibition.languages == ("en", "ar")
    assert exhibition.screen == Screen()
    assert exhibition.sound == Sound()
    assert exhibition.idle == Idle()
    assert (exhibition.mode, exhibition.digits, exhibition.captions) == ("kiosk", "western", True)
    assert exhibition.pin is None
    assert exhibition.loop == Loop((ExcerptItem("water", "river"),))


def test_all_that_can_be_set(load: Change) -> None:
    loaded = load(
        {
            "kiosk.yaml": """
exhibition: {title: Two films, notice: {en: Free admission, ar: الدخول مجاني}}
languages: [ar, en]
digits: eastern
mode: loop
playlist: playlists/films.yaml
media: media
screen: {fullscreen: off, size: 1280x720, display: 1, rotate: 270, inches: 43, accent: "#FC0", reduce_motion: yes,
  reach: true}
sound: {device: hdmi 1, volume: 50 %, max_volume: 60, loop: 20, level: off}
captions: off
idle: {browse: 2 min, reading: 3:00, warning: 20 s}
hours:
  timezone: Asia/Dubai
  weekly: {mon-tue: "10:00-20:00", fri: "20:00-02:00", sun: closed}
  special: {2026-12-02: closed, 2026-12-31: "10:00-16:00"}
  closing_notice: 5 min
  when_closed: {screen: off, run: [lamp, "off"]}
panel: {pin: "pbkdf2:sha256:1:2:3"}
keys: {space: play, left: back}
"""
        }
    )
    exhibition = shown(loaded.exhibition)
    assert loaded.problems == []
    assert exhibition.title == Text({"": "Two films"})
    assert exhibition.languages == ("ar", "en")
    assert (exhibition.digits, exhibition.mode, exhibition.captions) == ("eastern", "loop", False)
    assert exhibition.screen == Screen(False, (1280, 720), 1, 270, 43.0, "#ffcc00", True, True)
    assert exhibition.sound == Sound("hdmi 1", 50, 60, 20, Level(usual=None))
    assert exhibition.idle == Idle(timedelta(minutes=2), timedelta(minutes=3), timedelta(seconds=20))
    ten_to_eight = (Span(time(10), time(20)),)
    assert exhibition.hours == Hours(
        weekly={0: ten_to_eight, 1: ten_to_eight, 4: (Span(time(20), time(2)),), 6: ()},
        special={date(2026, 12, 2): (), date(2026, 12, 31): (Span(time(10), time(16)),)},
        zone=ZoneInfo("Asia/Dubai"),
    )
    assert exhibition.closing == Closing(
        notice=timedelta(minutes=5), screen="off", on_close=("lamp", "off"), on_open=("lamp", "off")
    )
    assert exhibition.pin == "pbkdf2:sha256:1:2:3"


def test_a_film_with_everything(load: Change, folder: Path) -> None:
    (folder / "media/clips/homs.sign.mp4").touch()
    (folder / "media/clips/homs.en.txt").write_text("Someone sings.", "utf-8")
    loaded = load(
        {
            "kiosk.yaml": KIOSK + "hours: {timezone: Asia/Dubai}\n",
            "playlists/films.yaml": """
films:
  - id: 1917
    title: 1917
    link: https://example.org/1917
    rights: {from: 2026-11-01, until: 2027-03-31, plays_per_day: 200}
    screenings:
      - {at: 2026-12-05 19:00, place: Courtyard}
      - {at: 2026-12-04 19:00, admission: Free}
    excerpts:
      - kind: trailer
        file: clips/homs.mp4
        versions: {sign: clips/homs.sign.mp4}
        transcript: {en: clips/homs.en.txt}
        gain: -3 dB
""",
        }
    )
    film = shown(loaded.exhibition).playlist.films[0]
    assert loaded.problems == []
    assert (film.id, film.title, film.link) == ("1917", Text({"": "1917"}), "https://example.org/1917")
    assert film.rights == Rights(date(2026, 11, 1), date(2027, 3, 31), 200)
    assert film.screenings == (
        Screening(datetime(2026, 12, 4, 15, tzinfo=UTC), admission=Text({"": "Free"})),
        Screening(datetime(2026, 12, 5, 15, tzinfo=UTC), place=Text({"": "Courtyard"})),
    )
    excerpt = film.excerpts[0]
    assert (excerpt.id, excerpt.kind, excerpt.gain_db) == ("excerpt-1", "trailer", -3.0)
    assert excerpt.versions == {"sign": folder / "media/clips/homs.sign.mp4"}
    assert excerpt.transcript == Text({"en": "Someone sings."})


def test_every_kind_of_item(load: Change, folder: Path) -> None:
    loaded = load(
        {
            "playlists/loop.yaml": """
order: shuffle
transition: crossfade
items:
  - excerpt: homs/street
    repeat: 2
  - excerpt: homs
  - {file: clips/water.mp4, start: 0:10, end: 0:50, repeat: 3}
  - {still: stills/homs.jpg, for: 8 s}
  - {card: {title: {en: Six films, ar: ستة أفلام}}, for: 6 s}
  - random: 2
  - loop: playlists/friday.yaml
    on: fri
""",
            "playlists/friday.yaml": "items:\n  - still: stills/homs.jpg\n",
        }
    )
    still = folder / "media/stills/homs.jpg"
    assert loaded.problems == []
    loop = shown(loaded.exhibition).loop
    assert [each.written.get("on") for each in loop.listed] == [None] * 6 + ["fri"]
    assert _bare(loop) == Loop(
        (
            ExcerptItem("homs", "street", 2),
            ExcerptItem("homs", "opening"),
            FileItem(folder / "media/clips/water.mp4", timedelta(seconds=10), timedelta(seconds=50), 3),
            StillItem(still, timedelta(seconds=8)),
            CardItem(Text({"en": "Six films", "ar": "ستة أفلام"}), Text(), timedelta(seconds=6)),
            RandomItem(2),
            LoopItem(Loop((StillItem(still, timedelta(seconds=8)),)), "fri"),
        ),
        order="shuffle",
        transition="crossfade",
        over=timedelta(seconds=1.2),
    )


def _bare(loop: Loop) -> Loop:
    """Without the words in which it was written."""
    items = tuple(replace(each, loop=_bare(each.loop)) if isinstance(each, LoopItem) else each for each in loop.items)
    return replace(loop, items=items, listed=())


def test_a_folder_of_media_is_a_loop_in_natural_order(load: Change, folder: Path) -> None:
    lobby = folder / "media" / "lobby"
    lobby.mkdir()
    for name in ("clip 10.mp4", "clip 2.MOV", "a.jpg", ".hidden.mp4", "._clip 2.mov", "notes.txt"):
        (lobby / name).touch()
    loaded = load({"kiosk.yaml": KIOSK + "loop: media/lobby\n"})
    assert loaded.problems == []
    assert shown(loaded.exhibition).loop.items == (
        StillItem(lobby / "a.jpg", timedelta(seconds=8)),
        FileItem(lobby / "clip 2.MOV"),
        FileItem(lobby / "clip 10.mp4"),
    )


def test_a_strong_films_clip_in_a_folder_is_not_in_the_loop(load: Change, folder: Path) -> None:
    """Clips of ``homs``, which is strong, and of ``water``, which is not, and one of no film lie in one folder."""
    (folder / "media/clips/city.mp4").touch()
    loaded = load({"kiosk.yaml": KIOSK + "loop: media/clips\n"})
    assert [str(each) for each in loaded.problems] == [
        "kiosk.yaml:5:7  loop: media/clips/homs.mp4 belongs to a strong film and is left out. "
        "A loop file can name it all the same."
    ]
    assert [each.severity for each in loaded.problems] == ["notice"]
    files = [each.file.name for each in shown(loaded.exhibition).loop.items if isinstance(each, FileItem)]
    assert files == ["city.mp4", "water.mp4"]


def test_a_loop_file_can_name_a_strong_films_clip(load: Change, folder: Path) -> None:
    loaded = load({"playlists/loop.yaml": "items:\n  - excerpt: homs/opening\n  - file: clips/homs.mp4\n"})
    assert loaded.problems == []
    assert shown(loaded.exhibition).loop.items == (
        ExcerptItem("homs", "opening"),
        FileItem(folder / "media/clips/homs.mp4"),
    )


def test_a_clip_of_two_films_is_strong_only_if_both_are(load: Change, folder: Path) -> None:
    films = (folder / "playlists/films.yaml").read_text("utf-8").replace("clips/water.mp4", "clips/homs.mp4")
    loaded = load({"kiosk.yaml": KIOSK + "loop: media/clips\n", "playlists/films.yaml": films})
    assert loaded.problems == []
    assert len(shown(loaded.exhibition).loop.items) == 2


def test_the_panels_file_lies_over_the_installers(load: Change) -> None:
    loaded = load(
        {
            "kiosk.yaml": KIOSK + "screen: {inches: 43, rotate: 90}\nlanguages: [en, ar]\n",
            "kiosk.local.yaml": "screen: {inches: 55}\nlanguages: [ar, en]\n",
        }
    )
    exhibition = shown(loaded.exhibition)
    assert loaded.problems == []
    assert (exhibition.screen.inches, exhibition.screen.rotate, exhibition.languages) == (55.0, 90, ("ar", "en"))


def test_files_whose_change_means_reading_again(load: Change, folder: Path) -> None:
    films = (folder / "playlists/films.yaml").read_text("utf-8").replace("clips/water.mp4", "clips/later.mp4")
    assert load({"playlists/films.yaml": films}).files == (
        folder / "kiosk.yaml",
        folder / "kiosk.local.yaml",
        folder / "strings/en.yaml",
        folder / "strings/ar.yaml",
        folder / "playlists/films.yaml",
        folder / "playlists/loop.yaml",
        folder / "media/clips/later.mp4",
    )


def test_many_problems_are_cut_short(load: Change) -> None:
    keys = "".join(f"key{number}: 1\n" for number in range(300))
    problems = load({"kiosk.yaml": KIOSK + keys}).problems
    assert len(problems) == 201
    assert str(problems[-1]) == "kiosk.yaml:205:1  100 more problems from here on."


@pytest.mark.parametrize("written", ["kiosk.yaml", "no such folder", "media"])
def test_no_exhibition_there(folder: Path, written: str) -> None:
    loaded = load_exhibition(folder / written)
    assert loaded.exhibition is None
    assert [each.severity for each in loaded.problems] == ["fatal"]
