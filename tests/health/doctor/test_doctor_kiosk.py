"""What the kiosk is made of, in planted states: VLC, sound, fonts, packages, folders, and what doctor says of them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kiosk.exhibition.exhibition import Exhibition, Sound
from kiosk.exhibition.text import Text
from kiosk.health.doctor import films, folders, letters, player, software, sound
from kiosk.health.doctor.commands import Said
from kiosk.health.doctor.machine import Space
from tests.health.doctor.planted import case, lines, machine

EXAMINER = "kiosk.projection.child.examiner"
PLUGINS = [
    *("libmp4_plugin.so", "libmkv_plugin.so", "libavformat_plugin.so", "libfilesystem_plugin.so"),
    *("libavcodec_plugin.so", "libvmem_plugin.so", "libamem_plugin.so", "libswscale_plugin.so"),
    *("libpulse_plugin.so", "libalsa_plugin.so"),
]
PLAYS = {"H.264 in MP4": True, "VP9 in WebM": True}


def vlc(**told: Any) -> dict[str, Any]:
    whole = {"version": "3.0.24", "knows_options": True, "plugins": PLUGINS, "sound": "pulse", "plays": PLAYS}
    return {EXAMINER: {**whole, **told}}


def without(*plugins: str) -> list[str]:
    return [each for each in PLUGINS if each not in plugins]


VLCS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "whole": (vlc(), []),
    "a newer one": (vlc(version="3.0.25-rc1"), []),
    "its plugins are somewhere else": (vlc(plugins=[]), []),
    "not there": ({EXAMINER: {"reason": "no libvlc"}}, ["fatal vlc.missing: VLC's library does not start."]),
    "it crashes": ({}, ["fatal vlc.crashes: The process that looks at VLC broke off or hung."]),
    "an old one": (
        vlc(version="3.0.20"),
        ["notice vlc.old: VLC is 3.0.20, which has a known hole that 3.0.24 closed."],
    ),
    "VLC 4": (
        vlc(version="4.0.0-dev"),
        ["problem vlc.version: VLC is 4.0.0-dev; the kiosk is made for 3.0."],
    ),
    "no reader for MP4": (
        vlc(plugins=without("libmp4_plugin.so")),
        ["problem vlc.plugins: VLC lacks libmp4_plugin.so (opens MP4 and MOV files)."],
    ),
    "no output of the kind that is used": (
        vlc(plugins=without("libalsa_plugin.so"), sound="alsa"),
        ["problem vlc.plugins: VLC lacks libalsa_plugin.so (plays sound through alsa)."],
    ),
    "no output of the other kind": (vlc(plugins=without("libalsa_plugin.so")), []),
    "options it does not know": (
        vlc(knows_options=False),
        [
            "notice vlc.options: VLC does not know all options that keep it to films, "
            "so a file may be read as something else."
        ],
    ),
    "a format that does not play": (
        vlc(plays={"H.264 in MP4": True, "HEVC in MP4": False}),
        ["problem vlc.format: VLC does not play HEVC in MP4."],
    ),
    "nothing plays": (
        vlc(plays={"H.264 in MP4": False, "HEVC in MP4": False}),
        ["fatal vlc.plays-nothing: VLC starts, but no trial film gives a picture."],
    ),
}


@pytest.mark.parametrize("name", VLCS)
def test_vlc(name: str, tmp_path: Path) -> None:
    answers, expected = VLCS[name]
    assert lines(player.examine(case(machine(tmp_path, answers=answers)))) == expected


def sinks(*told: tuple[str, str, int]) -> str:
    return "".join(
        f"Sink #{number}\n\tState: RUNNING\n\tName: {name}\n\tDescription: {name} for people\n\tMute: {muted}\n"
        f"\tVolume: front-left: 65536 / {volume}% / 0.00 dB,   front-right: 65536 / {volume}% / 0.00 dB\n"
        f"\t        balance 0.00\n\tBase Volume: 65536 / 100% / 0.00 dB\n"
        for number, (name, muted, volume) in enumerate(told)
    )


def server(*told: tuple[str, str, int], default: str = "hdmi") -> dict[str, Any]:
    return {"commands": {"pactl list sinks": sinks(*told), "pactl get-default-sink": f"{default}\n"}}


CARDS = {
    "proc/asound/pcm": "00-00: ALC887-VD Analog : ALC887-VD Analog : playback 1 : capture 1\n"
    "00-03: HDMI 0 : HDMI 0 : playback 1\n"
    "01-00: USB Audio : USB Audio : capture 1\n",
    "proc/asound/cards": " 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n"
    "                      HDA Intel PCH at 0xb1320000 irq 130\n"
    " 1 [Camera         ]: USB-Audio - Camera\n",
}
CARD = {
    "proc/asound/pcm": "00-00: MAI PCM i2s-hifi-0 : : playback 1\n",
    "proc/asound/cards": " 0 [vc4hdmi0 ]: vc4-hdmi\n",
}

SOUNDS: dict[str, tuple[dict[str, Any], Sound, list[str]]] = {
    "a sound server": (server(("hdmi", "no", 100)), Sound(), []),
    "the device that is named": (server(("hdmi", "no", 100), ("usb", "no", 80)), Sound(device="usb"), []),
    "nothing": (
        {"commands": {"pactl list sinks": Said(1, "", "Connection refused")}},
        Sound(),
        ["problem sound.none: There is no sound device, so films are silent."],
    ),
    "a device that is not there": (
        server(("hdmi", "no", 100)),
        Sound(device="usb"),
        ["problem sound.device: There is no sound device usb."],
    ),
    "a device by a name that ALSA does not list": (
        {"files": CARD, "answers": {"kiosk.projection.child.device": {"there": True}}},
        Sound(device="hdmi:CARD=vc4hdmi0"),
        [],
    ),
    "a device by a name that ALSA does not know": (
        {"files": CARD, "answers": {"kiosk.projection.child.device": {"there": False}}},
        Sound(device="hdmi:CARD=other"),
        ["problem sound.device: There is no sound device hdmi:CARD=other."],
    ),
    "muted": (
        server(("hdmi", "yes", 100)),
        Sound(),
        ["problem sound.muted: The sound device hdmi is muted."],
    ),
    "turned to nothing": (
        server(("hdmi", "no", 0)),
        Sound(),
        ["problem sound.muted: The sound device hdmi is muted."],
    ),
    "another one is muted": (server(("hdmi", "no", 100), ("usb", "yes", 80)), Sound(), []),
    "quiet": (
        server(("hdmi", "no", 12)),
        Sound(),
        ["problem sound.quiet: The sound device hdmi stands at 12 %, and kiosk.yaml's volume is taken of that."],
    ),
    "the server's empty device": (
        server(("auto_null", "no", 100), default="auto_null"),
        Sound(),
        ["problem sound.empty: The sound server has only its own empty device, so films are silent."],
    ),
    "one card without a server": ({"files": CARD}, Sound(), []),
    "two outputs without a server": (
        {"files": CARDS},
        Sound(),
        ["notice sound.first: There are several sound devices and no sound server; ALSA's first one is used."],
    ),
    "a card's device by its name": (
        {"files": CARDS},
        Sound(device="plughw:CARD=PCH,DEV=7"),
        [
            "problem sound.device: There is no sound device plughw:CARD=PCH,DEV=7.",
            "notice sound.first: There are several sound devices and no sound server; ALSA's first one is used.",
        ],
    ),
}


@pytest.mark.parametrize("name", SOUNDS)
def test_sounds(name: str, tmp_path: Path) -> None:
    planted, wanted, expected = SOUNDS[name]
    assert lines(sound.examine(case(machine(tmp_path, **planted), sound=wanted))) == expected


def test_devices_are_listed_by_the_names_that_the_setting_takes(tmp_path: Path) -> None:
    planted = server(("hdmi", "no", 100), ("usb", "no", 80))
    assert sound.examine(case(machine(tmp_path, **planted, files=CARDS))).facts == (
        "hdmi: hdmi for people, 100 % (in use)",
        "usb: usb for people, 80 %",
        "plughw:CARD=PCH,DEV=0: ALC887-VD Analog",
        "plughw:CARD=PCH,DEV=3: HDMI 0",
    )


def test_a_card_that_may_not_be_used() -> None:
    found = sound.judge(sound.Sounds(cards=(sound.Device("plughw:CARD=PCH,DEV=0"),), usable=False), Sound())
    assert [each.message for each in found] == ["The sound cards may not be used by this user."]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ({"output": "pulse", "played": True}, []),
        ({"output": "alsa", "played": False}, ["problem sound.tone: The test tone could not be played."]),
        (None, ["problem sound.tone: The test tone could not be played."]),
    ],
)
def test_a_tone(answer: dict[str, Any] | None, expected: list[str], tmp_path: Path) -> None:
    answers = {"kiosk.projection.child.tone": answer} if answer else {}
    looked_at = machine(tmp_path, answers=answers, **server(("hdmi", "no", 100)))
    assert lines(sound.examine(case(looked_at, tone=True))) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (letters.Letters("0.10.1", "1.0.13", "10.0.0"), []),
        (
            letters.Letters(None, None, None),
            ["Raqm or its library FriBidi is missing, so no Arabic can be set."],
        ),
        (
            letters.Letters("0.10.1", None, "10.0.0"),
            ["FriBidi is missing, so lines with both Arabic and Latin words cannot be set."],
        ),
        (
            letters.Letters("0.10.1", "1.0.13", "10.0.0", broken=("light", "medium")),
            ["The kiosk's own typeface is missing or damaged: light, medium."],
        ),
        (
            letters.Letters("0.10.1", "1.0.13", "10.0.0", broken_own=("Amiri.ttf",)),
            ["Fonts of the exhibition cannot be used: Amiri.ttf."],
        ),
    ],
)
def test_letters(found: letters.Letters, expected: list[str]) -> None:
    assert [each.message for each in letters.judge(found)] == expected


def test_a_font_that_was_damaged_is_told(tmp_path: Path) -> None:
    (tmp_path / "Broken.ttf").write_bytes(b"no font")
    examined = letters.examine(case(machine(tmp_path), fonts={"ar": {"regular": tmp_path / "Broken.ttf"}}))
    assert lines(examined) == ["problem letters.own-fonts: Fonts of the exhibition cannot be used: Broken.ttf."]


GB = 1024**3
ROOM = Space(50 * GB, 100 * GB, writable=True)
LOCKED = Space(50 * GB, 100 * GB, writable=False)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (folders.Folders(ROOM, ROOM, ROOM, ROOM), []),
        (
            folders.Folders(LOCKED, LOCKED, LOCKED, ROOM),
            [
                "notice: The exhibition's folder cannot be written, so changes on the panel are not kept.",
                "problem: The cache folder cannot be written, so every start is slow.",
                "problem: The state folder cannot be written, so counts and plays are forgotten at every start.",
            ],
        ),
        (
            folders.Folders(ROOM, ROOM, Space(90 * 1024**2, GB, writable=True), ROOM),
            ["problem: The disk is full: only 90 MB are free."],
        ),
        (
            folders.Folders(Space(GB, 30 * GB, writable=True), ROOM, ROOM, ROOM),
            ["notice: The disk has only 1.0 GB left."],
        ),
        (
            folders.Folders(ROOM, ROOM, ROOM, Space(64 * 1024**2, 64 * 1024**2, writable=True)),
            ["problem: The shared memory (/dev/shm) has only 64 MB; large films need 256 MB."],
        ),
        (
            folders.Folders(ROOM, ROOM, ROOM, None),
            ["fatal: There is no shared memory (/dev/shm), through which films reach the screen."],
        ),
    ],
)
def test_folders(found: folders.Folders, expected: list[str]) -> None:
    assert [f"{each.severity}: {each.message}" for each in folders.judge(found)] == expected


def test_a_folder_that_is_not_there_yet_has_the_room_of_the_one_above(tmp_path: Path) -> None:
    looked_at = machine(tmp_path)
    space = looked_at.space("/var/lib/film-kiosk/not/there/yet")
    assert space is not None
    assert space.total == looked_at.space("/").total  # type: ignore[union-attr]
    assert space.writable


PACKAGES: dict[str, str | None] = dict.fromkeys(software.LEAST, "9999")


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (software.Software((3, 11, 2), 64, PACKAGES), []),
        (software.Software((3, 14, 0), 64, PACKAGES), []),
        (
            software.Software((3, 10, 12), 64, PACKAGES),
            ["fatal: Python is 3.10.12; the kiosk needs 3.11 to 3.14."],
        ),
        (software.Software((3, 11, 2), 32, PACKAGES), ["fatal: This Python is made for 32 bits."]),
        (
            software.Software((3, 11, 2), 64, {**PACKAGES, "av": None, "segno": None}),
            ["fatal: Python packages are missing: av, segno."],
        ),
        (
            software.Software((3, 11, 2), 64, {**PACKAGES, "pygame-ce": "2.5.5"}),
            ["problem: Python packages are too old: pygame-ce 2.5.5."],
        ),
    ],
)
def test_software(found: software.Software, expected: list[str]) -> None:
    assert [f"{each.severity}: {each.message}" for each in software.judge(found)] == expected


def test_the_least_versions_are_those_of_the_project() -> None:
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text("utf-8"))["project"]
    written = {}
    for line in project["dependencies"]:
        name, _, rest = line.partition(">=")
        written[name] = player.version_numbers(rest.partition(",")[0])
    assert dict(software.LEAST) == written


@pytest.mark.parametrize(
    ("text", "numbers"), [("3.0.24", (3, 0, 24)), ("4.0.0-dev", (4, 0, 0)), ("2.6.1rc2", (2, 6, 1)), ("", ())]
)
def test_version_numbers(text: str, numbers: tuple[int, ...]) -> None:
    assert player.version_numbers(text) == numbers


def test_the_exhibition() -> None:
    shown = Exhibition(folder=Path("/srv"), title=Text(), media=Path("/srv/media"))
    assert [each.message for each in films.judge(shown, 0)] == []
    assert [each.message for each in films.judge(shown, 1)] == ["In the exhibition's files one thing is wrong."]
    assert [each.message for each in films.judge(shown, 7)] == ["In the exhibition's files 7 things are wrong."]
    assert [each.severity for each in films.judge(None, 7)] == ["fatal"]
