"""A loop that goes on for hours."""

import pytest

from tests.bench import endurance


@pytest.mark.soak
@pytest.mark.screen
@pytest.mark.vlc
def test_a_thousand_changeovers_leave_no_mark_and_take_no_memory() -> None:
    verdicts = [verdict for section in endurance.run() for verdict in section.verdicts]
    assert [(each.bar, each.reached) for each in verdicts] == [
        ("the first 50: no mark", True),
        ("the others: no mark", True),
        ("memory within 3 %", True),
    ], verdicts
