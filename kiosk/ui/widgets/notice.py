"""A calm line at the upper edge of every screen: when the exhibition closes, and what this screen will show."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from pygame import Rect

from kiosk.exhibition.schedule import ANNOUNCED
from kiosk.exhibition.text import Wording
from kiosk.ui.scene import Layer, Scene
from kiosk.ui.screens.page import Page
from kiosk.ui.text import TextBlock
from kiosk.ui.theme import Style
from kiosk.ui.tile import TextRecord
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.ui.widgets.sheet import Sheet
from kiosk.visit.places import Attract, Browse, Cinema, FilmPage, Note, Watching

OVER_FILM = timedelta(minutes=1)
"""A film is left in peace but for the first and the last minute, and while its controls are shown."""

_STYLE = Style("small", "medium")
_LEAST_HEIGHT_U, _PADDING_U, _ICON_U, _SPACE_U, _INK_EM = 48, 28, 26, 12, 1.15


@dataclass(frozen=True, slots=True)
class Notice:
    """What is coming, and when (aware). ``title``: of the film that this screen will show."""

    coming: Literal["closing", "screening"]
    at: datetime
    film: str = ""


def notice_of(view: View) -> Notice | None:
    """What a visitor has to be told now, of two things the nearer one."""
    place, standing = view.visit.place, view.standing
    if isinstance(place, Cinema) or not isinstance(place, Attract | Browse | FilmPage | Note | Watching):
        return None
    if view.exhibition.mode == "loop":
        return None
    found: list[Notice] = []
    if standing.closes is not None:
        found.append(Notice("closing", standing.closes))
    if standing.screening is not None and standing.phase != "running":
        found.append(Notice("screening", standing.screening.begins, standing.screening.film))
    nearest = min(found, key=lambda each: each.at, default=None)
    if nearest is None or not isinstance(place, Watching) or place.controls:
        return nearest
    left = nearest.at - view.now
    ahead = view.exhibition.closing.notice if nearest.coming == "closing" else ANNOUNCED
    return nearest if left <= OVER_FILM or left > ahead - OVER_FILM else None


def with_notice(scene: Scene, view: View, tools: Tools) -> Scene:
    """The scene with the line over it, if there is one to be shown and it is this scene that it belongs to."""
    notice = notice_of(view)
    if notice is None or (scene.name == "watching" and view.visit.place.controls):  # type: ignore[union-attr]
        return scene
    page = Page.of(view, tools)
    sheet = Sheet(tools.setter, tools.metrics.width, view.direction)
    tab = _place(page, sheet, notice)
    layers = tuple(replace(each, still=True) for each in sheet.layers)
    # A line's box is higher than its letters, which stay on the tab.
    texts = tuple(replace(each, rect=each.rect.clip(tab)) for each in sheet.texts)
    return _told(scene, layers, texts)


def _told(scene: Scene, layers: tuple[Layer, ...], texts: tuple[TextRecord, ...]) -> Scene:
    """The scene with the line, whichever card it begins with and whatever its cards say."""
    begin, renew = scene.beginning_with, scene.renewed
    return replace(
        scene,
        layers=(*scene.layers, *layers),
        texts=(*scene.texts, *texts),
        beginning_with=None if begin is None else lambda first: _told(begin(first), layers, texts),
        renewed=None if renew is None else lambda view: _told(renew(view), layers, texts),
    )


def _place(page: Page, sheet: Sheet, notice: Notice) -> Rect:
    """A sign and the words on a tab that hangs from the edge, above all that can be tapped; answers its place."""
    tools = page.tools
    padding, icon, space = page.u(_PADDING_U), page.u(_ICON_U), page.u(_SPACE_U)
    room = page.inner - 2 * padding - icon - space
    block = _words(page, sheet, notice, room)
    height = max(page.u(_LEAST_HEIGHT_U), round(_INK_EM * block.size))
    tab = Rect(0, 0, block.width + 2 * padding + icon + space, height)
    tab.centerx = sheet.width // 2
    radius = height // 2
    shape = tools.shapes.rounded(tab.width, height + radius, radius, tools.theme.raised)
    sheet.picture(shape.subsurface(Rect(0, radius, *tab.size)), tab)
    sign = Rect(tab.left + padding, tab.centery - icon // 2, icon, icon)
    sheet.picture(tools.icons.icon("clock", icon, tools.theme.accent_ink), sign)
    middle = (block.cap_top + block.baselines[0]) // 2 if block.lines else block.height // 2
    sheet.place(block, sign.right + space, tab.centery - middle)
    return sheet.physical(tab)


def _words(page: Page, sheet: Sheet, notice: Notice, room: int) -> TextBlock:
    """The first of the wordings that fits on one line."""
    block = None
    for wording in _wordings(page, notice):
        block = sheet.set(wording, _STYLE, room, max_lines=1, shrink_to=0.8)
        if not block.cut:
            break
    assert block is not None
    return block


def _wordings(page: Page, notice: Notice) -> list[Wording]:
    strings = page.strings
    time = strings.time_of_day(page.view.local(notice.at)).text
    if notice.coming == "closing":
        return [strings.text("notice.closing", time=time)]
    film = page.view.exhibition.playlist.film(notice.film)
    titled = [page.first(film.title)] if film else []
    return [
        *(strings.text("notice.screening", time=time, title=strings.within(each)) for each in titled),
        strings.text("notice.screening_short", time=time),
    ]
