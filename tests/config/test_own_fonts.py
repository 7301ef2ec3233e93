"""Fonts that an exhibition brings along."""

import shutil
from pathlib import Path

import pygame
from exhibition_folders import Change

FREE_SANS = Path(pygame.__file__).parent / "freesansbold.ttf"
KIOSK = "exhibition: {title: Two films}\nlanguages: [en, ar]\nplaylist: playlists/films.yaml\n"


def brought(folder: Path, name: str) -> Path:
    (folder / name).parent.mkdir(exist_ok=True)
    return Path(shutil.copy(FREE_SANS, folder / name))


def test_one_file_for_all_weights_from_the_folder_of_fonts(load: Change, folder: Path) -> None:
    file = brought(folder, "fonts/Free.ttf")
    loaded = load({"kiosk.yaml": KIOSK + "fonts: {ar: fonts/Free.ttf}\n"})
    assert loaded.problems == []
    assert loaded.exhibition is not None
    assert loaded.exhibition.fonts == {"ar": dict.fromkeys(("light", "regular", "medium", "semibold"), file)}
    assert file in loaded.files


def test_files_by_weight_from_the_media_folder_too(load: Change, folder: Path) -> None:
    light, semibold = brought(folder, "media/Light.ttf"), brought(folder, "fonts/Semi.TTF")
    loaded = load({"kiosk.yaml": KIOSK + "fonts: {en: {semibold: fonts/Semi.TTF, light: Light.ttf}}\n"})
    assert loaded.problems == []
    assert loaded.exhibition is not None
    assert loaded.exhibition.fonts == {"en": {"light": light, "semibold": semibold}}


def test_a_font_that_is_not_there_yet_is_waited_for(load: Change, folder: Path) -> None:
    loaded = load({"kiosk.yaml": KIOSK + "fonts: {ar: fonts/Free.ttf}\n"})
    assert [str(each) for each in loaded.problems] == [
        "kiosk.yaml:4:13  fonts.ar: Free.ttf is not in fonts/. The kiosk's own font is used."
    ]
    assert folder / "fonts" / "Free.ttf" in loaded.files


def test_a_link_out_of_the_folder_is_refused(load: Change, folder: Path) -> None:
    (folder / "fonts").mkdir()
    (folder / "fonts" / "Free.ttf").symlink_to(FREE_SANS)
    loaded = load({"kiosk.yaml": KIOSK + "fonts: {ar: fonts/Free.ttf}\n"})
    assert [str(each) for each in loaded.problems] == [
        "kiosk.yaml:4:13  fonts.ar: Free.ttf is a link that leads out of fonts/. The kiosk's own font is used."
    ]
