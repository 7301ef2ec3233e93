"""The kiosk as a process that is started, watched and ended."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import kiosk
from kiosk.tour.record import Record

STOP_SECONDS = 5.0
POLL_SECONDS = 0.005
LAST_WORDS = 12


class PilotError(Exception):
    """The kiosk did not do what was asked of it. The text says what was seen instead."""


class PilotTimeout(PilotError):
    """Something that was waited for did not happen in time."""


class KioskProcess:
    """One run of the kiosk. Its trace is read through ``record``; its own words go to the file ``log``."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], record: Record, log: Path) -> None:
        self._log = log
        self._record = record
        project = str(Path(kiosk.__file__).parent.parent)
        with log.open("wb") as words:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=words,
                env={**environment, "PYTHONPATH": project},
            )

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def running(self) -> bool:
        return self._process.poll() is None

    def projectors(self) -> dict[str, int]:
        """The projectors' processes by name, as the kiosk last told them."""
        self._record.read()
        line = self._record.last("projectors")
        return dict(line["pids"]) if line else {}

    def last_words(self) -> str:
        """The end of what it wrote, each line on a line of its own, for errors."""
        words = self._log.read_text(errors="replace").strip().splitlines()[-LAST_WORDS:]
        return "".join(f"\n  | {each}" for each in words)

    def stop(self, seconds: float = STOP_SECONDS) -> float:
        """Ask it to end (SIGTERM); answers how many seconds it took.

        Raises ``PilotTimeout`` if it or one of its projectors is still there after ``seconds``, and
        ``PilotError`` if it ended with a complaint. Nothing of it is left in either case.
        """
        begun = time.monotonic()
        try:
            if self.running:
                self._process.send_signal(signal.SIGTERM)
            self._process.wait(seconds)
            self._wait_for_projectors(begun + seconds)
        except subprocess.TimeoutExpired:
            raise PilotTimeout(f"The kiosk did not end within {seconds:g} s of SIGTERM.{self.last_words()}") from None
        finally:
            self.kill()
        if self._process.returncode != 0:
            raise PilotError(f"The kiosk ended with exit code {self._process.returncode}.{self.last_words()}")
        return time.monotonic() - begun

    def _wait_for_projectors(self, latest: float) -> None:
        while left := [name for name, pid in self.projectors().items() if is_alive(pid)]:
            if time.monotonic() > latest:
                raise PilotTimeout(f"The kiosk ended, but projector {' and '.join(left)} did not.")
            time.sleep(POLL_SECONDS)

    def kill(self) -> None:
        """Make sure that nothing is left of it, without any question. Safe to call twice."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        for pid in self.projectors().values():
            if is_alive(pid):
                os.kill(pid, signal.SIGKILL)


def is_alive(pid: int) -> bool:
    """Whether a process lives. One that only waits to be collected does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
