"""Every screen in every language at many sizes: nothing cut, nothing in the way, everything large enough."""

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pygame import Rect

from kiosk.ui.metrics import Metrics
from kiosk.ui.scene import Scene, Target
from kiosk.ui.scenery import Scenery
from kiosk.ui.screens import build_overlay, build_scene, overlay_key
from kiosk.ui.theme import Style
from kiosk.ui.tile import TextRecord
from kiosk.ui.tools import Tools
from tests.ui.screenplay import LANGUAGES, SCREENS, SIZES, difficult, on_screen, only, sample, view_of

SECONDARY = {
    "captions",
    "volume-down",
    "volume-up",
    "back-10",
    "scrubber",
    "captions-off",
    "captions:en",
    "captions:ar",
}
SECONDARY |= {"captions-both", "caption-size:small", "caption-size:medium", "caption-size:large"}
EVERYWHERE = {"picture", "captions-panel"}


@pytest.fixture(scope="module", params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    return request.param


@pytest.fixture(scope="module")
def tools(size: tuple[int, int]) -> Iterator[Tools]:
    made = Tools.for_screen(size, sample())
    yield made
    made.close()


def compose(exhibition, screen: str, language: str, tools: Tools, film: int = 0) -> list[Scene]:
    """The scene and what lies over it."""
    view = view_of(exhibition, screen, language, film)
    scenes = [build_scene(view, tools)]
    return [*scenes, build_overlay(view, tools)] if overlay_key(view) else scenes


def all_targets(scene: Scene, *, scrolled: bool = True) -> list[Target]:
    """On the glass; those of content as if it were scrolled to its beginning."""
    area = scene.scroll
    if area is None:
        return list(scene.targets)
    buttons = [button.target for button in area.buttons]
    inside = [each.moved(0, area.rect.top) for each in area.targets] if scrolled else []
    return [*scene.targets, *buttons, *inside]


def all_texts(scene: Scene) -> list[TextRecord]:
    return [*scene.texts, *(scene.scroll.texts if scene.scroll else ())]


def gap(one: Rect, other: Rect) -> float:
    """Pixels between two rectangles, negative where they overlap."""
    across = max(one.left, other.left) - min(one.right, other.right)
    down = max(one.top, other.top) - min(one.bottom, other.bottom)
    return max(across, down)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
def test_no_text_is_cut(screen: str, language: str, tools: Tools) -> None:
    for scene in compose(sample(), screen, language, tools):
        assert [each.text for each in all_texts(scene) if each.cut] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
def test_everything_is_on_the_screen(screen: str, language: str, tools: Tools) -> None:
    glass = Rect((0, 0), tools.size)
    for scene in compose(sample(), screen, language, tools):
        things = [
            *scene.texts,
            *scene.targets,
            *(each.target for each in (scene.scroll.buttons if scene.scroll else ())),
        ]
        assert [each for each in things if not glass.contains(each.rect)] == []
        if scene.scroll is not None:
            content = Rect(0, 0, tools.size[0], scene.scroll.length)
            inside = [*scene.scroll.texts, *scene.scroll.targets]
            assert [each for each in inside if not content.contains(each.rect)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
def test_targets_are_large_enough_and_apart(screen: str, language: str, tools: Tools) -> None:
    metrics = tools.metrics
    for scene in compose(sample(), screen, language, tools):
        targets = [each for each in all_targets(scene) if each.name not in EVERYWHERE]
        for each in targets:
            least = 15.0 if each.name in SECONDARY else 20.0
            assert min(each.rect.size) / metrics.px_per_mm >= least, each
        for one, other in itertools.combinations(targets, 2):
            assert gap(one.rect, other.rect) / metrics.px_per_mm >= 3.0 - 0.01, (one, other)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
def test_words_are_not_in_each_others_way(screen: str, language: str, tools: Tools) -> None:
    trim = tools.metrics.u(16)  # boxes of lines have room above the capitals and below the baseline
    for scene in compose(sample(), screen, language, tools):
        for texts in (scene.texts, scene.scroll.texts if scene.scroll else ()):
            for one, other in itertools.combinations(texts, 2):
                assert gap(one.rect, other.rect) >= -trim, (one, other)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
def test_words_stand_in_a_button_or_beside_it(screen: str, language: str, tools: Tools) -> None:
    for scene in compose(sample(), screen, language, tools):
        targets = [each for each in all_targets(scene, scrolled=False) if each.name not in EVERYWHERE]
        for text, target in itertools.product(scene.texts, targets):
            assert target.rect.contains(text.rect.inflate(0, -4)) or gap(text.rect, target.rect) >= 0, (text, target)
        if scene.scroll is not None and scene.scroll.limit > 0:
            seen = scene.scroll.rect.inflate(0, -2 * scene.scroll.fade)
            for target in [*scene.targets, *(button.target for button in scene.scroll.buttons)]:
                assert not seen.colliderect(target.rect), target


@pytest.mark.parametrize("screen", ["browse", "film", "more", "note"])
def test_the_language_button_stays_where_it_is(screen: str, tools: Tools) -> None:
    places = set()
    for language in LANGUAGES:
        (scene,) = compose(sample(), screen, language, tools)
        places.add(next(tuple(each.rect) for each in scene.targets if each.name == "language"))
    assert len(places) == 1


def test_the_language_button_is_in_the_same_place_on_every_screen(tools: Tools) -> None:
    places = {
        tuple(each.rect)
        for screen in ("browse", "film", "more", "note")
        for each in compose(sample(), screen, "en", tools)[0].targets
        if each.name == "language"
    }
    assert len(places) == 1


def test_arabic_is_mirrored_but_a_films_time_is_not(tools: Tools) -> None:
    width = tools.size[0]
    backs, scrubbers, plays = {}, {}, {}
    for language in LANGUAGES:
        backs[language] = next(
            e.rect for e in compose(sample(), "film", language, tools)[0].targets if e.name == "back"
        )
        controls = compose(sample(), "controls", language, tools)[1]
        scrubbers[language] = next(e.rect for e in controls.targets if e.name == "scrubber")
        plays[language] = next(e.rect for e in controls.targets if e.name == "play")
    assert backs["en"].centerx < width / 2 < backs["ar"].centerx
    assert plays["en"].centerx < width / 2 < plays["ar"].centerx
    assert scrubbers["en"] == scrubbers["ar"]


def test_cards_are_all_of_one_size_and_six_are_seen(tools: Tools) -> None:
    (scene,) = compose(sample(), "browse", "en", tools)
    assert scene.scroll is not None
    cards = [each.rect for each in scene.scroll.targets]
    assert len({card.size for card in cards}) == 1
    assert len({card.left for card in cards}) == (2 if tools.metrics.tall else 3)
    if not scene.scroll.buttons:
        assert all(card.bottom <= scene.scroll.rect.height for card in cards)


def test_a_line_of_reading_text_is_not_longer_than_60_characters(tools: Tools) -> None:
    (scene,) = compose(sample(), "more", "en", tools)
    assert scene.scroll is not None
    film = sample().playlist.films[0]
    column = max(each.rect.width for each in scene.scroll.texts)
    block = tools.setter.set(film.more.wording("en"), Style("body"), column)
    full = [len(line) for line in block.lines if len(line) > 40]
    assert max(full) <= 60
    assert 45 <= sum(full) / len(full) <= 55


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
def test_difficult_texts_scroll_rather_than_collide(screen: str, language: str, tools: Tools, tmp_path) -> None:
    exhibition = difficult(tmp_path)
    for film in (0, 1):
        if film == 1 and screen in ("note", "watching", "controls", "captions"):
            continue  # the second film has no excerpt
        for scene in compose(exhibition, screen, language, tools, film):
            targets = [each for each in Scenery.of(scene).targets(0.0) if each.name not in EVERYWHERE]
            for one, other in itertools.combinations(targets, 2):
                assert gap(one.rect, other.rect) > 0, (one, other)
            assert not any(text.cut for text in scene.texts)
            if scene.scroll is not None and scene.scroll.limit > 0:
                assert {button.step for button in scene.scroll.buttons} == {-1, 1}
                assert not any(text.cut for text in scene.scroll.texts)


@pytest.mark.parametrize("films", [1, 2, 3, 4, 7, 13])
def test_any_number_of_films_has_a_place(films: int, tools: Tools) -> None:
    exhibition = sample()
    repeated = tuple(replace(exhibition.playlist.films[number % 6], id=f"film-{number}") for number in range(films))
    many = replace(exhibition, playlist=replace(exhibition.playlist, films=repeated))
    (scene,) = compose(many, "browse", "en", tools)
    assert scene.scroll is not None
    assert [each.name for each in scene.scroll.targets] == [f"card:film-{number}" for number in range(films)]
    last = scene.scroll.targets[-1].rect
    assert last.bottom <= scene.scroll.length
    assert (scene.scroll.limit > 0) == bool(scene.scroll.buttons)


def test_buttons_grow_with_a_small_screen_so_that_they_stay_20_mm() -> None:
    exhibition = on_screen(sample(), inches=15.6)
    tools = Tools.for_screen((1920, 1080), exhibition)
    for screen, language in itertools.product(("browse", "film", "more", "note", "controls", "captions"), LANGUAGES):
        for scene in compose(exhibition, screen, language, tools):
            for target in [each for each in all_targets(scene) if each.name not in EVERYWHERE]:
                assert min(target.rect.size) / tools.metrics.px_per_mm >= (15 if target.name in SECONDARY else 20)
    tools.close()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1080, 1920)])
