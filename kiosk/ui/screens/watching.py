"""A film on the whole screen, and its controls over it while they are wanted."""

from dataclasses import replace

from pygame import Rect, Surface

from kiosk.exhibition.film import Excerpt, Film
from kiosk.exhibition.text import Wording
from kiosk.ui.scene import Layer, Scene, Target
from kiosk.ui.screens.page import Page
from kiosk.ui.theme import Style
from kiosk.ui.tile import TextRecord
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.ui.widgets.buttons import LIGHT, Label, disc, pill, pill_width
from kiosk.ui.widgets.caption_panel import caption_label, place_caption_panel
from kiosk.ui.widgets.curtain import Curtain
from kiosk.ui.widgets.excerpts import excerpt_title
from kiosk.ui.widgets.halo import halos
from kiosk.ui.widgets.patience import Patience
from kiosk.ui.widgets.scrubber import TIME, Scrubber
from kiosk.ui.widgets.still_apart import bands
from kiosk.ui.widgets.versions import place_versions, versions_width
from kiosk.visit.places import Watching

TITLE = Style("card", "medium")
KIND = Style("facts")
_TOP_SCRIM_U, _FOOT_SCRIM_U = 330, 440


def build(view: View, tools: Tools) -> Scene:
    """The film alone. A tap anywhere on it shows or hides the controls."""
    page = Page.of(view, tools)
    black = Surface(tools.size, 0, 32)
    whole = Rect((0, 0), tools.size)
    return Scene(
        "watching",
        fallback=lambda: black,
        live=(Patience(tools, page.strings), Curtain(tools)),
        targets=(Target("picture", whole, shape=Rect(0, 0, 0, 0)),),
    )


def build_cinema(view: View, tools: Tools) -> Scene:
    """The film of a screening, and nothing that can be touched."""
    return replace(build(view, tools), name="cinema", targets=())


def build_controls(view: View, tools: Tools) -> Scene:
    """Close, what is playing, the scrubber, and the buttons under it."""
    film, excerpt, place = view.film, view.excerpt, view.visit.place
    assert film is not None
    assert excerpt is not None
    assert isinstance(place, Watching)
    page = Page.of(view, tools)
    _head(page, film, excerpt)
    top = _buttons(page, film, excerpt, place)
    scrubber, times = _scrubber(page, top)
    if place.choosing and view.tracks:
        foot = page.sheet.targets[1:]  # all but close
        place_caption_panel(page, min(each.rect.top for each in foot) - tools.metrics.gap)
    return Scene(
        "controls",
        layers=(*_scrims(page), *halos(page.sheet, tools), *page.sheet.layers),
        live=(scrubber,) if scrubber else (),
        targets=tuple(page.sheet.targets),
        texts=(*page.sheet.texts, *times),
    )


def _scrims(page: Page) -> tuple[Layer, Layer]:
    """Shade behind the controls, at the head and at the foot; black where no picture shall be behind words."""
    if page.tools.comfort.high_contrast:
        return bands(page)
    metrics, shapes, theme = page.tools.metrics, page.tools.shapes, page.tools.theme
    head, foot = page.u(_TOP_SCRIM_U), page.u(_FOOT_SCRIM_U)
    above = shapes.scrim((metrics.width, head), "top", theme.scrim, ((0.0, 0.0), (1.0, 206.0)))
    below = shapes.scrim((metrics.width, foot), "bottom", theme.scrim, ((0.0, 0.0), (0.55, 190.0), (1.0, 222.0)))
    return Layer(above, (0, 0)), Layer(below, (0, metrics.height - foot))


