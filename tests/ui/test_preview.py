"""Pictures without a display, and the command that makes them."""

import json
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from kiosk.cli.main import main
from kiosk.exhibition.film import Film, Playlist
from kiosk.exhibition.text import Text
from kiosk.ui.preview import SCREENS, Sitting, pictures, save
from tests.ui.screenplay import NOW, TRACKS, durations, sample

SIZE = (800, 480)


def sitting(**changes: object) -> Sitting:
    exhibition = sample()
    whole = Sitting(exhibition, SIZE, exhibition.playlist.films[0], NOW, durations(exhibition), tracks=TRACKS)
    return replace(whole, **changes)


def test_every_screen_is_drawn_once_in_the_order_of_a_visit() -> None:
    drawn = list(pictures(sitting(), "en"))
    assert [each.name for each in drawn] == [each for each in SCREENS if each != "languages"]
    assert {each.surface.get_size() for each in drawn} == {SIZE}
    assert {each.description["screen"] for each in drawn} == {
        "attract",
        "browse",
        "film",
        "more",
        "transcript",
        "note",
        "watching",
        "closed",
        "foyer",
        "cinema",
        "farewell",
        "pin-pad",
        "panel",
    }


def test_a_picture_is_saved_with_what_can_be_tapped_and_read_on_it(tmp_path: Path) -> None:
    (drawn,) = pictures(sitting(), "ar", ("film",))
    path = save(drawn, tmp_path / "new" / "folder")
    assert path == tmp_path / "new" / "folder" / "film-ar.png"
    assert pygame.image.load(path).get_size() == SIZE
    described = json.loads(path.with_suffix(".json").read_text("utf-8"))
    assert described["size"] == [800, 480]
    assert described["language"] == "ar"
    assert {"back", "language", "watch", "more"} <= {each["name"] for each in described["targets"]}
    watch = next(each for each in described["targets"] if each["name"] == "watch")
    assert set(watch) == {"name", "kind", "rect", "mm"}
    assert watch["mm"][1] >= 20
    title = next(each for each in described["texts"] if each["text"] == "العودة إلى حمص")
    assert title["cut"] is False


def test_the_same_sitting_gives_the_same_pictures() -> None:
    first, second = (next(iter(pictures(sitting(), "en", ("attract",)))) for _ in range(2))
    assert pygame.image.tobytes(first.surface, "RGB") == pygame.image.tobytes(second.surface, "RGB")


def test_a_film_with_nothing_but_a_title_is_drawn_too() -> None:
    bare = Film("bare", Text({"": "Untitled"}))
    exhibition = replace(sample(), playlist=Playlist(films=(bare,)))
    drawn = [each.name for each in pictures(sitting(exhibition=exhibition, film=bare, durations={}), "en")]
    assert drawn == [
        *(
            "attract",
            "loop-card",
            "loop-still",
            "browse",
            "film",
            "apology",
            "more",
            "comfort",
            "still-there",
            "closed",
        ),
        *("closing", "screening", "foyer", "farewell"),
        *("pin-pad", "pin-locked", "panel-loops", "panel-item", "panel-films", "panel-film"),
        *("panel-hours", "panel-day", "panel-sound"),
        *("panel-screen", "panel-card", "panel-touch", "panel-greys", "panel-usb"),
        *("panel-health", "panel-findings", "panel-events"),
    ]


def test_the_command_draws_one_language_of_one_film(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "pictures"
    arguments = ["preview", "--out", str(out), "--size", "480x800", "--language", "ar", "--film", "the-cave"]
    assert main(arguments) == 0
    drawn = [name for name in SCREENS if name not in ("languages", "transcript")]  # two languages, no transcript
    assert sorted(each.name for each in out.glob("*.png")) == sorted(f"{name}-ar.png" for name in drawn)
    film = json.loads((out / "film-ar.json").read_text("utf-8"))
    assert "الكهف" in [each["text"] for each in film["texts"]]
    lengths = [each["text"] for each in film["texts"] if each["text"].startswith("0:")]
    assert len(lengths) == 1
    assert str(out / "browse-ar.png") in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--film", "nobody"], "There is no film 'nobody'. The films are return-to-homs, silvered-water, "),
        (["--language", "fr"], "The exhibition has no language 'fr'. Its languages are en, ar."),
        (["--size", "big"], "'big' is not a size such as 1280x720."),
    ],
)
def test_a_wrong_command_line_is_told_at_once(
    arguments: list[str], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["preview", "--out", str(tmp_path / "none"), *arguments]) == 2
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "none").exists()
