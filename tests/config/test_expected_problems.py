"""Folders of broken exhibitions, each with the very lines that ``kiosk check`` prints for it.

``tests/data/config/CASE`` holds what is different from ``good``; ``expected.txt`` was read by a person.
"""

from pathlib import Path

import pytest
from exhibition_folders import DATA, laid_out

from kiosk.config.load import load_exhibition
from kiosk.config.problems import listing

CASES = sorted(each.name for each in DATA.iterdir() if (each / "expected.txt").exists())

CLOSED = {
    "all-films-wrong",
    "binary-file",
    "empty-kiosk-file",
    "films-is-a-mapping",
    "list-instead-of-mapping",
    "missing-playlist",
    "no-kiosk-file",
    "playlist-not-there",
    "playlist-outside",
    "playlist-unreadable",
    "playlist-without-films",
    "single-text",
    "two-broken-films",
}
"""Where nothing is left that visitors could choose from; in all other cases the kiosk opens."""


def test_there_are_many_cases() -> None:
    assert len(CASES) >= 80


@pytest.mark.parametrize("case", CASES)
def test_says_what_is_expected(case: str, tmp_path: Path) -> None:
    loaded = load_exhibition(laid_out(case, tmp_path))
    assert listing(loaded.problems) == (DATA / case / "expected.txt").read_text("utf-8").splitlines()
    assert (loaded.exhibition is None) == (case in CLOSED)


def test_the_good_exhibition_has_no_problem(tmp_path: Path) -> None:
    assert load_exhibition(laid_out("good", tmp_path)).problems == []
