"""What becomes of a finger: a tap, a scroll, a drag, or nothing."""

import random

import pytest

from kiosk.ui.touch import (
    Cancelled,
    Contact,
    ContactKind,
    Down,
    DragTo,
    DropAt,
    Fling,
    Gesture,
    Hit,
    Point,
    ScrollBy,
    Tap,
    TouchLimits,
    TouchReader,
)

SLOP = 10.0

RECTANGLES: dict[str, tuple[int, int, int, int]] = {
    # A small screen: buttons at the top, a scroll area with cards below 200, a scrubber at the bottom
    "back": (0, 0, 100, 100),
    "language": (200, 0, 300, 100),
    "volume-up": (400, 0, 500, 100),
    "card:homs": (0, 200, 100, 300),
    "card:sama": (100, 200, 200, 300),
    "scrub": (0, 600, 500, 640),
}


def hit(point: Point) -> Hit | None:
    x, y = point
    scrolls = 200 <= y < 500
    for name, (left, top, right, bottom) in RECTANGLES.items():
        if left <= x < right and top <= y < bottom:
            return Hit(name, "scrub" if name == "scrub" else "tap", scrolls)
    return Hit(scrolls=True) if scrolls else None


class Glass:
    """A screen under a test's fingers. Moments are milliseconds."""

    def __init__(self) -> None:
        self.reader = TouchReader(hit, TouchLimits(slop=SLOP))

    def down(self, at: int, x: float, y: float, finger: int = 0) -> list[Gesture]:
        return self._feed("down", at, x, y, finger)

    def move(self, at: int, x: float, y: float, finger: int = 0) -> list[Gesture]:
        return self._feed("move", at, x, y, finger)

    def up(self, at: int, x: float, y: float, finger: int = 0) -> list[Gesture]:
        return self._feed("up", at, x, y, finger)

    def tap(self, at: int, x: float, y: float, lasting: int = 60) -> list[Gesture]:
        return [*self.down(at, x, y), *self.up(at + lasting, x, y)]

    def _feed(self, kind: ContactKind, at: int, x: float, y: float, finger: int) -> list[Gesture]:
        return self.reader.feed(Contact(kind, finger, x, y, 1000.0 + at / 1000))


@pytest.fixture
def glass() -> Glass:
    return Glass()


def test_a_tap_acts_when_the_finger_is_lifted(glass: Glass) -> None:
    assert glass.down(0, 50, 50) == [Down((50, 50), "back")]
    assert glass.move(30, 55, 52) == []
    assert glass.up(60, 60, 55) == [Tap("back", (60, 55))]


def test_leaving_the_target_cancels_and_coming_back_does_not_revive(glass: Glass) -> None:
    assert glass.down(0, 50, 50) == [Down((50, 50), "back")]
    assert glass.move(50, 150, 50) == [Cancelled("back")]
    assert glass.move(100, 50, 50) == []
    assert glass.up(150, 50, 50) == []


def test_lifting_outside_cancels(glass: Glass) -> None:
    glass.down(0, 50, 50)
    assert glass.up(100, 150, 50) == [Cancelled("back")]


def test_sliding_onto_another_target_does_not_tap_it(glass: Glass) -> None:
    glass.down(0, 50, 50)
    assert glass.move(50, 250, 50) == [Cancelled("back")]
    assert glass.up(100, 250, 50) == []
    assert glass.down(1000, 150, 50) == [Down((150, 50), None)]
    assert glass.up(1100, 250, 50) == []


def test_a_bare_place_is_touched_but_not_tapped(glass: Glass) -> None:
    assert glass.tap(0, 150, 50) == [Down((150, 50), None)]


def test_a_trembling_finger_still_taps_a_card(glass: Glass) -> None:
    glass.down(0, 50, 250)
    assert glass.move(40, 50, 260) == []
    assert glass.up(80, 50, 260) == [Tap("card:homs", (50, 260))]


def test_a_scroll_taps_nothing(glass: Glass) -> None:
    glass.down(0, 50, 250)
    assert glass.move(20, 50, 270) == [Cancelled("card:homs"), ScrollBy(0.0, 10.0)]
    assert glass.move(40, 52, 285) == [ScrollBy(2, 15)]
    assert glass.move(60, 50, 250) == [ScrollBy(-2, -35)]
    assert [type(each) for each in glass.up(80, 50, 250)] == [ScrollBy, Fling]


