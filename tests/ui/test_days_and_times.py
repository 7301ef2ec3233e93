"""What a film's page and its card say about days and times, word for word."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pygame import Rect

from kiosk.exhibition.exhibition import Exhibition, Screen
from kiosk.exhibition.film import Excerpt, Film, Playlist, Rights, Screening
from kiosk.exhibition.hours import ALWAYS_OPEN, Hours
from kiosk.exhibition.rights import Barred
from kiosk.exhibition.text import Text
from kiosk.exhibition.when import parse_span
from kiosk.ui.scene import Scene
from kiosk.ui.screens import build_scene, scene_key
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.visit.places import Browse, FilmPage
from kiosk.visit.visit import Visit
from tests.ui.screenplay import sample, see, view_of

NBSP = "\u00a0"
DUBAI = ZoneInfo("Asia/Dubai")
COURTYARD = Text({"en": "Courtyard", "ar": "الفناء"})
FREE = Text({"en": "Free", "ar": "مجاني"})
EVENING = datetime(2026, 12, 4, 19, 0, tzinfo=DUBAI)
FRIDAY = Screening(EVENING, COURTYARD, FREE)
JANUARY = Screening(datetime(2027, 1, 15, 9, 30, tzinfo=DUBAI))
HOURS = Hours(dict.fromkeys(range(7), (parse_span("10:00-20:00"),)), zone=DUBAI)
ALWAYS = replace(ALWAYS_OPEN, zone=DUBAI)
SIZE = (1920, 1080)
ALL_RIGHTS = Rights()


def film(*screenings: Screening, rights: Rights = ALL_RIGHTS, excerpts: int = 2) -> Film:
    return Film(
        "homs",
        Text({"en": "Homs", "ar": "حمص"}),
        running_time=timedelta(minutes=90),
        rights=rights,
        screenings=screenings,
        excerpts=tuple(Excerpt(f"part-{number}", Path("a.mp4")) for number in range(excerpts)),
    )


def view(
    shown: Film,
    now: datetime,
    language: str = "en",
    *,
    hours: Hours = ALWAYS,
    seconds: float = 120.0,
    barred: Mapping[str, Barred] | None = None,
    reading: bool = False,
    cards: bool = False,
) -> View:
    exhibition = Exhibition(
        Path("/show"), Text(), Path("/show/media"), languages=("en", "ar"), playlist=Playlist(films=(shown,)),
        hours=hours,
    )  # fmt: skip
    place = Browse() if cards else FilmPage("homs", reading=reading)
    keys = [("homs", each.id) for each in shown.excerpts]
    barred = barred or {}
    return View(
        exhibition,
        Visit(language, 70, True, place),
        # As the machine's clock gives it: in a zone of its own.
        now.astimezone(timezone(timedelta(hours=-5))),
        durations=dict.fromkeys(keys, seconds),
        unavailable=frozenset(keys) if barred else frozenset(),
        barred=barred,
    )


def scene_of(shown: View) -> Scene:
    tools = Tools.for_screen(SIZE, shown.exhibition)
    try:
        return build_scene(shown, tools)
    finally:
        tools.close()


def words(shown: View) -> list[str]:
    """All that can be read on its scene."""
    scene = scene_of(shown)
    return [text.text for text in (*scene.texts, *(scene.scroll.texts if scene.scroll else ()))]


def targets(shown: View) -> set[str]:
    scene = scene_of(shown)
    return {each.name for each in (*scene.targets, *(scene.scroll.targets if scene.scroll else ()))}


@pytest.mark.parametrize(
    ("now", "language", "expected"),
    [
        ("2026-12-03 12:00", "en", [f"Next screening: Friday 4{NBSP}December, 19:00", "Courtyard · Free"]),
        ("2026-12-03 12:00", "ar", [f"العرض القادم: الجمعة 4{NBSP}ديسمبر، 19:00", "الفناء · مجاني"]),
        ("2026-12-04 12:00", "en", ["Next screening: Today, 19:00", "Courtyard · Free"]),
        ("2026-12-04 12:00", "ar", ["العرض القادم: اليوم، 19:00", "الفناء · مجاني"]),
        (
            "2026-12-04 19:00",
            "en",
            [
                "Showing now, until 20:30",
                "Courtyard · Free",
                f"Next screening: Friday 15{NBSP}January 2027, 9:30",
                "On this screen",
            ],
        ),
        (
            "2026-12-04 20:29",
            "ar",
            [
                "يُعرض الآن، حتى 20:30",
                "الفناء · مجاني",
                f"العرض القادم: الجمعة 15{NBSP}يناير 2027، 9:30",
                "على هذه الشاشة",
            ],
        ),
        ("2026-12-04 20:30", "en", [f"Next screening: Friday 15{NBSP}January 2027, 9:30", "On this screen"]),
        ("2027-01-15 11:00", "en", []),
    ],
)
def test_screenings_on_the_page(now: str, language: str, expected: list[str]) -> None:
    shown = view(film(JANUARY, FRIDAY), datetime.fromisoformat(now).replace(tzinfo=DUBAI), language)
    found = words(shown)
    rest = [each for each in found if each in expected or "creening" in each or "العرض" in each or "Showing" in each]
    assert rest == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            [
                "Screenings",
                "Showing now, until 20:30",
                "Courtyard · Free",
                f"Friday 15{NBSP}January 2027, 9:30",
                "On this screen",
            ],
        ),
        (
            "ar",
            [
                "العروض",
                "يُعرض الآن، حتى 20:30",
                "الفناء · مجاني",
                f"الجمعة 15{NBSP}يناير 2027، 9:30",
                "على هذه الشاشة",
            ],
        ),
    ],
)
def test_all_screenings_behind_read_more(language: str, expected: list[str]) -> None:
    past = Screening(EVENING - timedelta(days=7), COURTYARD)
    found = words(view(film(JANUARY, FRIDAY, past), EVENING, language, reading=True))
    assert found[found.index(expected[0]) :][: len(expected)] == expected


RIGHTS = Rights(date(2027, 1, 5), date(2027, 3, 31), 200)


@pytest.mark.parametrize(
    ("why", "language", "expected"),
    [
        ("not-yet", "en", f"The excerpts of this film can be watched here from 5{NBSP}January{NBSP}2027."),
        ("not-yet", "ar", f"يمكن مشاهدة مقاطع هذا الفيلم هنا ابتداءً من 5{NBSP}يناير{NBSP}2027."),
        ("over", "en", "The excerpts of this film are no longer shown here."),
        ("over", "ar", "لم تعد مقاطع هذا الفيلم تُعرض هنا."),
        (
            "spent",
            "en",
            "The excerpts of this film have been shown as often today as its rights allow. "
            "Please come again another day.",
        ),
        ("spent", "ar", "عُرضت مقاطع هذا الفيلم اليوم بقدر ما تسمح به حقوق العرض. نرجو العودة في يوم آخر."),
    ],
)
def test_the_page_says_kindly_what_the_rights_do_not_allow(why: Barred, language: str, expected: str) -> None:
    shown = view(film(rights=RIGHTS), EVENING, language, barred={"homs": why})
    assert expected in words(shown)
    assert not any(name.startswith("watch") for name in targets(shown))
    allowed = view(film(rights=RIGHTS), EVENING, language)
    assert expected not in words(allowed)
    assert "watch" in targets(allowed)


def test_a_film_without_excerpts_has_no_rights_to_speak_of() -> None:
    shown = view(film(rights=RIGHTS, excerpts=0), EVENING, barred={"homs": "over"})
    assert "The excerpts of this film are no longer shown here." not in words(shown)


HERE = Screening(EVENING + timedelta(minutes=30))


@pytest.mark.parametrize(
    ("minutes", "screenings", "language", "page", "card"),
    [
        (
            59,
            (),
            "en",
            "Longer than we are open today: we close at 20:00.",
            "Longer than we are open today",
        ),
        (59, (), "ar", f"أطول من الوقت المتبقّي اليوم: نغلق الساعة{NBSP}20:00.", "أطول من الوقت المتبقّي اليوم"),
        (
            29,
            (HERE,),
            "en",
            "A screening begins on this screen at 19:30, before this would end.",
            "Screening here at 19:30",
        ),
        (
            29,
            (HERE,),
            "ar",
            f"يبدأ عرض على هذه الشاشة الساعة{NBSP}19:30، قبل نهاية المشاهدة.",
            f"عرض هنا الساعة{NBSP}19:30",
        ),
        (57, (), "en", None, None),
        (59, (FRIDAY,), "en", "Longer than we are open today: we close at 20:00.", "Longer than we are open today"),
    ],
)
def test_what_would_last_too_long_says_so(
    minutes: int, screenings: tuple[Screening, ...], language: str, page: str | None, card: str | None
) -> None:
    now = EVENING + timedelta(minutes=minutes)
    shown = film(*screenings)
    said = {
        "page": words(view(shown, now, language, hours=HOURS)),
        "card": words(view(shown, now, language, hours=HOURS, cards=True)),
        "more": words(view(shown, now, language, hours=HOURS, reading=True)),
    }
    about_time = ("onger than", "begins on", "here at", "أطول", "يبدأ عرض", "عرض هنا")
    late = {name: [each for each in texts if any(part in each for part in about_time)] for name, texts in said.items()}
    assert late == {
        "page": [page] if page else [],
        "card": [card] if card else [],
        "more": [card] if card else [],  # beside the other excerpt
    }
    assert "watch" in targets(view(shown, now, language, hours=HOURS))


def test_a_length_that_is_not_known_says_nothing() -> None:
    late = view(film(), EVENING + timedelta(minutes=59), hours=HOURS, seconds=0.0)
    assert not any("onger" in each for each in words(late))


def test_a_screen_is_made_anew_when_what_it_says_about_time_changes() -> None:
    shown = film(FRIDAY)
    moments = [
        datetime(2026, 12, 3, 23, 59, tzinfo=DUBAI),  # Friday
        datetime(2026, 12, 4, 0, 0, tzinfo=DUBAI),  # today
        datetime(2026, 12, 4, 19, 0, tzinfo=DUBAI),  # now
        datetime(2026, 12, 4, 19, 59, tzinfo=DUBAI),  # no time any more
        datetime(2026, 12, 4, 20, 30, tzinfo=DUBAI),  # over, and closed
    ]
    first = view(shown, moments[0], hours=HOURS)
    keys = [scene_key(replace(first, now=moment)) for moment in moments]
    assert len(set(keys)) == 5
    assert scene_key(replace(first, now=datetime(2026, 12, 3, 20, 0, tzinfo=UTC))) == keys[1]
    assert scene_key(replace(first, now=moments[1] + timedelta(hours=9))) == keys[1]
    assert scene_key(replace(first, now=moments[1], barred={"homs": "spent"})) != keys[1]
    cards = view(shown, moments[2], hours=HOURS, cards=True)
    assert scene_key(cards) != scene_key(replace(cards, now=moments[3]))


@pytest.mark.parametrize("screen", ["browse", "film", "more", "note"])
def test_a_strong_film_without_a_still_shows_nothing_of_its_excerpts(screen: str, tmp_path: Path) -> None:
    """The same picture with the clip and without it."""
    pictures = []
    strong = replace(sample().playlist.films[0], still=None)
    assert strong.strong
    for file in (strong.excerpts[0].file, tmp_path / "absent.mp4"):
        shown = replace(strong, excerpts=(replace(strong.excerpts[0], file=file),))
        exhibition = replace(sample(), playlist=Playlist(films=(shown,)))
        pictures.append(see(view_of(exhibition, screen), (640, 360)).surface.get_buffer().raw)
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("inches", [8.0, 10.1, 13.3, 15.6])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_on_small_screens_what_has_no_room_beside_the_words_scrolls(inches: float, language: str) -> None:
    exhibition = replace(sample(), screen=replace(Screen(), inches=inches))
    scene = scene_of(view_of(exhibition, "film", language))
    glass = Rect(0, 0, *SIZE)
    for text in scene.texts:
        assert glass.contains(text.rect), text
        for target in scene.targets:
            assert target.rect.contains(text.rect.inflate(0, -4)) or not target.rect.colliderect(text.rect), text
    assert scene.scroll is not None
    everywhere = [*scene.texts, *scene.scroll.texts]
    assert [each for each in everywhere if each.text == "https://example.org/return-to-homs"]
