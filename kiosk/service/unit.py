"""The units of systemd, as texts."""

from kiosk.config.settings import LOCAL_FILE
from kiosk.service.machine import Display, Machine
from kiosk.service.names import DISPLAY_UNIT, NAME, UNIT
from kiosk.service.quoting import argument, mount, word

_HOMES = ("/home", "/root", "/run/user")

_X_IS_THERE = "n=0; until [ -S /tmp/.X11-unix/X0 ] || [ $$n -ge 100 ]; do sleep 0.1; n=$$((n+1)); done"
"""Waits ten seconds for the X server, which is a moment later than its process."""

_SANDBOX = """\
# What the kiosk may do: read the machine, write its own folders, draw, play sound. Nothing else.
NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
ProtectSystem=strict
ProtectHome=tmpfs
PrivateTmp=yes
PrivateMounts=yes
ProtectProc=invisible
ProtectClock=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectControlGroups=yes
RestrictNamespaces=yes
RestrictSUIDSGID=yes
RestrictRealtime=yes
LockPersonality=yes
RemoveIPC=yes
UMask=0022
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged
SystemCallErrorNumber=EPERM
DevicePolicy=closed
DeviceAllow=char-drm rw
DeviceAllow=char-input r
DeviceAllow=char-alsa rw
DeviceAllow=char-cec rw
DeviceAllow=/dev/vcio rw
"""

_ALONE = """\
# No network: what a film could smuggle in stays here. `kiosk service install --network` allows it.
RestrictAddressFamilies=AF_UNIX AF_NETLINK
IPAddressDeny=any
"""

_CONNECTED = """\
RestrictAddressFamilies=AF_UNIX AF_NETLINK AF_INET AF_INET6
"""


def kiosk_unit(machine: Machine, display: Display, *, network: bool) -> str:
    """The kiosk's own unit. ``network``: it may use the network."""
    return (
        f"{_what(machine, display)}\n[Service]\n{_start(machine, display)}\n{_limits()}\n"
        f"{_SANDBOX}{_paths(machine, display)}\n{_CONNECTED if network else _ALONE}\n"
        "[Install]\nWantedBy=multi-user.target\n"
    )


def _what(machine: Machine, display: Display) -> str:
    wanted = "seatd.service" if display is Display.CAGE else DISPLAY_UNIT
    needs = "Wants" if display is Display.CAGE else "Requires"
    return f"""\
[Unit]
Description=Film kiosk
{needs}={wanted}
After={wanted} systemd-user-sessions.service plymouth-quit-wait.service sound.target
RequiresMountsFor={word(machine.exhibition.path)}
StartLimitIntervalSec=0
"""


def _start(machine: Machine, display: Display) -> str:
    kiosk = f"{argument(machine.python)} -P -m kiosk run {argument(machine.exhibition.path)}"
    if display is Display.CAGE:
        command = f"{argument(machine.programs['cage'])} -d -- {kiosk}"
        screen = "Environment=SDL_VIDEODRIVER=wayland LIBSEAT_BACKEND=seatd\n"
    else:
        command = kiosk
        screen = f"Environment=SDL_VIDEODRIVER=x11 DISPLAY=:0\nExecStartPre=/bin/sh -c '{_X_IS_THERE}'\n"
    local = argument(f"{machine.exhibition.path}/{LOCAL_FILE}")
    return f"""\
Type=notify
NotifyAccess=all
# What the installer wrote there, such as the PIN, would not be the kiosk's to replace: the folder is sticky.
ExecStartPre=-+/bin/chown --silent --no-dereference {NAME}:{NAME} {local}
ExecStart={command}
User={NAME}
Group={NAME}
WorkingDirectory=/var/lib/{NAME}
StateDirectory={NAME}
CacheDirectory={NAME}
RuntimeDirectory={NAME}
RuntimeDirectoryMode=0700
Environment=XDG_RUNTIME_DIR=/run/{NAME} XDG_CACHE_HOME=/var/cache/{NAME}
Environment=PYTHONNOUSERSITE=1 {word(f"PYTHONPATH={machine.program}")}
{screen}"""


def _limits() -> str:
    return """\
# A kiosk that ends, hangs or eats up the memory is started anew, for ever. It tells of itself after every few pictures.
Restart=always
RestartSec=2
TimeoutStartSec=180
WatchdogSec=30
TimeoutStopSec=10
OOMPolicy=continue
MemoryHigh=70%
MemoryMax=80%
TasksMax=512
"""


def _paths(machine: Machine, display: Display) -> str:
    """What is written to, and what is to be seen of folders that are hidden otherwise."""
    # A folder that is named here becomes a mount of its own, which cannot be renamed: so the one around the exhibition.
    written = (machine.room or machine.exhibition).path
    lines = [f"BindPaths={mount(written)}" if _at_home(written) else f"ReadWritePaths={word(written)}"]
    shown = [written]
    for folder in (machine.program, *machine.libraries):
        # What is inside a folder that is shown already would be mounted over it, and the exhibition not be written.
        if _at_home(folder) and not any(_inside(folder, each) for each in shown):
            lines.append(f"BindReadOnlyPaths={mount(folder)}")
            shown.append(folder)
    if display is Display.X:
        lines.append("BindReadOnlyPaths=/tmp/.X11-unix")
    return "".join(f"{line}\n" for line in lines)


def _at_home(path: str) -> bool:
    return any(_inside(path, home) for home in _HOMES)


def _inside(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder}/")


def display_unit(machine: Machine) -> str:
    """The unit of the X server, which the kiosk's unit starts before itself."""
    return f"""\
[Unit]
Description=Screen of the film kiosk
PartOf={UNIT}
After=systemd-user-sessions.service plymouth-quit-wait.service
StartLimitIntervalSec=0

[Service]
# /etc/X0.hosts lets the kiosk's user draw on it. It listens on no network.
ExecStart={argument(machine.programs["Xorg"])} :0 vt1 -nolisten tcp -nocursor -noreset -keeptty -s 0 -quiet
Restart=always
RestartSec=2
TimeoutStopSec=10
NoNewPrivileges=yes
ProtectHome=yes
ProtectHostname=yes
ProtectKernelLogs=yes
RestrictNamespaces=yes
RestrictSUIDSGID=yes
LockPersonality=yes
RestrictAddressFamilies=AF_UNIX AF_NETLINK
IPAddressDeny=any
"""
