"""What doctor hands out: JSON, and a report in which nothing is private."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.health.doctor.case import Case
from kiosk.health.doctor.finding import Examined, fatal, notice, problem
from kiosk.health.doctor.privacy import Private, private_words, without
from kiosk.health.doctor.report import as_json, as_text, summary
from tests.health.doctor.planted import case, machine

VERSIONS = {"kiosk": "0.1.0", "libvlc": "3.0.24"}
EXAMINED = [
    Examined("clock", "Clock", ("2026-11-25 12:00, Asia/Dubai",), ()),
    Examined(
        "sound",
        "Sound",
        ("hdmi: HDMI",),
        (problem("sound.muted", "It is muted.", "Unmute it."), notice("sound.first", "Two.", "Choose.")),
    ),
]

JOURNAL = "journalctl -u film-kiosk.service -n 80 --no-pager --quiet -o cat"
LOG = """INFO The exhibition was changed and is shown as it is now.
WARNING /home/layla.haddad/show/media/clips/night.mp4 cannot be read
WARNING /media/layla.haddad/STICK-4711/kiosk/clip.mp4 is gone
ERROR museum-foyer-03: cannot reach mqtt://kiosk:geheim@10.20.30.40:1883
INFO wlan0 has 192.168.178.23 and fe80::1c2d:3eff:fe4f:5a6b and 2001:db8:85a3::8a2e:370:7334, MAC b8:27:eb:12:34:56
INFO Layla Haddad <layla.haddad@museum.example> asked at https://museum.example/kiosk?user=layla
INFO touch device serial number: ILI2511X004711, disk S/N: WD-WX41A
INFO machine 00000000a1b2c3d4 with id 4c4c4544-0044-3510-8053-b4c04f4d3232
INFO panel.pin pbkdf2:sha256:600000:abc:def, before pin: 86420
INFO the panel was opened with 97531 at 10:20:30
INFO film-kiosk 0.1.0 plays return-to-homs/opening at 0:12
"""
FILES = {
    "etc/hostname": "museum-foyer-03\n",
    "etc/machine-id": "0123456789abcdef0123456789abcdef\n",
    "etc/passwd": "root:x:0:0:root:/root:/bin/bash\n"
    "layla.haddad:x:1000:1000:Layla Haddad,,,:/home/layla.haddad:/bin/bash\n",
    "proc/device-tree/serial-number": "00000000a1b2c3d4\x00",
    "sys/class/dmi/id/product_serial": "PF-3XYZ99\n",
    "run/systemd/system/keep": "",
    "home/layla.haddad/show/kiosk.yaml": 'panel: {pin: "97531"}\n',
}
PRIVATE = (
    *("layla", "haddad", "museum-foyer-03", "museum.example", "STICK-4711", "geheim", "10.20.30.40", "192.168"),
    *("fe80", "2001:db8", "b8:27:eb", "ILI2511X004711", "WD-WX41A", "a1b2c3d4", "4c4c4544", "pbkdf2", "86420", "97531"),
    *("0123456789abcdef", "PF-3XYZ99", "/home/"),
)


@pytest.fixture
def looked_at(tmp_path: Path) -> Case:
    planted = machine(tmp_path, FILES, {JOURNAL: LOG}, environment={"USER": "layla.haddad"})
    folder = Path("/home/layla.haddad/show")
    sentences = (
        "kiosk.yaml:3:9   screen.rotate: must be 0, 90, 180 or 270, not 45.",
        "playlists/a.yaml:9:1  films[0].still: /home/layla.haddad/show/media/x.png is not in media/.",
    )
    return replace(case(planted), folder=folder, sentences=sentences)


def private(looked_at: Case) -> Private:
    return private_words(looked_at.machine, "/home/layla.haddad", str(looked_at.folder), ["layla.haddad"])


def test_nothing_in_the_report_is_private(looked_at: Case) -> None:
    told = Examined("touch", "Touch", ("Panel PF-3XYZ99 at museum-foyer-03, 0123456789abcdef0123456789abcdef",), ())
    text = as_text(looked_at, [*EXAMINED, told], VERSIONS, private(looked_at))
    assert [each for each in PRIVATE if each.lower() in text.lower()] == []


def test_the_report_says_all_that_helps(looked_at: Case) -> None:
    assert as_text(looked_at, EXAMINED, VERSIONS, private(looked_at)) == (
        "== Film kiosk: report on a machine\n"
        "2026-11-25 12:00 UTC\n"
        "1 finding, 1 to know of.\n"
        "\n"
        "== Versions\n"
        "kiosk 0.1.0\n"
        "libvlc 3.0.24\n"
        "\n"
        "== Findings\n"
        "problem sound.muted: It is muted.\n"
        "notice sound.first: Two.\n"
        "\n"
        "== The machine\n"
        "Clock: 2026-11-25 12:00, Asia/Dubai\n"
        "Sound: hdmi: HDMI\n"
        "\n"
        "== Problems of the exhibition\n"
        "kiosk.yaml:3:9   screen.rotate: must be 0, 90, 180 or 270, not 45.\n"
        "playlists/a.yaml:9:1  films[0].still: [exhibition]/media/x.png is not in media/.\n"
        "\n"
        "== Last lines of the log\n"
        "INFO The exhibition was changed and is shown as it is now.\n"
        "WARNING [exhibition]/media/clips/night.mp4 cannot be read\n"
        "WARNING /media/[disk]/kiosk/clip.mp4 is gone\n"
        "ERROR [host]: cannot reach [address]\n"
        "INFO wlan0 has [address] and [address] and [address], MAC [address]\n"
        "INFO [user] <[address]> asked at [address]\n"
        "INFO touch device serial number: [number], disk S/N: [number]\n"
        "INFO machine [number] with id [number]\n"
        "INFO panel.pin [pin] before pin: [secret]\n"
        "INFO the panel was opened with [pin] at 10:20:30\n"
        "INFO film-kiosk 0.1.0 plays return-to-homs/opening at 0:12\n"
    )


def test_names_that_tell_nothing_stay_readable(tmp_path: Path) -> None:
    files = {"etc/hostname": "kiosk\n", "etc/passwd": "kiosk:x:1000:1000:Kiosk:/home/kiosk:/bin/sh\n"}
    words = private_words(
        machine(tmp_path, files, environment={"USER": "kiosk"}), "/home/kiosk", "/srv/show", ["kiosk"]
    )
    assert without("film-kiosk.service: /home/kiosk/.cache, /srv/show/kiosk.yaml", words) == (
        "film-kiosk.service: ~/.cache, [exhibition]/kiosk.yaml"
    )


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("of 00-1A-2B-3C-4D-5E", "of [address]"),
        ("key 4f2a9c0e1b7d3358", "key [number]"),
        ("/home/somebody/show/kiosk.yaml", "~/show/kiosk.yaml"),
        ("/run/user/1000/pulse", "/run/user/[user]/pulse"),
        ("/run/media/somebody/STICK/a.mp4", "/run/media/[disk]/a.mp4"),
        ("smb://server/films", "[address]"),
        ("password=hunter2", "password=[secret]"),
        ("Serial No. 8842-XA", "Serial No. [number]"),
    ],
)
def test_what_looks_private_is_taken_out(text: str, left: str) -> None:
    assert without(text, Private()) == left


@pytest.mark.parametrize(
    "text",
    [
        "Python 3.11.2, av 16.0.1, kernel 6.12.47+rpt-rpi-2712, python-vlc 3.0.21203",
        "playlists/syria.yaml:14:5   films[1].running_tme: unknown key. Did you mean running_time?",
        "2026-11-25 12:00:07,123 INFO screen 1920x1080, colour #e9b872",
        "libvlc 3.0.24 plays /usr/lib/x86_64-linux-gnu/vlc/plugins",
        "bdi: feedbeef, dead, 12:34",
    ],
)
def test_what_is_not_private_stays(text: str) -> None:
    assert without(text, Private()) == text


def test_a_log_file_beside_the_state_comes_before_the_journal(tmp_path: Path) -> None:
    lines = "".join(f"line {number}\n" for number in range(100_000))  # more than is read of a file
    looked_at = case(machine(tmp_path, {"var/lib/film-kiosk/kiosk.log": lines}, {JOURNAL: LOG}))
    text = as_text(looked_at, [], VERSIONS, Private())
    assert text.endswith("line 99998\nline 99999\n")
    assert "\nline 99920\n" in text
    assert "\nline 99919\n" not in text


def test_json() -> None:
    told = json.loads(as_json(EXAMINED, VERSIONS))
    assert told == {
        "v": 1,
        "summary": "1 finding, 1 to know of.",
        "versions": {"kiosk": "0.1.0", "libvlc": "3.0.24"},
        "parts": [
            {"name": "clock", "title": "Clock", "facts": ["2026-11-25 12:00, Asia/Dubai"], "findings": []},
            {
                "name": "sound",
                "title": "Sound",
                "facts": ["hdmi: HDMI"],
                "findings": [
                    {
                        "code": "sound.muted",
                        "severity": "problem",
                        "message": "It is muted.",
                        "remedy": "Unmute it.",
                    },
                    {"code": "sound.first", "severity": "notice", "message": "Two.", "remedy": "Choose."},
                ],
            },
        ],
    }


@pytest.mark.parametrize(
    ("findings", "said"),
    [
        ((), "Nothing is wrong with this machine."),
        ((notice("a", "", ""),), "Nothing is wrong with this machine, 1 to know of."),
        ((problem("a", "", ""),), "1 finding."),
        ((fatal("a", "", ""),), "The kiosk cannot run on this machine. 1 finding."),
        ((problem("a", "", ""), problem("b", "", ""), notice("c", "", "")), "2 findings, 1 to know of."),
    ],
)
def test_summary(findings: tuple, said: str) -> None:
    assert summary([Examined("x", "X", (), findings)]) == said
