"""The kiosk's own words."""

from pathlib import Path

import pytest

from kiosk.config import strings
from kiosk.config.reader import read_fields
from kiosk.config.strings import PLURAL_FORMS, available_languages, load_strings


def test_speaks_english_and_arabic() -> None:
    assert {"ar", "en"} <= set(available_languages())


def names(language: str) -> set[str]:
    """The names of all words, whichever plural forms the language has."""
    parts = (name.rpartition(".") for name in load_strings(language))
    return {before if last in PLURAL_FORMS else f"{before}.{last}" for before, _, last in parts}


@pytest.mark.parametrize("language", available_languages())
def test_every_language_says_the_same_things(language: str) -> None:
    assert names(language) == names("en")


def test_nested_names_and_plural_forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en.yaml").write_text("film:\n  watch: Watch\n  yes: No\nfilms: {one: 1 film, other: '{n} films'}\n")
    monkeypatch.setattr(strings, "FOLDER", tmp_path)
    assert load_strings("en") == {
        "film.watch": "Watch",
        "film.yes": "No",
        "films": {"one": "1 film", "other": "{n} films"},
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
