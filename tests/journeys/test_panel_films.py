"""The loop and the films, changed on the panel by a finger on a real kiosk."""

import time
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.exhibitions import film, write_yaml
from tests.journeys.fixtures import Size
from tests.journeys.installer import Installer, OpenKiosk, in_both_languages, opened, with_pin
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.screen, pytest.mark.vlc, pytest.mark.usefixtures("own_state")]

FIRST: dict[str, Any] = {"excerpt": "first/whole"}
SECOND: dict[str, Any] = {"excerpt": "second/whole"}
GONE: dict[str, Any] = {"file": "gone.mov"}


def exhibition(folder: Path, clip: Path, languages: list[str]) -> Path:
    show = with_pin(folder, clip, languages=languages, loop="playlists/loop.yaml")
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
        "first": "First",
        "crossfade": "crossfade 1.2\u00a0s",
        "main": "Which excerpt comes first",
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
        "first": "فيلم first",
        "crossfade": "مزج",
        "main": "أيّ مقطع يأتي أوّلًا",
        "saved": "لم يُمسّ kiosk.yaml",
    },
}


@in_both_languages
def test_a_loop_is_rearranged_and_a_film_hidden(
    open_kiosk: OpenKiosk, tmp_path: Path, clip: Path, languages: list[str], size: Size
) -> None:
    words = WORDS[languages[0]]
    show = exhibition(tmp_path, clip, languages)
    by_installer = {path.name: path.read_bytes() for path in show.rglob("*.yaml")}
    installer = opened(open_kiosk, show, size)
    visitor = installer.visitor
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


@in_both_languages
def test_an_item_is_trimmed_with_its_picture_and_the_loop_crosses_and_is_previewed(
    open_kiosk: OpenKiosk, tmp_path: Path, clip: Path, languages: list[str], size: Size
) -> None:
    words = WORDS[languages[0]]
    installer = opened(open_kiosk, exhibition(tmp_path, clip, languages), size)
    visitor = installer.visitor
    installer.tap("do:item:0", words["first"])
    visitor.pilot.wait_until(lambda: "step:out:less" in visitor.scene.targets or None, "the out point")
    for point, target in (("in", "step:in:more"), ("out", "step:out:less")):
        before = beside(visitor, point)
        installer.tap(target)
        visitor.pilot.wait_until(
            lambda point=point, before=before: beside(visitor, point) != before or None, f"the picture of {point}"
        )
    trimmed = {**FIRST, "start": "0:01", "end": "0:29"}
    installer.wait_for_local(**loop_of(trimmed, SECOND, GONE))
    installer.tap("do:back", words["loop"], "0:01–0:29")
    to_the_end(visitor)
    installer.tap("do:crossfade", words["crossfade"])
    crossing = loop_of(trimmed, SECOND, GONE)
    crossing["loop"] |= {"transition": "crossfade", "over": "1.2 s"}
    installer.wait_for_local(**crossing)
    installer.tap("panel:section:films", words["films"])
    installer.tap("panel:section:loops", words["loop"])

    visitor.tap("do:preview", screen="attract")
    visitor.see_it_move()
    visitor.tap((size[0] // 2, size[1] // 2), screen="panel")
    installer.see(words["loop"])
    visitor.tap("panel:close", screen="attract")


def beside(visitor: Visitor, point: str) -> bytes:
    """What is seen in a point's row beside its buttons: its name and its picture."""
    targets = visitor.scene.targets
    steps = [targets[name] for name in targets if name.startswith((f"step:{point}:", f"step:{point}-"))]
    width, _ = visitor.pilot.display.size
    left, right = min(int(each.left) for each in steps), max(int(each.left + each.width) for each in steps)
    x, wide = (right + 8, width - right - 8) if left < width - right else (left // 2, left // 2 - 8)
    return bytes(visitor.pilot.display.pixels((x, int(steps[0].top), wide, int(steps[0].height))))


@in_both_languages
def test_films_are_put_in_order_and_another_excerpt_comes_first(
    open_kiosk: OpenKiosk, tmp_path: Path, clip: Path, languages: list[str], size: Size
) -> None:
    words = WORDS[languages[0]]
    show = with_pin(tmp_path, clip, languages=languages)
    excerpts = [{"id": "whole", "file": clip.name}, {"id": "end", "file": clip.name, "start": "0:20"}]
    write_yaml(show / "playlists/films.yaml", {"films": [film("first", excerpts=excerpts), film("second")]})
    installer = opened(open_kiosk, show, size)
    visitor = installer.visitor
    installer.tap("panel:section:films", words["films"])
    installer.tap("do:down:first", words["saved"])
    installer.wait_for_local(panel={"order": ["second", "first"]})
    installer.calm()
    installer.tap("do:film:first", words["main"])
    installer.tap("do:main:end")
    installer.wait_for_local(panel={"order": ["second", "first"], "main": {"first": "end"}})
    visitor.pilot.wait_until(lambda: "is shown as it is now" in visitor.words() or None, "the change")
    visitor.tap("panel:close", screen="attract")
    browse = visitor.wake()
    first, second = browse.targets["card:first"], browse.targets["card:second"]
    ahead = second.left < first.left if languages[0] == "en" else second.left > first.left
    assert ahead if first.top == second.top else second.top < first.top
    visitor.open_film("first")
    visitor.watch("first")
    assert visitor.film_second() > 19.9  # the bar is read to a pixel
