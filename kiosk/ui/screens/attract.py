"""While nobody is there: the loop, what it shows, and the invitation to touch."""

from pygame import Rect, Surface

from kiosk.exhibition.film import Film
from kiosk.exhibition.loop import CardItem, FileItem, StillItem
from kiosk.exhibition.text import Text, Wording
from kiosk.ui.metrics import Role
from kiosk.ui.scene import Layer, Scene
from kiosk.ui.screens.page import Page
from kiosk.ui.text import TextBlock
from kiosk.ui.theme import Style
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.ui.widgets.halo import halos
from kiosk.ui.widgets.loop_card import place_words
from kiosk.ui.widgets.placing import CENTER_TALL, film_place
from kiosk.ui.widgets.pulse import Pulse
from kiosk.ui.widgets.shade import foot_shade, head_shade

_PULSE_U = 132
_HEAD_SHARE, _FOOT_SHARE = 0.1, 0.66
_TITLES: tuple[tuple[tuple[Role, ...], tuple[Role, ...]], ...] = (
    (("display", "heading"), ("title", "prompt")),
    (("heading", "lead"), ("prompt",)),
    (("lead",), ("facts",)),
)
"""Roles of the film's two titles: the next ones where these are so long that they would reach the upper edge."""
_HIGHEST_TITLE = 0.3
"""Share of the screen above the titles: the exhibition is named there."""
_FOOT = ((0.0, 0.0), (0.38, 126.0), (0.7, 190.0), (1.0, 224.0))


def build(view: View, tools: Tools) -> Scene:
    """Stands on the loop's film; has a picture of its own where no film can play."""
    page = Page.of(view, tools)
    if view.exhibition.mode == "loop":
        # A screen without touch shows its loop and nothing else, but for the words of a card.
        if isinstance(view.showing, CardItem):
            place_words(page, view.showing, page.bottom)
        return _scene(page, view, ())
    pulse, taken = _invitation(page)
    room = page.inner - (0 if tools.metrics.tall else taken + page.u(72))
    named = view.showing if isinstance(view.showing, FileItem) else view.shown_film
    if isinstance(view.showing, CardItem):
        place_words(page, view.showing, min(each.rect.top for each in page.sheet.texts) - page.u(40))
    elif named is not None and named.title:
        _film_title(page, named, room)
    else:
        _title(page, view.exhibition.title, view.exhibition.notice, room)
    return _scene(page, view, (pulse,))


def _scene(page: Page, view: View, live: tuple[Pulse, ...]) -> Scene:
    itself = isinstance(view.showing, StillItem | CardItem)
    return Scene(
        "attract",
        ground=_picture(page, view) if itself else None,
        fallback=None if itself else lambda: _picture(page, view),
        layers=(*([] if isinstance(view.showing, CardItem) else _shades(page)), *page.sheet.layers),
        live=live,
        targets=tuple(page.sheet.targets),
        texts=tuple(page.sheet.texts),
    )


def _shades(page: Page) -> list[Layer]:
    """Shade at the foot, and at the head of a tall screen; halos make the words readable over the brightest picture."""
    metrics, tools, texts = page.tools.metrics, page.tools, page.sheet.texts
    if not texts:
        return []
    shades = halos(page.sheet, tools)
    if metrics.tall:
        lower = min(each.rect.top for each in texts if each.rect.centery >= metrics.height / 4)
        return [head_shade(page, round(metrics.height * _HEAD_SHARE)), foot_shade(page, lower), *shades]
    size = (metrics.width, round(metrics.height * _FOOT_SHARE))
    foot = tools.shapes.scrim(size, "bottom", tools.theme.scrim, _FOOT)
    return [Layer(foot, (0, metrics.height - size[1]), still=True), *shades]


def _picture(page: Page, view: View) -> Surface:
    """A still or a card itself; for a film, what is seen while no frame of it is there."""
    tools = page.tools
    if isinstance(view.showing, StillItem):
        still = view.showing.still
        middle = (0.5, CENTER_TALL if tools.metrics.tall else 0.5)
        return tools.stills.picture(still, tools.size, "whole", middle) or tools.stills.plain(still.name, tools.size)
    if isinstance(view.showing, CardItem):
        return tools.stills.plain(" ".join(view.showing.title.by_language.values()), tools.size)
    picture = Surface(tools.size, 0, 32)
    picture.fill(tools.theme.ground[:3])
    if (film := view.shown_film) is not None:
        place = film_place(tools.metrics)
        picture.blit(tools.stills.cover(film.still, place.size) or tools.stills.plain(film.id, place.size), place)
    return picture


