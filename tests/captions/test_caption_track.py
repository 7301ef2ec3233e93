"""What stands when: cues that follow, overlap, or are too long."""

import pytest

from kiosk.captions.cues import Cue
from kiosk.captions.track import Track

LONG = "He says that the city was besieged for more than a year, that there was little to eat, and that they sang."


def told(track: Track) -> list[tuple[float, float, str]]:
    """From when to when which lines stand, found as the screen finds it: from change to change."""
    found, moment = [], -1.0
    while (change := track.next_change(moment)) is not None:
        caption = track.at(change)
        if caption is not None:
            found.append((round(caption.start, 3), round(caption.end, 3), "/".join(caption.lines)))
        moment = change
    return found


@pytest.mark.parametrize(
    ("cues", "expected"),
    [
        ([], []),
        ([(1, 2, "A"), (3, 4, "B")], [(1, 2, "A"), (3, 4, "B")]),
        ([(3, 4, "B"), (1, 2, "A")], [(1, 2, "A"), (3, 4, "B")]),
        ([(1, 2, "A"), (2, 3, "B")], [(1, 2, "A"), (2, 3, "B")]),
        # one below the other, in order
        ([(1, 4, "A"), (2, 5, "B")], [(1, 2, "A"), (2, 4, "A/B"), (4, 5, "B")]),
        ([(1, 9, "A"), (2, 3, "B"), (4, 5, "C")],
         [(1, 2, "A"), (2, 3, "A/B"), (3, 4, "A"), (4, 5, "A/C"), (5, 9, "A")]),
        # no room: the newer one stands, the older one comes back if it has time left
        ([(1, 4, "A/a"), (2.5, 6, "B/b")], [(1, 2.5, "A/a"), (2.5, 6, "B/b")]),
        ([(0, 9, "Sample"), (2, 4, "B/b")], [(0, 2, "Sample"), (2, 4, "B/b"), (4, 9, "Sample")]),
        ([(1, 4, "A"), (2, 5, "B"), (3, 6, "C")], [(1, 2, "A"), (2, 3, "A/B"), (3, 5, "B/C"), (5, 6, "C")]),
        # at the same time, and no room: one after the other
        ([(1, 5, "Aaa/aaa"), (1, 5, "Bbb/bbb")], [(1, 5, "Aaa aaa/Bbb bbb")]),
        # a short overlap is a meeting
        ([(1, 2.1, "A"), (2, 3, "B")], [(1, 2, "A"), (2, 3, "B")]),
        # too long: shared out over its time
        ([(10, 20, LONG)], [(10, 15.1, "He says that the city was/besieged for more than a year,"),
                            (15.1, 20, "that there was little to eat,/and that they sang.")]),
        ([(1, 1, "A"), (2, 1, "B"), (3, 4, "")], []),
    ],
)  # fmt: skip
def test_what_stands_when(cues: list[tuple[float, float, str]], expected: list[tuple[float, float, str]]) -> None:
    track = Track(Cue(start, end, text.replace("/", "\n")) for start, end, text in cues)
    found = told(track)
    assert [(s, e, t) for s, e, t in found] == [
        (pytest.approx(s, abs=0.4), pytest.approx(e, abs=0.4), t) for s, e, t in expected
    ]


def test_a_caption_stands_from_its_first_moment_to_just_before_its_last() -> None:
    track = Track([Cue(1.0, 2.0, "A")])
    moments = {0.999: None, 1.0: ("A",), 1.999: ("A",), 2.0: None}
    assert {moment: (found := track.at(moment)) and found.lines for moment in moments} == moments
    assert (track.start, track.end, bool(track)) == (1.0, 2.0, True)


@pytest.mark.parametrize(
    ("start", "end", "says"), [(0, None, True), (0, 4, False), (4.5, 5, True), (7, None, False), (6.9, None, True)]
)
def test_whether_anything_is_said_in_a_stretch(start: float, end: float | None, says: bool) -> None:
    assert Track([Cue(4.0, 7.0, "A")]).says_anything(start, end) is says


def test_fewer_characters_make_more_captions() -> None:
    track = Track([Cue(0.0, 6.0, "The snipers decide which street can be crossed and which cannot.")])
    assert track.at(0.0, 42) == track.at(5.9, 42)
    narrow = [track.at(moment, 20) for moment in (0.0, 5.9)]
    assert [caption and caption.lines for caption in narrow] == [
        ("The snipers decide", "which street"),
        ("can be crossed", "and which cannot."),
    ]


def test_a_whole_film_under_one_standing_cue_is_set_out_in_time_and_memory() -> None:
    cues = [Cue(float(n), n + 0.9, f"Line {n}\nof many") for n in range(9_999)]
    track = Track([Cue(0.0, 10_000.0, "Sample"), *cues])
    caption = track.at(5_000.5)
    assert caption is not None
    assert caption.lines == ("Line 5000", "of many")
    gap = track.at(5_000.95)
    assert gap is not None
    assert gap.lines == ("Sample",)