def test_no_film_of_the_sample_has_to_be_scrolled_to_be_chosen(size: tuple[int, int]) -> None:
    tools = Tools.for_screen(size, sample())
    for number, language in itertools.product(range(6), LANGUAGES):
        for screen in ("film", "note", "browse"):
            (scene,) = compose(sample(), screen, language, tools, number)
            assert scene.scroll is not None
            assert scene.scroll.limit == 0, (screen, number, language)
    tools.close()


def test_eastern_and_western_digits_are_never_on_one_screen() -> None:
    exhibition = replace(sample(), digits="eastern")
    tools = Tools.for_screen((1280, 720), exhibition)
    for screen, language in itertools.product(SCREENS, LANGUAGES):
        unwanted = set("0123456789") if language == "ar" else set("٠١٢٣٤٥٦٧٨٩")
        for scene in compose(exhibition, screen, language, tools):
            assert [each.text for each in all_texts(scene) if unwanted & set(each.text)] == []
    tools.close()


def test_one_language_needs_no_language_button() -> None:
    exhibition = replace(sample(), languages=("en",))
    tools = Tools.for_screen((1280, 720), exhibition)
    (scene,) = compose(exhibition, "film", "en", tools)
    assert "language" not in [each.name for each in scene.targets]
    assert "العودة إلى حمص" not in [each.text for each in all_texts(scene)]
    tools.close()


