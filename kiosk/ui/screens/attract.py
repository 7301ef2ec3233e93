"""While nobody is there: the loop, what it shows, and the invitation to touch."""

from pygame import Rect, Surface

from kiosk.exhibition.film import Film
from kiosk.exhibition.loop import CardItem, StillItem
from kiosk.exhibition.text import Text, Wording
from kiosk.ui.scene import Scene
from kiosk.ui.screens.page import Page
from kiosk.ui.theme import Style
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.ui.widgets.placing import film_place
from kiosk.ui.widgets.pulse import Pulse

_PULSE_U = 132


def build(view: View, tools: Tools) -> Scene:
    """Stands on the loop's film; has a picture of its own where no film can play."""
    page = Page.of(view, tools)
    if view.exhibition.mode == "loop":
        # A screen without touch shows its loop and nothing else, but for the words of a card.
        if isinstance(view.showing, CardItem):
            _title(page, view.showing.title, view.showing.text, tools.metrics.width)
        return _scene(page, view, ())
    scrims(page)
    pulse, taken = _invitation(page)
    room = page.inner - (0 if tools.metrics.tall else taken + page.u(72))
    film = view.exhibition.playlist.film(view.showing) if isinstance(view.showing, str) else None
    if isinstance(view.showing, CardItem):
        _title(page, view.showing.title, view.showing.text, room)
    elif film is None:
        _title(page, view.exhibition.title, view.exhibition.notice, room)
    else:
        _film_title(page, film, room)
    return _scene(page, view, (pulse,))


def _scene(page: Page, view: View, live: tuple[Pulse, ...]) -> Scene:
    return Scene(
        "attract",
        fallback=_picture(page, view),
        layers=tuple(page.sheet.layers),
        live=live,
        targets=tuple(page.sheet.targets),
        texts=tuple(page.sheet.texts),
    )


def scrims(page: Page) -> None:
    """Shade for the words, at the foot and in the corner where the title stands."""
    metrics, shapes, theme = page.tools.metrics, page.tools.shapes, page.tools.theme
    width, height = metrics.width, metrics.height
    foot = round(height * (0.42 if metrics.tall else 0.62))
    stops = ((0.0, 0.0), (0.45, 150.0), (0.75, 216.0), (1.0, 232.0))
    scrim = shapes.scrim((width, foot), "bottom", theme.scrim, stops)
    page.sheet.picture(scrim, Rect(0, height - foot, width, foot), still=True)
    if metrics.tall:
        top = round(height * 0.16)
        head = shapes.scrim((width, top), "top", theme.scrim, ((0.0, 0.0), (0.5, 170.0), (1.0, 220.0)))
        page.sheet.picture(head, Rect(0, 0, width, top), still=True)


def _picture(page: Page, view: View) -> Surface:
    """What is seen while no film frame is there."""
    tools = page.tools
    picture = Surface(tools.size)
    picture.fill(tools.theme.ground[:3])
    path, name = None, None
    if isinstance(view.showing, StillItem):
        path, name = view.showing.still, view.showing.still.name
    elif isinstance(view.showing, str) and (film := view.exhibition.playlist.film(view.showing)):
        path, name = film.still, film.id
    if name is None:
        return picture
    place = film_place(tools.metrics)
    still = tools.stills.cover(path, place.size) or tools.stills.plain(name, place.size)
    picture.blit(still, place)
    return picture


def _film_title(page: Page, film: Film, room: int) -> None:
    """The exhibition, the film in both scripts, who made it: stacked upwards from the foot."""
    sheet, metrics = page.sheet, page.tools.metrics
    first = sheet.title(page.first(film.title), (Style("display", "light"), Style("heading", "light")), room)
    other = page.second(film.title)
    second = sheet.title(other, (Style("title", "light"), Style("prompt", "light")), room) if other else None
    made_by = sheet.set(_made_by(page, film), Style("facts", "regular", "ink_soft"), room)
    height = first.height + (second.height if second else 0) + page.u(12) + made_by.height
    y = _title_top(page, height)
    if metrics.tall:
        _exhibition(page, page.u(110), room)
    else:
        _exhibition(page, y - page.u(18), room, upwards=True)
    for block, after in ((first, 0), (second, page.u(12)), (made_by, 0)):
        if block is not None:
            sheet.place(block, metrics.margin, y, room)
            y += block.height + after


def _title_top(page: Page, height: int) -> int:
    """The y at which the title begins: it ends above the lower edge, or begins under the film of a tall screen."""
    metrics = page.tools.metrics
    if metrics.tall:
        return min(film_place(metrics).bottom + page.u(72), page.bottom - page.u(260) - height)
    return page.bottom - height - page.u(20)


def _made_by(page: Page, film: Film) -> Wording:
    """Director in both scripts, and the year."""
    names = [page.first(film.director) if film.director else None, page.second(film.director)]
    year = Wording(page.strings.number(film.year), page.view.language) if film.year else None
    return page.strings.joined([*names, year])


def _exhibition(page: Page, y: int, room: int, *, upwards: bool = False) -> None:
    """The exhibition's title in both scripts, on one line if there is room."""
    sheet, metrics = page.sheet, page.tools.metrics
    title = page.view.exhibition.title
    style = Style("facts", "regular", "ink_soft")
    blocks = [sheet.set(each, style, room) for each in (page.first(title), page.second(title)) if each]
    dot = sheet.set(Wording("·", page.view.language), style)
    gap = page.u(18)
    if len(blocks) == 2 and blocks[0].width + blocks[1].width + dot.width + 2 * gap <= room:
        blocks.insert(1, dot)
    on_one_line = len(blocks) != 2
    height = max(each.height for each in blocks) if on_one_line else sum(each.height for each in blocks)
    y = y - height if upwards else y
    x = metrics.margin
    for block in blocks:
        if on_one_line:
            sheet.place(block, x, y + (height - block.height) // 2)
            x += block.width + gap
        else:
            sheet.place(block, x, y, room)
            y += block.height


def _title(page: Page, title: Text, text: Text, room: int) -> None:
    """Words of a card, in every language at once; also the exhibition's own while nothing else is known."""
    sheet, metrics = page.sheet, page.tools.metrics
    blocks = []
    for wording in (page.first(title), page.second(title)):
        if wording:
            blocks.append(sheet.title(wording, (Style("title", "light"), Style("heading", "light")), room))
    for wording in (page.first(text), page.second(text)):
        if wording:
            blocks.append(sheet.set(wording, Style("lead", "regular", "ink_soft"), room))
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
