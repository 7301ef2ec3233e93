"""Everything that ``kiosk service install`` writes, as a list. Pure: facts in, texts out."""

from dataclasses import dataclass
from typing import Final

from kiosk.service.machine import Display, Folder, Machine
from kiosk.service.names import DISPLAY_UNIT, NAME, UNIT
from kiosk.service.quoting import word
from kiosk.service.sticks import MOUNTING, RULES
from kiosk.service.unit import display_unit, kiosk_unit

_SYSTEMD: Final = "etc/systemd/system"
_USERS: Final = f"etc/sysusers.d/{NAME}.conf"
_FOLDERS: Final = f"etc/tmpfiles.d/{NAME}.conf"
_KERNEL: Final = f"etc/sysctl.d/20-{NAME}.conf"
_GRUB: Final = f"etc/default/grub.d/{NAME}.cfg"
_GROUP_WRITES: Final = 0o1070
"""Its group may write there, but not take away what belongs to others."""

_GROUP_REPLACES: Final = 0o070
"""Its group may put another exhibition in the place of the one there."""

_UNUSED: Final = ("getty@tty1.service", "ctrl-alt-del.target", "sleep.target", "suspend.target", "hibernate.target")
"""What must not happen on a kiosk: a login on its screen, a visitor's restart, sleep."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file. ``path`` without the slash before it; ``link``: what it points to, in place of a text."""

    path: str
    why: str
    text: str = ""
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """``after``: commands that make a running machine take over what was written; ``undo``: the same after a removal.

    ``folder``: the exhibition's folder as it was, whose group and permissions change. ``room``: the one around
    it, where those change, too.
    """

    entries: tuple[Entry, ...]
    after: tuple[tuple[str, ...], ...]
    undo: tuple[tuple[str, ...], ...]
    folder: Folder
    room: Folder | None = None


def plan(machine: Machine, display: Display, *, network: bool = False) -> Plan:
    """What makes ``machine`` a kiosk."""
    entries = [
        Entry(f"{_SYSTEMD}/{UNIT}", "starts the kiosk", kiosk_unit(machine, display, network=network)),
        Entry(f"{_SYSTEMD}/multi-user.target.wants/{UNIT}", "with the machine", link=f"/{_SYSTEMD}/{UNIT}"),
        Entry(_USERS, "its user", _users(machine)),
        Entry(_FOLDERS, "lets it write kiosk.local.yaml", _folders(machine)),
    ]
    if display is Display.X:
        entries += [
            Entry(f"{_SYSTEMD}/{DISPLAY_UNIT}", "the screen", display_unit(machine)),
            Entry("etc/X0.hosts", "lets it draw on the screen", f"si:localuser:{NAME}\n"),
            Entry(f"etc/X11/xorg.conf.d/90-{NAME}.conf", "never blank, never left", _XORG),
        ]
    if machine.usb != "off":
        entries.append(Entry(RULES, "mounts sticks", MOUNTING))
    entries += [Entry(f"{_SYSTEMD}/{each}", _WHY[each], link="/dev/null") for each in _UNUSED]
    if machine.desktop:
        target = "/usr/lib/systemd/system/multi-user.target"
        why = f"no desktop ({machine.desktop}) beside it"
        entries.append(Entry(f"{_SYSTEMD}/default.target", why, link=target))
    entries += [
        Entry(f"etc/systemd/system.conf.d/{NAME}.conf", "a quiet start", _MANAGER),
        Entry(f"etc/systemd/journald.conf.d/{NAME}.conf", "a log that does not fill the disk", _JOURNAL),
        Entry(_KERNEL, "no words of the kernel on the screen", _PRINTK),
    ]
    if machine.grub:
        entries.append(Entry(_GRUB, "a dark screen while the machine starts", _QUIET_BOOT))
    boot = (("update-grub",),) if machine.grub else ()
    return Plan(tuple(entries), _after(machine, boot), _undo(machine, boot), machine.exhibition, machine.room)


_WHY: Final = {
    "getty@tty1.service": "no login on the kiosk's screen",
    "ctrl-alt-del.target": "no restart by a keyboard",
    "sleep.target": "no sleep",
    "suspend.target": "no sleep",
    "hibernate.target": "no sleep",
}


def _after(machine: Machine, boot: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    return (
        ("systemd-sysusers", f"/{_USERS}"),
        ("systemd-tmpfiles", "--create", f"/{_FOLDERS}"),
        ("systemctl", "daemon-reload"),
        ("sysctl", "--quiet", f"--load=/{_KERNEL}"),
        *_rules(machine),
        *boot,
    )


def _undo(machine: Machine, boot: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    return (("userdel", NAME), ("systemctl", "daemon-reload"), *_rules(machine), *boot)


def _rules(machine: Machine) -> tuple[tuple[str, ...], ...]:
    return (("udevadm", "control", "--reload"),) if machine.usb != "off" else ()


def _users(machine: Machine) -> str:
    member = "".join(f"m {NAME} {group}\n" for group in machine.groups)
    return f'u {NAME} - "Film kiosk" /var/lib/{NAME}\n{member}'


def _folders(machine: Machine) -> str:
    folder, room = machine.exhibition, machine.room
    text = (
        f"# The kiosk keeps what is changed on its screen in {folder.path}/kiosk.local.yaml.\n"
        f"z {word(folder.path)} {folder.mode | _GROUP_WRITES:04o} - {NAME} -\n"
    )
    if room is not None:
        text += (
            "# usb: copy puts the exhibition on a stick in the place of the one there.\n"
            f"z {word(room.path)} {room.mode & 0o777 | _GROUP_REPLACES:04o} - {NAME} -\n"
        )
    return text


_XORG: Final = """\
Section "ServerFlags"
    Option "DontVTSwitch" "true"
    Option "DontZap" "true"
    Option "BlankTime" "0"
    Option "StandbyTime" "0"
    Option "SuspendTime" "0"
    Option "OffTime" "0"
EndSection
"""

_MANAGER: Final = """\
[Manager]
ShowStatus=no
"""

_JOURNAL: Final = """\
[Journal]
SystemMaxUse=200M
RuntimeMaxUse=50M
MaxRetentionSec=6month
"""

_PRINTK: Final = """\
kernel.printk = 3 4 1 3
"""

_QUIET_BOOT: Final = """\
GRUB_CMDLINE_LINUX_DEFAULT="$GRUB_CMDLINE_LINUX_DEFAULT quiet loglevel=3 vt.global_cursor_default=0 consoleblank=0"
GRUB_TIMEOUT_STYLE=hidden
GRUB_TIMEOUT=2
"""
