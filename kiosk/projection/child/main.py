"""A projector process: orders come in on the pipe, one thread carries them out, notices go back."""

import logging
import os
import queue
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Final

from kiosk.memory import give_back_frames, share_arenas
from kiosk.projection import messages, wire
from kiosk.projection.child.player import Player
from kiosk.projection.messages import Notice, Order, Quit

HEARTBEAT_SECONDS: Final = 0.4

_NICE: Final = 5
"""The frame loop goes first. Decoding is ahead of it by some frames, and has two bursts of work at each changeover."""


def main(connection: Connection) -> None:
    """Serve until the kiosk says so, or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the kiosk tells us itself
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    logging.basicConfig(level=logging.WARNING, format="%(processName)s: %(message)s")
    os.nice(_NICE)
    share_arenas(2)
    give_back_frames()
    for screen in ("DISPLAY", "WAYLAND_DISPLAY"):
        os.environ.pop(screen, None)  # its frames go into memory; else decoders would look for the screen's hardware
    work: queue.SimpleQueue[Callable[[Player], None]] = queue.SimpleQueue()
    sending = threading.Lock()

    def tell(notice: Notice) -> None:
        try:
            with sending:
                connection.send_bytes(wire.encode(notice))
        except OSError:
            os._exit(0)

    threading.Thread(target=_listen, args=(connection, work), name="orders", daemon=True).start()
    player = Player(tell, work.put)
    tell(messages.IsReady(player.version))
    spoken_at = time.monotonic()
    while True:
        with suppress(queue.Empty):
            work.get(timeout=min(HEARTBEAT_SECONDS, player.seconds_to_next_step()))(player)
        player.step()
        if time.monotonic() - spoken_at >= HEARTBEAT_SECONDS:
            spoken_at = time.monotonic()
            tell(messages.IsAlive())


def _listen(connection: Connection, work: "queue.SimpleQueue[Callable[[Player], None]]") -> None:
    """Pass orders on to the thread that does the work.

    When the kiosk is gone the process ends here, whatever that thread may be stuck in.
    """
    refused = wire.LogOnce()
    while True:
        try:
            order = wire.decode_order(connection.recv_bytes(wire.LONGEST_BYTES))
        except wire.Refused as error:
            refused(str(error))
            continue
        except (EOFError, OSError):
            os._exit(0)
        if isinstance(order, Quit):
            os._exit(0)
        work.put(_carry_out(order))


def _carry_out(order: Order) -> Callable[[Player], None]:
    return lambda player: player.carry_out(order)
