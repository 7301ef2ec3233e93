"""VLC: whether it is there, has what films need, and really plays them into memory. Asked as projectors are started."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.health.doctor.case import Case
from kiosk.health.doctor.finding import Examined, Finding, fatal, notice, problem
from kiosk.health.doctor.machine import Machine

SECONDS = 40.0
"""Of the first start on a slow machine, with all its trial films."""

SECURE = (3, 0, 24)
"""Closes CVE-2026-56711, by which a film could take over its projector."""

_INSTALL = "Install VLC's library and plugins: sudo apt-get install libvlc5 vlc-plugin-base libvlc-bin"

NEEDED = {
    "libmp4_plugin.so": "opens MP4 and MOV files",
    "libmkv_plugin.so": "opens MKV and WebM files",
    "libavformat_plugin.so": "opens all other files",
    "libfilesystem_plugin.so": "reads files from the disk",
    "libavcodec_plugin.so": "decodes pictures and sound",
    "libvmem_plugin.so": "hands pictures to the kiosk",
    "libamem_plugin.so": "plays films where there is no sound device",
    "libswscale_plugin.so": "brings pictures to the screen's size",
}
"""Plugins without which films do not play, and what each does."""

FOR_SOUND = {"pulse": "libpulse_plugin.so", "alsa": "libalsa_plugin.so"}


@dataclass(frozen=True, slots=True)
class Player:
    """libvlc as a projector finds it. ``plays``: for each format whether a film of it was shown."""

    reason: str = ""
    version: str = ""
    knows_options: bool = True
    plugins: frozenset[str] = frozenset()
    sound: str = "nowhere"
    plays: Mapping[str, bool] = field(default_factory=dict)


def look(machine: Machine) -> Player | None:
    """None where the process that looked was lost."""
    told = machine.ask("kiosk.projection.child.examiner", SECONDS)
    if told is None:
        return None
    if "reason" in told:
        return Player(reason=str(told["reason"]))
    return Player(
        version=str(told.get("version", "")),
        knows_options=bool(told.get("knows_options")),
        plugins=frozenset(told.get("plugins", ())),
        sound=str(told.get("sound", "nowhere")),
        plays=dict(told.get("plays", {})),
    )


def judge(player: Player | None) -> list[Finding]:
    if player is None:
        crash = "The process that looks at VLC broke off or hung."
        return [fatal("vlc.crashes", crash, f"{_INSTALL.replace('install ', 'install --reinstall ', 1)}")]
    if player.reason:
        return [fatal("vlc.missing", "VLC's library does not start.", f"{_INSTALL}.")]
    return [*_of_version(player), *_of_plugins(player), *_of_trials(player)]


def _of_version(player: Player) -> list[Finding]:
    numbers = version_numbers(player.version)
    if numbers[:2] != (3, 0):
        message = f"VLC is {player.version}; the kiosk is made for 3.0."
        return [problem("vlc.version", message, "Install the VLC 3.0 of your distribution.")]
    if numbers < SECURE:
        message = f"VLC is {player.version}, which has a known hole that 3.0.24 closed."
        return [notice("vlc.old", message, "Bring the system up to date: sudo apt-get update && sudo apt-get upgrade.")]
    return []


def _of_plugins(player: Player) -> list[Finding]:
    if not player.plugins:
        return []  # where they lie is not known; the trial films tell
    wanted = dict(NEEDED)
    if player.sound in FOR_SOUND:
        wanted[FOR_SOUND[player.sound]] = f"plays sound through {player.sound}"
    missing = [f"{name} ({what})" for name, what in wanted.items() if name not in player.plugins]
    found = []
    if missing:
        found.append(problem("vlc.plugins", f"VLC lacks {', '.join(missing)}.", f"{_INSTALL}."))
    if not player.knows_options:
        message = "VLC does not know all options that keep it to films, so a file may be read as something else."
        found.append(notice("vlc.options", message, f"{_INSTALL}."))
    return found


def _of_trials(player: Player) -> list[Finding]:
    failed = [name for name, played in player.plays.items() if not played]
    if not failed:
        return []
    if len(failed) == len(player.plays):
        return [fatal("vlc.plays-nothing", "VLC starts, but no trial film gives a picture.", f"{_INSTALL}.")]
    message = f"VLC does not play {' and '.join(failed)}."
    return [problem("vlc.format", message, "Install vlc-plugin-base, or keep to films in H.264.")]


def version_numbers(text: str) -> tuple[int, ...]:
    """``3.0.24-rc1`` as (3, 0, 24); a part that is no number ends it."""
    numbers: list[int] = []
    for part in text.split("."):
        digits = part[: len(part) - len(part.lstrip("0123456789"))]
        if not digits:
            break
        numbers.append(int(digits))
    return tuple(numbers)


def told(player: Player | None) -> list[str]:
    if player is None or player.reason:
        return []
    played = [name for name, is_played in player.plays.items() if is_played]
    lines = [f"libvlc {player.version}, {len(player.plugins)} plugins"]
    return [*lines, f"plays {', '.join(played)}"] if played else lines


def examine(case: Case) -> Examined:
    player = look(case.machine)
    return Examined("vlc", "VLC", tuple(told(player)), tuple(judge(player)))
