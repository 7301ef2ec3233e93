"""Ways to switch a screen, on real programs: small scripts in a PATH of their own, and a real X server."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.power.methods import Found, methods, probe
from kiosk.tour.display import VirtualDisplay

Script = Callable[[str, str], Path]


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Script:
    """``script("vcgencmd", "echo display_power=1")``: a program of that name that writes down how it is called."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    def write(name: str, body: str) -> Path:
        path = folder / name
        path.write_text(f'#!/bin/sh\necho "$*" >> {tmp_path}/{name}.calls\n{body}\n')
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return tmp_path / f"{name}.calls"

    return write


def found(name: str, environment: dict[str, str] | None = None, cec: tuple[str, ...] = ()) -> Found:
    return next(each for each in probe(methods(environment or {}, cec)) if each.method.name == name)


def test_which_methods_a_session_may_have() -> None:
    wayland = {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}
    assert [each.name for each in methods(wayland)] == ["wlopm", "vcgencmd", "CEC by cec-client"]
    assert [each.name for each in methods({"DISPLAY": ":0"}, ["/dev/cec0"])] == [
        *("DPMS", "vcgencmd", "CEC on /dev/cec0", "CEC by cec-client")
    ]
    assert [each.name for each in methods({})] == ["vcgencmd", "CEC by cec-client"]


@pytest.mark.usefixtures("script")
def test_what_is_not_installed_is_told() -> None:
    assert found("vcgencmd").why == "vcgencmd is not installed"
    assert found("wlopm", {"WAYLAND_DISPLAY": "wayland-0"}).why == "wlopm is not installed"


def test_wlopm(script: Script) -> None:
    calls = script("wlopm", 'if [ $# -eq 0 ]; then echo "HDMI-A-1 on"; fi')
    way = found("wlopm", {"WAYLAND_DISPLAY": "wayland-0"})
    assert way.works
    assert [each.run().failure for each in (*way.method.off, *way.method.on)] == [None, None]
    assert calls.read_text().splitlines() == ["", "--off *", "--on *"]


def test_a_compositor_without_power_management(script: Script) -> None:
    script("wlopm", "echo 'compositor does not support wlr-output-power-management-v1' >&2; exit 1")
    why = found("wlopm", {"WAYLAND_DISPLAY": "wayland-0"}).why
    assert why == "ended with exit code 1: compositor does not support wlr-output-power-management-v1"


def test_vcgencmd(script: Script) -> None:
    calls = script("vcgencmd", "echo display_power=${2:-1}")
    way = found("vcgencmd")
    assert way.works
    assert [each.run().failure for each in (*way.method.off, *way.method.on)] == [None, None]
    assert calls.read_text().splitlines() == ["display_power", "display_power 0", "display_power 1"]


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("echo display_power=-1", "answers: display_power=-1"),
        ("echo 'error=1 error_msg=\"Command not registered\"'", 'answers: error=1 error_msg="Command not registered"'),
    ],
)
def test_a_raspberry_pi_that_does_not_know_it_any_more(script: Script, answer: str, why: str) -> None:
    script("vcgencmd", answer)
    assert found("vcgencmd").why == why


def test_one_that_takes_the_command_and_does_nothing(script: Script) -> None:
    script("vcgencmd", "echo display_power=1")
    way = found("vcgencmd")
    assert way.works
    assert way.method.off[0].run().failure == "answers: display_power=1"


def test_a_television_over_the_kernel(script: Script) -> None:
    calls = script("cec-ctl", "echo '    pwr-state: on (0x00)'")
    way = found("CEC on /dev/cec0", cec=("/dev/cec0",))
    assert way.works
    assert [each.run().failure for each in (*way.method.off, *way.method.on)] == [None, None]
    start = "--device=/dev/cec0 --playback --to 0"
    assert calls.read_text().splitlines() == [
        f"{start} --give-device-power-status",
        f"{start} --standby",
        f"{start} --image-view-on",
    ]


def test_a_television_by_cec_client(script: Script, tmp_path: Path) -> None:
    script("cec-client", f"read line; echo $line >> {tmp_path}/told; echo 'power status: standby'")
    way = found("CEC by cec-client")
    assert way.works
    assert [each.run().failure for each in (*way.method.off, *way.method.on)] == [None, None, None]
    assert (tmp_path / "told").read_text().splitlines() == ["pow 0", "standby 0", "on 0", "as"]


def test_a_television_that_is_not_there(script: Script) -> None:
    script("cec-client", "echo 'power status: unknown'")
    assert found("CEC by cec-client").why == "answers: power status: unknown"


def test_an_x_server_without_dpms_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    with VirtualDisplay(320, 240) as display:
        monkeypatch.setenv("DISPLAY", display.name)
        assert found("DPMS", {"DISPLAY": display.name}).why == "ended with exit code 1: this X server has no DPMS"
    assert found("DPMS", {"DISPLAY": display.name}).why == "ended with exit code 1: there is no X display"