def test_a_scroll_may_begin_between_the_cards(glass: Glass) -> None:
    assert glass.down(0, 300, 400) == [Down((300, 400), None)]
    assert glass.move(20, 300, 380) == [ScrollBy(0.0, -10.0)]


def test_a_finger_that_left_its_card_may_still_scroll(glass: Glass) -> None:
    glass.down(0, 99, 250)
    assert glass.move(20, 103, 250) == [Cancelled("card:homs")]
    assert glass.move(40, 99, 270) == [ScrollBy(0.0, 10.0)]


def test_nothing_scrolls_outside_a_scroll_area(glass: Glass) -> None:
    glass.down(0, 10, 10)
    assert glass.move(50, 90, 90) == []
    assert glass.up(100, 90, 90) == [Tap("back", (90, 90))]


def test_a_fling_is_as_fast_as_the_last_moments(glass: Glass) -> None:
    glass.down(0, 300, 480)
    for at, y in ((100, 470), (200, 460), (220, 440), (240, 420), (260, 400)):
        glass.move(at, 300, y)
    *_, fling = glass.up(280, 300, 380)
    assert isinstance(fling, Fling)
    assert fling.vx == 0.0
    assert fling.vy == pytest.approx(-1000.0)


def test_a_finger_that_came_to_rest_does_not_fling(glass: Glass) -> None:
    glass.down(0, 300, 480)
    glass.move(20, 300, 440)
    glass.move(40, 300, 400)
    assert glass.up(200, 300, 400) == [ScrollBy(0, 0), Fling(0.0, 0.0)]


def test_the_same_control_does_not_answer_twice_at_once(glass: Glass) -> None:
    assert glass.tap(0, 250, 50)[-1] == Tap("language", (250, 50))
    assert glass.tap(200, 250, 50) == [Down((250, 50), "language"), Cancelled("language")]
    assert glass.tap(349, 250, 50) == [Down((250, 50), "language"), Cancelled("language")]
    assert glass.tap(350, 250, 50)[-1] == Tap("language", (250, 50))


def test_another_control_answers_at_once(glass: Glass) -> None:
    glass.tap(0, 250, 50)
    assert glass.tap(100, 50, 50)[-1] == Tap("back", (50, 50))
    assert glass.tap(200, 250, 50)[-1] == Cancelled("language")


def test_some_controls_are_meant_to_be_tapped_repeatedly(glass: Glass) -> None:
    taps = [glass.tap(at, 450, 50)[-1] for at in (0, 120, 240)]
    assert taps == [Tap("volume-up", (450, 50))] * 3


def test_a_contact_that_is_too_short_does_nothing(glass: Glass) -> None:
    assert glass.tap(0, 50, 50, lasting=29) == [Down((50, 50), "back"), Cancelled("back")]
    assert glass.tap(100, 50, 50, lasting=31)[-1] == Tap("back", (50, 50))


def test_a_second_finger_changes_nothing(glass: Glass) -> None:
    glass.down(0, 50, 50, finger=1)
    assert glass.down(20, 250, 50, finger=2) == []
    assert glass.move(40, 450, 50, finger=2) == []
    assert glass.up(60, 250, 50, finger=2) == []
    assert glass.up(80, 50, 50, finger=1) == [Tap("back", (50, 50))]


def test_a_hand_that_rests_on_the_edge_does_not_stop_the_other(glass: Glass) -> None:
    glass.down(0, 50, 50, finger=1)
    glass.down(20, 150, 150, finger=2)
    glass.up(80, 50, 50, finger=1)
    assert glass.down(1000, 250, 50, finger=3) == [Down((250, 50), "language")]
    assert glass.up(1100, 250, 50, finger=3) == [Tap("language", (250, 50))]


def test_a_third_finger_ends_everything_until_the_glass_is_clear(glass: Glass) -> None:
    glass.down(0, 50, 50, finger=1)
    glass.down(20, 250, 50, finger=2)
    assert glass.down(40, 450, 50, finger=3) == [Cancelled("back")]
    assert glass.up(60, 50, 50, finger=1) == []
    assert glass.up(80, 250, 50, finger=2) == []
    assert glass.down(100, 250, 50, finger=4) == []
    assert glass.up(180, 250, 50, finger=4) == []
    assert glass.up(200, 450, 50, finger=3) == []
    assert glass.tap(400, 50, 50)[-1] == Tap("back", (50, 50))


