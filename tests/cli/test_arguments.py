"""What several verbs take."""

from pathlib import Path

import pytest
import typer

import kiosk
from kiosk.cli.arguments import exhibition_folder, size


@pytest.fixture
def show(tmp_path: Path) -> Path:
    (tmp_path / "show").mkdir()
    (tmp_path / "show" / "kiosk.yaml").touch()
    return tmp_path / "show"


def test_the_folder_is_the_one_you_stand_in(show: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(show)
    assert exhibition_folder(None) == show


def test_elsewhere_it_is_the_one_that_came_with_the_kiosk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert exhibition_folder(None) == Path(kiosk.__file__).resolve().parent.parent


def test_a_folder_is_made_absolute(show: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(show.parent)
    assert exhibition_folder(Path("show")) == show


def test_its_kiosk_yaml_will_do(show: Path) -> None:
    assert exhibition_folder(show / "kiosk.yaml") == show


@pytest.mark.parametrize(
    ("text", "pixels"), [("1280x720", (1280, 720)), ("1080×1920", (1080, 1920)), (" 640X480 ", (640, 480))]
)
def test_size(text: str, pixels: tuple[int, int]) -> None:
    assert size(text) == pixels


@pytest.mark.parametrize("text", ["", "1280", "1280x", "x720", "-1x5", "1280x720x3", "99999x99999", "319x400"])
def test_no_size(text: str) -> None:
    with pytest.raises(typer.Exit) as end:
        size(text)
    assert end.value.exit_code == 2
