"""Exhibitions in three time zones, and a table of moments: what holds then, and when that changes next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Excerpt, Film, Playlist, Screening
from kiosk.exhibition.hours import Hours
from kiosk.exhibition.text import Text
from kiosk.exhibition.when import Span, parse_span

DUBAI, BERLIN, BEIRUT = ZoneInfo("Asia/Dubai"), ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Beirut")
NOTICE = timedelta(minutes=10)


def spans(*texts: str) -> tuple[Span, ...]:
    return tuple(parse_span(each) for each in texts)


def exhibition(hours: Hours, *films: Film) -> Exhibition:
    folder = Path("/exhibition")
    return Exhibition(folder, Text({"": "Cinema"}), folder / "media", playlist=Playlist(films=films), hours=hours)


def whole_film(film_id: str, at: str, zone: ZoneInfo, minutes: int = 90, place: str = "") -> Film:
    """A film that is there as a whole, with one screening."""
    begins = datetime.fromisoformat(at).replace(tzinfo=zone)
    return Film(
        film_id,
        Text({"": film_id}),
        running_time=timedelta(minutes=minutes),
        screenings=(Screening(begins, Text({"": place}) if place else Text({})),),
        excerpts=(
            Excerpt("trailer", Path("/exhibition/media/trailer.mp4"), kind="trailer"),
            Excerpt("whole", Path("/exhibition/media/whole.mp4"), kind="film"),
        ),
    )


# 30 November 2026 is a Monday, 2 December 2026 a Wednesday.
GALLERY = exhibition(
    Hours(
        weekly={
            **dict.fromkeys((0, 1, 2, 3), spans("10:00-20:00")),
            4: spans("10:00-12:00", "16:00-02:00"),
            5: spans("10:00-24:00"),
            6: spans("00:00-18:00"),
        },
        special={
            date(2026, 12, 2): (),
            date(2026, 12, 3): spans("10:00-16:00"),
            date(2026, 12, 31): spans("22:00-06:00"),
            date(2027, 1, 1): (),
        },
        zone=DUBAI,
    )
)

# The clock is put back on 25 October 2026 from 3:00 to 2:00, and forward on 28 March 2027 from 2:00 to 3:00.
NIGHTS = exhibition(Hours(weekly={5: spans("20:00-03:00"), 6: spans("10:00-18:00")}, zone=BERLIN))
GAP = exhibition(Hours(weekly={6: spans("02:15-02:45", "02:30-05:00")}, zone=BERLIN))
EARLY = exhibition(Hours(weekly={6: spans("02:00-02:30", "04:00-05:00")}, zone=BERLIN))

# The clock is put back on 25 October 2026 from 0:00 to 23:00 of the day before, and forward on 28 March 2027 from 0:00
# to 1:00: that midnight never comes.
LEVANT = exhibition(Hours(weekly={5: spans("10:00-24:00"), 6: spans("00:30-18:00")}, zone=BEIRUT))
MIDNIGHT = exhibition(Hours(weekly={5: spans("10:00-24:00")}, zone=BEIRUT))
LATE = exhibition(Hours(weekly={5: spans("10:00-23:30")}, zone=BEIRUT))

CINEMA = exhibition(
    Hours(weekly=dict.fromkeys(range(7), spans("10:00-20:00")), zone=DUBAI),
    whole_film("homs", "2026-12-04 15:00", DUBAI),
    whole_film("sama", "2026-12-04 21:00", DUBAI, minutes=60),
    whole_film("cave", "2026-12-04 12:00", DUBAI, place="Courtyard"),
)

Row = tuple[Exhibition, str, str, str]
"""An exhibition, a moment on its clock (or one of UTC, with a Z), what holds, and the next change on its clock.

