"""How large the screen is, measured with what everybody has in a pocket."""

from typing import Final

from kiosk.panel.controls import BankCard, Button, Leaf, Paragraph, Row, Stepper
from kiosk.panel.effects import Deeds, Put, Remember, Write
from kiosk.panel.section import Seen
from kiosk.panel.words import Name, Said, Say

_WAY: Final = ("screen", "inches")
_COARSE, _FINE = 1.05, 1.005
"""By so much the card grows with a tap: a twentieth, and 0.4 mm, which the eye still tells from its edge."""
_LEAST, _MOST = 5.0, 300.0
"""Inches that ``screen.inches`` takes."""
_TENTH: Final = 0.1


def card_leaf(seen: Seen) -> Leaf:
    drawn = seen.memory.get("inches")
    inches = drawn if isinstance(drawn, float) else inches_of(seen)
    leave: Deeds = (Remember("inches", None), Remember("page", None))
    save = (Write((Put(_WAY, f"{inches:g}"),)), *leave)
    return Leaf(
        Say("panel.screen.inches"),
        (
            Paragraph(Say("panel.screen.card_line")),
            _steps("coarse", inches, _COARSE),
            _steps("fine", inches, _FINE),
            BankCard(inches),
        ),
        top=(Button("back", Say("panel.back"), leave), Button("save", Say("panel.save"), save, strong=True)),
        name="card",
    )


def inches_of(seen: Seen) -> float:
    """What the screen's diagonal is taken for."""
    return float(seen.value(_WAY, f"{seen.exhibition.screen.inches:g}"))


def inches_said(inches: float) -> Said:
    return Say("panel.screen.inches_value", {"inches": Name(f"{inches:g}")})


def _steps(name: str, inches: float, factor: float) -> Row:
    """A larger card is one on a smaller screen."""
    larger = max(_LEAST, round(min(inches / factor, inches - _TENTH), 1))
    smaller = min(_MOST, round(max(inches * factor, inches + _TENTH), 1))
    stepper = Stepper(
        name,
        inches_said(inches),
        (Remember("inches", smaller),) if inches < _MOST else (),
        (Remember("inches", larger),) if inches > _LEAST else (),
        widest=inches_said(_MOST - _TENTH),
    )
    return Row(Say(f"panel.screen.{name}"), trailing=(stepper,))
