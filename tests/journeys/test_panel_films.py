"""The loop and the films, changed on the panel by a finger on a real kiosk."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.exhibitions import film, write_exhibition, write_yaml
from tests.journeys.fixtures import LANDSCAPE, PORTRAIT, Size
from tests.journeys.installer import LINE, Installer
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.screen, pytest.mark.vlc]

OpenKiosk = Callable[..., Visitor]

FIRST: dict[str, Any] = {"excerpt": "first/whole"}
SECOND: dict[str, Any] = {"excerpt": "second/whole"}
GONE: dict[str, Any] = {"file": "gone.mov"}


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What can be taken back is each test's own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def exhibition(folder: Path, clip: Path, languages: list[str]) -> Path:
    show = write_exhibition(
        folder / "show",
        [film("first"), film("second")],
        [clip],
        languages=languages,
        loop="playlists/loop.yaml",
        panel={"pin": LINE},
    )
    write_yaml(show / "playlists/loop.yaml", {"items": [FIRST, SECOND, GONE]})
    return show


def loop_of(*items: dict[str, Any]) -> dict[str, Any]:
    return {"loop": {"order": "listed", "transition": "cut", "items": list(items)}}


def to_the_end(visitor: Visitor) -> None:
    """Page by page, where not everything fits on the screen."""
    for _ in range(8):
        if "page-next" not in visitor.scene.targets:
            return
        visitor.press("page-next")
        time.sleep(0.6)  # it scrolls; two taps in a row would count as one that bounced


WORDS = {
    "en": {
        "loop": "plays when nobody is here",
        "gone": "gone.mov is missing from media/ — skipped",
        "film": "Second",
        "length": "0:01",
        "in": "0:00.2",
        "skipped": "does not play",
        "films": "What visitors can choose from",
        "hidden": "hidden",
        "saved": "kiosk.yaml untouched",
    },
    "ar": {
        "loop": "يُعرض حين لا يكون أحد هنا",
        "gone": "جرى تخطّيه",
        "film": "فيلم",
        "length": "0:01",
        "in": "0:00.2",
        "skipped": "لا يُعرض",
        "films": "ما يمكن للزوّار اختياره",
        "hidden": "مخفيّ",
        "saved": "لم يُمسّ kiosk.yaml",
    },
}


@pytest.mark.parametrize(
    ("languages", "size"), [(["en", "ar"], LANDSCAPE), (["ar", "en"], PORTRAIT)], ids=["English", "Arabic"]
)
def test_a_loop_is_rearranged_and_a_film_hidden(
    open_kiosk: OpenKiosk, tmp_path: Path, clip: Path, languages: list[str], size: Size
) -> None:
    words = WORDS[languages[0]]
    show = exhibition(tmp_path, clip, languages)
    by_installer = {path.name: path.read_bytes() for path in show.rglob("*.yaml")}
    visitor = open_kiosk(show, size)
    installer = Installer(visitor, show, "left" if languages[0] == "en" else "right")
    visitor.pilot.wait_for_scene(screen="attract")
    installer.open()
    installer.see(words["loop"], words["gone"])

    installer.tap("do:down:0", words["saved"])
    installer.wait_for_local(**loop_of(SECOND, FIRST, GONE))
    installer.tap("do:item:0", words["film"])
    installer.tap("step:in-fine:more", words["in"])
    trimmed = {**SECOND, "start": "0:00.2"}
    installer.wait_for_local(**loop_of(trimmed, FIRST, GONE))
    installer.tap("do:back", words["loop"])
    installer.tap("do:on:1", words["skipped"])
    rearranged = loop_of(trimmed, {**FIRST, "skip": "on"}, GONE)
    installer.wait_for_local(**rearranged)

    installer.tap("panel:section:films", words["films"])
    installer.tap("do:show:first", words["hidden"])
    installer.wait_for_local(**rearranged, panel={"hidden": ["first"]})
    visitor.tap("panel:close", screen="attract")
    browse = visitor.wake()
    assert "card:second" in browse.targets
    assert "card:first" not in browse.targets

    installer = Installer(visitor, show, installer.corner)
    installer.open()
    installer.undo()
    installer.wait_for_local(**rearranged)
    time.sleep(0.6)  # two taps in a row would count as one that bounced
    to_the_end(visitor)
    installer.tap("do:as-written", words["loop"])
    installer.wait_for_local()
    visitor.tap("panel:close", screen="attract")
    visitor.pilot.wait_until(lambda: "card:first" in visitor.wake().targets or None, "the first film")
    assert {path.name: path.read_bytes() for path in show.rglob("*.yaml") if path.name in by_installer} == by_installer
