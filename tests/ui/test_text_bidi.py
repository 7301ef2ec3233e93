"""Lines that are drawn one by one and still look as they do in their paragraph."""

from kiosk.exhibition.text import Wording, first_strong_direction
from kiosk.ui.text.bidi import has_one_direction, isolate, standing_alone

LRM, RLM, ALM = "\u200e", "\u200f", "\u061c"
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"


def test_lines_of_one_direction_stay_as_they_are() -> None:
    assert standing_alone(["Return to", "Homs, 2014"], "ltr") == ["Return to", "Homs, 2014"]
    assert standing_alone(["العودة", "إلى حمص"], "rtl") == ["العودة", "إلى حمص"]
    assert has_one_direction("Homs, 2014", "ltr")
    assert not has_one_direction("حمص 2014", "rtl")


def test_a_single_line_needs_nothing() -> None:
    assert standing_alone(["فيلم Beirut 1975"], "rtl") == ["فيلم Beirut 1975"]


def test_an_isolate_is_closed_and_opened_again() -> None:
    assert standing_alone([f"فيلم {FSI}Talal", f"Derki{PDI} جديد"], "rtl") == [
        f"فيلم {FSI}Talal{LRM}{PDI}",
        f"{ALM}{LRI}{LRM}Derki{PDI} جديد",
    ]


def test_an_isolate_keeps_the_direction_of_its_first_letter() -> None:
    # The second line of the name begins with an Arabic word, but the name is English.
    second = standing_alone([f"من {FSI}Waad", f"وعد Kateab{PDI}."], "rtl")[1]
    assert second.startswith(f"{ALM}{LRI}{LRM}وعد")


def test_each_line_knows_the_letters_around_it() -> None:
    assert standing_alone(["قال Paris,", "London و"], "rtl") == [f"قال Paris,{LRM}", f"{LRM}London و"]
    assert standing_alone(["في عام", "10-20 مرة Ab"], "rtl") == [f"في عام{ALM}", f"{ALM}10-20 مرة Ab"]


def test_surplus_closers_do_no_harm() -> None:
    assert standing_alone([f"ا{PDI} a", f"b{PDI}"], "rtl") == [f"ا{PDI} a{LRM}", f"{LRM}b{PDI}"]


def test_isolated_names_do_not_decide_the_direction_of_a_line() -> None:
    assert isolate("Talal Derki") == "\u2068Talal Derki\u2069"
    assert isolate("") == ""
    assert first_strong_direction(f"{isolate('Talal')} · طلال") == "rtl"
    assert first_strong_direction(isolate("Talal")) is None
    assert Wording(f"{isolate('Talal')} · 2014", "ar").direction == "rtl"
