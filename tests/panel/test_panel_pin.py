"""The panel's PIN."""

import pytest

from kiosk.panel.pin import Unfit, digits_of, is_line, is_pin, line_of

SALT = b"0123456789abcdef"
LINE = "pbkdf2:sha256:1000:MDEyMzQ1Njc4OWFiY2RlZg==:e0FabL0K6PsF00R3qTB7K1DuSpBx6TdVYqmVc4fRBSY="


def test_the_line_for_a_pin() -> None:
    assert line_of("258013", SALT, 1000) == LINE


def test_a_line_by_default_asks_for_many_rounds() -> None:
    assert line_of("258013", SALT).startswith("pbkdf2:sha256:600000:")


@pytest.mark.parametrize("typed", ["258013", " 258013 ", "٢٥٨٠١٣", "۲۵۸۰۱۳"])
def test_the_right_pin_in_any_digits(typed: str) -> None:
    assert is_pin(typed, LINE)


@pytest.mark.parametrize("typed", ["258014", "25801", "2580130", "", "1111", "abcd", "258013x"])
def test_a_wrong_pin(typed: str) -> None:
    assert not is_pin(typed, LINE)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "pbkdf2:…",
        "pbkdf2:sha256:1:2:3",
        LINE.replace("sha256", "md5"),
        LINE.replace(":1000:", ":0:"),
        LINE.replace(":1000:", ":-5:"),
        LINE.replace(":1000:", ":99999999:"),
        LINE[:-6],
        f"{LINE}:",
    ],
)
def test_a_line_that_is_none_opens_nothing(line: str) -> None:
    assert not is_line(line)
    assert not is_pin("258013", line)


def test_the_line_is_one() -> None:
    assert is_line(LINE)


@pytest.mark.parametrize("typed", ["123", "1234567890123", "12a4", "", "½⅓12", "12 34"])
def test_what_is_no_pin(typed: str) -> None:
    with pytest.raises(Unfit, match="A PIN has 4 to 12 digits and nothing else"):
        digits_of(typed)


@pytest.mark.parametrize("typed", ["0000", "123456", "9876", "٤٤٤٤"])
def test_what_anybody_would_try(typed: str) -> None:
    with pytest.raises(Unfit, match="the first that anybody would try"):
        digits_of(typed)
