"""Plain values stay as they were written, and every value knows its place."""

import pytest

from kiosk.config.compose import compose
from kiosk.config.source import Unreadable
from kiosk.config.tree import Fields, Mark, Scalar, find, laid_over, mark_of, written


def composed(text: str) -> Fields:
    said: list[str] = []
    root = compose(text, "kiosk.yaml", lambda mark, words: said.append(f"{mark.line}:{mark.column} {words}"))
    assert isinstance(root, Fields)
    assert said == []
    return root


@pytest.mark.parametrize(
    "plain",
    [
        "on",
        "off",
        "no",
        "yes",
        "1:48",
        "10:00",
        "2026-12-04",
        "2026-12-04 19:00",
        "0:12.5",
        "1_000",
        "0o17",
        "1e3",
        "~x",
    ],
)
def test_plain_words_stay_as_they_are(plain: str) -> None:
    assert find(composed(f"key: {plain}\n"), ("key",)) == Scalar(Mark("kiosk.yaml", 1, 6), plain)


@pytest.mark.parametrize(("plain", "empty"), [("", True), ("~", True), ("null", True), ('""', False), ("no", False)])
def test_nothing_is_nothing(plain: str, empty: bool) -> None:
    node = find(composed(f"key: {plain}\n"), ("key",))
    assert isinstance(node, Scalar)
    assert node.empty is empty


def test_places() -> None:
    root = composed("films:\n  - id: homs\n    title: {en: Return, ar: العودة}\n")
    assert mark_of(root, ("films", 0, "title", "ar")) == Mark("kiosk.yaml", 3, 29)
    assert mark_of(root, ("films", 0, "title", "ar"), of_key=True) == Mark("kiosk.yaml", 3, 25)
    assert mark_of(root, ("films", 0, "year")) == Mark("kiosk.yaml", 2, 5)


def test_aliases_are_written_out() -> None:
    root = composed("a: &words {en: Free}\nb: *words\n")
    assert find(root, ("b", "en")) == Scalar(Mark("kiosk.yaml", 1, 16), "Free")


def test_ten_million_values_from_one_line_are_refused_at_once() -> None:
    bomb = "a: &a [1,1,1,1,1,1,1,1,1,1]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 10)}]\n" for n in range(7)
    )
    with pytest.raises(Unreadable, match="holds more than 250,000 values once aliases are written out"):
        composed(bomb)


def test_written() -> None:
    assert written(("films", 1, "excerpts", 0, "file")) == "films[1].excerpts[0].file"
    assert written(()) == ""


def test_laid_over() -> None:
    base = composed("screen: {rotate: 90, inches: 24}\nlanguages: [en, ar]\n")
    merged = laid_over(base, composed("screen: {inches: 43}\nlanguages: [ar]\n"))
    assert find(merged, ("screen", "rotate")) == Scalar(Mark("kiosk.yaml", 1, 18), "90")
    assert find(merged, ("screen", "inches")) == Scalar(Mark("kiosk.yaml", 1, 18), "43")
    assert find(merged, ("languages", 1)) is None
    assert find(base, ("screen", "inches")) == Scalar(Mark("kiosk.yaml", 1, 30), "24")
