"""What an installation leaves under a root, and what is left of it afterwards."""

import os
import stat
from pathlib import Path

import pytest

from kiosk.service import writer
from kiosk.service.machine import Display, Folder, Machine
from kiosk.service.plan import plan
from kiosk.service.record import PLACE, Damaged, read_record
from tests.service.machines import MINI_PC, PI, machine

UNIT = "etc/systemd/system/film-kiosk.service"


def tree(root: Path) -> dict[str, tuple[str, int]]:
    """Everything under a root: contents or what a link points to, and permissions."""
    found = {}
    for path in sorted(root.rglob("*")):
        content = os.readlink(path) if path.is_symlink() else path.read_text("utf-8") if path.is_file() else ""
        found[str(path.relative_to(root))] = content, stat.S_IMODE(path.lstat().st_mode)
    return found


def install(root: Path, facts: Machine, display: Display = Display.CAGE, *, network: bool = False) -> list[str]:
    """Install; answers what was done, a line each."""
    wanted, record = plan(facts, display, network=network), read_record(root)
    steps = writer.steps_to_install(root, wanted, record)
    if steps:
        writer.install(root, wanted, record, steps)
    return [f"{each.what} {each.path}" for each in steps]


def remove(root: Path) -> None:
    record = read_record(root)
    assert record is not None
    writer.remove(root, record, writer.steps_to_remove(root, record))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A machine with a file of its own where one of ours goes, and one that is as ours would be."""
    for folder in ("etc/systemd/system", "etc/sysctl.d", "srv/show"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "etc/systemd/system/default.target").symlink_to("/lib/systemd/system/graphical.target")
    (tmp_path / "etc/systemd/system/sleep.target").symlink_to("/dev/null")
    return tmp_path


@pytest.mark.parametrize(("facts", "display"), [(PI, Display.CAGE), (MINI_PC, Display.X)])
def test_what_was_installed_is_taken_away_to_the_last_file(root: Path, facts: Machine, display: Display) -> None:
    before = tree(root)
    install(root, facts, display)
    assert (root / UNIT).is_file()
    assert (root / "etc/systemd/system/multi-user.target.wants/film-kiosk.service").is_symlink()
    remove(root)
    assert tree(root) == before


def test_a_second_time_changes_nothing(root: Path) -> None:
    install(root, MINI_PC, Display.X)
    before = tree(root)
    assert install(root, MINI_PC, Display.X) == []
    assert tree(root) == before


def test_what_was_there_before_is_put_back(root: Path) -> None:
    install(root, MINI_PC, Display.X)
    target = root / "etc/systemd/system/default.target"
    assert os.readlink(target) == "/usr/lib/systemd/system/multi-user.target"
    remove(root)
    assert os.readlink(target) == "/lib/systemd/system/graphical.target"


def test_what_was_as_wanted_already_stays(root: Path) -> None:
    install(root, PI)
    remove(root)
    assert os.readlink(root / "etc/systemd/system/sleep.target") == "/dev/null"


def test_another_way_onto_the_screen_takes_the_first_one_away(root: Path) -> None:
    everything = machine(programs={**PI.programs, "Xorg": "/usr/lib/xorg/Xorg"})
    install(root, everything, Display.X)
    done = install(root, everything, Display.CAGE)
    assert done == [
        f"replace {UNIT}",
        "delete etc/systemd/system/film-kiosk-display.service",
        "delete etc/X0.hosts",
        "delete etc/X11/xorg.conf.d/90-film-kiosk.conf",
    ]
    assert not (root / "etc/X0.hosts").exists()
    assert install(root, everything, Display.CAGE) == []


def test_a_file_that_was_changed_by_hand_is_written_again(root: Path) -> None:
    install(root, PI)
    good = (root / UNIT).read_text("utf-8")
    (root / UNIT).write_text("[Service]\n", "utf-8")
    assert install(root, PI) == [f"replace {UNIT}"]
    assert (root / UNIT).read_text("utf-8") == good
    remove(root)
    assert not (root / UNIT).exists()


def test_an_installation_that_broke_off_can_be_taken_away(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(root)
    wanted = plan(MINI_PC, Display.X)
    put, count = writer._put, iter(range(100))

    def full_disk(under: Path, path: str, content: writer.Content) -> None:
        if next(count) == 5:
            raise OSError(28, "No space left on device")
        put(under, path, content)

    monkeypatch.setattr(writer, "_put", full_disk)
    with pytest.raises(OSError, match="No space left"):
        writer.install(root, wanted, None, writer.steps_to_install(root, wanted, None))
    monkeypatch.undo()
    remove(root)
    assert tree(root) == before


def test_the_exhibitions_folder_gets_its_group_and_permissions_back(root: Path) -> None:
    show = root / "srv/show"
    show.chmod(0o755)
    install(root, machine(exhibition=Folder("/srv/show", 0o755, show.stat().st_gid)))
    show.chmod(0o1775)  # as systemd-tmpfiles does
    again = Folder("/srv/show", 0o1775, show.stat().st_gid)
    assert install(root, machine(exhibition=again)) == []
    remove(root)
    assert stat.S_IMODE(show.stat().st_mode) == 0o755


def test_files_can_be_read_whatever_the_umask(root: Path) -> None:
    before = os.umask(0o077)
    try:
        install(root, PI)
    finally:
        os.umask(before)
    assert stat.S_IMODE((root / UNIT).stat().st_mode) == 0o644


def test_something_else_in_a_folder_of_ours_stays(root: Path) -> None:
    install(root, PI)
    other = root / "etc/systemd/journald.conf.d/other.conf"
    other.write_text("[Journal]\n", "utf-8")
    remove(root)
    assert other.is_file()


def test_a_record_that_cannot_be_read_is_told(root: Path) -> None:
    install(root, PI)
    (root / PLACE).write_text("{", "utf-8")
    with pytest.raises(Damaged, match=r"/etc/film-kiosk/service\.json cannot be read"):
        read_record(root)
