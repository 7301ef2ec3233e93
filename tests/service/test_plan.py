"""What is written on two machines, word for word."""

from pathlib import Path

import pytest

from kiosk.service.machine import Display, Folder, Machine
from kiosk.service.plan import Plan, plan
from kiosk.service.unit import kiosk_unit
from tests.service.machines import MINI_PC, PI, machine

EXPECTED = Path(__file__).parents[1] / "data" / "service"


def told(wanted: Plan) -> str:
    """All of a plan as one text."""
    files = [f"=== /{each.path}\n" + (f"-> {each.link}\n" if each.link else each.text) for each in wanted.entries]
    commands = ["=== then\n", *(f"{' '.join(each)}\n" for each in wanted.after)]
    undo = ["=== undo\n", *(f"{' '.join(each)}\n" for each in wanted.undo)]
    return "".join(files + commands + undo)


@pytest.mark.parametrize(
    ("facts", "display", "network", "file"),
    [(PI, Display.CAGE, False, "cage.txt"), (MINI_PC, Display.X, True, "x.txt")],
)
def test_everything_that_is_written(facts: Machine, display: Display, network: bool, file: str) -> None:
    assert told(plan(facts, display, network=network)) == (EXPECTED / file).read_text("utf-8")


def lines(facts: Machine, start: str) -> list[str]:
    unit = kiosk_unit(facts, Display.CAGE, network=False)
    return [each for each in unit.splitlines() if each.startswith(start)]


def test_an_exhibition_elsewhere_is_written_to_where_it_is() -> None:
    assert lines(PI, "ReadWritePaths=") == ["ReadWritePaths=/srv/show"]
    assert lines(PI, "Bind") == []


def test_of_a_home_only_the_exhibition_and_the_program_are_seen() -> None:
    facts = machine(
        exhibition=Folder("/home/anna/show", 0o755, 1000),
        program="/home/anna/kiosk",
        libraries=("/home/anna/kiosk/.venv", "/root/python"),
    )
    assert lines(facts, "Bind") == [
        "BindPaths=/home/anna/show",
        "BindReadOnlyPaths=/home/anna/kiosk",
        "BindReadOnlyPaths=/root/python",
    ]


def test_the_sample_exhibition_can_be_written_to_although_it_is_the_programs_own_folder() -> None:
    facts = machine(exhibition=Folder("/home/anna/kiosk", 0o755, 1000), program="/home/anna/kiosk")
    assert lines(facts, "Bind") == ["BindPaths=/home/anna/kiosk"]


def room(path: str) -> Machine:
    return machine(exhibition=Folder(f"{path}/show", 0o755, 1000), usb="copy", room=Folder(path, 0o755, 1000))


def test_where_sticks_bring_exhibitions_the_folder_around_is_written() -> None:
    assert lines(room("/srv/exhibition"), "ReadWritePaths=") == ["ReadWritePaths=/srv/exhibition"]
    assert lines(room("/home/anna/exhibition"), "Bind") == ["BindPaths=/home/anna/exhibition"]
    texts = {each.path: each.text for each in plan(room("/srv/exhibition"), Display.CAGE).entries}
    assert texts["etc/tmpfiles.d/film-kiosk.conf"] == (
        "# The kiosk keeps what is changed on its screen in /srv/exhibition/show/kiosk.local.yaml.\n"
        "z /srv/exhibition/show 1775 - film-kiosk -\n"
        "# usb: copy puts the exhibition on a stick in the place of the one there.\n"
        "z /srv/exhibition 0775 - film-kiosk -\n"
    )


@pytest.mark.parametrize(("usb", "mounts"), [("off", False), ("play", True)])
def test_sticks_are_mounted_where_they_are_wanted(usb: str, mounts: bool) -> None:
    made = plan(machine(usb=usb), Display.CAGE)
    assert ("etc/udev/rules.d/90-film-kiosk.rules" in [each.path for each in made.entries]) is mounts
    assert (("udevadm", "control", "--reload") in made.after) is mounts


def test_a_name_that_no_unit_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="control character"):
        plan(machine(exhibition=Folder("/srv/a\nb", 0o755, 0)), Display.CAGE)


@pytest.mark.parametrize(
    ("programs", "displays"),
    [
        ({**PI.programs, "Xorg": "/usr/lib/xorg/Xorg"}, (Display.CAGE, Display.X)),
        ({"cage": "/usr/bin/cage", "Xwayland": "/usr/bin/Xwayland", "Xorg": "/usr/lib/xorg/Xorg"}, (Display.X,)),
        ({"cage": "/usr/bin/cage", "seatd": "/usr/sbin/seatd"}, ()),
        ({"cage": "/usr/bin/cage"}, ()),
    ],
)
def test_cage_goes_first_where_it_can_work(programs: dict[str, str], displays: tuple[Display, ...]) -> None:
    assert machine(programs=programs).displays == displays
