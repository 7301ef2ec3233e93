"""Starting libvlc."""

from typing import Any, Final

import vlc

CORE: Final = (
    "--quiet",
    "--ignore-config",
    "--no-metadata-network-access",
    "--no-auto-preparse",
    "--no-sub-autodetect-file",
    "--no-video-title-show",
    "--no-osd",
    "--no-spu",  # captions are drawn by the kiosk
    "--no-interact",
    "--no-stats",
    "--no-drop-late-frames",  # the ring has a reserve: what is late for libvlc is in time for us
)
"""Options of libvlc's own core: known to every build."""

IF_KNOWN: Final = (
    "--no-lua",
    "--no-dbus",
    "--no-xlib",
    "--demux=mp4,mkv,avformat,none",  # films only: no playlists in a film's clothes, no addresses inside
)
"""Options of plugins. libvlc refuses to start at all on one that it does not know."""


def start() -> Any:
    """A libvlc instance with as many of the options as this build knows.

    Raises:
        RuntimeError: libvlc does not start even without options of plugins.
    """
    for options in (CORE + IF_KNOWN, CORE):
        instance = vlc.Instance(list(options))
        if instance is not None:
            return instance
    raise RuntimeError("libvlc does not start; are its plugins installed?")
