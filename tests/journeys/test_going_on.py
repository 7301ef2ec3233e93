"""A film that was left goes on where it was; and what is said in it can be read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.exhibitions import film, long_text, write_exhibition
from tests.journeys.fixtures import LANDSCAPE, PORTRAIT, Size
from tests.journeys.visitor import Visitor, texts

pytestmark = [pytest.mark.screen, pytest.mark.vlc]

OpenKiosk = Callable[..., Visitor]


def leave_at(visitor: Visitor, share: float) -> None:
    """Watch from the beginning, go to that share of the film, and close it there."""
    visitor.watch("bars")
    visitor.see_it_move()
    scrubber = visitor.show_controls().targets["scrubber"]
    visitor.press((int(scrubber.left + scrubber.width * share), scrubber.centre[1]))
    visitor.pilot.wait_until(lambda: abs(visitor.film_second() - 30 * share) < 1.5, "the place", seconds=3)
    visitor.tap("close", screen="film", film="bars")


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_a_film_that_was_left_goes_on_where_it_was(
    open_kiosk: OpenKiosk, clip: Path, tmp_path: Path, size: Size
) -> None:
    visitor = open_kiosk(write_exhibition(tmp_path / "show", [film("bars")], [clip]), size)
    visitor.wake()
    visitor.open_film("bars")
    leave_at(visitor, 0.5)
    page = visitor.scene
    offered = [text for text in texts(page) if text.startswith("Continue from 0:1")]
    assert len(offered) == 1
    assert "From the beginning" in texts(page)
    left = float(offered[0].rpartition(":")[2])
    visitor.watch("bars", "continue")
    assert left - 0.3 < visitor.film_second() < left + 2.5
    visitor.show_controls()
    visitor.tap("close", screen="film", film="bars")
    visitor.watch("bars")
    assert visitor.film_second() < 2


def test_who_leaves_at_once_has_nothing_to_continue(open_kiosk: OpenKiosk, clip: Path, tmp_path: Path) -> None:
    visitor = open_kiosk(write_exhibition(tmp_path / "show", [film("bars")], [clip]))
    visitor.wake()
    visitor.open_film("bars")
    visitor.watch("bars")
    visitor.see_it_move()
    visitor.show_controls()
    assert "continue" not in visitor.tap("close", screen="film", film="bars").targets


def test_a_transcript_is_read_in_ones_own_language_or_the_one_that_there_is(
    open_kiosk: OpenKiosk, clip: Path, tmp_path: Path
) -> None:
    transcript = tmp_path / "bar.en.txt"
    transcript.write_text(long_text("en", 12), encoding="utf-16")
    excerpts = [{"id": "whole", "file": clip.name, "transcript": {"en": transcript.name}}]
    shown = [film("bars", excerpts=excerpts), film("silent")]
    visitor = open_kiosk(write_exhibition(tmp_path / "show", shown, [clip, transcript]))
    visitor.wake()
    assert "transcript" not in visitor.open_film("silent").targets
    visitor.tap("back", screen="browse")
    visitor.open_film("bars")
    page = visitor.tap("transcript", screen="transcript", film="bars")
    assert any(text.startswith("1. The bar goes on its way") for text in texts(page))
    first = visitor.pilot.display.pixels()
    visitor.press("page-next")
    visitor.pilot.wait_until(lambda: visitor.pilot.display.pixels() != first, "the next view of it")
    arabic = visitor.tap("language", screen="transcript", language="ar")
    assert any(text.startswith("1. The bar") or "The bar goes on" in text for text in texts(arabic))
    visitor.tap("back", screen="film", film="bars")
