"""What systemd itself says of the units."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.service.machine import Display, Folder, Machine
from kiosk.service.plan import plan
from tests.service.machines import MINI_PC, PI, machine

pytestmark = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd-analyze here")

MOST_EXPOSED = 3.0
ODD = machine(exhibition=Folder('/srv/50% "off" $now\\:', 0o755, 0))

AROUND = Folder("/srv/exhibition", 0o755, 0)
STICKS = machine(exhibition=Folder("/srv/exhibition/show", 0o755, 0), usb="copy", room=AROUND)
CASES = [(PI, Display.CAGE), (MINI_PC, Display.X), (STICKS, Display.CAGE)]


def written(folder: Path, facts: Machine, display: Display, network: bool) -> list[Path]:
    """The units in a folder, with a program that is there in place of those that are not."""
    units = []
    for entry in plan(facts, display, network=network).entries:
        if entry.text and entry.path.endswith(".service"):
            path = folder / Path(entry.path).name
            path.write_text(re.sub(r"ExecStart=\S+", "ExecStart=/bin/true", entry.text), "utf-8")
            units.append(path)
    return units


@pytest.mark.parametrize("network", [False, True])
@pytest.mark.parametrize(("facts", "display"), [*CASES, (ODD, Display.CAGE)])
def test_the_units_are_what_systemd_understands(
    facts: Machine, display: Display, network: bool, tmp_path: Path
) -> None:
    units = written(tmp_path, facts, display, network)
    done = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, timeout=60)
    assert [line for line in done.stderr.splitlines() if "film-kiosk" in line] == []
    assert done.returncode == 0


@pytest.mark.parametrize("network", [False, True])
@pytest.mark.parametrize(("facts", "display"), CASES)
def test_the_kiosk_is_hardly_exposed(facts: Machine, display: Display, network: bool, tmp_path: Path) -> None:
    unit = written(tmp_path, facts, display, network)[0]
    command = ["systemd-analyze", "security", "--offline=true", "--no-pager", str(unit)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    found = re.search(r"Overall exposure level for film-kiosk.service: ([\d.]+)", done.stdout)
    assert found is not None, done.stderr
    assert float(found[1]) <= MOST_EXPOSED
