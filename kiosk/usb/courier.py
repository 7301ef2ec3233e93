"""A process that copies an exhibition from a stick and checks it. It may hang with the stick; the kiosk does not."""

import json
import os
import signal
import threading
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from kiosk.ui.decoding import flaw
from kiosk.usb.checking import complaints
from kiosk.usb.copying import copy_tree
from kiosk.usb.place import BROUGHT, Place
from kiosk.usb.tree import Refused, tree_of

_LOWEST: Final = 19
"""Niceness: a film may be playing."""


def main(connection: Connection, source: Path, folder: Path) -> None:
    """Copy ``source`` beside the exhibition in ``folder``; say in JSON what became of it: ``whole``, or ``refused`` or
    ``failed`` with sentences."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(_LOWEST)
    threading.Thread(target=_end_with, args=(connection,), daemon=True).start()
    try:
        answer = {"outcome": "whole", "said": bring(source, Place(folder))}
    except Refused as refusal:
        answer = {"outcome": "refused", "said": list(map(str, refusal.args))}
    except Exception as error:  # a stick that was pulled out, a full disk, and what nobody has thought of
        answer = {"outcome": "failed", "said": [f"It could not be copied: {_reason(error)}."]}
    with suppress(OSError):
        connection.send_bytes(json.dumps(answer).encode())
    os._exit(0)


def bring(source: Path, place: Place) -> list[str]:
    """Copy and check. Raises Refused with everything that stands against it, OSError where it cannot be done."""
    place.check()
    tree = tree_of(source)
    if said := complaints(source, place.folder):
        raise Refused(*said)
    place.clear()
    place.make_room(tree.size)
    copy_tree(source, tree, place.copying)
    (place.copying / BROUGHT).write_text(tree.fingerprint + "\n", encoding="utf-8")
    place.keep_own()
    # Once more where it is to be shown: sticks do not tell large letters from small ones, disks do.
    if said := complaints(place.copying, place.folder, flaw):
        raise Refused(*said)
    return [f"{len(tree.pieces):,} files, {tree.size / 2**20:,.0f} MB."]


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).rstrip(".")


def _end_with(connection: Connection) -> None:
    """End when the kiosk does, whatever the copying may be stuck in."""
    with suppress(EOFError, OSError):
        connection.recv_bytes()
    os._exit(0)