def test_a_film_without_a_playable_excerpt_offers_none() -> None:
    exhibition = sample()
    tools = Tools.for_screen((1280, 720), exhibition)
    film = exhibition.playlist.films[0]
    view = replace(view_of(exhibition, "film"), unavailable=frozenset((film.id, each.id) for each in film.excerpts))
    assert "watch" not in [each.name for each in build_scene(view, tools).targets]
    tools.close()


def test_read_more_offers_the_other_excerpts() -> None:
    tools = Tools.for_screen((1280, 720), sample())
    (scene,) = compose(sample(), "more", "en", tools)
    assert scene.scroll is not None
    assert [each.name for each in scene.scroll.targets] == ["watch:empty-street", "watch:road-back"]
    tools.close()


def test_a_loop_without_touch_invites_nobody() -> None:
    exhibition = replace(sample(), mode="loop")
    tools = Tools.for_screen((1280, 720), exhibition)
    (scene,) = compose(exhibition, "attract", "en", tools)
    assert scene.texts == ()
    assert scene.live == ()
    tools.close()


def test_metrics_know_a_tall_screen() -> None:
    assert Metrics(1080, 1920).tall
    assert not Metrics(1920, 1080).tall
    assert only(sample(), 2).playlist.films[1].id == "silvered-water"