What holds: ``open`` or ``shut``, then ``closes TIME`` while that is told, ``film→TIME`` until a film has to be over,
and the phase of a screening with its film.
"""

TABLE: Mapping[str, Row] = {
    # A week with a midday break and a night past midnight.
    "a minute before opening": (GALLERY, "2026-11-30 09:59", "shut", "2026-11-30 10:00"),
    "opening is included": (GALLERY, "2026-11-30 10:00", "open", "2026-11-30 19:50"),
    "the last minute without a notice": (GALLERY, "2026-11-30 19:49:59", "open", "2026-11-30 19:50"),
    "the notice": (GALLERY, "2026-11-30 19:50", "open closes 20:00", "2026-11-30 20:00"),
    "the last second": (GALLERY, "2026-11-30 19:59:59", "open closes 20:00", "2026-11-30 20:00"),
    "closing is excluded": (GALLERY, "2026-11-30 20:00", "shut film→20:05", "2026-11-30 20:05"),
    "the last films are over": (GALLERY, "2026-11-30 20:05", "shut", "2026-12-01 00:00"),
    "night": (GALLERY, "2026-12-01 00:00", "shut", "2026-12-01 10:00"),
    # Special days take the place of the weekly hours.
    "the evening before a closed day": (GALLERY, "2026-12-01 21:00", "shut", "2026-12-02 00:00"),
    "a closed Wednesday": (GALLERY, "2026-12-02 12:00", "shut", "2026-12-03 00:00"),
    "a short Thursday": (GALLERY, "2026-12-03 15:55", "open closes 16:00", "2026-12-03 16:00"),
    "after it": (GALLERY, "2026-12-03 16:02", "shut film→16:05", "2026-12-03 16:05"),
    "when Thursdays close otherwise": (GALLERY, "2026-12-03 19:55", "shut", "2026-12-04 00:00"),
    # Friday: a break, then past midnight.
    "Friday morning": (GALLERY, "2026-12-04 11:00", "open", "2026-12-04 11:50"),
    "the break": (GALLERY, "2026-12-04 13:00", "shut", "2026-12-04 16:00"),
    "Friday evening": (GALLERY, "2026-12-04 23:00", "open", "2026-12-05 00:00"),
    "midnight does not close": (GALLERY, "2026-12-05 00:00", "open", "2026-12-05 01:50"),
    "the night of Friday": (GALLERY, "2026-12-05 01:55", "open closes 02:00", "2026-12-05 02:00"),
    "after Friday's night": (GALLERY, "2026-12-05 02:00", "shut film→02:05", "2026-12-05 02:05"),
    # Saturday to midnight, Sunday from there: no closing between them.
    "Saturday before midnight": (GALLERY, "2026-12-05 23:55", "open", "2026-12-06 00:00"),
    "Sunday after midnight": (GALLERY, "2026-12-06 00:00", "open", "2026-12-06 17:50"),
    "Sunday evening": (GALLERY, "2026-12-06 18:00", "shut film→18:05", "2026-12-06 18:05"),
    # The end of a year.
    "the 31st is special by day": (GALLERY, "2026-12-31 12:00", "shut", "2026-12-31 22:00"),
    "the last minute of the year": (GALLERY, "2026-12-31 23:59", "open", "2027-01-01 00:00"),
    "the first of the next": (GALLERY, "2027-01-01 00:00", "open", "2027-01-01 05:50"),
    "its night is told to end": (GALLERY, "2027-01-01 05:59", "open closes 06:00", "2027-01-01 06:00"),
    "New Year's Day is closed": (GALLERY, "2027-01-01 06:00", "shut film→06:05", "2027-01-01 06:05"),
    "Friday's night is closed, too": (GALLERY, "2027-01-01 17:00", "shut", "2027-01-02 00:00"),
    "the Saturday after": (GALLERY, "2027-01-02 09:00", "shut", "2027-01-02 10:00"),
    # Berlin in autumn: the hour from two to three comes twice.
    "the evening of the long night": (NIGHTS, "2026-10-24 20:00", "open", "2026-10-25 00:00"),
    "two o'clock, summer": (NIGHTS, "2026-10-25 00:00Z", "open", "2026-10-25 02:50+01:00"),
    "half past two, summer": (NIGHTS, "2026-10-25 00:30Z", "open", "2026-10-25 02:50+01:00"),
    "ten to three, summer": (NIGHTS, "2026-10-25 00:50Z", "open", "2026-10-25 02:50+01:00"),
    "two o'clock, winter": (NIGHTS, "2026-10-25 01:00Z", "open", "2026-10-25 02:50+01:00"),
    "ten to three, winter": (NIGHTS, "2026-10-25 01:50Z", "open closes 03:00", "2026-10-25 03:00"),
    "three o'clock": (NIGHTS, "2026-10-25 02:00Z", "shut film→03:05", "2026-10-25 03:05"),
    # An end that comes twice is the first one.
    "half past two closes once": (EARLY, "2026-10-25 00:30Z", "shut film→02:35", "2026-10-25 02:35+02:00"),
    "and not again": (EARLY, "2026-10-25 01:15Z", "shut", "2026-10-25 04:00"),
    "it opened at the first two o'clock": (EARLY, "2026-10-25 00:00Z", "open", "2026-10-25 02:20+02:00"),
    "its notice is in the first hour": (EARLY, "2026-10-25 00:20Z", "open closes 02:30", "2026-10-25 02:30+02:00"),
    # Berlin in spring: the hour does not come at all.
    "ten to two": (NIGHTS, "2027-03-28 01:50", "open closes 03:00", "2027-03-28 03:00"),
    "twenty to two": (NIGHTS, "2027-03-28 01:40", "open", "2027-03-28 01:50"),
    "three o'clock follows two": (NIGHTS, "2027-03-28 03:00", "shut film→03:05", "2027-03-28 03:05"),
    "opening falls into the gap": (GAP, "2027-03-28 01:59", "shut", "2027-03-28 03:00"),
    "what begins in the gap begins after it": (GAP, "2027-03-28 03:00", "open", "2027-03-28 04:50"),
    "hours in the gap are none": (EARLY, "2027-03-28 03:00", "shut", "2027-03-28 04:00"),
    "and the next ones come": (EARLY, "2027-03-28 03:30", "shut", "2027-03-28 04:00"),
    "on other Sundays they are there": (EARLY, "2027-03-21 02:00", "open", "2027-03-21 02:20"),
    # Beirut in autumn: Saturday has 25 hours, the last one twice.
    "a quarter past eleven, summer": (LEVANT, "2026-10-24 20:15Z", "open", "2026-10-24 23:50+02:00"),
    "ten to midnight, summer": (LEVANT, "2026-10-24 20:50Z", "open", "2026-10-24 23:50+02:00"),
    "ten to midnight, winter": (LEVANT, "2026-10-24 21:50Z", "open closes 00:00", "2026-10-25 00:00"),
    "midnight at last": (LEVANT, "2026-10-24 22:00Z", "shut film→00:05", "2026-10-25 00:05"),
    "half past eleven, the first": (LATE, "2026-10-24 20:30Z", "shut film→23:35", "2026-10-24 23:35+03:00"),
    "half past eleven, the second": (LATE, "2026-10-24 21:30Z", "shut", "2026-10-25 00:00"),
    # Beirut in spring: there is no midnight, one o'clock follows the last minute of Saturday.
    "the last minute of Saturday": (LEVANT, "2027-03-27 23:59", "open", "2027-03-28 01:00"),
    "and closes there": (MIDNIGHT, "2027-03-27 23:59", "open closes 01:00", "2027-03-28 01:00"),
    "what opens at half past twelve opens at one": (LEVANT, "2027-03-28 01:00", "open", "2027-03-28 17:50"),
    "Sunday there": (LEVANT, "2027-03-28 18:00", "shut film→18:05", "2027-03-28 18:05"),
    # Screenings on this very screen.
    "a screening elsewhere is none": (CINEMA, "2026-12-04 12:00", "open", "2026-12-04 14:50"),
    "the announcement": (CINEMA, "2026-12-04 14:50", "open announced homs", "2026-12-04 14:55"),
    "the countdown": (CINEMA, "2026-12-04 14:55", "open foyer homs", "2026-12-04 14:59"),
    "the last minute": (CINEMA, "2026-12-04 14:59", "open film→15:00 last minute homs", "2026-12-04 15:00"),
    "it begins": (CINEMA, "2026-12-04 15:00", "open running homs", "2026-12-04 16:30"),
    "its last second": (CINEMA, "2026-12-04 16:29:59", "open running homs", "2026-12-04 16:30"),
    "it is over": (CINEMA, "2026-12-04 16:30", "open", "2026-12-04 19:50"),
    "closed before an evening screening": (CINEMA, "2026-12-04 20:30", "shut", "2026-12-04 20:50"),
    "announced to nobody": (CINEMA, "2026-12-04 20:50", "shut announced sama", "2026-12-04 20:55"),
    "the evening's countdown": (CINEMA, "2026-12-04 20:55", "shut foyer sama", "2026-12-04 20:59"),
    "the evening's film": (CINEMA, "2026-12-04 21:30", "shut running sama", "2026-12-04 22:00"),
    "and night again": (CINEMA, "2026-12-04 22:00", "shut", "2026-12-05 00:00"),
}


@dataclass(frozen=True, slots=True)
class Clockwork:
    """Reads and writes moments of an exhibition's clock."""

    exhibition: Exhibition

    @property
    def zone(self) -> ZoneInfo:
        zone = self.exhibition.hours.zone
        assert isinstance(zone, ZoneInfo)
        return zone

    def moment(self, text: str) -> datetime:
        if text.endswith("Z"):
            return datetime.fromisoformat(text.removesuffix("Z")).replace(tzinfo=UTC)
        read = datetime.fromisoformat(text)
        return read if read.tzinfo else read.replace(tzinfo=self.zone)

    def time(self, moment: datetime) -> str:
        return moment.astimezone(self.zone).strftime("%H:%M")
