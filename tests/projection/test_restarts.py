"""How often projectors are started again, and which files are left out."""

from pathlib import Path

from kiosk.projection.restarts import Identity, LeftOut, Restarts


def test_five_starts_in_a_minute_are_free() -> None:
    restarts = Restarts()
    for _ in range(5):
        assert restarts.allowed_at(100.0) == 100.0
        restarts.note(100.0)

    assert restarts.allowed_at(100.0) == 115.0
    assert restarts.allowed_at(114.0) == 115.0
    assert restarts.allowed_at(120.0) == 120.0


def test_it_never_gives_up() -> None:
    restarts = Restarts()
    now = 0.0
    for _ in range(100):
        now = restarts.allowed_at(now)
        restarts.note(now)

    assert now < 100 * 15
    assert restarts.allowed_at(now + 60.0) == now + 60.0


class Files:
    """Identities that a test changes."""

    def __init__(self) -> None:
        self.identity: Identity | None = (1000, 1)

    def __call__(self, _file: Path) -> Identity | None:
        return self.identity


FILM = Path("/media/film.mp4")


def test_a_file_is_left_out_after_it_ended_its_projector_twice() -> None:
    left_out = LeftOut(Files())
    left_out.note_death(FILM)
    assert FILM not in left_out

    left_out.note_death(FILM)
    assert FILM in left_out
    assert Path("/media/other.mp4") not in left_out


def test_a_changed_file_gets_another_chance() -> None:
    files = Files()
    left_out = LeftOut(files)
    left_out.note_death(FILM)
    left_out.note_death(FILM)
    files.identity = (1000, 2)

    assert FILM not in left_out
    left_out.note_death(FILM)
    assert FILM not in left_out


def test_deaths_of_an_earlier_file_do_not_count() -> None:
    files = Files()
    left_out = LeftOut(files)
    left_out.note_death(FILM)
    files.identity = (2000, 3)
    left_out.note_death(FILM)

    assert FILM not in left_out


def test_a_file_that_is_gone_can_be_left_out_too() -> None:
    files = Files()
    files.identity = None
    left_out = LeftOut(files)
    left_out.note_death(FILM)
    left_out.note_death(FILM)

    assert FILM in left_out
