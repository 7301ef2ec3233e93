"""The colours of test cards on the screen against what their files stand for."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench import our_kiosk
from tests.bench.cards import CARDS, Card, Colour, card_file, centres, source_colours
from tests.bench.exhibition import Showing
from tests.bench.players import Playing, cvlc
from tests.bench.report import Section, Verdict
from tests.bench.screen import Screen

SHOWN = 2.0
"""Seconds of a card before it is read."""

BAR = 2


@dataclass(frozen=True, slots=True)
class Worst:
    """The patch that is furthest off: by how much (of 255, in its worst channel), what it should be and what it is."""

    error: int
    wanted: Colour
    seen: Colour

    def __str__(self) -> str:
        return f"{self.error}: {self.seen} for {self.wanted}" if self.error else "0"


def run(*, quick: bool = False) -> list[Section]:
    """Every card once; quickly, the first three."""
    cards = CARDS[:3] if quick else CARDS
    section = Section(
        "Colour",
        "24 patches a card. Screen against the file's own decoded planes, converted by the card's matrix and range in "
        "exact arithmetic; the patch that is furthest off, of 255 in its worst channel.",
        ["card", "ours", "cvlc --vout xcb_x11"],
    )
    own: dict[str, Worst] = {}
    if our_kiosk.missing():
        section.notes.append(f"ours was not measured: {our_kiosk.missing()}.")
    else:
        own = _ours(cards)
    player = cvlc()
    theirs: dict[str, Worst] = {}
    if player.missing:
        section.notes.append(f"{player.name} was not measured: {player.missing}.")
    else:
        theirs = {card.name: _cvlc(card) for card in cards}
    section.rows += [[card.name, *(str(found.get(card.name, "–")) for found in (own, theirs))] for card in cards]
    if own:
        error = max(each.error for each in own.values())
        section.verdicts.append(Verdict(f"every patch within {BAR}", f"furthest {error}", error <= BAR))
    return [section]


def _ours(cards: Sequence[Card]) -> dict[str, Worst]:
    found = {}
    with (
        Screen() as screen,
        our_kiosk.running(screen, [Showing(each.film_id, card_file(each)) for each in cards]) as pilot,
    ):
        for card in cards:
            our_kiosk.open_film(pilot, card.film_id)
            begun = pilot.mark()
            pilot.tap("watch")
            pilot.wait_for("rolling", after=begun)
            time.sleep(SHOWN)
            found[card.name] = _compare(screen, card)
            pilot.wait_for("ended", after=begun, seconds=20)
            pilot.wait_for_scene(screen="film", after=our_kiosk.last(pilot, "ended"))
            pilot.tap("back")
            pilot.wait_for_scene(screen="browse", after=our_kiosk.last(pilot, "ended"))
    return found


def _cvlc(card: Card) -> Worst:
    with Screen() as screen, Playing(cvlc(), card_file(card), screen):
        time.sleep(SHOWN + 1)
        return _compare(screen, card)


def _compare(screen: Screen, card: Card) -> Worst:
    seen = [screen.colour_at(x, y) for x, y in centres(screen.lit())]
    worst = Worst(0, (0, 0, 0), (0, 0, 0))
    for wanted, shown in zip(source_colours(card), seen, strict=True):
        error = max(abs(a - b) for a, b in zip(wanted, shown, strict=True))
        if error > worst.error:
            worst = Worst(error, wanted, shown)
    return worst
