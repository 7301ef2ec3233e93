"""Colours and their contrast."""

import pytest

from kiosk.ui.theme import Theme, contrast

THEME = Theme()


@pytest.mark.parametrize("name", ["ink", "ink_soft", "ink_faint", "problem"])
def test_texts_have_a_contrast_of_seven(name: str) -> None:
    assert contrast(THEME.colour(name), THEME.ground) >= 7


@pytest.mark.parametrize("name", ["line", "accent"])
def test_controls_have_a_contrast_of_three(name: str) -> None:
    assert contrast(THEME.colour(name), THEME.ground) >= 3


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0, 255), (255, 255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119, 255), (255, 255, 255, 255)) == pytest.approx(4.48, abs=0.01)


def test_the_default_accent_gives_the_default_theme() -> None:
    assert Theme.with_accent("#e9b872") == THEME


@pytest.mark.parametrize("accent", ["#e9b872", "#123456", "#ffffff", "#000", "#c03030", "#2060ff"])
def test_any_accent_can_be_read_and_seen(accent: str) -> None:
    theme = Theme.with_accent(accent)
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    assert contrast(theme.accent_ink, theme.ground) >= 4.5


@pytest.mark.parametrize("accent", ["gold", "#12345", "#gggggg", ""])
def test_what_is_no_colour_is_refused(accent: str) -> None:
    with pytest.raises(ValueError, match="is not a colour such as #e9b872"):
        Theme.with_accent(accent)


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(KeyError, match="the theme has no colour 'gold'"):
        THEME.colour("gold")
