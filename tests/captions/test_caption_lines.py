"""Captions on two lines of 42 characters."""

import random

import pytest

from kiosk.captions.lines import characters, pages


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Short.", [["Short."]]),
        ("As it\nwas written.", [["As it", "was written."]]),
        ("- Who is there?\n- Me.", [["- Who is there?", "- Me."]]),
        (
            "The snipers decide which street can be crossed and which cannot.",
            [["The snipers decide which street", "can be crossed and which cannot."]],
        ),
        (
            "Somebody sings. Then everybody in the street sings.",
            [["Somebody sings.", "Then everybody in the street sings."]],
        ),
        ("One\ntwo\nthree", [["One two three"]]),
        ("- One of us,\n- two of us\n- and three of us.", [["- One of us,", "- two of us"], ["- and three of us."]]),
        (
            "He says that the city was besieged for more than a year, that there was little to eat, "
            "and that they sang all the same.",
            [
                ["He says that the city was", "besieged for more than a year,"],
                ["that there was little to eat,", "and that they sang all the same."],
            ],
        ),
        ("x" * 50, [["x" * 42, "x" * 8]]),
        (
            "كان الضوء يدخل صباحًا قبل أن يدخل الضجيج، وكانت الستارة تتنفّس معها.",
            [["كان الضوء يدخل صباحًا قبل أن يدخل الضجيج،", "وكانت الستارة تتنفّس معها."]],
        ),
    ],
)  # fmt: skip
def test_broken_where_it_reads_best(text: str, expected: list[list[str]]) -> None:
    assert [list(page.lines) for page in pages(text)] == expected


@pytest.mark.parametrize("columns", [16, 28, 42])
def test_nothing_is_left_out_and_no_line_is_too_long(columns: int) -> None:
    chance = random.Random(7)
    for _ in range(400):
        words = ["".join(chance.choices("abcdeفحصمن", k=chance.randint(1, 30))) for _ in range(chance.randint(1, 60))]
        text = chance.choice([" ", "\n"]).join(words)
        found = pages(text, columns)
        assert all(1 <= len(page.lines) <= 2 for page in found)
        assert max(characters(line) for page in found for line in page.lines) <= columns
        shown = "".join(line for page in found for line in page.lines)
        assert shown.replace(" ", "") == text.replace(" ", "").replace("\n", "")


@pytest.mark.parametrize(
    ("text", "wide"),
    [("abc", 3), ("شابّ", 3), ("صباحًا", 5), ("\u2068IDFA\u2069", 4), ("映画", 4), ("é", 1), ("e\u0301", 1)],
)
def test_marks_and_invisible_characters_take_no_room(text: str, wide: int) -> None:
    assert characters(text) == wide
