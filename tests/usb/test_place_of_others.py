"""An exhibition that belongs to somebody else, with the permissions that ``kiosk service install`` gives the kiosk."""

import os
from collections.abc import Callable
from functools import partial
from itertools import takewhile
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import gettempdir

import pytest

from kiosk.usb.place import Place

KIOSK = 64000
"""Numbers of a user and a group that the machine does not have."""

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root can be somebody else")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    for folder in (tmp_path, *takewhile(lambda each: each != Path(gettempdir()), tmp_path.parents)):
        folder.chmod(0o755)
    found = Place(tmp_path / "exhibition/show")
    (found.folder / "media").mkdir(parents=True)
    (found.folder / "kiosk.yaml").write_text("of the installer")
    return found


def _as_kiosk(does: Callable[[], None], said: Connection) -> None:
    os.setgroups([])
    os.setgid(KIOSK)
    os.setuid(KIOSK)
    try:
        does()
        said.send("done")
    except Exception as error:
        said.send(f"{type(error).__name__}: {error}")


def as_kiosk(does: Callable[[], None]) -> str:
    """What became of it, in a process that is somebody else."""
    process = get_context("fork")  # one that starts anew might not be allowed to read the interpreter
    heard, said = process.Pipe(duplex=False)
    child = process.Process(target=_as_kiosk, args=(does, said))
    child.start()
    said.close()
    answer = str(heard.recv())
    child.join(60)
    return answer


def bring(place: Place, content: str) -> None:
    place.check()
    place.copying.mkdir()
    (place.copying / "kiosk.yaml").write_text(content)
    place.take()


def give(place: Place) -> None:
    """As the lines of ``tmpfiles.d`` do it."""
    for folder, mode in ((place.folder, 0o1775), (place.folder.parent, 0o775)):
        os.chown(folder, -1, KIOSK)
        folder.chmod(mode)


def test_what_was_not_given_is_told(place: Place) -> None:
    assert as_kiosk(place.check) == (
        f"Refused: The kiosk may not write in {place.folder.parent}, where another exhibition would take this one's "
        "place. If it runs as a service, run once more: sudo ./run service install"
    )


def test_the_installers_own_is_kept_and_what_sticks_brought_gives_way(place: Place) -> None:
    give(place)
    for content in ("first stick", "second stick", "third stick"):
        assert as_kiosk(partial(bring, place, content)) == "done"
    assert {each.name: (each / "kiosk.yaml").read_text() for each in place.folder.parent.iterdir()} == {
        "show": "third stick",
        "show.before": "second stick",
        "show.kept": "of the installer",
    }


def test_nothing_of_the_installers_is_deleted_to_make_room(place: Place) -> None:
    give(place)
    place.folder.rename(place.before)
    place.folder.mkdir()
    assert as_kiosk(partial(place.make_room, 10**18)).startswith("Refused: The disk has ")
    assert (place.before / "kiosk.yaml").read_text() == "of the installer"
