"""Python and the packages that the kiosk is made of."""

import platform
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from kiosk.health.doctor.case import Case
from kiosk.health.doctor.finding import Examined, Finding, fatal, problem
from kiosk.health.doctor.player import version_numbers

_PYTHONS: Final = ((3, 11), (3, 14))
_AGAIN: Final = "Remove the folder .venv beside run, and start ./run again with a network."

LEAST: Final[Mapping[str, tuple[int, ...]]] = {
    "av": (18,),
    "charset-normalizer": (3, 4),
    "pillow": (11,),
    "pydantic": (2, 10),
    "pygame-ce": (2, 5, 6),
    "python-vlc": (3, 0, 21203),
    "pysubs2": (1, 8),
    "pyyaml": (6, 0, 2),
    "rich": (13, 9),
    "segno": (1, 6),
    "tzdata": (),
    "typer": (0, 15),
}
"""What ``pyproject.toml`` asks for."""


@dataclass(frozen=True, slots=True)
class Software:
    """``packages``: the version of each, None for one that is not there."""

    python: tuple[int, ...]
    bits: int
    packages: Mapping[str, str | None]


def look() -> Software:
    return Software(sys.version_info[:3], 64 if sys.maxsize > 2**32 else 32, {each: _version(each) for each in LEAST})


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def judge(software: Software) -> list[Finding]:
    found = []
    if not _PYTHONS[0] <= software.python[:2] <= _PYTHONS[1]:
        written = ".".join(map(str, software.python))
        message = f"Python is {written}; the kiosk needs 3.11 to 3.14."
        found.append(fatal("software.python", message, "Install one of these, and start the kiosk by ./run."))
    if software.bits != 64:
        message = "This Python is made for 32 bits."
        found.append(fatal("software.bits", message, "Install a 64-bit system."))
    missing = [name for name, installed in software.packages.items() if installed is None]
    if missing:
        message = f"Python packages are missing: {', '.join(missing)}."
        found.append(fatal("software.missing", message, _AGAIN))
    old = [f"{name} {is_}" for name, is_ in software.packages.items() if is_ and version_numbers(is_) < LEAST[name]]
    if old:
        message = f"Python packages are too old: {', '.join(old)}."
        found.append(problem("software.old", message, _AGAIN))
    return found


def told(software: Software) -> list[str]:
    named = [f"{name} {installed}" for name, installed in software.packages.items() if installed]
    return [f"Python {'.'.join(map(str, software.python))}, {platform.machine()}", ", ".join(named)]


def examine(_case: Case) -> Examined:
    software = look()
    return Examined("software", "Python", tuple(told(software)), tuple(judge(software)))
