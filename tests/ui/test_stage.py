"""The stage: what it paints and when, what a finger finds, how scenes follow each other. No test here waits."""

from dataclasses import replace

import pygame
import pytest

from kiosk.exhibition.loop import CardItem
from kiosk.exhibition.text import Text
from kiosk.ui.stage import Stage
from kiosk.ui.tools import Tools
from kiosk.ui.view import View
from kiosk.visit.places import Attract, Browse, FilmPage, Note, Watching
from tests.ui.screenplay import sample, view_of
from tests.ui.shows import SIZE, WHITE, Show

FILM = "return-to-homs"


def scrolling(show: Show) -> None:
    """Twelve films, which do not fit the screen."""
    exhibition = sample()
    films = tuple(replace(exhibition.playlist.films[number % 6], id=f"film-{number}") for number in range(12))
    show.change(exhibition=replace(exhibition, playlist=replace(exhibition.playlist, films=films)))
    show.go(Browse())


def test_a_resting_screen_asks_for_no_frames(show: Show) -> None:
    show.go(Browse())
    assert show.stage.next_frame_at(show.now) is None
    assert not show.stage.needs_frame(show.now + 3600)
    assert not show.stage.draw(show.surface, show.now + 10)
    assert show.stage.at_rest(show.now)


def test_showing_the_same_view_again_changes_nothing(show: Show) -> None:
    show.go(Browse())
    show.stage.show(show.view, show.now)
    assert not show.stage.needs_frame(show.now)


def test_the_attract_screen_pulses_at_no_more_than_25_frames_a_second(show: Show) -> None:
    show.go(Attract())
    assert 23 <= show.play(1.0) <= 25
    assert show.stage.at_rest(show.now)


def test_the_countdown_ticks_ten_times_a_second(show: Show) -> None:
    show.go(Browse())
    show.show(Browse(), asking_since=show.now)
    show.play(1.0)
    assert 9 <= show.play(1.0) <= 11


def test_a_film_is_painted_alone_while_its_controls_are_hidden(show: Show) -> None:
    show.go(Watching(FILM, "opening", rolling=True), film=WHITE)
    show.stage.draw(show.surface, show.now, WHITE)
    assert set(show.picture()) == {255}
    assert show.names() == ["picture"]
    assert show.rect("picture").size == SIZE


def test_the_first_picture_of_a_film_does_not_wait_for_a_fade(show: Show) -> None:
    show.go(FilmPage(FILM))
    show.show(Watching(FILM, "opening"))
    show.stage.draw(show.surface, show.now + 0.01)
    show.stage.draw(show.surface, show.now + 0.05, WHITE)
    assert set(show.picture()) == {255}


def test_controls_fade_in_over_the_film_and_out_again(show: Show) -> None:
    film = Watching(FILM, "opening", rolling=True)
    show.go(film, film=WHITE)
    show.change(length=100.0, position=20.0)
    show.show(replace(film, controls_until=show.now + 4))
    assert "play" in show.names()
    show.stage.draw(show.surface, show.now + 0.05, WHITE)
    middle = show.picture()
    show.stage.draw(show.surface, show.now + 1.0, WHITE)
    assert middle != show.picture()
    show.now += 1.0
    show.show(film)
    assert show.names() == ["picture"]
    show.stage.draw(show.surface, show.now + 1.0, WHITE)
    assert set(show.picture()) == {255}


def test_a_card_opens_in_350_to_450_ms(show: Show) -> None:
    show.go(Browse())
    show.show(FilmPage(FILM))
    show.stage.draw(show.surface, show.now)
    start = show.now
    while not show.stage.at_rest(show.now):
        show.now += 0.01
        show.stage.draw(show.surface, show.now)
    assert 0.35 <= show.now - start <= 0.46


def test_a_transition_begins_with_what_was_on_the_glass_and_ends_with_the_scene(show: Show) -> None:
    show.go(FilmPage(FILM))
    film_page = show.picture()
    show.go(Browse())
    cards = show.picture()
    show.show(FilmPage(FILM))
    show.stage.draw(show.surface, show.now)
    begun = show.picture()
    show.play(1.0)
    assert begun != film_page
    assert sum(a != b for a, b in zip(begun, cards, strict=True)) < len(cards) * 0.02
    assert show.picture() == film_page


def test_a_transition_can_be_interrupted_at_any_time(show: Show) -> None:
    show.go(Browse())
    cards = show.picture()
    show.show(FilmPage(FILM))
    show.play(0.1)
    on_the_way = show.picture()
    show.show(Browse())
    show.stage.draw(show.surface, show.now)
    assert sum(abs(a - b) > 3 for a, b in zip(on_the_way, show.picture(), strict=True)) == 0
    show.play(1.0)
    assert show.picture() == cards


def test_targets_answer_while_a_transition_runs(show: Show) -> None:
    show.go(Browse())
    show.show(FilmPage(FILM))
    show.stage.draw(show.surface, show.now)
    found = show.stage.hit(show.rect("watch").center)
    assert found is not None
    assert found.target == "watch"


