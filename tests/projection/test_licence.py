"""Which films may be played today, and how often they were."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.clock import FakeClock
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Excerpt, Film, Playlist, Rights
from kiosk.exhibition.hours import Hours
from kiosk.exhibition.loop import ExcerptItem
from kiosk.exhibition.text import Text
from kiosk.projection.licence import Licence
from kiosk.projection.plays import Plays

EVENING = datetime(2026, 12, 4, 19, 0, tzinfo=UTC)  # 23:00 in Dubai


def film(film_id: str, **rights: object) -> Film:
    return Film(film_id, Text({"": film_id}), rights=Rights(**rights), excerpts=(Excerpt("whole", Path("a.mp4")),))


FILMS = (
    film("free"),
    film("rare", plays_per_day=2),
    film("soon", begin=date(2026, 12, 5)),
    film("gone", until=date(2026, 12, 4)),
)


def licence(folder: Path, clock: FakeClock, mode: str = "kiosk", at: str = "/show") -> Licence:
    exhibition = Exhibition(
        Path(at),
        Text(),
        Path(at, "media"),
        mode=mode,  # type: ignore[arg-type]
        playlist=Playlist(films=FILMS),
        hours=Hours(zone=ZoneInfo("Asia/Dubai")),
    )
    return Licence(exhibition, Plays(folder / "plays.json"), clock)


def test_days_are_those_of_the_exhibitions_zone(tmp_path: Path) -> None:
    clock = FakeClock(EVENING)
    rights = licence(tmp_path, clock)
    assert rights.barred() == {"soon": "not-yet"}
    clock.advance(3599)
    assert rights.barred() == {"soon": "not-yet"}
    clock.advance(1)  # midnight in Dubai
    assert rights.barred() == {"gone": "over"}


def test_plays_are_counted_until_midnight_and_across_restarts(tmp_path: Path) -> None:
    clock = FakeClock(EVENING)
    rights = licence(tmp_path, clock)
    for film_id in ("rare", "free", "nobody"):
        rights.begun(film_id)
    assert "rare" not in rights.barred()
    licence(tmp_path, clock).begun("rare")
    again = licence(tmp_path, clock)
    assert again.barred()["rare"] == "spent"
    clock.advance(3600)
    assert "rare" not in again.barred()
    assert "rare" not in licence(tmp_path, clock, at="/another").barred()
    assert list(tmp_path.iterdir()) == [tmp_path / "plays.json"]


def test_without_limits_nothing_is_written(tmp_path: Path) -> None:
    licence(tmp_path, FakeClock(EVENING)).begun("free")
    assert list(tmp_path.iterdir()) == []


def test_a_screen_that_only_plays_its_loop_uses_all_plays(tmp_path: Path) -> None:
    clock = FakeClock(EVENING)
    item = ExcerptItem("rare", "whole")
    rights = licence(tmp_path, clock)
    rights.begun("rare")
    assert not rights.in_loop(item)
    assert licence(tmp_path, clock, "loop").in_loop(item)
    rights.begun("rare")
    assert not licence(tmp_path, clock, "loop").in_loop(item)


@pytest.mark.parametrize(
    "content",
    ["", "null", "{", '{"v": 2, "days": {}}', '{"v": 1, "days": []}', '{"v": 1, "days": {"today": {}}}', "\x00\xff"],
)
def test_a_damaged_file_counts_from_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "plays.json").write_text(content, encoding="latin-1")
    plays = Plays(tmp_path / "plays.json")
    day = date(2026, 12, 4)
    assert plays.count(day, "rare") == 0
    plays.add(day, "rare")
    assert Plays(tmp_path / "plays.json").count(day, "rare") == 1


def test_a_clock_that_was_wrong_for_a_while_makes_nothing_forgotten(tmp_path: Path) -> None:
    plays = Plays(tmp_path / "plays.json")
    plays.add(date(2026, 12, 4), "rare")
    plays.add(date(1970, 1, 1), "rare")
    assert plays.count(date(2026, 12, 4), "rare") == 1
    for day in range(5, 25):
        plays.add(date(2026, 12, day), "rare")
    again = Plays(tmp_path / "plays.json")
    assert [again.count(date(2026, 12, day), "rare") for day in (4, 16, 17, 24)] == [0, 0, 1, 1]


def test_a_folder_that_cannot_be_written_to_does_not_stop_a_film(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    plays = Plays(tmp_path / "file" / "plays.json")
    plays.add(date(2026, 12, 4), "rare")
    assert plays.count(date(2026, 12, 4), "rare") == 1
