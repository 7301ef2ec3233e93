"""From the first touch through every screen and back, in both languages and on both shapes of screen."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.build.screens import PROJECT
from tests.journeys.exhibitions import film, long_text, write_exhibition
from tests.journeys.fixtures import LANDSCAPE, PORTRAIT, Size
from tests.journeys.visitor import Visitor, texts

pytestmark = [pytest.mark.screen, pytest.mark.vlc]

OpenKiosk = Callable[..., Visitor]

EVERY_SHAPE = pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])


def speak(visitor: Visitor, language: str) -> None:
    """Choose a language where one stands."""
    if visitor.scene.language != language:
        visitor.tap("language", language=language)


@pytest.mark.parametrize(
    ("size", "language"), [(LANDSCAPE, "en"), (PORTRAIT, "ar")], ids=["landscape-en", "portrait-ar"]
)
def test_the_sample_exhibition_from_the_first_touch_to_the_film(
    open_kiosk: OpenKiosk, size: Size, language: str
) -> None:
    visitor = open_kiosk(PROJECT, size)
    assert len([name for name in visitor.wake().targets if name.startswith("card:")]) == 6
    speak(visitor, language)
    page = visitor.open_film("return-to-homs")
    assert {"en": "Return to Homs", "ar": "العودة إلى حمص"}[language] in texts(page)
    assert visitor.tap("more", screen="more", film="return-to-homs").language == language
    visitor.tap("back", screen="film", film="return-to-homs")
    note = visitor.tap("watch", screen="note", film="return-to-homs", language=language)
    assert note.targets.keys() >= {"note-back", "note-watch"}
    visitor.tap("note-back", screen="film", film="return-to-homs")
    visitor.tap("watch", screen="note", film="return-to-homs")
    watching = visitor.watch("return-to-homs", "note-watch")
    assert (watching.facts["excerpt"], watching.language) == ("opening", language)
    still = visitor.pilot.display.pixels()
    visitor.pilot.wait_until(lambda: visitor.pilot.display.pixels() != still, "a picture that moves", seconds=1)
    visitor.show_controls()
    visitor.tap("close", screen="film", film="return-to-homs", language=language, apology=False)
    visitor.tap("back", screen="browse", language=language)


def test_the_touch_that_wakes_does_nothing_else(open_kiosk: OpenKiosk, clip: Path, tmp_path: Path) -> None:
    visitor = open_kiosk(write_exhibition(tmp_path / "show", [film("first"), film("second")], [clip]))
    pilot = visitor.pilot
    pilot.wait_for_scene(screen="attract")
    pilot.finger.down((640, 360))
    cards = pilot.wait_for_scene(screen="browse")
    pilot.finger.move(cards.targets["card:first"].centre)
    pilot.finger.up()
    visitor.tap("language", screen="browse", language="ar")
    assert pilot.record.find("scene", film="first") is None
    visitor.open_film("first")


@EVERY_SHAPE
def test_a_menu_of_languages(open_kiosk: OpenKiosk, clip: Path, tmp_path: Path, size: Size) -> None:
    show = write_exhibition(tmp_path / "show", [film("first")], [clip], languages=["en", "ar", "fr", "ckb"])
    visitor = open_kiosk(show, size)
    english = visitor.wake()
    menu = visitor.tap("language", screen="browse", choosing=True)
    assert texts(menu) == ["English", "العربية", "Français", "کوردی"]
    visitor.tap("language-close", screen="browse", language="en", choosing=False)
    visitor.tap("language", screen="browse", choosing=True)
    sorani = visitor.tap("language:ckb", screen="browse", language="ckb", choosing=False)
    assert sorani.targets["language"] == english.targets["language"]


@EVERY_SHAPE
def test_another_language_keeps_the_place(open_kiosk: OpenKiosk, clip: Path, tmp_path: Path, size: Size) -> None:
    words = {"en": long_text("en"), "ar": long_text("ar")}
    shown = film("slow", more=words, content_note={"strong": True, "seen": {"en": "A bar.", "ar": "خطّ."}})
    visitor = open_kiosk(write_exhibition(tmp_path / "show", [film("gentle"), shown], [clip]), size)
    english = visitor.wake()
    arabic = visitor.tap("language", screen="browse", language="ar")
    assert arabic.targets["language"] == english.targets["language"]
    page = visitor.open_film("slow")
    assert "فيلم slow" in [text.replace("\u2068", "").replace("\u2069", "") for text in texts(page)]
    visitor.tap("language", screen="film", film="slow", language="en")
    visitor.tap("more", screen="more", film="slow")
    visitor.tap("language", screen="more", film="slow", language="ar")
    visitor.tap("back", screen="film", film="slow", language="ar")
    visitor.tap("watch", screen="note", film="slow")
    visitor.tap("language", screen="note", film="slow", excerpt="whole", language="en")


def test_another_excerpt_begins_at_its_own_in_point(open_kiosk: OpenKiosk, clip: Path, tmp_path: Path) -> None:
    excerpts = [{"id": "whole", "file": clip.name}, {"id": "later", "file": clip.name, "start": "0:20"}]
    visitor = open_kiosk(write_exhibition(tmp_path / "show", [film("bars", excerpts=excerpts)], [clip]))
    visitor.wake()
    visitor.open_film("bars")
    visitor.tap("more", screen="more", film="bars")
    assert visitor.watch("bars", "watch:later").facts["excerpt"] == "later"
    assert 19.8 < visitor.film_second() < 22


def test_the_end_leads_back_to_the_film_page(open_kiosk: OpenKiosk, clip: Path, tmp_path: Path) -> None:
    excerpts = [{"id": "short", "file": clip.name, "start": "0:05", "end": "0:07"}]
    visitor = open_kiosk(write_exhibition(tmp_path / "show", [film("bars", excerpts=excerpts)], [clip]))
    pilot = visitor.pilot
    visitor.wake()
    visitor.open_film("bars")
    visitor.press("watch")
    begun = pilot.wait_for("rolling", film="bars", excerpt="short")
    ended = pilot.wait_for("ended", film="bars", excerpt="short")
    assert 1.9 < ended["at"] - begun["at"] < 2.3
    pilot.wait_for_scene(screen="film", film="bars", apology=False)
    visitor.watch("bars")
    assert 4.9 < visitor.film_second() < 7
