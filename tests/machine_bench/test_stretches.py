"""Which stretches are measured, and the exhibition that is made of them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.bench.stretches import BACK_KEY, NEXT_KEY, measurable, stretches_of
from kiosk.exhibition.exhibition import Exhibition, Screen
from kiosk.exhibition.film import ContentNote, Excerpt, Film, Playlist, Rights
from kiosk.exhibition.hours import Hours
from kiosk.exhibition.loop import ExcerptItem, FileItem, Loop, LoopItem
from kiosk.exhibition.text import Text

MEDIA = Path("/show/media")
SECOND = timedelta(seconds=1)
FRIDAY = Loop((FileItem(MEDIA / "city.mov", start=10 * SECOND, end=50 * SECOND), FileItem(MEDIA / "homs.mp4")))
EXHIBITION = Exhibition(
    folder=Path("/show"),
    title=Text({"": "Films"}),
    media=MEDIA,
    mode="loop",
    screen=Screen(rotate=90),
    hours=Hours(weekly={0: ()}),
    keys={"a": "play"},
    playlist=Playlist(
        films=(
            Film(
                "homs",
                Text({"": "Homs"}),
                content_note=ContentNote(strong=True),
                rights=Rights(plays_per_day=1),
                excerpts=(
                    Excerpt("one", MEDIA / "homs.mp4", captions={"en": MEDIA / "homs.srt"}),
                    Excerpt("two", MEDIA / "homs.mp4", start=12 * SECOND, end=14 * SECOND),
                    Excerpt("signed", MEDIA / "homs.mp4", versions={"sign": MEDIA / "sign.mp4"}),
                ),
            ),
        )
    ),
    loop=Loop((ExcerptItem("homs", "one"), LoopItem(FRIDAY), ExcerptItem("homs", "two", start=13 * SECOND))),
)


def test_every_stretch_once() -> None:
    assert [(each.id, each.name, each.excerpt.start.seconds) for each in stretches_of(EXHIBITION)] == [
        ("bench-1", "homs.mp4", 0),
        ("bench-2", "homs.mp4", 12),
        ("bench-3", "sign.mp4", 0),
        ("bench-4", "city.mov", 10),
        ("bench-5", "homs.mp4", 13),
    ]


def test_the_exhibition_that_is_played() -> None:
    played = measurable(EXHIBITION, stretches_of(EXHIBITION), 4.0)
    excerpts = [film.excerpts[0] for film in played.playlist.films]
    assert [each.end for each in excerpts] == [4 * SECOND, 14 * SECOND, 4 * SECOND, 14 * SECOND, 14 * SECOND]
    assert excerpts[0].captions == {"en": MEDIA / "homs.srt"}
    assert [film.strong or film.rights != Rights() for film in played.playlist.films] == [False] * 5
    assert (played.mode, played.screen.rotate, played.folder) == ("kiosk", 90, Path("/show"))
    assert played.hours.is_open(datetime(2026, 11, 2, 3, 0, tzinfo=UTC))  # a Monday
    assert played.keys == {NEXT_KEY: "next", BACK_KEY: "back"}
    assert len(played.loop.items) == 5
