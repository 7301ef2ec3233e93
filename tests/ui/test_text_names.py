"""Names of the other script inside a line."""

import pytest

from kiosk.ui.text.names import names_isolated


def shown(text: str, base: str) -> str:
    """With the invisible marks made visible: ⟨ and ⟩."""
    return names_isolated(text, base).translate({0x2068: "⟨", 0x2069: "⟩"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أخرجه Talal Derki, 2014", "أخرجه ⟨Talal Derki⟩, 2014"),
        ("فيلم Beirut 1975 وثائقي", "فيلم ⟨Beirut 1975⟩ وثائقي"),
        ("Talal Derki، Edward Watts", "⟨Talal Derki⟩، ⟨Edward Watts⟩"),
        ("من Talal Derki, Edward Watts.", "من ⟨Talal Derki, Edward Watts⟩."),
        ("جائزة L’Œil d’or (Cannes)", "جائزة ⟨L’Œil d’or⟩ (⟨Cannes⟩)"),
        ("وعد al-Kateab و J. R. Smith", "وعد ⟨al-Kateab⟩ و ⟨J. R. Smith⟩"),
        ("فيلم 35 mm ملوّن", "فيلم ⟨35 mm⟩ ملوّن"),
        ("في عام 2014 Talal وصل", "في عام 2014 ⟨Talal⟩ وصل"),
        ("بين 2011–2013 (2014)", "بين 2011–2013 (2014)"),
        ("العودة إلى حمص", "العودة إلى حمص"),
        ("سبق أن عُزل \u2066Talal\u2069, 2014", "سبق أن عُزل \u2066Talal⟩, 2014"),
        ("فيلمbeirut", "فيلمbeirut"),
    ],
)
def test_latin_in_arabic(text: str, expected: str) -> None:
    assert shown(text, "rtl") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The film العودة إلى حمص, 2014", "The film ⟨العودة إلى حمص⟩, 2014"),
        ("by طلال ديركي، وعد الخطيب", "by ⟨طلال ديركي، وعد الخطيب⟩"),
        ("by طلال ديركي, وعد الخطيب", "by ⟨طلال ديركي⟩, ⟨وعد الخطيب⟩"),
        ("Return to Homs, 2014", "Return to Homs, 2014"),
        ("لسّه عم تسجّل means it", "⟨لسّه عم تسجّل⟩ means it"),
    ],
)
def test_arabic_in_latin(text: str, expected: str) -> None:
    assert shown(text, "ltr") == expected
