"""``kiosk pin``."""

import io
import re
from pathlib import Path

import pytest

from kiosk.cli.main import main
from kiosk.panel.pin import is_pin


@pytest.fixture
def show(tmp_path: Path) -> Path:
    (tmp_path / "kiosk.yaml").write_text("exhibition: {title: Films}\n", "utf-8")
    return tmp_path


def answer(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    following = iter(answers)
    monkeypatch.setattr("getpass.getpass", lambda _: next(following))


def test_asks_twice_and_prints_the_lines(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    answer(monkeypatch, "258013", "258013")
    assert main(["pin"]) == 0
    printed = re.fullmatch(r'panel:\n  pin: "(pbkdf2:\S+)"\n', capsys.readouterr().out)
    assert printed
    assert is_pin("258013", printed[1])


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (("258013", "258014"), "These are not the same. Nothing was made.\n"),
        (("12",), "A PIN has 4 to 12 digits and nothing else.\n"),
    ],
)
def test_what_is_refused(
    answers: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, *answers)
    assert main(["pin"]) == 2
    assert capsys.readouterr() == ("", said)


def test_writes_it_from_the_input(
    show: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("258013\n"))
    before = (show / "kiosk.yaml").read_bytes()
    assert main(["pin", str(show), "--stdin", "--write"]) == 0
    assert capsys.readouterr().out == f"The PIN is written to {show}/kiosk.local.yaml.\n"
    written = re.search(r"^  pin: (\S+)$", (show / "kiosk.local.yaml").read_text("utf-8"), re.MULTILINE)
    assert written
    assert is_pin("258013", written[1])
    assert (show / "kiosk.yaml").read_bytes() == before


def test_a_local_file_that_cannot_be_read_is_left(
    show: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (show / "kiosk.local.yaml").write_text("sound: [\n", "utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("258013\n"))
    assert main(["pin", str(show), "--stdin", "--write"]) == 2
    assert capsys.readouterr().err.startswith("Nothing was written, because what is there would be lost.")
    assert (show / "kiosk.local.yaml").read_text("utf-8") == "sound: [\n"
