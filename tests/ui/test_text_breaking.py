"""Where lines may end."""

import pytest

from kiosk.ui.text.breaking import paragraphs, pieces


def parts(text: str) -> list[str]:
    return [piece.text for piece in pieces(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Return to Homs", ["Return ", "to ", "Homs"]),
        ("Syria Self-Portrait", ["Syria ", "Self-", "Portrait"]),
        ("nineteen-year-old", ["nineteen-", "year-", "old"]),
        ("Waad al-Kateab", ["Waad ", "al-Kateab"]),
        ("2011-2019 and 2011–2019", ["2011-2019 ", "and ", "2011–2019"]),
        ("90\u00a0min long", ["90\u00a0min ", "long"]),
        ("a film of 90 min, on 35 mm.", ["a ", "film ", "of ", "90 min, ", "on ", "35 mm."]),
        ("in 2014 Minsk", ["in ", "2014 ", "Minsk"]),
        ("مدته ٩٠ دقيقة، ملوّن", ["مدته ", "٩٠ دقيقة، ", "ملوّن"]),
        ("على \u206835 mm\u2069 ملوّن", ["على ", "\u206835 mm\u2069 ", "ملوّن"]),
        ("song – and war", ["song – ", "and ", "war"]),
        ("at −10 degrees", ["at ", "−10 ", "degrees"]),
        ("at –10 degrees", ["at ", "–10 ", "degrees"]),
        ("before—after", ["before—", "after"]),
        ("Talal Derki · 2014", ["Talal ", "Derki · ", "2014"]),
        ("« le film » dit", ["« le ", "film » ", "dit"]),
        ("العودة إلى حمص، 2014", ["العودة ", "إلى ", "حمص، ", "2014"]),
        ("هل ما زلت هنا ؟", ["هل ", "ما ", "زلت ", "هنا ؟"]),
        ("ab\u00adcd", ["ab\u00ad", "cd"]),
        ("one\u200btwo", ["one\u200b", "two"]),
        ("", [""]),
    ],
)
def test_breaks(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_a_foreign_name_is_marked_where_it_could_be_divided() -> None:
    found = pieces("فيلم \u2068Talal Derki\u2069 جديد")
    assert [(piece.text, piece.isolated) for piece in found] == [
        ("فيلم ", False),
        ("\u2068Talal ", True),
        ("Derki\u2069 ", False),
        ("جديد", False),
    ]


def test_a_line_separator_ends_the_line() -> None:
    assert [(piece.text, piece.forced) for piece in pieces("one two\u2028three")] == [
        ("one ", False),
        ("two", True),
        ("three", False),
    ]


@pytest.mark.parametrize("text", ["a b-c d – e\u2068f g\u2069 h", "  x  ", "العودة - إلى", "-", "a-", "«»"])
def test_nothing_is_lost(text: str) -> None:
    assert "".join(parts(text)) == text


def test_empty_lines_divide_paragraphs_and_single_ones_do_not() -> None:
    assert paragraphs("One\ntwo.\r\n\r\n  Three\t four \n \n\nfive") == ["One two.", "Three four", "five"]
    assert paragraphs("\n\n") == []


def test_spaces_that_do_not_break_stay_and_control_characters_go() -> None:
    assert paragraphs("90\u00a0min\x07 long\ud800") == ["90\u00a0min long"]
