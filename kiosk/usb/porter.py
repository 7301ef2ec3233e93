"""Looks out for sticks, and does with them what ``usb:`` says."""

import json
import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import Final

from kiosk.clock import Clock
from kiosk.config.load import load_exhibition
from kiosk.projection.spawning import Child
from kiosk.usb.checking import complaints, unplayable
from kiosk.usb.mounts import Stick, plugged_in
from kiosk.usb.notes import Notes, Outcome
from kiosk.usb.place import Place
from kiosk.usb.tree import Refused, tree_of

LOG = logging.getLogger(__name__)

Sticks = Callable[[], list[Stick]]
"""The sticks that are plugged in at this moment."""

_COURIER: Final = "kiosk.usb.courier"
_LOOK_EVERY: Final = 1.0
_STILL_SECONDS: Final = 2.0
"""A stick is used once nothing on it has changed for so long."""


class Porter:
    """A thread that meets sticks. ``show`` is called on it with the folder of the exhibition to be shown from now on.

    ``usage``: ``off``, ``copy`` or ``play``, as the exhibition's ``usb:`` says; it may be changed at any time.
    ``cache``: a folder for what can be found out again.
    """

    def __init__(
        self,
        folder: Path,
        show: Callable[[Path], None],
        notes: Notes,
        clock: Clock,
        cache: Path,
        *,
        usage: str = "off",
        sticks: Sticks = plugged_in,
    ) -> None:
        self.usage = usage
        self._folder = folder
        self._show = show
        self._notes = notes
        self._clock = clock
        self._cache = cache
        self._sticks = sticks
        self._told = "off"
        self._met: set[Stick] = set()
        self._anew = self._looks = False
        self._shown: Stick | None = None
        self._over = Event()
        self._thread = Thread(target=self._run, name="usb", daemon=True)
        self._thread.start()

    @property
    def busy(self) -> bool:
        """Whether a stick is being looked at or copied, or is about to be."""
        return self._anew or self._looks

    def plugged(self) -> list[Stick]:
        """The sticks that are plugged in, whatever is done with them."""
        return self._sticks()

    def again(self) -> None:
        """Take up the sticks that are plugged in as if they were new. Any thread may ask for it."""
        self._anew = True

    def close(self) -> None:
        """End what is under way; what was copied by half is removed."""
        self._over.set()
        self._thread.join(timeout=3)

    def _run(self) -> None:
        while not self._over.wait(_LOOK_EVERY):
            try:
                self._looks = True  # before the wish is taken, so that it is busy all the time
                if self._anew:
                    self._anew = False
                    self._met.clear()
                self._look()
            except Exception:  # whatever is on a stick must not end the watch for the next one
                LOG.exception("A stick could not be looked at")
            finally:
                self._looks = False

    def _look(self) -> None:
        if self.usage != self._told:
            self._told = self.usage
            self._tell_what_stands_against_it()
        plugged = self._sticks() if self.usage != "off" or self._shown else []
        self._met.intersection_update(plugged)
        if self._shown and (self._shown not in plugged or self.usage != "play"):
            gone, self._shown = self._shown, None
            self._show(self._folder)
            self._note(gone, "ended", ["The kiosk shows its own exhibition again."])
        for stick in plugged:
            if stick not in self._met and self._shown is None:
                self._met.add(stick)
                self._meet(stick)

    def _tell_what_stands_against_it(self) -> None:
        """In the log before anybody comes with a stick."""
        if self.usage == "copy":
            try:
                Place.of(self._folder).check()
            except Refused as refusal:
                LOG.warning("usb: copy has no effect. %s", " ".join(map(str, refusal.args)))

    def _meet(self, stick: Stick) -> None:
        try:
            fingerprint = self._settled(stick)
            if fingerprint is None:
                self._met.discard(stick)
            elif self.usage == "play":
                self._play(stick)
            elif Place.of(self._folder).brought == fingerprint:
                self._note(stick, "unchanged", ["The exhibition on it is the one that is shown."])
            else:
                self._copy(stick)
        except Refused as refusal:
            self._note(stick, "refused", list(map(str, refusal.args)))
        except OSError as error:
            self._note(stick, "failed", [f"It cannot be read or written: {error.strerror or error}."])

    def _settled(self, stick: Stick) -> str | None:
        """The fingerprint of what is on it, once it has been still; None if it is gone or still being written to."""
        before = tree_of(stick.folder).fingerprint
        if self._over.wait(_STILL_SECONDS) or stick not in self._sticks():
            return None
        return before if tree_of(stick.folder).fingerprint == before else None

    def _play(self, stick: Stick) -> None:
        if said := complaints(stick.folder, self._folder):
            raise Refused(*said)
        self._shown = stick
        self._show(stick.folder)
        self._note(stick, "shown", ["The exhibition on it is shown until it is pulled out."])

    def _copy(self, stick: Stick) -> None:
        place = Place.of(self._folder)
        try:
            said = self._brought(stick, place)
            if said is None:
                return
            if broken := self._broken(place.copying):
                raise Refused(*broken)
            if not self._over.is_set():
                place.take()
                self._note(stick, "copied", said)
        finally:
            with suppress(OSError):
                place.clear()

    def _brought(self, stick: Stick, place: Place) -> list[str] | None:
        """Let a process copy and check; what it says, None if it came to nothing and that was noted."""
        heard, told = list[bytes | None](), Event()

        def hear(message: bytes | None) -> None:
            heard.append(message)
            told.set()

        courier = Child(_COURIER, "courier", hear, source=stick.folder, folder=place.folder)
        try:
            while not told.wait(_LOOK_EVERY):
                if self._over.is_set():
                    return None
                if stick not in self._sticks():
                    self._note(stick, "pulled out", ["It was pulled out while it was copied. Nothing has changed."])
                    return None
        finally:
            courier.kill()
            courier.reap(2.0)
        return self._heard(stick, heard[0])

    def _heard(self, stick: Stick, message: bytes | None) -> list[str] | None:
        answer = json.loads(message) if message else {"outcome": "failed", "said": ["The copying broke off."]}
        if answer["outcome"] == "whole":
            return [str(each) for each in answer["said"]]
        gone = answer["outcome"] == "failed" and stick not in self._sticks()
        outcome: Outcome = "pulled out" if gone else "refused" if answer["outcome"] == "refused" else "failed"
        self._note(stick, outcome, [str(each) for each in answer["said"]])
        return None

    def _broken(self, folder: Path) -> list[str]:
        """The films that cannot be played."""
        exhibition = load_exhibition(folder).exhibition
        facts = self._cache / "stick-facts.json"
        return unplayable(exhibition, self._clock, facts, self._over) if exhibition else []

    def _note(self, stick: Stick, outcome: Outcome, said: list[str]) -> None:
        self._notes.add(self._clock.now(), stick.point, outcome, said)