def _head(page: Page, film: Film, excerpt: Excerpt) -> None:
    """Close, and what is playing."""
    metrics, sheet = page.tools.metrics, page.sheet
    close = Rect(metrics.margin, page.top, metrics.target, metrics.target)
    x = close.right + page.u(32)
    room = sheet.width - metrics.margin - x
    title = sheet.title(page.first(film.title), (TITLE, KIND), room)
    kind = sheet.set(excerpt_title(page, excerpt), KIND, room)
    words = Rect(x, 0, max(title.width, kind.width), title.height + kind.height)
    words.top = max(page.u(20), close.centery - words.height // 2)
    disc(sheet, page.tools, "close", "close", close)
    sheet.place(title, x, words.top, room)
    sheet.place(kind, x, words.top + title.height, room)


def _buttons(page: Page, film: Film, excerpt: Excerpt, place: Watching) -> int:
    """Play, back ten seconds, versions; subtitles and volume at the other end, above if there is no room.

    Answers their top."""
    tools, metrics, sheet = page.tools, page.tools.metrics, page.sheet
    size, gap = metrics.target, metrics.gap
    back = Label(page.strings.text("watching.back_ten", count=10))
    captions = caption_label(page)
    back_width, captions_width = pill_width(tools, back), pill_width(tools, captions) if captions else 0
    versions = page.view.versions(film, excerpt)
    left_width = size + gap + back_width + versions_width(page, versions)
    right_width = 2 * size + gap + (captions_width + gap if captions else 0)
    rows = 1 if left_width + page.u(40) + right_width <= page.inner else 2
    row = Rect(metrics.margin, page.bottom - size, page.inner, size)
    x = row.right - right_width
    if captions:
        pill(sheet, tools, "captions", captions, Rect(x, row.top, captions_width, size))
        x += captions_width + gap
    disc(sheet, tools, "volume-down", "minus", Rect(x, row.top, size, size))
    disc(sheet, tools, "volume-up", "plus", Rect(x + size + gap, row.top, size, size))
    _volume(page, Rect(x, row.bottom + page.u(16), 2 * size + gap, max(3, page.u(5))))
    if rows == 2:
        row.top -= size + gap
    disc(sheet, tools, "play", "play" if place.paused else "pause", Rect(row.left, row.top, size, size), LIGHT)
    pill(sheet, tools, "back-10", back, Rect(row.left + size + gap, row.top, back_width, size))
    place_versions(page, versions, place.version, row.left + size + gap + back_width, row.top)
    return row.top


def _volume(page: Page, rect: Rect) -> None:
    """A thin line under the two buttons: how loud it is, out of how loud it may become."""
    tools, view = page.tools, page.view
    most = view.exhibition.sound.max_volume
    share = min(1.0, view.visit.volume / most) if most > 0 else 0.0
    page.sheet.picture(tools.shapes.pill(*rect.size, tools.theme.track), rect)
    loud = Rect(*rect.topleft, round(rect.width * share), rect.height)
    if loud.width >= loud.height:
        page.sheet.picture(tools.shapes.pill(*loud.size, tools.theme.ink), loud)


def _scrubber(page: Page, top: int) -> tuple[Scrubber | None, tuple[TextRecord, ...]]:
    """The scrubber over the buttons, times at both its ends; none while the length is not known."""
    view, tools, metrics = page.view, page.tools, page.tools.metrics
    if view.length <= 0.0:
        return None, ()
    whole = tools.setter.set(page.strings.clock(view.length), TIME)
    room = whole.width + page.u(36)
    height = metrics.secondary
    way = Rect(metrics.margin + room, top - metrics.gap - height, metrics.width - 2 * (metrics.margin + room), height)
    scrubber = Scrubber(tools, page.strings, way, metrics.margin)
    page.sheet.target(Target("scrubber", way, "scrub", shape=Rect(0, 0, 0, 0)))
    end = metrics.width - metrics.margin - whole.width
    y = way.centery - whole.height // 2
    glass = page.another_sheet()
    glass.place_on_glass(whole, end, y)
    page.sheet.layers.extend(glass.layers)
    elapsed = _elapsed(scrubber, view, Rect(metrics.margin, y, whole.width, whole.height))
    return scrubber, (*glass.texts, elapsed)


def _elapsed(scrubber: Scrubber, view: View, rect: Rect) -> TextRecord:
    wording: Wording = scrubber.elapsed(view)
    return TextRecord(wording.text, wording.language, rect)
