"""What the interface says, word for word."""

from datetime import datetime, timedelta

import pytest

from kiosk.config.strings import available_languages, load_strings
from kiosk.exhibition.plurals import PLURAL_RULES
from kiosk.exhibition.text import Wording
from kiosk.ui.strings import Strings
from kiosk.ui.text import Fonts

EN, AR, FR, CKB = Strings("en"), Strings("ar"), Strings("fr"), Strings("ckb")
EASTERN = Strings("ar", "eastern")
NBSP, NARROW = "\u00a0", "\u202f"


def flat(words: object) -> str:
    return " ".join(flat(each) for each in words.values()) if isinstance(words, dict) else str(words)


def test_words() -> None:
    assert EN.text("attract.touch") == Wording("Touch to explore", "en")
    assert AR.text("attract.touch") == Wording("المس الشاشة للاستكشاف", "ar")
    assert AR.text("film.watch_excerpt").text == "شاهد المقطع"
    assert EN.text("asking.question").text == "Are you still there?"
    assert EN.text("film.apology").text == "This excerpt cannot be shown at the moment. Please choose another."


def test_words_are_filled_in() -> None:
    assert EN.text("captions.chosen", language="English").text == "Subtitles: English"
    assert EN.text("go.page", page=2, pages=3).text == "2 of 3"
    assert EASTERN.text("go.page", page=2, pages=3).text == "٢ من ٣"
    assert AR.text("watching.back_ten", count=10).text == f"\u2066−10\u2069{NBSP}ث"


@pytest.mark.parametrize(
    ("count", "english", "arabic"),
    [
        (1, "One film", "فيلم واحد"),
        (2, "Two films", "فيلمان"),
        (6, "Six films", "ستة أفلام"),
        (12, "Twelve films", "اثنا عشر فيلمًا"),
        (13, f"13{NBSP}films", f"13{NBSP}فيلمًا"),
        (100, f"100{NBSP}films", f"100{NBSP}فيلم"),
        (103, f"103{NBSP}films", f"103{NBSP}أفلام"),
    ],
)
def test_films_are_counted_in_words_up_to_twelve(count: int, english: str, arabic: str) -> None:
    assert EN.count("films", count).text == english
    assert AR.count("films", count).text == arabic


@pytest.mark.parametrize(
    ("minutes", "long", "short", "arabic"),
    [
        (90, f"90{NBSP}minutes", f"90{NBSP}min", f"90{NBSP}دقيقة"),
        (1, f"1{NBSP}minute", f"1{NBSP}min", "دقيقة واحدة"),
        (2, f"2{NBSP}minutes", f"2{NBSP}min", "دقيقتان"),
        (7, f"7{NBSP}minutes", f"7{NBSP}min", f"7{NBSP}دقائق"),
        (102, f"102{NBSP}minutes", f"102{NBSP}min", f"102{NBSP}دقيقة"),
        (107, f"107{NBSP}minutes", f"107{NBSP}min", f"107{NBSP}دقائق"),
    ],
)
def test_running_times(minutes: int, long: str, short: str, arabic: str) -> None:
    length = timedelta(minutes=minutes)
    assert EN.running_time(length).text == long
    assert EN.running_time(length, short=True).text == short
    assert AR.running_time(length).text == arabic


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(108, "1:48"), (125.9, "2:05"), (0, "0:00"), (5400, "1:30:00"), (3725, "1:02:05"), (-3, "0:00")],
)
def test_lengths(seconds: float, expected: str) -> None:
    assert EN.clock(seconds).text == expected
    assert EN.clock(timedelta(seconds=seconds)).text == expected


def test_a_screening_as_visitors_say_it() -> None:
    at = datetime(2026, 12, 4, 19, 0)
    assert EN.moment(at).text == f"Friday 4{NBSP}December, 19:00"
    assert AR.moment(at).text == f"الجمعة 4{NBSP}ديسمبر، 19:00"
    assert EN.moment(at, year=True).text == f"Friday 4{NBSP}December 2026, 19:00"
    assert EN.moment(datetime(2026, 3, 1, 9, 5)).text == f"Sunday 1{NBSP}March, 9:05"


def test_eastern_digits_are_the_only_ones_where_they_are_chosen() -> None:
    assert EASTERN.clock(108).text == "١:٤٨"
    assert EASTERN.running_time(timedelta(minutes=90)).text == f"٩٠{NBSP}دقيقة"
    assert EASTERN.moment(datetime(2026, 12, 4, 19, 0)).text == f"الجمعة ٤{NBSP}ديسمبر، ١٩:٠٠"
    assert EASTERN.in_digits(Wording("سوريا 2011–2019", "ar")).text == "سوريا ٢٠١١–٢٠١٩"
    assert AR.in_digits(Wording("سوريا ٢٠١١", "ar")).text == "سوريا 2011"
    assert Strings("en", "eastern").clock(108).text == "1:48"


def test_facts_are_joined_and_foreign_ones_isolated() -> None:
    director, year = Wording("Talal Derki", "en"), Wording("2014", "ar")
    assert EN.joined([director, Wording("2014", "en"), None, Wording("", "en")]).text == "Talal Derki · 2014"
    line = AR.joined([director, year, AR.running_time(timedelta(minutes=90))])
    assert line.text == f"\u2068Talal Derki\u2069 · 2014 · 90{NBSP}دقيقة"
    assert (line.language, line.direction) == ("ar", "rtl")