def test_a_third_finger_lets_go_of_a_scroll(glass: Glass) -> None:
    glass.down(0, 50, 250, finger=1)
    glass.move(20, 50, 290, finger=1)
    glass.down(40, 250, 50, finger=2)
    assert glass.down(60, 450, 50, finger=3) == [Fling(0.0, 0.0)]
    assert glass.move(80, 50, 270, finger=1) == []


def test_a_scrubber_follows_the_finger_anywhere(glass: Glass) -> None:
    assert glass.down(0, 100, 620) == [Down((100, 620), "scrub"), DragTo("scrub", (100, 620))]
    assert glass.move(20, 300, 500) == [DragTo("scrub", (300, 500))]
    assert glass.move(40, 900, 50) == [DragTo("scrub", (900, 50))]
    assert glass.up(60, 400, 50) == [DropAt("scrub", (400, 50))]


def test_a_scrubber_is_let_go_where_it_was_if_nobody_meant_it(glass: Glass) -> None:
    glass.down(0, 100, 620)
    assert glass.up(20, 100, 620) == [Cancelled("scrub")]


def test_a_third_finger_lets_go_of_a_scrubber(glass: Glass) -> None:
    glass.down(0, 100, 620, finger=1)
    glass.down(20, 250, 50, finger=2)
    assert glass.down(40, 450, 50, finger=3) == [Cancelled("scrub")]
    assert glass.up(60, 300, 620, finger=1) == []


@pytest.mark.parametrize("start", [(50, 50), (50, 250), (100, 620), (300, 400)])
def test_a_swallowed_touch_does_nothing_until_it_is_lifted(glass: Glass, start: Point) -> None:
    glass.down(0, *start)
    glass.reader.swallow()
    assert glass.move(50, start[0], start[1] + 45) == []
    assert glass.move(60, *start) == []
    assert glass.up(100, *start) == []
    assert glass.tap(300, 50, 50)[-1] == Tap("back", (50, 50))


def test_swallowing_without_a_finger_means_nothing(glass: Glass) -> None:
    glass.reader.swallow()
    assert glass.tap(0, 50, 50)[-1] == Tap("back", (50, 50))


def test_a_finger_that_never_came_down_is_ignored(glass: Glass) -> None:
    assert glass.move(0, 50, 50) == []
    assert glass.up(20, 50, 50) == []


def test_a_finger_that_comes_down_twice_was_lifted_in_between(glass: Glass) -> None:
    glass.down(0, 50, 50)
    assert glass.down(500, 250, 50) == [Cancelled("back"), Down((250, 50), "language")]
    assert glass.up(600, 250, 50) == [Tap("language", (250, 50))]


def test_fingers_whose_end_got_lost_do_not_make_the_kiosk_deaf(glass: Glass) -> None:
    for finger in (1, 2, 3):
        glass.down(0, 50, 50, finger)
    assert glass.down(20_000, 50, 50, finger=4) == []
    glass.up(20_060, 50, 50, finger=4)
    assert glass.down(20_100, 50, 50, finger=5) == [Down((50, 50), "back")]
    assert glass.up(20_160, 50, 50, finger=5) == [Tap("back", (50, 50))]


def test_whatever_fingers_do_every_beginning_has_one_end(glass: Glass) -> None:
    chance = random.Random(7)
    held: str | None = None
    scrolling = False
    seen: set[str] = set()
    at = 0
    for _ in range(20_000):
        at += chance.choice((0, 8, 16, 40, 400))
        act = chance.choice((glass.down, glass.move, glass.move, glass.up))
        point = chance.choice(((50, 50), (60, 60), (250, 50), (450, 50), (50, 250), (55, 250), (300, 400), (100, 620)))
        for gesture in act(at, *point, chance.randrange(4)):
            seen.add(type(gesture).__name__)
            match gesture:
                case Down(_, target):
                    assert held is None
                    assert not scrolling
                    held = target
                case Tap(target) | Cancelled(target) | DropAt(target):
                    assert held == target
                    held = None
                case DragTo(target):
                    assert held == target
                case ScrollBy():
                    assert held is None
                    scrolling = True
                case Fling():
                    assert scrolling
                    scrolling = False
    assert seen == {"Down", "Tap", "Cancelled", "DropAt", "DragTo", "ScrollBy", "Fling"}
