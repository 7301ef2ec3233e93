"""The kiosk's own words."""

from pathlib import Path

import pytest

from kiosk.config import strings
from kiosk.config.notebook import Notebook
from kiosk.config.own_strings import own_strings, placeholders
from kiosk.config.reader import read_fields
from kiosk.config.strings import PLURAL_FORMS, available_languages, load_strings
from kiosk.exhibition.plurals import PLURAL_RULES

TYPICAL = {
    "one-other": {1: "one", 2: "other"},
    "french": {1: "one", 2: "other"},
    "arabic": {1: "one", 2: "two", 3: "few", 11: "many", 100: "other"},
    "slavic": {1: "one", 2: "few", 5: "many"},
    "none": {1: "other"},
}


def test_speaks_four_languages() -> None:
    assert {"ar", "ckb", "en", "fr"} <= set(available_languages())


def names(language: str) -> set[str]:
    return set(load_strings(language))


@pytest.mark.parametrize("language", available_languages())
def test_every_language_says_the_same_things(language: str) -> None:
    lacking = sorted(names("en") - names(language))
    too_many = sorted(names(language) - names("en"))
    assert (lacking, too_many) == ([], []), f"{language}.yaml lacks {lacking} and has {too_many} that en.yaml has not"


@pytest.mark.parametrize("language", available_languages())
def test_every_language_fills_in_the_same_places(language: str) -> None:
    english = load_strings("en")
    for name, words in load_strings(language).items():
        if isinstance(words, str) and isinstance(english[name], str):
            assert set(placeholders(words) or ()) == set(placeholders(str(english[name])) or ()), name
        elif isinstance(words, dict):
            assert {each for text in words.values() for each in placeholders(text) or ()} == {"count"}, name


@pytest.mark.parametrize("language", available_languages())
def test_a_number_in_the_thousands_has_a_form_of_every_counted_word(language: str) -> None:
    for name, words in load_strings(language).items():
        if isinstance(words, dict):
            assert "{count}" in words["other"], name


def test_every_rule_is_known_by_its_typical_numbers() -> None:
    assert {name: {number: PLURAL_RULES[name](number) for number in typical} for name, typical in TYPICAL.items()} == (
        TYPICAL
    )
    assert set(PLURAL_RULES) == set(TYPICAL)


def test_french_keeps_spaces_before_its_double_marks() -> None:
    """A space that does not break before a colon, a narrow one before ? ! and ;."""
    for name, words in load_strings("fr").items():
        for text in words.values() if isinstance(words, dict) else (words,):
            for index, mark in enumerate(text):
                if mark in ";!?:" and name != "time":
                    assert text[index - 1] == ("\u00a0" if mark == ":" else "\u202f"), f"{name}: {text}"
            assert "'" not in text, f"{name}: {text}"


def test_sorani_uses_its_own_letters() -> None:
    """Letters that look like them but belong to Arabic or Persian are slips of the keyboard."""
    for name, words in load_strings("ckb").items():
        for text in words.values() if isinstance(words, dict) else (words,):
            assert not set(text) & set("يىكةهأإآؤ"), f"{name}: {text}"


def test_nested_names_and_plural_forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en.yaml").write_text(
        "film:\n  watch: Watch\n  yes: No\nday: {'1': Monday}\n"
        "films: {one: 1 film, '6': Six films, other: '{n} films'}\n"
    )
    monkeypatch.setattr(strings, "FOLDER", tmp_path)
    assert load_strings("en") == {
        "film.watch": "Watch",
        "film.yes": "No",
        "day.1": "Monday",
        "films": {"one": "1 film", "6": "Six films", "other": "{n} films"},
    }
    assert available_languages() == ("en",)
    assert {"one", "other"} <= PLURAL_FORMS


def test_a_language_that_is_not_there() -> None:
    with pytest.raises(LookupError, match=r"^xx\.yaml  is not there\.$"):
        load_strings("xx")


def test_reading_a_list(tmp_path: Path) -> None:
    (tmp_path / "en.yaml").write_text("- Watch\n")
    reading = read_fields(tmp_path / "en.yaml", "en.yaml", otherwise="")
    assert [str(each) for each in reading.problems] == ["en.yaml:1:1  must hold `key: value` lines, not a list."]


def test_a_language_that_an_exhibition_brings_along_says_what_it_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = tmp_path / "kiosk"
    kiosk.mkdir()
    (kiosk / "en.yaml").write_text("film: {watch: Watch, about: About}\nfilms: {other: '{count} films'}\n")
    (tmp_path / "strings").mkdir()
    (tmp_path / "strings" / "de.yaml").write_text("film: {about: Über den Film}\n")
    monkeypatch.setattr(strings, "FOLDER", kiosk)
    notebook = Notebook(tmp_path)
    assert own_strings(["en", "de"], notebook) == {"de": {"film.about": "Über den Film"}}
    assert [str(each) for each in notebook.in_order()] == [
        "strings/de.yaml:1:1  2 names are missing and said in English: film.watch, films."
    ]


def test_an_exhibition_says_single_words_its_own_way(tmp_path: Path) -> None:
    (tmp_path / "strings").mkdir()
    (tmp_path / "strings" / "en.yaml").write_text("films: {other: '{count} works'}\nfilm: {watch: Look}\n")
    notebook = Notebook(tmp_path)
    own = own_strings(["en", "ar"], notebook)
    assert own == {"en": {"films": {"other": "{count} works"}, "film.watch": "Look"}}
    assert notebook.problems == []
    assert [each.name for each in notebook.files] == ["en.yaml", "ar.yaml"]
