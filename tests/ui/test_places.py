"""Visitors who have scrolled stay where they are while an installer saves changes."""

from collections.abc import Iterator
from dataclasses import replace

import pygame
import pytest

from kiosk.exhibition.exhibition import Exhibition
from kiosk.ui.stage import Stage
from kiosk.visit.places import Browse, FilmPage, Place
from tests.ui.screenplay import sample, view_of
from tests.ui.shows import SIZE

ALL = tuple(f"film-{number}" for number in range(30))


def exhibition_of(*films: str) -> Exhibition:
    playlist = sample().playlist
    return replace(
        sample(),
        playlist=replace(
            playlist, films=tuple(replace(playlist.films[int(each.split("-")[1]) % 6], id=each) for each in films)
        ),
    )


class Visit:
    """A stage that is changed while somebody stands before it."""

    def __init__(self) -> None:
        self.exhibition = exhibition_of(*ALL)
        self.stage = Stage(SIZE, self.exhibition)
        self.now = 1000.0
        self._surface = pygame.Surface(SIZE, 0, 32)

    def show(self, place: Place) -> None:
        view = view_of(self.exhibition, "browse")
        self.stage.show(replace(view, visit=replace(view.visit, place=place)), self.now)
        self.now += 3.0
        self.stage.draw(self._surface, self.now)

    def scroll(self, pixels: float) -> None:
        self.stage.scroll_by(-pixels, self.now)
        self.stage.fling(0.0, self.now)
        self.now += 3.0
        self.stage.draw(self._surface, self.now)

    def change(self, *films: str) -> None:
        self.exhibition = exhibition_of(*films)
        before, self.stage = self.stage, self.stage.successor(self.exhibition, self.now)
        before.close()

    def heights(self) -> dict[str, int]:
        """Of the cards that can be tapped, their upper edges."""
        targets = self.stage.describe()["targets"]
        return {each["name"]: each["rect"][1] for each in targets if each["name"].startswith("card:")}


@pytest.fixture
def visit() -> Iterator[Visit]:
    found = Visit()
    found.show(Browse())
    yield found
    found.stage.close()


def first(heights: dict[str, int]) -> tuple[str, int]:
    return min(heights.items(), key=lambda each: each[1])


def test_nothing_moves_where_nothing_of_it_was_changed(visit: Visit) -> None:
    visit.scroll(900)
    before = visit.heights()
    assert "card:film-0" not in before
    visit.change(*ALL, "film-30")
    visit.show(Browse())
    assert visit.heights() == before


@pytest.mark.parametrize("came", [3, 6])
def test_films_that_come_before_push_nothing_away(visit: Visit, came: int) -> None:
    visit.scroll(900)
    film, height = first(visit.heights())
    visit.change(*(f"film-{100 + number}" for number in range(came)), *ALL)
    visit.show(Browse())
    assert visit.heights()[film] == height


def test_where_the_film_is_gone_its_neighbours_stay(visit: Visit) -> None:
    visit.scroll(900)
    before = visit.heights()
    film, _ = first(before)
    visit.change(*(each for each in ALL if f"card:{each}" != film))
    visit.show(Browse())
    after = visit.heights()
    assert film not in after
    assert min(abs(after[each] - before[each]) for each in before if each in after) == 0


def test_where_less_is_left_than_was_scrolled_the_end_is_shown(visit: Visit) -> None:
    visit.scroll(3000)
    visit.change(*ALL[:9])
    visit.show(Browse())
    assert "card:film-8" in visit.heights()
    assert "card:film-0" not in visit.heights()


def test_who_has_not_scrolled_sees_the_beginning(visit: Visit) -> None:
    visit.change(*(f"film-{100 + number}" for number in range(6)), *ALL)
    visit.show(Browse())
    assert "card:film-100" in visit.heights()


def test_the_way_back_from_a_film_leads_to_its_card_after_a_change(visit: Visit) -> None:
    visit.scroll(900)
    film, height = first(visit.heights())
    visit.show(FilmPage(film.removeprefix("card:")))
    visit.change("film-100", "film-101", "film-102", *ALL)
    visit.show(FilmPage(film.removeprefix("card:")))
    visit.show(Browse())
    assert visit.heights()[film] == height


def test_a_new_visit_begins_at_the_first_card_after_a_change(visit: Visit) -> None:
    visit.scroll(900)
    visit.change(*ALL, "film-30")
    visit.stage.start_over()
    visit.show(Browse())
    assert "card:film-0" in visit.heights()


def test_what_was_gliding_comes_to_rest_on_a_row(visit: Visit) -> None:
    rows = {height for film, height in visit.heights().items() if film in ("card:film-0", "card:film-3")}
    visit.stage.scroll_by(-130, visit.now)
    visit.stage.fling(-4000.0, visit.now)
    visit.now += 0.3
    visit.change(*ALL, "film-30")
    visit.show(Browse())
    assert first(visit.heights())[1] in rows
