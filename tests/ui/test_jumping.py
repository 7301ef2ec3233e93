"""Names without isolates in texts that have some: what is told is what is drawn in another order."""

import pytest

from kiosk.exhibition.text import Direction, Wording
from kiosk.ui.metrics import Metrics
from kiosk.ui.text import TextSetter
from kiosk.ui.text.jumping import isolates_match, jumping
from kiosk.ui.theme import Style, Theme

SETTER = TextSetter(Metrics(1920, 1080), Theme())
NAME = "\u2068IDFA\u2069"

TEXTS: list[tuple[str, str, str, str | None]] = [
    # language, the text, the same with every name isolated, what is told
    ("ar", f"جائزة {NAME} ثم Sundance، 2014", f"جائزة {NAME} ثم \u2068Sundance\u2069، 2014", "Sundance، 2014"),
    ("ar", f"جائزة {NAME} ثم T. Derki, 2014", f"جائزة {NAME} ثم \u2068T. Derki\u2069, 2014", "T. Derki, 2014"),
    ("ar", f"{NAME} ثم Cannes – 2014 ثم", f"{NAME} ثم \u2068Cannes\u2069 – 2014 ثم", "Cannes – 2014"),
    ("ar", f"{NAME} ثم Cannes: 12", f"{NAME} ثم \u2068Cannes\u2069: 12", "Cannes: 12"),
    ("ar", f"{NAME} و Cannes، Nyon ثم", f"{NAME} و \u2068Cannes\u2069، \u2068Nyon\u2069 ثم", "Cannes، Nyon"),
    ("en", "The \u2068سما\u2069 and العودة, 2014", "The \u2068سما\u2069 and \u2068العودة\u2069, 2014", "العودة, 2014"),
    (
        "en",
        "The \u2068سما\u2069, حمص, حلب now",
        "The \u2068سما\u2069, \u2068حمص\u2069, \u2068حلب\u2069 now",
        "حمص, حلب",
    ),
    ("ar", f"جائزة {NAME} ثم Sundance 2014", f"جائزة {NAME} ثم \u2068Sundance 2014\u2069", None),
    ("ar", f"جائزة ({NAME}) 2013 ثم Cannes أيضًا", f"جائزة ({NAME}) 2013 ثم \u2068Cannes\u2069 أيضًا", None),
    ("ar", f"{NAME} ثم (Cannes) 2014", f"{NAME} ثم (\u2068Cannes\u2069) 2014", None),
    ("ar", f"{NAME} في 2014، Cannes ثم", f"{NAME} في 2014، \u2068Cannes\u2069 ثم", None),
    ("ar", f"{NAME} ثم Talal Derki, Orwa ثم", f"{NAME} ثم \u2068Talal Derki, Orwa\u2069 ثم", None),
    ("ar", f"{NAME} ثم Cannes، ثم 2014", f"{NAME} ثم \u2068Cannes\u2069، ثم 2014", None),
    ("en", "The \u2068سما\u2069 and العودة 2014", "The \u2068سما\u2069 and \u2068العودة 2014\u2069", None),
]


def drawn(text: str, language: str) -> bytes:
    """The pixels of a line."""
    block = SETTER.set(Wording(text, language), Style("body"))
    assert len(block.lines) == 1
    return block.surface.get_view("2").raw


@pytest.mark.parametrize(("language", "text", "isolated", "told"), TEXTS)
def test_what_is_told_is_drawn_in_another_order(language: str, text: str, isolated: str, told: str | None) -> None:
    wording = Wording(text, language)
    assert jumping(text, wording.direction) == told
    assert (drawn(text, language) != drawn(isolated, language)) is (told is not None)


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("أخرجه Talal Derki، 2014", "rtl"),  # has no marks, so its names are isolated when it is drawn
        ("أخرجه \u200fTalal Derki\u200f، 2014", "rtl"),  # by hand, in another way
        ("", "rtl"),
        ("Talal Derki, 2014", "ltr"),
    ],
)
def test_texts_without_isolates_are_left_alone(text: str, base: Direction) -> None:
    assert jumping(text, base) is None


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("", True),
        (f"{NAME} {NAME}", True),
        ("\u2067a \u2066b\u2069 c\u2069", True),
        ("\u2068IDFA", False),
        ("IDFA\u2069", False),
        ("\u2068IDFA\n\nIDFA\u2069", False),
    ],
)
def test_isolates_that_are_closed(text: str, match: bool) -> None:
    assert isolates_match(text) is match
