"""A film's page on a real kiosk: other excerpts, rights that end, plays that are used up, the code."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import segno

from kiosk.tour.record import Scene
from tests.build.code_reader import read_code
from tests.journeys.exhibitions import film, write_exhibition, write_yaml
from tests.journeys.visitor import Visitor, texts

pytestmark = [pytest.mark.screen, pytest.mark.vlc]

OpenKiosk = Callable[..., Visitor]

OVER = "The excerpts of this film are no longer shown here."
SPENT = "The excerpts of this film have been shown as often today as its rights allow. Please come again another day."
LINK = "https://example.org/bars"


def test_another_excerpt_is_told_with_its_length_and_played(open_kiosk: OpenKiosk, clip: Path, tmp_path: Path) -> None:
    excerpts = [
        {"id": "whole", "file": clip.name},
        {"id": "later", "file": clip.name, "start": "0:20", "title": {"en": "Later", "ar": "لاحقًا"}},
    ]
    visitor = open_kiosk(write_exhibition(tmp_path / "show", [film("bars", excerpts=excerpts)], [clip]))
    visitor.wake()
    visitor.open_film("bars")
    more = visitor.tap("more", screen="more", film="bars")
    assert {"More excerpts", "Later", "0:10"} <= set(texts(more))
    assert visitor.watch("bars", "watch:later").facts["excerpt"] == "later"
    assert 19.8 < visitor.film_second() < 22


def with_rights(show: Path, **rights: object) -> None:
    """Save the playlist with other rights for its first film."""
    films = [film("bars", rights=rights), film("other")]
    write_yaml(show / "playlists" / "films.yaml", {"films": films})


def test_rights_that_end_while_somebody_reads_and_watches(open_kiosk: OpenKiosk, clip: Path, tmp_path: Path) -> None:
    show = write_exhibition(tmp_path / "show", [], [clip])
    with_rights(show, until=str(date.today() + timedelta(days=9)))
    visitor = open_kiosk(show)
    pilot = visitor.pilot
    visitor.wake()
    page = visitor.open_film("bars")
    assert "watch" in page.targets
    mark = pilot.mark()
    yesterday = str(date.today() - timedelta(days=1))
    with_rights(show, until=yesterday)
    page = pilot.wait_for_scene(screen="film", film="bars", after=mark, seconds=5)
    assert OVER in texts(page)
    assert "watch" not in page.targets
    mark = pilot.mark()
    with_rights(show)
    page = pilot.wait_for_scene(screen="film", film="bars", after=mark, seconds=5)
    assert OVER not in texts(page)
    visitor.watch("bars")
    with_rights(show, until=yesterday)
    pilot.wait_until(lambda: visitor.words().count("is shown as it is now") == 3, "the change", seconds=5)
    visitor.see_it_move()
    visitor.show_controls()
    page = visitor.tap("close", screen="film", film="bars")
    assert OVER in texts(page)
    visitor.tap("back", screen="browse")
    assert "watch" in visitor.open_film("other").targets


def test_a_days_plays_are_used_up_and_stay_so_after_a_restart(
    open_kiosk: OpenKiosk, clip: Path, tmp_path: Path
) -> None:
    show = write_exhibition(tmp_path / "show", [], [clip], loop="playlists/loop.yaml")
    write_yaml(show / "playlists" / "loop.yaml", {"items": [{"excerpt": "other/whole"}]})
    with_rights(show, plays_per_day=1)
    visitor = open_kiosk(show)
    visitor.wake()
    assert "watch" in visitor.open_film("bars").targets
    visitor.watch("bars")
    visitor.see_it_move()
    visitor.show_controls()
    mark = visitor.pilot.mark()
    visitor.press("close")
    page = visitor.pilot.wait_for_scene(after=mark, screen="film", film="bars", seconds=5)
    assert SPENT in texts(spent_page(visitor, page))
    again = open_kiosk(show)
    again.wake()
    page = again.open_film("bars")
    assert SPENT in texts(page)
    assert "watch" not in page.targets


def spent_page(visitor: Visitor, page: Scene) -> Scene:
    """The page as soon as it tells; a moment after the film at the latest."""
    visitor.pilot.wait_until(lambda: SPENT in texts(visitor.scene), "what the rights do not allow", seconds=4)
    return page if SPENT in texts(page) else visitor.scene


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (720, 1280)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_code_on_the_screen_leads_to_the_films_link(
    open_kiosk: OpenKiosk, clip: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    visitor = open_kiosk(write_exhibition(tmp_path / "show", [film("bars", link=LINK)], [clip]), size)
    visitor.wake()
    page = visitor.open_film("bars")
    left, top, width, height = next(each["rect"] for each in page.facts["texts"] if each["text"] == LINK)
    pixels = visitor.pilot.display.pixels((left, top, width, height))
    levels = [sum(pixels[at : at + 3]) // 3 for at in range(0, len(pixels), 4)]
    reading = read_code([levels[row * width : (row + 1) * width] for row in range(height)])
    expected = segno.make(LINK, error="m", micro=False, boost_error=False)
    assert reading.modules == [[bool(module) for module in row] for row in expected.matrix]
    assert reading.quiet >= 4 * reading.size


@pytest.mark.soak
def test_a_page_that_stands_tells_when_a_screening_begins(open_kiosk: OpenKiosk, clip: Path, tmp_path: Path) -> None:
    at = (datetime.now() + timedelta(minutes=1, seconds=20)).replace(second=0, microsecond=0)
    screenings = [{"at": f"{at:%Y-%m-%d %H:%M}", "place": {"en": "Hall"}}]
    shown = film("bars", screenings=screenings, running_time="90 min")
    visitor = open_kiosk(write_exhibition(tmp_path / "show", [shown], [clip]))
    visitor.wake()
    page = visitor.open_film("bars")
    assert f"Next screening: Today, {at.hour}:{at:%M}" in texts(page)
    visitor.pilot.wait_until(
        lambda: any(each.startswith("Showing now, until") for each in texts(visitor.scene)), "now", seconds=90
    )
    late = (datetime.now() - at).total_seconds()
    assert 0 <= late < 1.5
