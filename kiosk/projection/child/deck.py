"""One libvlc player with its screen and its sound, kept for life."""

import os
import threading
from collections.abc import Callable
from typing import Final

import vlc

from kiosk.projection.child import instance
from kiosk.projection.child.film import Reached, options
from kiosk.projection.child.hearing import Happening, listen
from kiosk.projection.child.screen import Screen
from kiosk.projection.child.sound import Outlet
from kiosk.projection.child.splice import spliced
from kiosk.projection.messages import Load

_STOP_SECONDS: Final = 1.0
_HUNG: Final = 70


class Deck:
    """What libvlc is asked to do; all of it by one thread, and never from its own callbacks.

    ``on_frame`` and ``heard`` are called on libvlc's threads.
    """

    def __init__(self, on_frame: Callable[[int, int, float], None], heard: Callable[[Happening], None]) -> None:
        self._instance = instance.start()
        self._player = self._instance.media_player_new()
        self.sound_waits = False
        """Whether the film's sound is put off until the film is held."""
        self.screen = Screen(self._player, on_frame)
        self._outlet = Outlet(self._player)
        listen(self._player, heard)

    @property
    def version(self) -> str:
        return str(vlc.libvlc_get_version().decode(errors="replace"))

    def play(self, load: Load) -> bool:
        """Open a file and let it run, silent until ``set_volume``. False if libvlc does not take its name."""
        file = spliced(load.file) if load.splice else load.file
        media = self._instance.media_new_path(os.fsencode(file))
        if media is None:
            return False
        output = self._outlet.use(load.device)
        self.sound_waits = load.held and load.joins and output == "pulse"
        for option in options(load, sound_waits=self.sound_waits):
            media.add_option(option)
        self._player.set_media(media)
        media.release()
        self._player.play()
        return True

    def pause(self) -> None:
        self._player.set_pause(1)

    def ready_sound(self, delay: float) -> bool:
        """Let a held film's sound begin at the moment at which it goes on; False where sound does not wait for that.

        ``delay``: seconds of the film that are in memory already.
        """
        if not self.sound_waits:
            return False
        self.sound_waits = False
        self._player.audio_set_delay(round(delay * 1e6))
        return True

    def go_on(self) -> None:
        """End a pause."""
        self.screen.gate.open()
        self._player.set_pause(0)

    def set_volume(self, volume: int) -> None:
        """Per cent."""
        self._player.audio_set_volume(volume)

    def reached(self) -> Reached:
        """How far the film has come."""
        return Reached(int(self._player.get_time()), self.screen.frames, self.screen.displays)

    def length_ms(self) -> int:
        """Length of the file, 0 or less while libvlc does not know it."""
        return int(self._player.get_length())

    def stop(self) -> None:
        """Stop. A file that libvlc hangs on takes this process with it, and the kiosk starts another."""
        hung = threading.Timer(_STOP_SECONDS, os._exit, (_HUNG,))
        hung.daemon = True
        hung.start()
        self.screen.gate.open()
        self._player.stop()
        hung.cancel()
