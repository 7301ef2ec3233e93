"""Crossfades as they are seen: one light goes as the other comes, between clips and stills, and it is never black."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.journeys.exhibitions import film, write_exhibition, write_yaml
from tests.journeys.fixtures import LANDSCAPE, PORTRAIT, Size
from tests.journeys.visitor import Visitor
from tests.projection.film_clips import ClipPlan, Colour, make_clip

pytestmark = [pytest.mark.screen, pytest.mark.vlc]

OpenKiosk = Callable[..., Visitor]
Light = tuple[int, int, int]

RED: Colour = (81, 90, 240)
BLUE: Colour = (41, 240, 110)
WHOLE = 250
"""Level of a channel (0–255) from which on one colour is seen alone."""
TOLERANCE = 24


@pytest.fixture(scope="module")
def lights(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A red and a blue clip of three seconds, with sound."""
    folder = tmp_path_factory.mktemp("lights")
    red, blue = (
        make_clip(folder / f"{name}.mp4", ClipPlan(colours=[colour])) for name, colour in (("red", RED), ("blue", BLUE))
    )
    return red, blue


def loop_of(folder: Path, clips: tuple[Path, Path], transition: str) -> Path:
    """A red clip, a blue one and a green still, over and over."""
    write_exhibition(folder, [film("red", "red.mp4"), film("blue", "blue.mp4")], clips, loop="playlists/loop.yaml")
    Image.new("RGB", (1600, 900), (0, 255, 0)).save(folder / "media" / "green.png")
    items = [{"file": "red.mp4"}, {"file": "blue.mp4"}, {"still": "green.png", "for": "3 s"}]
    write_yaml(folder / "playlists" / "loop.yaml", {"transition": transition, "over": "1 s", "items": items})
    return folder


def light_on(visitor: Visitor) -> Light:
    """Red, green and blue where there are no words: in the upper half, inside a tall screen's film."""
    width, height = visitor.pilot.display.size
    at = (width // 2, height // 12) if width > height else (width // 2, round(height * 0.3))
    blue, green, red, _ = visitor.pilot.display.pixels((*at, 1, 1))
    return red, green, blue


def watch(visitor: Visitor, rounds: int, seconds: float = 60.0) -> list[Light]:
    """What is seen, from a whole red on, until each colour has been seen alone ``rounds`` times; equal looks once."""
    visitor.pilot.wait_until(lambda: light_on(visitor)[0] >= WHOLE, "the red clip")
    seen: list[Light] = []
    alone: list[int] = []
    end = time.monotonic() + seconds
    while time.monotonic() < end and len(alone) <= 3 * rounds:
        light = light_on(visitor)
        if not seen or light != seen[-1]:
            seen.append(light)
        for channel in range(3):
            if light[channel] >= WHOLE and (not alone or alone[-1] != channel):
                alone.append(channel)
        time.sleep(0.004)
    order = [0, 2, 1] * rounds + [0]
    assert alone == order, (alone, seen)
    return seen


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_light_goes_as_light_comes(
    open_kiosk: OpenKiosk, lights: tuple[Path, Path], tmp_path: Path, size: Size
) -> None:
    visitor = open_kiosk(loop_of(tmp_path / "show", lights, "crossfade"), size)
    seen = watch(visitor, 2)
    for light in seen:
        assert sum(light) == pytest.approx(255, abs=TOLERANCE), seen  # neither black nor both at once
    for one, other in ((0, 2), (2, 1), (1, 0)):
        mixed = [light for light in seen if light[one] > 60 and light[other] > 60]
        assert len(mixed) >= 6, seen  # many small steps, none of them either colour alone


def test_a_cut_shows_one_or_the_other(open_kiosk: OpenKiosk, lights: tuple[Path, Path], tmp_path: Path) -> None:
    visitor = open_kiosk(loop_of(tmp_path / "show", lights, "cut"))
    for light in watch(visitor, 2):
        assert max(light) >= WHOLE
        assert sum(light) == pytest.approx(255, abs=TOLERANCE)


def test_a_touch_in_the_middle_of_it_leads_to_the_cards(
    open_kiosk: OpenKiosk, lights: tuple[Path, Path], tmp_path: Path
) -> None:
    visitor = open_kiosk(loop_of(tmp_path / "show", lights, "crossfade"))
    visitor.pilot.wait_until(lambda: min(light_on(visitor)[0], light_on(visitor)[2]) > 20, "a crossfade", seconds=30)
    scene = visitor.tap((640, 200), screen="browse")
    assert [name for name in scene.targets if name.startswith("card:")] in (
        ["card:red", "card:blue"],
        ["card:blue", "card:red"],
    )
    page = visitor.open_film("blue")
    assert page.facts["film"] == "blue"
    visitor.watch("blue")
    visitor.pilot.wait_until(lambda: light_on(visitor)[2] >= WHOLE, "the blue film alone")


@pytest.mark.parametrize("languages", [["en", "ar"], ["ar", "en"]], ids=["from the left", "from the right"])
def test_what_played_is_the_first_card(
    open_kiosk: OpenKiosk, lights: tuple[Path, Path], tmp_path: Path, languages: list[str]
) -> None:
    folder = loop_of(tmp_path / "show", lights, "cut")
    write_yaml(folder / "playlists" / "loop.yaml", {"items": [{"excerpt": "blue/whole"}]})
    kiosk = (folder / "kiosk.yaml").read_text(encoding="utf-8")
    (folder / "kiosk.yaml").write_text(kiosk.replace("- en\n- ar", "- {}\n- {}".format(*languages)), encoding="utf-8")
    visitor = open_kiosk(folder)
    visitor.pilot.wait_until(lambda: light_on(visitor)[2] >= WHOLE, "the blue clip")
    targets = visitor.wake().targets
    blue, red = targets["card:blue"], targets["card:red"]
    assert blue.top == red.top
    assert (blue.left < red.left) == (languages[0] == "en")
