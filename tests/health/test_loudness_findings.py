"""What visitors will hear of the films, word for word as ``kiosk check`` tells it."""

from datetime import timedelta
from pathlib import Path

from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Excerpt, Film, Playlist
from kiosk.exhibition.level import Loudness
from kiosk.exhibition.loop import FileItem, Loop, LoopItem
from kiosk.exhibition.text import Text
from kiosk.health.loudness import Heard, Listened, listened, loudness_findings

CLIPS = Path("/show/media/clips")
FILM = Film(
    "homs",
    Text(),
    excerpts=(
        Excerpt("whole", CLIPS / "homs.mp4", versions={"sign": CLIPS / "signed.mp4"}),
        Excerpt("song", CLIPS / "homs.mp4", start=timedelta(seconds=12), end=timedelta(seconds=120), gain_db=-3.0),
        Excerpt("again", CLIPS / "homs.mp4", start=timedelta(seconds=12), end=timedelta(seconds=120), gain_db=-3.0),
        Excerpt("rest", CLIPS / "homs.mp4", start=timedelta(seconds=120)),
    ),
)
CITY = FileItem(CLIPS / "city.mp4", end=timedelta(seconds=50))
SHOW = Exhibition(
    Path("/show"),
    Text(),
    Path("/show/media"),
    playlist=Playlist(films=(FILM,)),
    loop=Loop((LoopItem(Loop((CITY,))), CITY)),
)


def lines(measured: dict[tuple[str, float], Loudness | str], *, all_of_it: bool = False) -> list[str]:
    heard = Heard(lambda each: measured.get((each.file.name, each.start)), all_of_it)
    return [f"{each.severity} {each}" for each in loudness_findings(SHOW, heard)]


def test_every_stretch_that_may_be_heard_counts_once() -> None:
    assert list(listened(SHOW)) == [
        Listened(CLIPS / "homs.mp4"),
        Listened(CLIPS / "signed.mp4"),
        Listened(CLIPS / "homs.mp4", 12.0, 120.0, -3.0),
        Listened(CLIPS / "homs.mp4", 120.0),
        Listened(CLIPS / "city.mp4", 0.0, 50.0),
    ]


def test_nothing_is_said_of_what_is_as_it_should_be_or_not_measured() -> None:
    assert lines({("homs.mp4", 0.0): Loudness(-20.0, -3.0)}) == []


def test_what_is_worth_knowing() -> None:
    measured: dict[tuple[str, float], Loudness | str] = {
        ("homs.mp4", 0.0): Loudness(-14.0, 0.3),
        ("homs.mp4", 12.0): Loudness(-40.0, -9.0),
        ("homs.mp4", 120.0): "has sound that cannot be measured",
        ("signed.mp4", 0.0): Loudness(-70.0, -120.0),
        ("city.mp4", 0.0): Loudness(-50.0, -35.0),
    }
    assert lines(measured) == [
        "notice media/clips/homs.mp4  peaks at 0.3 dBTP. Above -1 dBTP sound may be cut, and crackle.",
        "notice media/clips/signed.mp4  has a sound track in which nothing is heard.",
        "notice media/clips/homs.mp4  0:12-2:00: stays 6.0 dB below -26 LUFS: louder, its peaks would be cut.",
        "notice media/clips/homs.mp4  2:00-end: has sound that cannot be measured.",
        "notice media/clips/city.mp4  0:00-0:50: stays 7.0 dB below -23 LUFS: 20 dB is the most that is added.",
    ]


def test_all_of_it() -> None:
    assert lines({("homs.mp4", 120.0): Loudness(-22.04, -3.08)}, all_of_it=True) == [
        "notice media/clips/homs.mp4  2:00-end: has a loudness of -22.0 LUFS and peaks at -3.1 dBTP."
    ]
