"""Folders: whether they can be written, and room on their disks."""

from dataclasses import dataclass
from typing import Final

from kiosk.health.doctor.case import Case
from kiosk.health.doctor.finding import Examined, Finding, fatal, notice, problem
from kiosk.health.doctor.machine import Machine, Space

_FULL_BYTES: Final = 200 * 1024**2
_NARROW_BYTES: Final = 2 * 1024**3
_FRAMES_BYTES: Final = 256 * 1024**2
"""Two projectors with eight frames of 3840x2160 each, and some room for a changeover."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Room of each; None where it cannot be told. ``frames`` is the shared memory that films go through."""

    exhibition: Space | None
    cache: Space | None
    state: Space | None
    frames: Space | None


def look(machine: Machine, exhibition: str, cache: str, state: str) -> Folders:
    return Folders(machine.space(exhibition), machine.space(cache), machine.space(state), machine.space("/dev/shm"))


def judge(folders: Folders) -> list[Finding]:
    found = []
    if folders.exhibition and not folders.exhibition.writable:
        message = "The exhibition's folder cannot be written, so changes on the panel are not kept."
        found.append(notice("folders.exhibition", message, "Give it to the kiosk's user, if the panel is to be used."))
    if folders.cache and not folders.cache.writable:
        message = "The cache folder cannot be written, so every start is slow."
        found.append(problem("folders.cache", message, "Give ~/.cache to the user that the kiosk runs as."))
    if folders.state and not folders.state.writable:
        message = "The state folder cannot be written, so counts and plays are forgotten at every start."
        found.append(problem("folders.state", message, "Give ~/.local/state to the user that the kiosk runs as."))
    return [*found, *_of_disks(folders), *_of_frames(folders.frames)]


def _of_disks(folders: Folders) -> list[Finding]:
    spaces = [each for each in (folders.exhibition, folders.cache, folders.state) if each]
    least = min((each.free for each in spaces), default=_NARROW_BYTES)
    if least < _FULL_BYTES:
        message = f"The disk is full: only {size(least)} are free."
        return [
            problem(
                "folders.full",
                message,
                "Delete what is not needed: old films, or logs (journalctl --vacuum-size=100M).",
            )
        ]
    if least < _NARROW_BYTES:
        message = f"The disk has only {size(least)} left."
        return [notice("folders.narrow", message, "Make room before months of logs fill it.")]
    return []


def _of_frames(frames: Space | None) -> list[Finding]:
    if frames is None or not frames.writable:
        message = "There is no shared memory (/dev/shm), through which films reach the screen."
        return [fatal("folders.no-frames", message, "Mount it: sudo mount -t tmpfs tmpfs /dev/shm")]
    if frames.free < _FRAMES_BYTES:
        message = f"The shared memory (/dev/shm) has only {size(frames.free)}; large films need {size(_FRAMES_BYTES)}."
        return [
            problem("folders.frames", message, "Give it more: size=512M in /etc/fstab, or --shm-size for a container.")
        ]
    return []


def size(count: int) -> str:
    """A number of bytes for people: ``1.5 GB``."""
    for unit, factor in (("TB", 1024**4), ("GB", 1024**3)):
        if count >= factor:
            return f"{count / factor:.1f} {unit}"
    return f"{count / 1024**2:.0f} MB"


def told(folders: Folders) -> list[str]:
    named = {"exhibition": folders.exhibition, "cache": folders.cache, "state": folders.state, "frames": folders.frames}
    return [f"{name}: {size(each.free)} free of {size(each.total)}" for name, each in named.items() if each]


def examine(case: Case) -> Examined:
    folders = look(case.machine, str(case.folder), str(case.cache), str(case.state))
    return Examined("folders", "Disk", tuple(told(folders)), tuple(judge(folders)))
