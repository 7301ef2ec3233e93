"""What of two items is seen during a crossfade, and how long it may take."""

import pytest

from kiosk.exhibition.crossfade import CUT, Crossfade, length


@pytest.mark.parametrize(
    ("now", "share"), [(9.0, 0.0), (10.0, 0.0), (10.3, 0.25), (10.6, 0.5), (11.2, 1.0), (99.0, 1.0)]
)
def test_what_comes_is_seen_by_the_clock(now: float, share: float) -> None:
    assert Crossfade(10.0, 1.2).share(now) == pytest.approx(share)


def test_after_a_cut_only_the_new_item_is_seen() -> None:
    assert CUT.share(0.0) == 1.0


@pytest.mark.parametrize(
    ("over", "items", "seconds"),
    [
        (1.2, (8.0, 6.0), 1.2),
        (1.2, (2.0, 6.0), 1.0),
        (1.2, (6.0, 0.5), 0.25),
        (1.2, (6.0, 0.3), 0.0),  # so short that it would not be seen
        (1.2, (0.0, 6.0), 1.2),  # a length that is not known
        (0.0, (6.0, 6.0), 0.0),
        (0.1, (6.0, 6.0), 0.0),
        (30.0, (10.0, 20.0), 5.0),
    ],
)
def test_it_takes_at_most_half_of_either_item(over: float, items: tuple[float, ...], seconds: float) -> None:
    assert length(over, *items) == seconds
