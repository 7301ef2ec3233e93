"""The players beside which ours is measured, each started the way it does best on a screen without a GPU."""

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.bench.processes import family
from tests.bench.screen import Screen
from tests.bench.watching import watch

NOBODY = 65534


@dataclass(frozen=True, slots=True)
class Player:
    """A player that is told everything on its command line; the film's path is added at the end.

    ``missing`` says in plain words what keeps it from running on this machine, empty if nothing does.
    """

    name: str
    command: tuple[str, ...]
    missing: str = ""


def cvlc() -> Player:
    """VLC without controls, frames by X11 shared memory, sound decoded and thrown away."""
    options: tuple[str, ...] = (
        "--vout=xcb_x11",
        "--aout=dummy",
        "--no-video-title-show",
        "--no-osd",
        "--quiet",
        "--play-and-exit",
    )
    options += ("--video-x=0", "--video-y=0", "--no-video-deco", "--no-dbus", "--ignore-config")
    missing = ""
    if not shutil.which("cvlc"):
        missing = "the package vlc-bin is not installed"
    elif not list(Path("/usr/lib").glob("*/vlc/plugins/video_output/libxcb_x11_plugin.so")):
        missing = "the package vlc-plugin-video-output is not installed"
    return Player("cvlc --vout xcb_x11", ("cvlc", *options), missing)


def mpv() -> Player:
    """mpv with its X11 output, sound decoded and thrown away."""
    options = ("--no-config", "--vo=x11", "--ao=null", "--fs", "--no-osc", "--osd-level=0", "--really-quiet")
    missing = "" if shutil.which("mpv") else "the package mpv is not installed"
    return Player("mpv --vo=x11", ("mpv", *options, "--"), missing)


class Playing:
    """A player at work on a screen; ends it when the block is left."""

    def __init__(self, player: Player, film: Path, screen: Screen) -> None:
        self._player, self._film, self._screen = player, film, screen

    def __enter__(self) -> "Playing":
        self._home = Path(tempfile.mkdtemp(prefix="kiosk-bench-home-"))
        command = [*self._player.command, str(self._film)]
        if os.getuid() == 0:
            command = [*_as_nobody(self._home), *command]
        environment = self._screen.environment() | {"HOME": str(self._home), "XDG_RUNTIME_DIR": str(self._home)}
        self._process = subprocess.Popen(
            command,
            env=environment,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            process_group=0,  # not a session: Linux shares the processor between sessions, ours would have less
        )
        return self

    def __exit__(self, *_: object) -> None:
        end(self._process)
        shutil.rmtree(self._home, ignore_errors=True)

    @property
    def pids(self) -> list[int]:
        return family(self._process.pid)


def end(process: "subprocess.Popen[bytes]", patience: float = 5.0) -> None:
    """Ask a process and its group to end, and make them after ``patience`` seconds."""
    for kind in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, kind)
        except ProcessLookupError:
            break
        try:
            process.wait(patience)
            break
        except subprocess.TimeoutExpired:
            continue
    process.wait(patience)


def _as_nobody(home: Path) -> list[str]:
    """VLC refuses to run as root, so both competitors run as the user nobody, with a home of their own.

    Shared memory still works: the X server (root) checks the segment's rights against the client's user.
    """
    home.chmod(0o700)
    os.chown(home, NOBODY, NOBODY)
    return ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--"]


def wait_for_film(screen: Screen, patience: float = 20.0) -> float:
    """Monotonic seconds at which the first numbered frame came onto the screen."""
    watched = watch(screen, patience, frames=1)
    if not watched.frames:
        raise TimeoutError(f"no film on the screen after {patience:.0f} s")
    return watched.frames[0][0]
