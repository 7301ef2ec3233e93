"""What the section Health asks for."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.backstage.checkup import Checkup
from kiosk.backstage.diary import Diary
from kiosk.backstage.house import replaced, runs_as_service
from kiosk.clock import FakeClock
from kiosk.config.load import load_exhibition
from kiosk.panel.sections.health.found import Happened, Trouble
from kiosk.projection.booth import Booth
from kiosk.projection.test_card import TestCard


@pytest.fixture
def diary() -> Iterator[tuple[Diary, logging.Logger, FakeClock]]:
    clock = FakeClock()
    log, kept = logging.getLogger("diary-test"), Diary(clock)
    log.setLevel(logging.DEBUG)
    log.propagate = False
    log.addHandler(kept)
    yield kept, log, clock
    log.removeHandler(kept)


def test_the_last_fifty_lines_the_latest_first(diary: tuple[Diary, logging.Logger, FakeClock]) -> None:
    kept, log, clock = diary
    began = clock.now()
    for number in range(60):
        log.info("Line %d", number)
    log.debug("Nobody has to know")
    clock.advance(60)
    log.warning("projector B: its process\nended")
    lines = kept.lines()
    assert len(lines) == 50
    assert lines[:2] == (
        Happened(clock.now(), "projector B: its process ended", True),
        Happened(began, "Line 59"),
    )


def test_an_error_is_told_with_its_kind(diary: tuple[Diary, logging.Logger, FakeClock]) -> None:
    kept, log, _ = diary
    try:
        raise ValueError("no such film")
    except ValueError:
        log.exception("An error on the way to the screen")
    assert [each.words for each in kept.lines()] == ["An error on the way to the screen (ValueError: no such film)"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("0::/system.slice/film-kiosk.service\n", True),
        ("0::/user.slice/user-1000.slice/session-2.scope\n", False),
        ("", False),
    ],
)
def test_whether_it_comes_back_when_it_ends(tmp_path: Path, said: str, expected: bool) -> None:
    (tmp_path / "cgroup").write_text(said)
    assert runs_as_service(tmp_path / "cgroup") is expected
    assert not runs_as_service(tmp_path / "none")


def test_projectors_that_do_not_come_back_are_told() -> None:
    clock = FakeClock()
    booth = Booth(clock, make=lambda name: TestCard(name, clock))  # nobody steps it
    assert not replaced(booth, 0.3)


def test_what_check_and_doctor_say_is_kept_until_it_is_asked_for_anew(tmp_path: Path) -> None:
    show = tmp_path / "show"
    show.mkdir()
    (show / "kiosk.yaml").write_text("exhibition: {title: Two films}\nmode: loop\ncolour: red\n", "utf-8")
    exhibition = load_exhibition(show).exhibition
    assert exhibition is not None
    clock = FakeClock()
    checkup = Checkup(clock, tmp_path / "cache", tmp_path / "state")
    first = checkup(exhibition, {})
    assert first.exhibition is not None
    assert Trouble("kiosk.yaml:3:1", "colour: unknown key. It is left aside.", True) in first.exhibition
    assert first.machine is not None
    (show / "kiosk.yaml").write_text("exhibition: {title: Two films}\nmode: loop\n", "utf-8")
    clock.advance(60)
    assert checkup(exhibition, {}) is first
    anew = checkup(exhibition, {"anew": True})
    assert (anew.at - first.at).total_seconds() == 60
    assert anew.exhibition is not None
    assert "colour: unknown key. It is left aside." not in [each.advice for each in anew.exhibition]
    assert checkup(replace(exhibition, captions=False), {}) is not anew
