"""Pieces onto lines, with a measure of ten pixels a character."""

from kiosk.ui.text.breaking import pieces
from kiosk.ui.text.ellipsis import shortened
from kiosk.ui.text.fitting import fit


def measure(text: str) -> float:
    return 10.0 * sum(each not in "\u2066\u2067\u2068\u2069" for each in text)


def lines(text: str, width: float, *, even: bool = False) -> list[str]:
    return [line.text for line in fit(pieces(text), width, measure, even=even)]


def test_lines_are_filled() -> None:
    assert lines("the army closes the streets around Homs", 160) == ["the army closes", "the streets", "around Homs"]


def test_spaces_at_the_end_need_no_room() -> None:
    assert lines("abcd efgh", 40) == ["abcd", "efgh"]


def test_a_last_word_gets_company() -> None:
    assert lines("as song gives way to the war", 250) == ["as song gives way to", "the war"]


def test_titles_are_even() -> None:
    assert lines("Documentary Cinema, Syria 2011–2019", 260, even=True) == ["Documentary Cinema,", "Syria 2011–2019"]


def test_no_word_of_a_title_is_left_alone() -> None:
    found = lines("the tale of a very long journey home", 130, even=True)
    assert found == ["the tale of", "a very long", "journey home"]
    assert lines("abcdefgh ijk lmnopqrs tuv wxyz", 120, even=True) == ["abcdefgh", "ijk lmnopqrs", "tuv wxyz"]
    assert lines("to Constantinople", 140, even=True) == ["to", "Constantinople"]
    assert lines("one two\u2028three", 400, even=True) == ["one two", "three"]


def test_titles_are_divided_at_hyphens_only_when_they_must_be() -> None:
    assert lines("Silvered Water, Syria Self-Portrait", 270, even=True) == ["Silvered Water,", "Syria Self-Portrait"]
    assert lines("Self-Portrait", 100, even=True) == ["Self-", "Portrait"]


def test_a_short_foreign_name_stays_whole_and_a_long_one_may_be_divided() -> None:
    assert lines("فيلم من \u2068ab cd\u2069", 125) == ["فيلم من", "\u2068ab cd\u2069"]
    assert lines("فيلم \u2068abcdef ghijkl\u2069", 130) == ["فيلم \u2068abcdef", "ghijkl\u2069"]


def test_a_word_wider_than_the_column_is_divided_and_keeps_its_marks() -> None:
    assert lines("abcdefghij", 40) == ["abcd", "efgh", "ij"]
    assert lines("abcd\u0301efg", 45) == ["abc", "d\u0301ef", "g"]


def test_a_soft_hyphen_shows_only_where_it_is_used() -> None:
    assert lines("inter\u00adnational", 120) == ["inter-", "national"]


def test_a_forced_end() -> None:
    assert lines("one\u2028two three", 1000) == ["one", "two three"]


def test_a_cut_prefers_whole_words_and_never_divides_a_number() -> None:
    assert shortened("Talal Derki, Orwa", 160, measure) == "Talal Derki…"
    assert shortened("abcdefghijkl", 60, measure) == "abcde…"
    assert shortened("Mohammedabcdefg 2014", 180, measure) == "Mohammedabcdefg…"
    assert shortened("a 2014", 50, measure) == "a…"


def test_a_cut_closes_the_isolate_before_the_ellipsis() -> None:
    assert shortened("فيلم \u2068Talal Derki and others\u2069", 170, measure) == "فيلم \u2068Talal Derki\u2069…"
