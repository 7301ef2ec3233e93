"""Lines in two scripts break and read as in Chromium, whose rules were tried by everybody who reads the web."""

import pytest

from tests.bidi.page import Entry, by_kiosk, entries
from tests.bidi.with_chromium import chromium, load, record

PAGE = entries()
MOST_DIFFERENT = 9
"""Lines that break elsewhere on purpose; this number may only shrink."""


def test_the_page_has_forty_lines_and_says_where_it_differs() -> None:
    assert len(PAGE) == len(load()) == 40
    assert sum(bool(each.differs) for each in PAGE) <= MOST_DIFFERENT


@pytest.mark.parametrize("entry", PAGE, ids=lambda entry: entry.text[:24])
def test_lines_break_as_in_chromium(entry: Entry) -> None:
    ours, theirs = by_kiosk(entry).breaks, load()[entry.text].breaks
    if entry.differs:
        assert ours != theirs, "it does not differ any more: take the reason out of lines.yaml"
    else:
        assert ours == theirs


@pytest.mark.parametrize("entry", PAGE, ids=lambda entry: entry.text[:24])
def test_lines_are_ordered_as_in_chromium(entry: Entry) -> None:
    assert by_kiosk(entry).order == load()[entry.text].order


@pytest.mark.soak
@pytest.mark.skipif(chromium() is None, reason="needs Chromium; the recorded page is compared everywhere")
def test_what_was_recorded_is_what_chromium_does() -> None:
    program = chromium()
    assert program is not None
    assert record(program, PAGE) == load()


def test_a_year_after_a_name_stays_on_its_side() -> None:
    order = by_kiosk(Entry("أخرجه Talal Derki, 2014")).order
    assert order == ("2014,TalalDerkiهجرخأ",)