def test_languages_are_called_by_their_own_names() -> None:
    assert EN.language_name("ar") == Wording("العربية", "ar")
    assert AR.language_name("en") == Wording("English", "en")
    assert EN.language_name("tlh") == Wording("tlh", "tlh")


def test_a_language_without_a_file_speaks_english_and_says_so() -> None:
    klingon = Strings("tlh")
    assert klingon.text("film.watch") == Wording("Watch", "en")
    assert klingon.count("films", 6) == Wording("Six films", "en")
    assert klingon.language_name("tlh") == Wording("tlh", "tlh")


def test_an_exhibition_can_say_words_its_own_way() -> None:
    own = {"en": {"film.watch": "Look", "films": {"other": "{count} works"}}, "tlh": {"language_name": "tlhIngan Hol"}}
    english, klingon = Strings("en", own=own), Strings("tlh", own=own)
    assert english.text("film.watch").text == "Look"
    assert english.count("films", 6).text == f"6{NBSP}works"
    assert klingon.text("film.watch") == Wording("Look", "en")
    assert english.language_name("tlh") == klingon.language_name("tlh") == Wording("tlhIngan Hol", "tlh")


def test_what_a_file_lacks_is_said_in_english() -> None:
    files = {"en": {"a": "A", "b": "B", "n": {"one": "{count} x", "other": "{count} xs"}}, "de": {"a": "Ä"}}
    german = Strings("de", load=files.__getitem__)
    assert (german.text("a"), german.text("b")) == (Wording("Ä", "de"), Wording("B", "en"))
    assert german.count("n", 1).text == f"1{NBSP}x"
    with pytest.raises(KeyError):
        german.text("c")


@pytest.mark.parametrize("language", available_languages())
def test_every_letter_of_the_interface_can_be_drawn(language: str) -> None:
    assert Fonts().missing(flat(load_strings(language))) == frozenset()
    assert Strings(language).count("films", 6).language == language


@pytest.mark.parametrize(
    ("count", "french", "sorani"),
    [
        (0, f"0{NBSP}minute", f"0{NBSP}خولەک"),
        (1, f"1{NBSP}minute", "یەک خولەک"),
        (2, f"2{NBSP}minutes", f"2{NBSP}خولەک"),
        (90, f"90{NBSP}minutes", f"90{NBSP}خولەک"),
    ],
)
def test_counting_in_french_and_sorani(count: int, french: str, sorani: str) -> None:
    assert FR.count("minutes", count).text == french
    assert CKB.count("minutes", count).text == sorani


def test_french_and_sorani() -> None:
    assert FR.text("asking.question").text == f"Êtes-vous toujours là{NARROW}?"
    assert FR.text("note.seen", what="des combats").text == f"Vous verrez{NBSP}: des combats"
    assert FR.count("films", 6).text == "Six films"
    assert CKB.text("attract.touch") == Wording("بۆ گەڕان دەست لە شاشەکە بدە", "ckb")
    assert CKB.count("films", 6).text == "شەش فیلم"
    assert (CKB.direction, FR.direction) == ("rtl", "ltr")
    assert [EN.language_name(each).text for each in ("fr", "ckb")] == ["Français", "کوردی"]


def test_dates_in_french_and_sorani() -> None:
    first, fourth = datetime(2026, 12, 1, 9, 5), datetime(2026, 12, 4, 19, 0)
    assert FR.moment(first).text == f"Mardi 1er{NBSP}décembre à 9{NBSP}h{NBSP}05"
    assert FR.moment(fourth, year=True).text == f"Vendredi 4{NBSP}décembre 2026 à 19{NBSP}h{NBSP}00"
    assert FR.time_of_day(fourth).text == f"19{NBSP}h{NBSP}00"
    assert CKB.moment(first).text == f"سێشەممە، 1ی{NBSP}کانوونی یەکەم، 9:05"
    assert CKB.moment(fourth, year=True).text == f"ھەینی، 4ی{NBSP}کانوونی یەکەمی 2026، 19:00"
    assert Strings("ckb", "eastern").moment(fourth).text == f"ھەینی، ٤ی{NBSP}کانوونی یەکەم، ١٩:٠٠"
    assert Strings("fa", "eastern").clock(108).text == "۱:۴۸"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("one-other", {0: "other", 1: "one", 2: "other", 21: "other"}),
        ("french", {0: "one", 1: "one", 2: "other"}),
        (
            "arabic",
            {
                0: "zero",
                1: "one",
                2: "two",
                3: "few",
                10: "few",
                11: "many",
                99: "many",
                100: "other",
                102: "other",
                103: "few",
            },
        ),
        ("slavic", {1: "one", 2: "few", 5: "many", 11: "many", 12: "many", 21: "one", 22: "few"}),
        ("none", {0: "other", 1: "other"}),
    ],
)
def test_plural_rules(rule: str, expected: dict[int, str]) -> None:
    assert {count: PLURAL_RULES[rule](count) for count in expected} == expected
