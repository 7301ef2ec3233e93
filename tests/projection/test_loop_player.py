"""The attract loop on a booth of test cards: what is shown, second by second."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.film import Excerpt, Film, Playlist, Rights
from kiosk.exhibition.loop import CardItem, ExcerptItem, FileItem, Item, Loop, StillItem
from kiosk.exhibition.text import Text
from kiosk.projection.licence import Licence
from kiosk.projection.loop_player import LoopPlayer
from kiosk.projection.plays import Plays
from kiosk.projection.threader import Threader
from tests.projection.players import STEP, Desk, Hall, film

CARD = CardItem(Text({"": "Six films"}), Text({}), timedelta(seconds=3))
STILL = StillItem(Path("/still.jpg"), timedelta(seconds=1))


class Attract:
    """A loop player and its booth; ``seen`` notes what was shown and from which second on."""

    def __init__(
        self, folder: Path, items: tuple[Item, ...], films: tuple[Film, ...] = (), *, over: float = 0.0
    ) -> None:
        self.hall = Hall()
        self.desk = Desk()
        threader = Threader(self.desk, (64, 36))  # type: ignore[arg-type]
        self.exhibition = Exhibition(
            folder=folder,
            title=Text(),
            media=folder,
            playlist=Playlist(films=films),
            loop=Loop(items, over=timedelta(seconds=over)),
        )
        self.licence = Licence(self.exhibition, Plays(folder / "plays.json"), self.hall.clock)
        self.player = LoopPlayer(self.hall.booth, threader, self.exhibition, self.hall.clock, self.licence)
        self.begin = self.hall.clock.monotonic()
        self.seen: list[tuple[str, float]] = []

    def run(self, seconds: float) -> list[str]:
        """Let time pass; the names of what was shown so far."""
        for _ in range(round(seconds / STEP)):
            if self.player.step(self.hall.pass_time(STEP)):
                self.seen.append((_name(self.player), self.hall.clock.monotonic() - self.begin))
        return [name for name, _ in self.seen]

    def started(self, index: int) -> float:
        return self.seen[index][1]


def _name(player: LoopPlayer) -> str:
    match player.showing:
        case FileItem(file):
            return file.stem
        case ExcerptItem(film_id, excerpt):
            return f"{film_id}/{excerpt}"
        case CardItem():
            return "card"
        case StillItem():
            return "still"
    return "nothing"


def test_one_clip_follows_the_other_without_a_gap(tmp_path: Path) -> None:
    attract = Attract(tmp_path, (FileItem(film(tmp_path, "a.mp4")), FileItem(film(tmp_path, "b.mp4"))))
    attract.player.start()
    assert attract.run(7) == ["a", "b", "a", "b"]
    assert attract.started(2) - attract.started(1) == pytest.approx(2.0, abs=0.03)


def test_a_single_clip_goes_round(tmp_path: Path) -> None:
    attract = Attract(tmp_path, (FileItem(film(tmp_path, "a.mp4")),))
    attract.player.start()
    assert attract.run(7) == ["a", "a", "a", "a"]


def test_stills_and_cards_stand_for_their_time_between_clips(tmp_path: Path) -> None:
    attract = Attract(tmp_path, (FileItem(film(tmp_path, "a.mp4")), CARD, STILL))
    attract.player.start()
    assert attract.run(9) == ["a", "card", "still", "a", "card"]
    assert attract.started(2) - attract.started(1) == pytest.approx(3.0, abs=0.03)
    assert attract.started(3) - attract.started(2) == pytest.approx(1.0, abs=0.15)


def test_a_still_leaves_no_film_frame_behind(tmp_path: Path) -> None:
    attract = Attract(tmp_path, (FileItem(film(tmp_path, "a.mp4")), STILL))
    attract.player.start()
    attract.run(2.6)
    assert _name(attract.player) == "still"
    assert attract.hall.booth.picture(attract.hall.clock.monotonic()) is None


def test_a_clip_whose_facts_are_not_known_yet_is_waited_for(tmp_path: Path) -> None:
    first = film(tmp_path, "a.mp4")
    attract = Attract(tmp_path, (FileItem(first), FileItem(film(tmp_path, "b.mp4"))))
    attract.desk.later.add(first)
    attract.player.start()
    assert attract.run(1) == []
    attract.desk.later.clear()
    assert attract.run(3) == ["a", "b"]


def test_a_missing_file_is_left_out(tmp_path: Path) -> None:
    missing = FileItem(tmp_path / "gone.mp4")
    attract = Attract(tmp_path, (FileItem(film(tmp_path, "a.mp4")), missing, FileItem(film(tmp_path, "b.mp4"))))
    attract.player.start()
    assert attract.run(5) == ["a", "b", "a"]


def test_a_file_that_fails_is_left_out_and_the_loop_goes_on(tmp_path: Path) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_text("this is no film")
    attract = Attract(tmp_path, (FileItem(broken), FileItem(film(tmp_path, "b.mp4")), STILL))
    attract.player.start()
    assert attract.run(5) == ["b", "still", "b"]


def test_a_broken_clip_after_a_still_does_not_stop_the_loop(tmp_path: Path) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_text("this is no film")
    attract = Attract(tmp_path, (STILL, FileItem(broken), CARD))
    attract.player.start()
    assert attract.run(5.5) == ["still", "card", "still", "card"]


def test_a_projector_that_dies_is_replaced_and_the_loop_goes_on(tmp_path: Path) -> None:
    attract = Attract(tmp_path, (FileItem(film(tmp_path, "a.mp4")), FileItem(film(tmp_path, "b.mp4"))))
    attract.player.start()
    attract.run(1)
    next(card for card in attract.hall.cards if card.picture(attract.hall.clock.monotonic())).die()
    assert attract.run(3)[:2] == ["a", "b"]
    assert len(attract.hall.cards) == 3


def test_nothing_to_show_is_no_error(tmp_path: Path) -> None:
    attract = Attract(tmp_path, (FileItem(tmp_path / "gone.mp4"),))
    attract.player.start()
    assert attract.run(2) == []
    assert attract.player.showing is None


def test_stop_empties_the_booth_and_start_goes_on(tmp_path: Path) -> None:
    attract = Attract(tmp_path, (FileItem(film(tmp_path, "a.mp4")), FileItem(film(tmp_path, "b.mp4"))))
    attract.player.start()
    attract.run(1)
    attract.player.stop()
    attract.hall.pass_time(0.1)
    assert attract.hall.booth.picture(attract.hall.clock.monotonic()) is None
    assert attract.player.showing is None
    attract.player.start()
    attract.run(1)
    assert attract.player.showing is not None


def test_excerpts_are_shown_between_their_in_and_out_points(tmp_path: Path) -> None:
    excerpt = Excerpt("opening", film(tmp_path, "a.mp4"), start=timedelta(seconds=0.5), end=timedelta(seconds=1.5))
    homs = Film("return-to-homs", Text({"": "Return to Homs"}), excerpts=(excerpt,))
    attract = Attract(tmp_path, (ExcerptItem("return-to-homs", "opening"), STILL), (homs,))
    attract.player.start()
    assert attract.run(1.6) == ["return-to-homs/opening", "still"]
    assert attract.started(1) - attract.started(0) == pytest.approx(1.0, abs=0.03)


def limited(folder: Path, rights: Rights) -> Film:
    """A film of two seconds."""
    return Film("homs", Text({"": "Homs"}), rights=rights, excerpts=(Excerpt("opening", film(folder, "a.mp4")),))


HOMS = ExcerptItem("homs", "opening", repeat=9)


def test_the_loop_leaves_half_of_a_days_plays_to_visitors(tmp_path: Path) -> None:
    attract = Attract(tmp_path, (HOMS, CARD), (limited(tmp_path, Rights(plays_per_day=5)),))
    attract.player.start()
    assert attract.run(9) == ["homs/opening", "homs/opening", "card", "card"]
    assert attract.licence.barred() == {}
    for _ in range(3):
        attract.licence.begun("homs")
    assert attract.licence.barred() == {"homs": "spent"}
    attract.hall.clock.advance(24 * 3600)
    assert attract.licence.barred() == {}
    assert attract.run(6)[-2:] == ["homs/opening", "homs/opening"]


@pytest.mark.parametrize(
    "rights", [Rights(begin=date(2026, 11, 23)), Rights(until=date(2026, 11, 21))], ids=["not yet", "over"]
)
def test_what_must_not_be_shown_today_is_not_in_the_loop(tmp_path: Path, rights: Rights) -> None:
    attract = Attract(tmp_path, (HOMS, CARD), (limited(tmp_path, rights),))
    attract.player.start()
    assert attract.run(4) == ["card", "card"]