def test_reduced_motion_neither_slides_nor_takes_long() -> None:
    exhibition = sample()
    calm = replace(exhibition, screen=replace(exhibition.screen, reduce_motion=True))
    tools = Tools.for_screen(SIZE, calm)
    show = Show(tools)
    show.change(exhibition=calm)
    show.go(Browse())
    show.show(FilmPage(FILM))
    show.stage.draw(show.surface, show.now)
    assert not show.stage.at_rest(show.now)
    show.stage.draw(show.surface, show.now + 0.16)
    assert show.stage.at_rest(show.now + 0.16)
    show.go(Attract())
    assert show.play(5.0) == 0
    tools.close()


def test_a_press_lights_up_within_100_ms_and_goes_out_again(show: Show) -> None:
    show.go(FilmPage(FILM))
    before = show.picture()
    show.stage.press("watch", show.now)
    show.play(0.1)
    lit = show.picture()
    assert lit != before
    show.stage.press(None, show.now)
    show.play(1.0)
    assert show.picture() == before
    assert show.stage.at_rest(show.now)


def test_what_a_finger_finds(show: Show) -> None:
    show.go(Browse())
    hit = show.stage.hit(show.rect("card:the-cave").center)
    assert hit is not None
    assert (hit.target, hit.kind, hit.scrolls) == ("card:the-cave", "tap", False)
    assert show.stage.hit((2, 2)) is None
    assert show.stage.touch_limits.slop == pytest.approx(4 * 1280 / 531.3, abs=1)


def test_cards_scroll_with_the_finger_and_targets_go_with_them(show: Show) -> None:
    scrolling(show)
    before = show.rect("card:film-3")
    point = before.center
    hit = show.stage.hit(point)
    assert hit is not None
    assert hit.scrolls
    show.stage.scroll_by(-100, show.now)
    show.play(0.05)
    assert show.rect("card:film-3").top == before.top - 100
    show.stage.fling(0.0, show.now)
    show.play(3.0)
    assert show.stage.at_rest(show.now)


def test_a_finger_on_a_card_stops_the_cards_and_lifted_lets_them_settle(show: Show) -> None:
    scrolling(show)
    show.stage.scroll_by(-40, show.now)
    show.stage.fling(-1500, show.now)
    show.play(0.1)
    card = next(name for name in show.names() if name.startswith("card:"))
    show.stage.press(card, show.now)
    held = show.rect(card)
    show.play(0.3)
    assert show.rect(card) == held
    show.stage.press(None, show.now)
    show.play(2.0)
    assert show.stage.at_rest(show.now)
    assert show.rect(card) != held


def test_controls_do_not_linger_on_the_next_screen(show: Show) -> None:
    show.go(FilmPage(FILM))
    page = show.picture()
    show.go(Watching(FILM, "opening", rolling=True, controls_until=9999.0), film=WHITE)
    show.show(FilmPage(FILM))
    show.stage.draw(show.surface, show.now)
    assert "close" not in show.names()
    show.play(1.0)
    assert show.picture() == page


def test_page_buttons_show_every_card_and_are_answered_by_the_stage(show: Show) -> None:
    scrolling(show)
    seen = set(show.names())
    assert "page-previous" not in seen
    for _ in range(6):
        assert show.stage.page("page-next", show.now)
        show.play(1.0)
        seen |= set(show.names())
    assert {f"card:film-{number}" for number in range(12)} <= seen
    assert "page-next" not in show.names()
    assert "page-previous" in show.names()
    assert not show.stage.page("card:film-1", show.now)


def test_the_way_back_leads_to_the_same_cards_and_a_new_visit_to_the_first(show: Show) -> None:
    scrolling(show)
    show.stage.page("page-next", show.now)
    show.play(1.0)
    there = show.names()
    show.go(FilmPage("film-8"))
    show.go(Browse())
    assert show.names() == there
    show.stage.start_over()
    show.go(Attract())
    show.go(Browse())
    assert "card:film-0" in show.names()


def test_a_text_set_anew_stays_where_the_reader_was(show: Show) -> None:
    show.go(FilmPage(FILM, reading=True))
    show.stage.page("page-next", show.now)
    show.play(1.0)
    assert "page-previous" in show.names()
    show.go(FilmPage(FILM, reading=True), language="ar")
    assert "page-previous" in show.names()


def test_the_scrubber_follows_the_finger_until_the_film_is_there(show: Show) -> None:
    film = Watching(FILM, "opening", rolling=True, controls_until=2000.0)
    show.change(length=100.0, position=10.0)
    show.go(film, film=WHITE)
    way = show.rect("scrubber")
    hit = show.stage.hit(way.center)
    assert hit is not None
    assert hit.kind == "scrub"
    assert show.stage.scrub((way.left + way.width * 0.75, way.centery), show.now) == pytest.approx(75.0, abs=0.2)
    show.stage.draw(show.surface, show.now, WHITE)
    held = show.picture()
    show.change(position=10.2)
    show.stage.draw(show.surface, show.now, WHITE)
    assert show.picture() == held
    show.change(position=75.1)
    show.stage.draw(show.surface, show.now, WHITE)
    show.change(position=20.0)
    show.stage.draw(show.surface, show.now, WHITE)
    assert show.picture() != held


