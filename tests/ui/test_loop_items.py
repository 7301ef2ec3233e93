"""Items of a loop on the attract screen: how one gives way to the next, cards in every language, whole stills."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pygame
import pytest
from PIL import Image

from kiosk.exhibition.crossfade import CUT, Crossfade
from kiosk.exhibition.loop import CardItem, StillItem
from kiosk.exhibition.text import Text
from kiosk.ui.metrics import Metrics
from kiosk.ui.screens import build_scene
from kiosk.ui.showing import Showing
from kiosk.ui.tools import Tools
from kiosk.ui.widgets.placing import Beam, LeavingFilm
from kiosk.visit.places import Attract, Browse
from tests.ui.screenplay import difficult, paint_flat, polyglot, sample, view_of
from tests.ui.shows import SIZE, WHITE, Show

CARD = CardItem(
    Text({"en": "Six films", "ar": "ستة أفلام"}),
    Text({"en": "Free admission", "ar": "الدخول مجاني"}),
    timedelta(seconds=6),
)
WATER = StillItem(sample().media / "stills" / "water.jpg", timedelta(seconds=8))
TOP = (640, 20)
"""A point of the glass where there are no words."""


def bright(path: Path, size: tuple[int, int], colour: tuple[int, int, int]) -> StillItem:
    Image.new("RGB", size, colour).save(path)
    return StillItem(path, timedelta(seconds=8))


def attract(show: Show, item: Showing, crossfade: Crossfade = CUT, film: bool = False) -> None:
    """Show an item of the loop; at first until everything is at rest."""
    show.change(showing=item, crossfade=crossfade)
    if not isinstance(show.view.visit.place, Attract):
        show.go(Attract(), film=WHITE if film else None)


def test_a_still_crosses_over_the_film_that_goes_on(show: Show, tmp_path: Path) -> None:
    red = bright(tmp_path / "red.png", (1600, 900), (255, 0, 0))
    attract(show, "return-to-homs", film=True)
    attract(show, red, Crossfade(show.now, 2.0))
    levels = []
    for seconds in (0.0, 0.5, 1.0, 1.5, 2.0):
        show.stage.draw(show.surface, show.now + seconds, WHITE)
        levels.append(show.surface.get_at(TOP)[:3])
    assert [each[0] for each in levels] == [255] * 5
    assert [each[1] for each in levels] == pytest.approx([255, 191, 127, 64, 0], abs=3)
    assert show.stage.at_rest(show.now + 2.1)


def test_a_film_crosses_over_a_still(show: Show, tmp_path: Path) -> None:
    attract(show, bright(tmp_path / "red.png", (1600, 900), (255, 0, 0)))
    attract(show, "return-to-homs", Crossfade(show.now, 2.0))
    for seconds, green in ((0.0, 0), (0.5, 64), (1.5, 191), (2.0, 255)):
        show.stage.draw(show.surface, show.now + seconds, WHITE)
        assert show.surface.get_at(TOP)[1] == pytest.approx(green, abs=3)


def test_one_still_crosses_into_another(show: Show, tmp_path: Path) -> None:
    attract(show, bright(tmp_path / "red.png", (1600, 900), (255, 0, 0)))
    attract(show, bright(tmp_path / "blue.png", (1600, 900), (0, 0, 255)), Crossfade(show.now, 1.0))
    show.stage.draw(show.surface, show.now + 0.5)
    red, _, blue, _ = show.surface.get_at(TOP)
    assert (red, blue) == (pytest.approx(127, abs=3), pytest.approx(127, abs=3))


@pytest.mark.parametrize("film", [True, False], ids=["a film", "a still"])
def test_after_a_cut_nothing_is_left_of_what_was_there(show: Show, tmp_path: Path, film: bool) -> None:
    attract(show, bright(tmp_path / "red.png", (1600, 900), (255, 0, 0)))
    following: Showing = "return-to-homs" if film else bright(tmp_path / "blue.png", (1600, 900), (0, 0, 255))
    attract(show, following)
    show.stage.draw(show.surface, show.now, WHITE if film else None)
    assert show.surface.get_at(TOP)[:3] == ((255, 255, 255) if film else (0, 0, 255))
    assert show.stage.at_rest(show.now)


def test_a_film_below_a_still_is_not_seen(show: Show, tmp_path: Path) -> None:
    attract(show, bright(tmp_path / "red.png", (1600, 900), (255, 0, 0)))
    show.stage.repaint()
    show.stage.draw(show.surface, show.now + 1.0, WHITE)
    assert show.surface.get_at(TOP)[:3] == (255, 0, 0)


def test_titles_never_stand_in_each_others_way(show: Show) -> None:
    attract(show, "return-to-homs", film=True)
    before = show.picture()
    attract(show, "the-cave", Crossfade(show.now, 1.0))
    title = next(pygame.Rect(e["rect"]) for e in show.stage.describe()["texts"] if e["text"] == "The Cave")
    show.stage.draw(show.surface, show.now + 0.5, WHITE)
    middle = show.surface.subsurface(title).copy()
    show.stage.draw(show.surface, show.now + 1.0, WHITE)
    after = show.surface.subsurface(title).copy()
    show.stage.draw(show.surface, show.now, WHITE)
    assert show.picture() == before or pygame.image.tobytes(middle, "RGB") != pygame.image.tobytes(after, "RGB")
    # In the middle neither the title that leaves nor the one that comes is to be read.
    darkest, lightest = lights(middle)
    assert lightest - darkest < 30 < lights(after)[1] - lights(after)[0]


def lights(surface: pygame.Surface) -> tuple[int, int]:
    """The darkest and the lightest level in the middle line of a surface."""
    width, height = surface.get_size()
    levels = [sum(surface.get_at((x, height // 2))[:3]) // 3 for x in range(width)]
    return min(levels), max(levels)


def test_the_invitation_to_touch_does_not_move_when_titles_change(show: Show) -> None:
    attract(show, "return-to-homs", film=True)
    place = next(pygame.Rect(e["rect"]) for e in show.stage.describe()["texts"] if e["text"] == "Touch to explore")
    before = pygame.image.tobytes(show.surface.subsurface(place), "RGB")
    attract(show, "the-cave", Crossfade(show.now, 1.0))
    for seconds in (0.0, 0.25, 0.5, 0.75, 1.0):
        show.stage.draw(show.surface, show.now + seconds, WHITE)
        assert pygame.image.tobytes(show.surface.subsurface(place), "RGB") == before


def test_reduced_motion_leaves_crossfades_as_they_are() -> None:
    exhibition = replace(sample(), screen=replace(sample().screen, reduce_motion=True))
    show = Show(Tools.for_screen(SIZE, exhibition))
    attract(show, "return-to-homs", film=True)
    attract(show, WATER, Crossfade(show.now, 2.0))
    show.stage.draw(show.surface, show.now + 1.0, WHITE)
    assert not show.stage.at_rest(show.now + 1.0)
    show.stage.close()


def test_a_touch_in_the_middle_leads_to_the_cards_at_once(show: Show) -> None:
    attract(show, "return-to-homs", film=True)
    attract(show, WATER, Crossfade(show.now, 2.0))
    show.stage.draw(show.surface, show.now + 0.6, WHITE)
    show.now += 0.7
    show.show(Browse())
    assert any(name.startswith("card:") for name in show.names())
    show.play(1.0)
    assert show.stage.at_rest(show.now)


# Cards


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_card_says_everything_in_both_languages_in_equal_weight(tools: Tools, language: str) -> None:
    scene = build_scene(replace(view_of(sample(), "attract", language), showing=CARD), tools)
    words = {each.text: each for each in scene.texts}
    latin, arabic = words["Six films"], words["ستة أفلام"]
    assert {"Free admission", "الدخول مجاني"} <= set(words)
    assert latin.rect.left == tools.metrics.margin  # each begins at the side from which it is read
    assert arabic.rect.right == SIZE[0] - tools.metrics.margin
    # Arabic letters are set larger and on higher lines, so that they look as large as the Latin ones.
    assert 1.1 < arabic.rect.height / latin.rect.height < 1.5
    assert abs(arabic.rect.centery - latin.rect.centery) < 0.1 * latin.rect.height
    assert not any(each.cut for each in scene.texts)


def test_a_card_in_four_languages(tools: Tools) -> None:
    card = next(item for item in polyglot().loop.items if isinstance(item, CardItem))
    scene = build_scene(replace(view_of(polyglot(), "attract", "en"), showing=card), tools)
    written = [each.text for each in scene.texts]
    assert written.count("Six films") == 2  # English and French
    assert {"ستة أفلام", "شەش فیلم"} <= set(written)


def test_a_card_with_the_same_words_for_all_says_them_once(tools: Tools) -> None:
    card = CardItem(Text({"": "2011–2019"}), Text({}), timedelta(seconds=6))
    scene = build_scene(replace(view_of(sample(), "attract", "en"), showing=card), tools)
    assert [each.text for each in scene.texts].count("2011–2019") == 1


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280), (800, 600)])
def test_a_card_full_of_words_has_room_for_them(size: tuple[int, int], tmp_path: Path) -> None:
    exhibition = difficult(tmp_path)
    long = exhibition.playlist.films[0].title
    tools = Tools.for_screen(size, exhibition)
    card = CardItem(long, long, timedelta(seconds=6))
    scene = build_scene(replace(view_of(exhibition, "attract", "en"), showing=card), tools)
    glass = pygame.Rect(0, 0, *size)
    for one in scene.texts:
        assert glass.contains(one.rect)
        assert not one.cut
        assert not any(one.rect.inflate(-8, -8).colliderect(other.rect) for other in scene.texts if other is not one)
    tools.close()


# Stills


@pytest.mark.parametrize(
    ("still", "filled"),
    [((1600, 900), True), ((1500, 1000), True), ((1024, 768), False), ((600, 900), False), ((3000, 600), False)],
)
def test_a_still_fills_the_screen_or_is_seen_whole(
    tools: Tools, tmp_path: Path, still: tuple[int, int], filled: bool
) -> None:
    picture = Image.new("RGB", still, (200, 200, 200))
    for corner in ((0, 0), (still[0] - 1, 0), (0, still[1] - 1), (still[0] - 1, still[1] - 1)):
        mark = Image.new("RGB", (still[0] // 10, still[1] // 10), (255, 0, 0))
        picture.paste(mark, (min(corner[0], still[0] * 9 // 10), min(corner[1], still[1] * 9 // 10)))
    picture.save(tmp_path / "still.png")
    surface = tools.stills.picture(tmp_path / "still.png", SIZE, "whole")
    assert surface is not None
    shape = still[0] / still[1]
    width, height = min(SIZE[0], round(SIZE[1] * shape)), min(SIZE[1], round(SIZE[0] / shape))
    if filled:
        assert surface.get_at((SIZE[0] // 2, 5))[:3] == pytest.approx((200, 200, 200), abs=3)
        assert surface.get_at((5, SIZE[1] // 2))[:3] == pytest.approx((200, 200, 200), abs=3)
        return
    rect = pygame.Rect(0, 0, width, height)
    rect.center = (SIZE[0] // 2, SIZE[1] // 2)
    for corner in ((rect.left + 6, rect.top + 6), (rect.right - 7, rect.bottom - 7)):
        assert surface.get_at(corner)[:3] == pytest.approx((255, 0, 0), abs=6)  # nothing of it is cut away
    beside = (rect.left // 2, SIZE[1] // 2) if rect.left else (SIZE[0] // 2, rect.top // 2)
    assert 4 < max(surface.get_at(beside)[:3]) < 90  # neither black nor loud


def test_a_tall_screen_shows_a_wide_still_where_films_are(tmp_path: Path) -> None:
    tools = Tools.for_screen((720, 1280), sample())
    view = replace(view_of(sample(), "attract", "en"), showing=bright(tmp_path / "w.png", (1600, 900), (255, 255, 255)))
    ground = build_scene(view, tools).ground
    assert ground is not None
    assert ground.get_at((360, round(1280 * 0.34)))[:3] == (255, 255, 255)
    assert max(ground.get_at((360, 1000))[:3]) < 90
    tools.close()


def test_the_still_of_a_film_names_that_film(tools: Tools) -> None:
    scene = build_scene(replace(view_of(sample(), "attract", "en"), showing=WATER), tools)
    assert "Silvered Water, Syria Self-Portrait" in [each.text for each in scene.texts]


def test_a_still_that_cannot_be_shown_leaves_a_quiet_tone(tools: Tools, tmp_path: Path) -> None:
    gone = StillItem(tmp_path / "gone.jpg", timedelta(seconds=8))
    ground = build_scene(replace(view_of(sample(), "attract", "en"), showing=gone), tools).ground
    assert ground is not None
    assert 4 < max(ground.get_at((300, 200))[:3]) < 100


# Two films at once


def test_films_of_different_shapes_are_mixed_each_in_its_place() -> None:
    size = (720, 1280)
    beam, surface = Beam(Metrics(*size)), pygame.Surface(size, 0, 32)
    tall = paint_flat((200, 0, 0))
    wide = paint_flat((0, 200, 0))
    beam.cast(wide, (720, 404), LeavingFilm(tall, (720, 1280), 0.5))(surface)
    assert surface.get_at((360, 400))[:3] == pytest.approx((100, 100, 0), abs=2)
    assert surface.get_at((360, 1270))[:3] == pytest.approx((100, 0, 0), abs=2)  # below the wide one it is black
    beam.cast(wide, (720, 404), None)(surface)
    assert surface.get_at((360, 400))[:3] == (0, 200, 0)
    assert beam._second is None
