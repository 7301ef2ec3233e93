"""``kiosk service``, for a machine whose card is in this one."""

import json
import os
from pathlib import Path

import pytest

from kiosk.cli.main import main
from kiosk.service import system


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """A root with cage, seatd and an exhibition."""
    for name in ("usr/bin/cage", "usr/bin/Xwayland", "usr/sbin/seatd", "etc/group", "srv/show/kiosk.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "etc/group").write_text("root:x:0:\nvideo:x:44:\n", "utf-8")
    return tmp_path


def service(card: Path, verb: str, *more: str) -> int:
    folder = [str(card / "srv/show")] if verb == "install" else []
    return main(["service", verb, *folder, "--root", str(card), *more])


def test_shows_what_it_will_write_and_asks(
    card: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("typer.confirm", lambda _: False)
    assert service(card, "install") == 1
    said = capsys.readouterr().out
    assert "write /etc/systemd/system/film-kiosk.service  starts the kiosk\n    [Unit]\n" in said
    assert said.endswith("Nothing was changed.\n")
    assert not (card / "etc/systemd").exists()


def test_installed_looked_at_and_taken_away(card: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert service(card, "status") == 1
    assert service(card, "install", "--yes") == 0
    assert service(card, "status") == 0
    assert service(card, "install", "--yes") == 0
    assert service(card, "remove", "--yes") == 0
    assert service(card, "remove", "--yes") == 0
    said = capsys.readouterr().out
    for sentence in (
        "The kiosk is not installed as a service. To install it: kiosk service install\n",
        "Installed. The kiosk starts with the machine.\n",
        "The kiosk is installed as the service film-kiosk.service, for /srv/show.\n",
        "The kiosk is installed as a service already, for /srv/show. Nothing to do.\n",
        "Removed. The kiosk does not start with the machine any more.\n",
        "The kiosk is not installed as a service here. Nothing to do.\n",
    ):
        assert sentence in said
    assert not (card / "etc/systemd").exists()


def test_a_file_that_was_changed_is_told(card: Path, capsys: pytest.CaptureFixture[str]) -> None:
    service(card, "install", "--yes")
    (card / "etc/systemd/journald.conf.d/film-kiosk.conf").write_text("[Journal]\n", "utf-8")
    capsys.readouterr()
    assert service(card, "status", "--json") == 1
    assert json.loads(capsys.readouterr().out) == {
        "installed": True,
        "changed": ["/etc/systemd/journald.conf.d/film-kiosk.conf"],
        "systemd": {},
    }


def test_what_shows_the_kiosk_must_be_installed(card: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (card / "usr/sbin/seatd").unlink()
    assert service(card, "install", "--yes") == 2
    assert capsys.readouterr().err == (
        "There is neither cage (with seatd and Xwayland) nor an X server to show the kiosk. "
        "Run: apt install --no-install-recommends "
        "cage seatd xwayland libgl1-mesa-dri libegl1 libwayland-cursor0 libwayland-egl1\n"
    )


@pytest.mark.parametrize("verb", ["install", "remove"])
def test_only_root_may(verb: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert main(["service", verb, "--yes"]) == 2
    assert capsys.readouterr().err == f"Only root may do this. Run: sudo ./run service {verb}\n"


def test_a_machine_without_systemd(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(system, "is_live", lambda _: False)
    assert main(["service", "install", "--yes"]) == 2
    said = "This machine is not run by systemd, so there is nothing that could start the kiosk.\n"
    assert capsys.readouterr().err == said


def test_commands_that_fail_are_told_and_the_next_ones_run(tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    failed = system.run_all([("sh", "-c", "echo no >&2; exit 3"), ("no-such-program",), ("touch", str(mark))])
    assert failed == [
        "sh -c echo no >&2; exit 3 failed: no",
        "no-such-program failed: there is no no-such-program here",
    ]
    assert mark.exists()


def test_an_exhibition_that_sticks_replace_needs_a_folder_of_its_own(
    card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (card / "srv/show/kiosk.yaml").write_text("exhibition: {title: T}\nmode: loop\nloop: media/\nusb: copy\n", "utf-8")
    (card / "srv/other").mkdir()
    assert service(card, "install", "--yes") == 2
    assert capsys.readouterr().err == (
        f"usb: copy lets the kiosk rename and delete what lies in {card}/srv, where other things belong, "
        f"such as other. Give the exhibition a folder of its own: mkdir {card}/srv/exhibition && "
        f"mv {card}/srv/show {card}/srv/exhibition/ and install it from there.\n"
    )


def test_the_folder_around_the_exhibition_is_asked_for_and_given_back(
    card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    around = card / "srv/exhibition"
    around.mkdir()
    (card / "srv/show").rename(around / "show")
    show = around / "show"
    (show / "kiosk.yaml").write_text("exhibition: {title: T}\nmode: loop\nloop: media/\nusb: copy\n", "utf-8")
    assert main(["service", "install", str(show), "--yes", "--root", str(card)]) == 0
    said = capsys.readouterr().out
    assert "z /srv/exhibition 0775 - film-kiosk -\n" in said
    assert "ReadWritePaths=/srv/exhibition\n" in said
    assert "write /etc/udev/rules.d/90-film-kiosk.rules  mounts sticks\n" in said
    around.chmod(0o775)  # as systemd-tmpfiles does it
    assert main(["service", "remove", "--yes", "--root", str(card)]) == 0
    assert around.stat().st_mode & 0o7777 == 0o755