def _film_title(page: Page, film: Film | FileItem, room: int) -> None:
    """The exhibition, the film in both scripts, who made it: stacked upwards from the foot."""
    sheet, metrics = page.sheet, page.tools.metrics
    for styles in _TITLES:
        first = sheet.title(page.first(film.title), [Style(role, "light") for role in styles[0]], room)
        other = page.second(film.title)
        second = sheet.title(other, [Style(role, "light") for role in styles[1]], room) if other else None
        made_by = _made_by(page, film, room) if isinstance(film, Film) else []
        height = sum(each.height for each in (first, *([second] if second else []), *made_by)) + page.u(12)
        y = _title_top(page, height)
        if y >= metrics.height * _HIGHEST_TITLE:
            break
    if metrics.tall:
        _exhibition(page, page.u(110), room)
    else:
        _exhibition(page, y - page.u(18), room, upwards=True)
    for block in (first, *([second] if second else [])):
        sheet.place(block, metrics.margin, y, room)
        y += block.height
    y += page.u(12)
    for block in made_by:
        sheet.place(block, metrics.margin, y, room)
        y += block.height


def _title_top(page: Page, height: int) -> int:
    """The y at which the title begins: it ends above the lower edge, or begins under the film of a tall screen."""
    metrics = page.tools.metrics
    if metrics.tall:
        return min(film_place(metrics).bottom + page.u(72), page.bottom - page.u(260) - height)
    return page.bottom - height - page.u(20)


def _made_by(page: Page, film: Film, room: int) -> list[TextBlock]:
    """Director in both scripts, and the year: on one line, or each script on its own where that is too long."""
    name, other = page.first(film.director) if film.director else None, page.second(film.director)
    year = Wording(page.strings.number(film.year), page.view.language) if film.year else None
    together = page.sheet.set(page.strings.joined([name, other, year]), Style("facts"), room)
    if other is None or len(together.lines) <= 1:
        return [together]
    return [page.sheet.set(each, Style("facts"), room) for each in (page.strings.joined([name, year]), other)]


def _exhibition(page: Page, y: int, room: int, *, upwards: bool = False) -> None:
    """The exhibition's title in both scripts, on one line with a dot between them if there is room."""
    sheet, metrics, style = page.sheet, page.tools.metrics, Style("facts")
    title = page.view.exhibition.title
    blocks = [sheet.set(each, style, room) for each in (page.first(title), page.second(title)) if each]
    dot, gap = sheet.set(Wording("·", page.view.language), style), page.u(18)
    if sum(each.width for each in blocks) + (dot.width + 2 * gap) * (len(blocks) - 1) > room:
        y -= sum(each.height for each in blocks) if upwards else 0
        for block in blocks:
            sheet.place(block, metrics.margin, y, room)
            y += block.height
        return
    height, x = max(each.height for each in blocks), metrics.margin
    y -= height if upwards else 0
    for number, block in enumerate(blocks):
        if number:
            sheet.ornament(dot, x + gap, y + (height - dot.height) // 2)
            x += dot.width + 2 * gap
        sheet.place(block, x, y + (height - block.height) // 2)
        x += block.width


def _title(page: Page, title: Text, text: Text, room: int) -> None:
    """The exhibition's own words, while nothing else is known."""
    sheet, metrics = page.sheet, page.tools.metrics
    blocks = []
    for wording in (page.first(title), page.second(title)):
        if wording:
            blocks.append(sheet.title(wording, (Style("title", "light"), Style("heading", "light")), room))
    for wording in (page.first(text), page.second(text)):
        if wording:
            blocks.append(sheet.set(wording, Style("lead"), room))
    y = _title_top(page, sum(each.height for each in blocks))
    for block in blocks:
        sheet.place(block, metrics.margin, y, room)
        y += block.height


def _invitation(page: Page) -> tuple[Pulse, int]:
    """ "Touch to explore" in both languages, and the rings beside it; answers these and the width that they take."""
    sheet, metrics = page.sheet, page.tools.metrics
    size = max(page.u(_PULSE_U), metrics.target)
    languages = [page.view.language] + ([page.view.second_language] if page.view.second_language else [])
    style = Style("prompt", "medium")
    blocks = [sheet.set(page.tools.strings[each].text("attract.touch"), style) for each in languages]
    height = sum(each.height for each in blocks)
    middle = page.bottom - max(height, size) // 2 - page.u(20)
    if metrics.tall:
        x, align = metrics.margin + size + page.u(40), "start"
        ring = Rect(metrics.margin, middle - size // 2, size, size)
    else:
        ring = Rect(sheet.width - metrics.margin - size, middle - size // 2, size, size)
        x, align = metrics.margin, "end"
    room = sheet.width - metrics.margin - x if metrics.tall else ring.left - page.u(40) - x
    y = middle - height // 2
    for block in blocks:
        sheet.place(block, x, y, room, "end" if align == "end" else "start")
        y += block.height
    return Pulse(page.tools, sheet.physical(ring).center, size), size + page.u(40) + max(each.width for each in blocks)
