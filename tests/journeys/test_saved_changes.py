"""What an installer changes while the kiosk runs: what is saved, and the window."""

import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import kiosk
from kiosk.tour.record import Scene
from tests.journeys.exhibitions import film, write_exhibition
from tests.journeys.visitor import Visitor, texts

pytestmark = [pytest.mark.screen, pytest.mark.vlc]

OpenKiosk = Callable[..., Visitor]

SHIPPED = Path(kiosk.__file__).parent / "assets/fonts"


@pytest.fixture
def show(clip: Path, tmp_path: Path) -> Path:
    return write_exhibition(tmp_path / "show", [film("first"), film("second")], [clip])


def replace(path: Path, old: str, new: str) -> float:
    """Save a file with one wording replaced; answers when it was saved (monotonic seconds)."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    return time.monotonic()


def test_a_new_title_is_on_the_screen_within_two_seconds(open_kiosk: OpenKiosk, show: Path) -> None:
    visitor = open_kiosk(show)
    assert "Second" in texts(visitor.wake())
    saved = replace(show / "playlists/films.yaml", "en: Second", "en: The other one")
    visitor.pilot.wait_until(lambda: "The other one" in texts(visitor.scene), "the new title", seconds=4)
    assert visitor.scene.facts["at"] - saved < 2.2
    assert (visitor.scene.screen, "Second" in texts(visitor.scene)) == ("browse", False)


def test_who_has_scrolled_stays_at_the_same_films(open_kiosk: OpenKiosk, clip: Path, tmp_path: Path) -> None:
    show = write_exhibition(tmp_path / "show", [film(f"film-{number}") for number in range(14)], [clip])
    visitor = open_kiosk(show)
    visitor.wake()
    visitor.tap("page-next")
    visitor.pilot.wait_until(lambda: "card:film-0" not in visitor.scene.targets, "the next cards")
    before = {name: each for name, each in visitor.scene.targets.items() if name.startswith("card:")}
    replace(show / "playlists/films.yaml", "en: Film 8", "en: The other one")
    visitor.pilot.wait_until(lambda: "The other one" in texts(visitor.scene), "the new title", seconds=10)
    assert {name: each for name, each in visitor.scene.targets.items() if name.startswith("card:")} == before


def test_a_film_that_is_taken_out_leaves_its_page(open_kiosk: OpenKiosk, show: Path) -> None:
    visitor = open_kiosk(show)
    visitor.wake()
    visitor.open_film("second")
    mark = visitor.pilot.mark()
    replace(show / "playlists/films.yaml", "id: second", "id: third")
    scene = visitor.pilot.wait_for_scene(screen="browse", after=mark, seconds=4)
    assert [name for name in scene.targets if name.startswith("card:")] == ["card:first", "card:third"]


@pytest.mark.parametrize(
    ("old", "new"), [("en: Second", "en: [Second"), ("id: second", "id: first")], ids=["no YAML", "an id twice"]
)
def test_a_broken_change_leaves_the_last_good_state(open_kiosk: OpenKiosk, show: Path, old: str, new: str) -> None:
    visitor = open_kiosk(show)
    visitor.wake()
    visitor.open_film("second")
    playlist = show / "playlists/films.yaml"
    good = playlist.read_text(encoding="utf-8")
    replace(playlist, old, new)
    visitor.pilot.wait_until(
        lambda: "The change is not shown: the exhibition stays as it was." in visitor.words(), "a line in the log"
    )
    assert "playlists/films.yaml:" in visitor.words()
    visitor.tap("back", screen="browse")
    assert {"First", "Second"} <= set(texts(visitor.scene))
    playlist.write_text(good.replace("en: Second", "en: Another"), encoding="utf-8")
    visitor.pilot.wait_until(lambda: "Another" in texts(visitor.scene), "the mended title", seconds=4)
    visitor.open_film("second")


def test_a_change_during_a_film_lets_it_play_on(open_kiosk: OpenKiosk, show: Path) -> None:
    visitor = open_kiosk(show)
    pilot = visitor.pilot
    visitor.wake()
    visitor.open_film("second")
    visitor.watch("second")
    pilot.wait_until(lambda: visitor.film_second() > 1, "the second second")
    mark = pilot.mark()
    replace(show / "playlists/films.yaml", "en: Second", "en: The other one")
    pilot.wait_until(lambda: "is shown as it is now" in visitor.words(), "the change", seconds=4)
    assert visitor.film_second() > 1
    visitor.see_it_move()
    assert pilot.record.find("scene", after=mark, screen="film") is None
    visitor.show_controls()
    visitor.tap("close", screen="film", film="second")
    assert "The other one" in texts(visitor.scene)


def test_a_window_of_another_size_is_filled_anew(open_kiosk: OpenKiosk, show: Path) -> None:
    visitor = open_kiosk(show)
    pilot = visitor.pilot
    visitor.wake()
    resize(visitor, 960, 540)
    pilot.wait_until(lambda: lies_inside(visitor.scene, 960, 540), "everything in the smaller window", seconds=5)
    visitor.open_film("second")
    visitor.watch("second")
    inside = (0, 0, 960, 540)
    before = pilot.display.pixels(inside)
    pilot.wait_until(lambda: pilot.display.pixels(inside) != before, "a picture that moves")


def resize(visitor: Visitor, width: int, height: int) -> None:
    """As an installer pulls the window's corner."""
    command = ["xdotool", "search", "--class", ".", "windowsize", str(width), str(height)]
    subprocess.run(command, env=visitor.pilot.display.environment(), check=True, timeout=10)


def lies_inside(scene: Scene, width: int, height: int) -> bool:
    """Whether every target does."""
    return all(each.left + each.width <= width and each.top + each.height <= height for each in scene.targets.values())


def test_another_font_under_the_same_name_is_drawn_with(open_kiosk: OpenKiosk, clip: Path, tmp_path: Path) -> None:
    show = write_exhibition(tmp_path / "show", [film("first")], [clip], fonts={"en": "fonts/own.ttf"})
    own = show / "fonts/own.ttf"
    own.parent.mkdir()
    own.write_bytes((SHIPPED / "IBMPlexSansArabic_300Light.ttf").read_bytes())
    visitor = open_kiosk(show)
    visitor.wake()
    light = width_of("First", visitor)
    own.write_bytes((SHIPPED / "IBMPlexSansArabic_600SemiBold.ttf").read_bytes())
    visitor.pilot.wait_until(lambda: width_of("First", visitor) > light, "wider letters", seconds=20)
    assert visitor.scene.screen == "browse"


def width_of(text: str, visitor: Visitor) -> float:
    return next((each["rect"][2] for each in visitor.scene.facts["texts"] if each["text"] == text), 0.0)
