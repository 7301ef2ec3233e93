"""What the interface itself says, in one language: words, counted words, times and dates."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Literal

from kiosk.config.strings import load_strings
from kiosk.exhibition.exhibition import Words
from kiosk.exhibition.plurals import PLURAL_RULES
from kiosk.exhibition.text import Direction, Wording, language_direction
from kiosk.ui.text.bidi import isolate

FALLBACK = "en"
_WESTERN_DIGITS, _ARABIC, _PERSIAN = "0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"
_EASTERN_DIGITS = {"ar": _ARABIC, "ckb": _ARABIC, "fa": _PERSIAN, "ps": _PERSIAN, "ur": _PERSIAN}
_ALL_DIGITS = _WESTERN_DIGITS + _ARABIC + _PERSIAN
_NO_BREAK_SPACE = "\u00a0"


class Strings:
    """The interface in one language. What its file lacks is said in English rather than not at all.

    ``digits``: western or eastern; eastern ones are used only in languages that have them, such as Arabic and Sorani.
    ``own``: by language, the words that the exhibition says in its own way. LookupError if even English is missing.
    """

    def __init__(
        self,
        language: str,
        digits: Literal["western", "eastern"] = "western",
        load: Callable[[str], Words] = load_strings,
        own: Mapping[str, Words] | None = None,
    ) -> None:
        self.language = language
        self.direction: Direction = language_direction(language)
        eastern = _EASTERN_DIGITS.get(language.split("-")[0]) if digits == "eastern" else None
        self._digits_here = str.maketrans(_ALL_DIGITS, (eastern or _WESTERN_DIGITS) * 3)
        self._load, self._brought = load, own or {}
        self._fallback = self._words(FALLBACK)
        self._own = self._fallback if language == FALLBACK else self._words(language)

    def text(self, key: str, **values: str | int) -> Wording:
        """The words of that name, ``{value}``s filled in. KeyError if no language has them."""
        language = self.language if key in self._own else FALLBACK
        words = self._own.get(key) or self._fallback[key]
        shown = {name: self.number(value) if isinstance(value, int) else value for name, value in values.items()}
        return Wording(words.format_map(shown), language)

    def count(self, key: str, count: int) -> Wording:
        """A counted word in the form that its number takes: "Six films", "13 films", «دقيقتان»."""
        words = self._own if any(name.startswith(f"{key}.") for name in self._own) else self._fallback
        rule = PLURAL_RULES.get(words.get("plural_rule", ""), PLURAL_RULES["one-other"])
        forms = (f"{key}.{count}", f"{key}.{rule(count)}", f"{key}.other")
        found = next((words[form] for form in forms if form in words), None)
        if found is None:
            raise KeyError(f"no form of {key} for {count}")
        # A number and its word stay on one line.
        kept = found.replace("{count} ", "{count}" + _NO_BREAK_SPACE)
        return Wording(kept.format(count=self.number(count)), self.language if words is self._own else FALLBACK)

    def number(self, number: int) -> str:
        """A whole number in this language's digits, without separators."""
        return self._digits(str(number))

    def clock(self, length: timedelta | float) -> Wording:
        """A length or a place in a film: "1:48", "1:30:00". A float is seconds; parts of a second are left out."""
        seconds = max(0, int(length.total_seconds() if isinstance(length, timedelta) else length))
        hours, minutes = seconds // 3600, seconds // 60 % 60
        text = f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"
        return Wording(self._digits(text), self.language)

    def running_time(self, length: timedelta, *, short: bool = False) -> Wording:
        """The length of a film in minutes: "90 minutes", ``short`` "90 min"."""
        return self.count("minutes_short" if short else "minutes", round(length.total_seconds() / 60))

    def time_of_day(self, at: datetime) -> Wording:
        """A time of day: "19:00", in French « 19 h 00 »."""
        return self.text("time", hour=at.hour, minute=self._digits(f"{at.minute:02}"))

    def date(self, day: date, *, year: bool = False) -> Wording:
        """A day: "4 December", with its ``year`` "4 December 2026"."""
        month = self.text(f"month.{day.month}").text
        number = self.count("day", day.day).text
        words = self.text("date_with_year" if year else "date", day=number, month=month, year=day.year)
        return Wording(words.text.replace(" ", _NO_BREAK_SPACE), words.language)

    def moment(self, at: datetime, *, year: bool = False) -> Wording:
        """A day and time of day as visitors say it: "Friday 4 December, 19:00"."""
        day = self.count("day", at.day).text
        words = self.text(
            "moment_with_year" if year else "moment",
            weekday=self.text(f"weekday.{at.isoweekday()}").text,
            day=day,
            month=self.text(f"month.{at.month}").text,
            year=at.year,
            time=self.time_of_day(at).text,
        )
        return Wording(words.text.replace(f"{day} ", day + _NO_BREAK_SPACE, 1), words.language)

    def joined(self, parts: Iterable[Wording | None], joint: str | None = None) -> Wording:
        """Facts in one line, "Talal Derki · 2014 · 90 minutes"; missing ones are left out."""
        link = self.text("joint").text if joint is None else joint
        return Wording(link.join(self.within(part) for part in parts if part), self.language)

    def within(self, wording: Wording) -> str:
        """A text as part of a line in this language: isolated where it runs the other way, in the line's digits."""
        text = self.in_digits(wording).text
        return isolate(text) if wording.direction != self.direction else text

    def in_digits(self, wording: Wording) -> Wording:
        """An exhibition's text with the digits of this screen: never both kinds on one."""
        return Wording(self._digits(wording.text), wording.language)

    def language_name(self, language: str) -> Wording:
        """A language's own name for itself; its code where no strings file knows it."""
        words = self._own if language == self.language else self._words(language)
        return Wording(words.get("language_name", language), language)

    def _digits(self, text: str) -> str:
        return text.translate(self._digits_here)

    def _words(self, language: str) -> dict[str, str]:
        """What the kiosk's file says, and over it what the exhibition's says; nothing where there is neither."""
        try:
            words = dict(self._load(language))
        except LookupError:
            if language == FALLBACK:
                raise
            words = {}
        return _flat({**words, **self._brought.get(language, {})})


def _flat(words: Words) -> dict[str, str]:
    """Forms of counted words by dotted names, too."""
    flat: dict[str, str] = {}
    for name, value in words.items():
        if isinstance(value, str):
            flat[name] = value
        else:
            flat.update({f"{name}.{form}": text for form, text in value.items()})
    return flat