@pytest.mark.parametrize(("x", "seconds"), [(-500, 0.0), (5000, 100.0)])
def test_a_finger_beyond_the_scrubber_chooses_its_end(x: int, seconds: float, show: Show) -> None:
    show.change(length=100.0)
    show.go(Watching(FILM, "opening", rolling=True, controls_until=2000.0), film=WHITE)
    assert show.stage.scrub((x, 600), show.now) == seconds


def test_still_there_veils_everything_but_its_button(show: Show) -> None:
    show.go(FilmPage(FILM))
    page = show.picture()
    show.go(FilmPage(FILM), asking_since=show.now)
    assert show.names() == ["keep-going"]
    assert show.stage.hit((100, 100)) is None
    texts = [each["text"] for each in show.stage.describe()["texts"]]
    assert "Are you still there?" in texts
    assert "هل ما زلت هنا؟" in texts
    assert "Return to Homs" not in texts
    show.go(FilmPage(FILM), asking_since=None)
    assert show.picture() == page


def test_titles_of_the_loop_dissolve_over_the_film_that_goes_on(show: Show) -> None:
    show.change(showing=FILM)
    show.go(Attract(), film=WHITE)
    show.change(showing="the-cave")
    show.stage.draw(show.surface, show.now, WHITE)
    assert not show.stage.at_rest(show.now + 0.7)
    top = show.surface.get_at((640, 20))
    assert top[:3] == (255, 255, 255)
    show.play(1.6, film=WHITE)
    assert show.stage.at_rest(show.now)
    assert "The Cave" in [each["text"] for each in show.stage.describe()["texts"]]


def test_a_card_of_the_loop_shows_its_words_in_both_languages(show: Show) -> None:
    from datetime import timedelta

    card = CardItem(
        Text({"en": "Six films", "ar": "ستة أفلام"}), Text({"en": "Touch the screen"}), timedelta(seconds=6)
    )
    show.change(showing=card)
    show.go(Attract())
    texts = [each["text"] for each in show.stage.describe()["texts"]]
    assert texts[2:] == ["Six films", "Touch the screen", "ستة أفلام"]


def test_what_is_described_has_names_pixels_and_millimetres(show: Show) -> None:
    show.go(FilmPage(FILM))
    described = show.stage.describe()
    assert described["screen"] == "film"
    back = next(each for each in described["targets"] if each["name"] == "back")
    assert back["rect"][2:] == [64, 64]
    assert back["mm"] == [26.6, 26.6]
    title = next(each for each in described["texts"] if each["text"] == "Return to Homs")
    assert title["language"] == "en"
    assert title["cut"] is False


def test_lost_contents_are_painted_again(show: Show) -> None:
    show.go(Browse())
    whole = show.picture()
    show.surface.fill((0, 0, 0))
    show.stage.repaint()
    assert show.stage.needs_frame(show.now)
    show.stage.draw(show.surface, show.now)
    assert show.picture() == whole


def test_a_slow_film_gets_a_kind_word(show: Show) -> None:
    show.go(FilmPage(FILM))
    show.show(Watching(FILM, "opening"))
    show.play(0.7)
    assert set(show.picture()) == {0}
    show.play(1.0)
    assert set(show.picture()) != {0}


def test_a_view_of_a_film_that_is_gone_shows_the_quiet_screen(show: Show) -> None:
    show.go(FilmPage("no-such-film"))
    assert show.stage.describe()["screen"] == "closed"
    assert show.names() == []


def test_a_note_for_every_strong_film(show: Show) -> None:
    view: View = show.view
    for film in view.exhibition.playlist.films:
        if film.strong:
            show.go(Note(film.id, film.excerpts[0].id))
            assert {"note-back", "note-watch"} <= set(show.names())


def test_a_tall_screen_shows_a_wide_film_in_its_upper_half() -> None:
    tools = Tools.for_screen((720, 1280), sample())
    stage = Stage((720, 1280), sample(), tools)
    surface = pygame.Surface((720, 1280), 0, 32)
    view = view_of(sample(), "watching")
    stage.show(view, 1000.0)

    def film(target: pygame.Surface) -> None:
        target.fill((0, 0, 0))
        target.fill((255, 255, 255), pygame.Rect(0, target.get_height() // 2 - 202, 720, 404))

    stage.draw(surface, 1000.0, film, (720, 404))
    column = [surface.get_at((360, y))[0] for y in range(1280)]
    assert column.index(255) < 1280 * 0.2
    assert sum(value == 255 for value in column) == 404
    assert set(column[640:]) == {0}
    tools.close()


def test_a_still_shrinks_back_into_its_card(show: Show) -> None:
    show.go(Browse())
    card = show.rect(f"card:{FILM}")
    beside = (card.right + 8, card.top + card.height // 3)
    rest = sum(show.surface.get_at(beside)[:3])
    show.go(FilmPage(FILM))
    show.show(Browse())
    show.play(0.11)
    assert sum(show.surface.get_at(beside)[:3]) > rest + 60
    show.play(1.0)
    assert sum(show.surface.get_at(beside)[:3]) == rest
