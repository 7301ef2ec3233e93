"""What visitors can choose from: films hidden for now, their order, and which excerpt of each comes first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kiosk.exhibition.film import Film
from kiosk.panel.controls import (
    Block,
    Button,
    Buttons,
    Choice,
    Disc,
    Leaf,
    Option,
    Paragraph,
    Row,
    Switch,
)
from kiosk.panel.effects import Deeds, Drop, Plain, Put, Remember, Way, Write
from kiosk.panel.section import Seen
from kiosk.panel.words import Both, Count, Name, Said, Say

_HIDDEN: Final = ("panel", "hidden")
_ORDER: Final = ("panel", "order")
_MAIN: Final = ("panel", "main")
_WAYS: Final[tuple[Way, ...]] = (_HIDDEN, _ORDER, _MAIN)


@dataclass(frozen=True, slots=True)
class _Choices:
    """All films in their order, and the ids of those that are hidden; with what was changed a moment ago."""

    films: tuple[Film, ...]
    hidden: tuple[str, ...]

    def is_last(self, film: Film) -> bool:
        """Whether there would be none without it."""
        return film.id not in self.hidden and len(self.films) - len(self.hidden) == 1


def leaf(seen: Seen) -> Leaf:
    choices = _choices(seen)
    film = next((each for each in choices.films if each.id == seen.memory.get("film")), None)
    return _one(seen, choices, film) if film else _all(seen, choices)


def _choices(seen: Seen) -> _Choices:
    exhibition = seen.exhibition
    films = {each.id: each for each in exhibition.films or exhibition.playlist.films}
    order = seen.value(_ORDER, list(films))
    hidden = seen.value(_HIDDEN, [each for each in films if not exhibition.playlist.film(each)])
    ordered = dict.fromkeys(each for each in [*order, *films] if isinstance(each, str) and each in films)
    return _Choices(tuple(films[each] for each in ordered), tuple(each for each in ordered if each in hidden))


def _all(seen: Seen, choices: _Choices) -> Leaf:
    blocks: list[Block] = [_row(seen, choices, number) for number in range(len(choices.films))]
    if any(way[: len(each)] == each for way in seen.kept for each in _WAYS):
        drops = Write(tuple(Drop(each) for each in _WAYS))
        blocks.append(Buttons((Button("as-written", Say("panel.films.as_written"), (drops,)),)))
    line = Both((Count("films", len(choices.films) - len(choices.hidden)), Say("panel.films.line")))
    return Leaf(Say("panel.section.films"), tuple(blocks), line=line)


def _row(seen: Seen, choices: _Choices, number: int) -> Row:
    film, last = choices.films[number], len(choices.films) - 1
    shown = film.id not in choices.hidden
    lines: list[Said] = [film.director] if film.director else []
    lines.append(_first(seen, film) if shown else Say("panel.films.hidden"))
    return Row(
        film.title,
        (Both(tuple(lines)),),
        still=film.still or film.id,
        trailing=(
            Disc(f"up:{film.id}", "up", _swapped(choices, number - 1) if number else ()),
            Disc(f"down:{film.id}", "down", _swapped(choices, number) if number < last else ()),
            Disc(f"show:{film.id}", "check", _turned(choices, film), lit=shown),
        ),
        name=f"film:{film.id}",
        does=(Remember("film", film.id),),
    )


def _one(seen: Seen, choices: _Choices, film: Film) -> Leaf:
    """One film: whether it is shown, and which excerpt comes first."""
    switch = Switch("shown", film.id not in choices.hidden, _turned(choices, film))
    blocks: list[Block] = [Row(Say("panel.films.shown"), trailing=(switch,))]
    if choices.is_last(film):
        blocks.append(Paragraph(Say("panel.films.last")))
    if film.excerpts:
        main = _main(seen, film)
        options = [  # in an order of their own, so that what is chosen does not jump to the front
            Option(f"main:{each}", _name(film, each), (Write((Put((*_MAIN, film.id), each),)),), chosen=each == main)
            for each in sorted(each.id for each in film.excerpts)
        ]
        blocks.append(Choice(Say("panel.films.main"), tuple(options)))
    else:
        blocks.append(Paragraph(Say("panel.films.no_excerpt")))
    back = Button("back", Say("panel.back"), (Remember("film", None),))
    return Leaf(film.title, tuple(blocks), line=film.director or None, top=(back,), name=f"film:{film.id}")


def _main(seen: Seen, film: Film) -> str:
    return seen.value((*_MAIN, film.id), film.excerpts[0].id)


def _first(seen: Seen, film: Film) -> Said:
    if not film.excerpts:
        return Say("panel.films.no_excerpt")
    return Say("panel.films.first", {"excerpt": _name(film, _main(seen, film))})


def _name(film: Film, excerpt_id: str) -> Said:
    excerpt = film.excerpt(excerpt_id)
    return excerpt.title if excerpt and excerpt.title else Name(excerpt_id)


def _turned(choices: _Choices, film: Film) -> Deeds:
    """Hide it, or show it again; the last one stays."""
    if choices.is_last(film):
        return ()
    hidden = [each for each in choices.hidden if each != film.id]
    if len(hidden) == len(choices.hidden):
        hidden.append(film.id)
    return (Write((Put(_HIDDEN, _plain(hidden)),)),)


def _swapped(choices: _Choices, first: int) -> Deeds:
    """The film at ``first`` and the one after it change places."""
    ids = [each.id for each in choices.films]
    ids[first], ids[first + 1] = ids[first + 1], ids[first]
    return (Write((Put(_ORDER, _plain(ids)),)),)


def _plain(ids: Sequence[str]) -> list[Plain]:
    return [*ids]
