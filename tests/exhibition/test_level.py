"""How loud things are played, and when that is another loudness."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kiosk.exhibition.level import Level, Loudness, gain_db, played_volume, shortfall
from kiosk.exhibition.when import parse_when

BERLIN, BEIRUT, DUBAI = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Beirut"), ZoneInfo("Asia/Dubai")


def level(**hours: float | None) -> Level:
    """``_20_00_22_00=-33`` would be hard to read, so tests name the hours by a text in ``QUIET``."""
    return Level(-23.0, tuple((parse_when(QUIET[name]), value) for name, value in hours.items()))


QUIET = {
    "evening": "20:00-22:00",
    "friday": "fri 18:00-22:00",
    "night": "22:00-02:00",
    "eve": "2026-12-24",
    "gap": "02:30-04:00",
    "weekend": "sat-sun",
}


@pytest.mark.parametrize(
    ("loudness", "to", "own", "gain"),
    [
        (Loudness(-30.0, -12.0), -23.0, 0.0, 7.0),
        (Loudness(-14.0, -0.2), -23.0, 0.0, -9.0),
        (Loudness(-14.0, 0.4), -23.0, 0.0, -9.0),
        (Loudness(-23.0, -6.0), -23.0, -3.0, -3.0),
        (Loudness(-30.0, -4.0), -23.0, 0.0, 3.0),  # no further than to peaks of -1 dBTP
        (Loudness(-30.0, -0.5), -23.0, 0.0, 0.0),  # its own peaks are left as they are
        (Loudness(-60.0, -45.0), -23.0, 0.0, 20.0),
        (Loudness(-70.0, -70.0), -23.0, 0.0, 0.0),  # silence
        (Loudness(-70.0, -70.0), -23.0, -3.0, -3.0),
        (None, -23.0, 0.0, 0.0),  # not measured yet
        (None, -23.0, -3.0, -3.0),
        (None, -23.0, 6.0, 0.0),
        (Loudness(-30.0, -12.0), None, 0.0, 0.0),
        (Loudness(-30.0, -12.0), None, 6.0, 6.0),
        (Loudness(-30.0, -4.0), None, 6.0, 3.0),
    ],
)
def test_gains(loudness: Loudness | None, to: float | None, own: float, gain: float) -> None:
    assert gain_db(loudness, to, own) == pytest.approx(gain)


@pytest.mark.parametrize(
    ("volume", "gain", "played"),
    [(70, 0.0, 70), (0, 12.0, 0), (70, -9.0, 50), (100, 20.0, 215), (70, 6.0, 88), (30, -60.0, 3)],
)
def test_the_players_volume_is_cubic(volume: int, gain: float, played: int) -> None:
    assert played_volume(volume, gain) == played


@pytest.mark.parametrize(
    ("hours", "moment", "expected"),
    [
        ({}, "2026-11-22 20:00", -23.0),
        ({"evening": -33.0}, "2026-11-22 19:59", -23.0),
        ({"evening": -33.0}, "2026-11-22 20:00", -33.0),
        ({"evening": -33.0}, "2026-11-22 21:59", -33.0),
        ({"evening": -33.0}, "2026-11-22 22:00", -23.0),
        ({"night": -33.0}, "2026-11-23 01:59", -33.0),
        ({"night": -33.0}, "2026-11-23 02:00", -23.0),
        ({"friday": -28.0, "evening": -33.0}, "2026-11-27 20:30", -28.0),
        ({"evening": -33.0, "friday": -28.0}, "2026-11-27 20:30", -33.0),  # the first that fits
        ({"evening": -33.0, "friday": -28.0}, "2026-11-27 18:30", -28.0),
        ({"eve": None}, "2026-12-24 00:00", None),
    ],
)
def test_the_level_of_an_hour(hours: dict[str, float | None], moment: str, expected: float | None) -> None:
    assert level(**hours).at(datetime.fromisoformat(moment).replace(tzinfo=DUBAI)) == expected


@pytest.mark.parametrize(
    ("hours", "now", "zone", "change"),
    [
        ({"evening": -33.0}, "2026-11-22 10:00", DUBAI, "2026-11-22 20:00+04:00"),
        ({"evening": -33.0}, "2026-11-22 20:00", DUBAI, "2026-11-22 22:00+04:00"),
        ({"evening": -33.0}, "2026-11-22 22:00", DUBAI, "2026-11-23 20:00+04:00"),
        ({"night": -33.0}, "2026-11-23 00:30", DUBAI, "2026-11-23 02:00+04:00"),
        ({"night": -33.0}, "2026-12-31 23:30", DUBAI, "2027-01-01 02:00+04:00"),
        ({"evening": -33.0, "night": -33.0}, "2026-11-22 21:00", DUBAI, "2026-11-23 02:00+04:00"),
        ({"evening": -23.0}, "2026-11-22 10:00", DUBAI, None),  # it makes no difference
        ({"friday": -28.0}, "2026-11-27 22:00", DUBAI, "2026-12-04 18:00+04:00"),
        ({"weekend": -28.0}, "2026-11-29 12:00", DUBAI, "2026-11-30 00:00+04:00"),
        ({"eve": None}, "2026-11-22 10:00", DUBAI, "2026-12-24 00:00+04:00"),
        ({"eve": None}, "2026-12-24 10:00", DUBAI, "2026-12-25 00:00+04:00"),
        ({"eve": None}, "2026-12-25 10:00", DUBAI, None),
        # The night of 29 March 2026 has no 02:30 in Berlin; 25 October 2026 has two.
        ({"gap": -33.0}, "2026-03-29 01:00", BERLIN, "2026-03-29 03:00+02:00"),
        ({"gap": -33.0}, "2026-10-25 01:00", BERLIN, "2026-10-25 02:30+02:00"),
        ({"gap": -33.0}, "2026-10-25 02:45", BERLIN, "2026-10-25 02:00+01:00"),
        ({"gap": -33.0}, "2026-10-25 02:15+01:00", BERLIN, "2026-10-25 02:30+01:00"),
        ({"night": -33.0}, "2026-10-24 23:00", BERLIN, "2026-10-25 02:00+02:00"),
        # In Beirut the clocks skip the hour after midnight on 29 March 2026.
        ({"weekend": -28.0}, "2026-03-27 12:00", BEIRUT, "2026-03-28 00:00+02:00"),
        ({"weekend": -28.0}, "2026-03-28 12:00", BEIRUT, "2026-03-30 00:00+03:00"),
        ({"evening": -33.0}, "2026-03-29 10:00", BEIRUT, "2026-03-29 20:00+03:00"),
    ],
)
def test_when_the_level_changes_next(
    hours: dict[str, float | None], now: str, zone: ZoneInfo, change: str | None
) -> None:
    moment = datetime.fromisoformat(now)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    expected = datetime.fromisoformat(change) if change else None
    assert level(**hours).next_change(moment, zone) == expected


def test_between_two_changes_the_level_stays() -> None:
    """A year in steps of half an hour: every change was foreseen, and nothing was foreseen that is none."""
    table = level(friday=-28.0, night=-33.0, gap=None, eve=-40.0)
    now = datetime(2026, 1, 1, tzinfo=UTC)
    foreseen = table.next_change(now, BERLIN)
    before = table.at(now.astimezone(BERLIN))
    while now.year == 2026:
        now += timedelta(minutes=30)
        after = table.at(now.astimezone(BERLIN))
        assert (after != before) == (now == foreseen), now
        if after != before:
            before, foreseen = after, table.next_change(now, BERLIN)


@pytest.mark.parametrize(
    ("loudness", "own", "words"),
    [
        (Loudness(-23.5, -20.0), 0.0, None),
        (Loudness(-31.0, -4.0), 0.0, "stays 5.0 dB below -23 LUFS: louder, its peaks would be cut."),
        (Loudness(-31.0, -4.0), -6.0, None),
        (Loudness(-25.0, -4.0), 3.0, "stays 2.0 dB below -20 LUFS: louder, its peaks would be cut."),
        (Loudness(-50.0, -40.0), 0.0, "stays 7.0 dB below -23 LUFS: 20 dB is the most that is added."),
        (Loudness(-70.0, -90.0), 0.0, None),
    ],
)
def test_what_is_not_reached(loudness: Loudness, own: float, words: str | None) -> None:
    assert shortfall(loudness, -23.0, own) == words


def test_off_is_off_at_all_hours() -> None:
    assert Level(None).off
    assert not level().off
    assert not Level(None, ((parse_when("fri"), -30.0),)).off
