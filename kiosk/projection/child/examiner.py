"""Looks at libvlc in a process of its own: which it is, what it has, and whether it plays films into our memory."""

import json
import os
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from kiosk.projection.ring import RingReader, RingWriter, Shape

_PATIENCE_SECONDS: Final = 6.0
_LOOK_SECONDS: Final = 0.01


def main(connection: Connection) -> None:
    """Tell once, as JSON: ``reason`` where libvlc does not start, else ``version``, ``knows_options``, ``plugins``
    by the names of their files, ``sound`` (where it would go) and ``plays``: for each format whether it did."""
    be_silent()
    connection.send_bytes(json.dumps(_look()).encode())
    os._exit(0)  # libvlc may take its time to go


def be_silent() -> None:
    """Keep libvlc and the libraries below it from writing on the terminal, and from looking for a screen."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 2)
    for screen in ("DISPLAY", "WAYLAND_DISPLAY"):
        os.environ.pop(screen, None)


def _look() -> dict[str, Any]:
    try:
        import vlc

        from kiosk.projection.child import instance, sound

        started, knows_options = instance.start(), vlc.Instance([*instance.CORE, *instance.IF_KNOWN]) is not None
    except (Exception, SystemExit) as error:  # python-vlc has many answers to a library that is not there
        return {"reason": str(error) or type(error).__name__}
    return {
        "version": vlc.libvlc_get_version().decode(errors="replace").split()[0],
        "knows_options": knows_options,
        "plugins": sorted({each.name for folder in _plugin_folders() for each in folder.rglob("lib*_plugin.so")}),
        "sound": sound.automatic(),
        "plays": _trials(started),
    }


def _plugin_folders() -> list[Path]:
    """Beside the library that is mapped into this process, and where the environment says."""
    found = [Path(each) for each in os.environ.get("VLC_PLUGIN_PATH", "").split(os.pathsep) if each]
    for line in Path("/proc/self/maps").read_text().splitlines():
        library = Path(line.split()[-1])
        if library.name.startswith("libvlccore.so"):
            return [*found, library.parent / "vlc/plugins", library.parent / "plugins"]
    return found


def _trials(started: Any) -> dict[str, bool]:
    from kiosk.projection.child import trial_films

    with tempfile.TemporaryDirectory() as folder:
        films = trial_films.make_all(Path(folder))
        return {name: _shows(started, film) for name, film in films.items()}


def _shows(started: Any, film: Path) -> bool:
    """Whether frames of it arrive in shared memory, the way that films take."""
    from kiosk.projection.child import sound
    from kiosk.projection.child.screen import Screen

    try:
        memory = RingReader(Shape(160, 90))
    except OSError:
        return False
    player = started.media_player_new()
    screen = Screen(player, lambda _take, _number, _at: None)
    screen.use(RingWriter(memory.name, memory.shape))
    memory.forget_name()
    screen.begin(1, full_range=False)
    player.set_media(started.media_new_path(str(film)))
    sound.swallow(player)
    player.play()
    end = time.monotonic() + _PATIENCE_SECONDS
    while memory.latest() < 2 and time.monotonic() < end:
        time.sleep(_LOOK_SECONDS)
    shown = memory.latest() >= 2
    player.stop()
    return shown
