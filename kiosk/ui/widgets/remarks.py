"""Short lines beside the main text: the next screening, the content note, an apology."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pygame import Rect

from kiosk.exhibition.film import Film
from kiosk.exhibition.text import Wording
from kiosk.ui.icons import Icon
from kiosk.ui.screens.page import Page
from kiosk.ui.text import TextBlock
from kiosk.ui.theme import Style
from kiosk.ui.widgets.sheet import Sheet
from kiosk.ui.widgets.timely import label_of, overrun_line, rights_line, shown_first, when_line, where_line

_ICON_U, _SPACE_U, _BETWEEN_U = 34, 16, 18


@dataclass(frozen=True, slots=True)
class Remark:
    """Words with or without a sign before them; ``after`` follows on a line of its own, softer.

    ``label`` goes before the words, on a line of its own where there is no room for both on one.
    """

    words: Wording
    style: Style
    icon: Icon | None = None
    after: Wording | None = None
    label: Wording | None = None


def apology(page: Page) -> Remark:
    """An excerpt could not be shown."""
    return Remark(page.strings.text("film.apology"), Style("facts", "medium"), "warning")


def remarks(page: Page, film: Film) -> list[Remark]:
    """What else a visitor should know before they choose: when it is shown, what it contains, what the still is."""
    found: list[Remark] = []
    if film.excerpts and (why := page.view.barred.get(film.id)):
        found.append(Remark(rights_line(page, film, why), Style("small", "medium"), "clock"))
    if (excerpts := page.view.playable(film)) and (line := overrun_line(page, film, excerpts[0])):
        found.append(Remark(line, Style("small", "medium"), "clock"))
    for screening in shown_first(page, film):
        when, where = when_line(page, film, screening), where_line(page, screening)
        found.append(Remark(when, Style("small", "medium"), after=where, label=label_of(page, film, screening)))
    if versions := versions_line(page, film):
        found.append(versions)
    if note := content_line(page, film):
        found.append(Remark(note, Style("small", "regular"), "warning"))
    if film.still is not None and film.still_caption:
        found.append(Remark(page.first(film.still_caption), Style("small", "regular", "ink_soft")))
    return found


_VERSION: dict[str, tuple[str, Icon]] = {
    "sign": ("film.with_sign", "sign"),
    "described": ("film.with_described", "described"),
}


def versions_line(page: Page, film: Film) -> Remark | None:
    """ "With sign language · With audio description": that a film can be watched in another way, too."""
    there = {version for excerpt in page.view.playable(film) for version in page.view.versions(film, excerpt)}
    found = [words for version, words in _VERSION.items() if version in there]
    if not found:
        return None
    line = page.strings.joined([page.strings.text(key) for key, _ in found])
    return Remark(line, Style("small", "regular", "ink_soft"), found[0][1])


def content_line(page: Page, film: Film) -> Wording | None:
    """What a strong film contains."""
    note = film.content_note
    if note is None or not (note.strong or note.seen):
        return None
    return page.first(note.seen) if note.seen else page.strings.text("film.strong")


@dataclass(frozen=True, slots=True)
class RemarkBlock:
    """Remarks that are set, one below the other: each its lines, and its sign if it has one."""

    rows: tuple[tuple[tuple[TextBlock, ...], Icon | None], ...]
    height: int
    width: int


def set_remarks(page: Page, found: Sequence[Remark], width: int) -> RemarkBlock:
    """Set remarks in a column ``width`` pixels wide."""
    indent = page.u(_ICON_U + _SPACE_U)
    rows = []
    for each in found:
        room = width - (indent if each.icon else 0)
        blocks = _labelled(page, each, room)
        if each.after:
            blocks.append(page.sheet.set(each.after, replace(each.style, weight="regular", colour="ink_soft"), room))
        rows.append((tuple(blocks), each.icon))
    height = sum(block.height for blocks, _ in rows for block in blocks) + page.u(_BETWEEN_U) * max(0, len(rows) - 1)
    widest = max((block.width + (indent if icon else 0) for blocks, icon in rows for block in blocks), default=0)
    return RemarkBlock(tuple(rows), height, widest)


def _labelled(page: Page, remark: Remark, room: int) -> list[TextBlock]:
    if remark.label is None:
        return [page.sheet.set(remark.words, remark.style, room)]
    together = page.sheet.set(page.strings.joined([remark.label, remark.words], " "), remark.style, room)
    if len(together.lines) == 1:
        return [together]
    return [page.sheet.set(each, remark.style, room) for each in (remark.label, remark.words)]


def place_remarks(page: Page, sheet: Sheet, block: RemarkBlock, x: int, y: int) -> int:
    """Place them with their signs; answers the y below."""
    for blocks, icon in block.rows:
        indent = page.u(_ICON_U + _SPACE_U) if icon else 0
        if icon:
            _place_sign(page, sheet, icon, x, y + _middle(blocks[0]))
        for words in blocks:
            sheet.place(words, x + indent, y, block.width - indent)
            y += words.height
        y += page.u(_BETWEEN_U)
    return y - page.u(_BETWEEN_U)


def _place_sign(page: Page, sheet: Sheet, icon: Icon, x: int, middle: int) -> None:
    size = page.u(_ICON_U)
    picture = page.tools.icons.icon(icon, size, page.tools.theme.accent_ink)
    sheet.picture(picture, Rect(x, middle - size // 2, size, size))


def _middle(words: TextBlock) -> int:
    """Of the first line's capitals, from the block's top."""
    return (words.cap_top + words.baselines[0]) // 2 if words.lines else 0
