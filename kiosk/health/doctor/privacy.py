"""Takes out of a text what is nobody else's business: who uses the machine, its name, its addresses and numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kiosk.health.doctor.machine import Machine

EVERYBODYS: Final = frozenset(
    {"root", "pi", "kiosk", "film-kiosk", "user", "localhost", "debian", "ubuntu", "raspberrypi"}
)
"""Names of users and machines that tell nothing about anybody; taking them out would only make the text unreadable."""
_SHORTEST: Final = 2

_ADDRESS_4: Final = r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]*\d)"
_ADDRESS_6: Final = (
    r"(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}(?![\w:])"
    r"|(?<![\w:])(?:[0-9a-f]{0,4}:){1,6}:(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*)(?:%\w+)?(?![\w:])"
)
_PATTERNS: Final = (
    # A link such as https://someone:secret@example.org/path
    (r"\b[a-z][a-z0-9+.-]*://[^\s'\"<>]+", "[address]"),
    (r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", "[address]"),
    (r"(?<![\w:-])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\w:-])", "[address]"),
    (_ADDRESS_6, "[address]"),
    (_ADDRESS_4, "[address]"),
    (r"pbkdf2:\S+", "[pin]"),
    (r"\b((?:pin|password|passwd|passphrase|psk|secret|token|key)\b['\"]?\s*[:=]\s*)(?!\[)\S+", r"\1[secret]"),
    (r"\b((?:serial(?:[ _-]?(?:number|no|nr))?|s/n|imei|uuid)\b['\"]?\s*[:=#.]*\s*)(?=\S*\d)[\w-]{4,}", r"\1[number]"),
    (r"\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b", "[number]"),
    # Serial numbers of a Raspberry Pi, machine ids, keys
    (r"\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{16,}\b", "[number]"),
    (r"(/(?:home|Users)/)[^/\s'\"]+", "~"),
    (r"(?<![\w\].~-])(/(?:media|run/media|mnt)/)[^/\s'\"]+(?:/[^/\s'\"]+)?", r"\1[disk]"),
    (r"(/run/user/)\d+", r"\1[user]"),
)
_ALL: Final = tuple((re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in _PATTERNS)


@dataclass(frozen=True, slots=True)
class Private:
    """What this machine's own private words are. ``paths``: what stands instead of each, the longest first."""

    words: tuple[tuple[str, str], ...] = ()
    paths: tuple[tuple[str, str], ...] = ()


def private_words(machine: Machine, home: str, folder: str, user_names: Sequence[str]) -> Private:
    """Of a machine: ``home`` and the exhibition's ``folder`` as paths, ``user_names`` of whoever uses it."""
    words = [(each, "[user]") for each in _of_users(machine, user_names)]
    words += [(each, "[host]") for each in _of_hosts(machine)]
    words += [(each, "[pin]") for each in _of_pins(machine, folder)]
    numbers = [machine.text(each) for each in _NUMBERED]
    words += [(each, "[number]") for each in numbers if each and len(each) >= _SHORTEST and re.search(r"\d", each)]
    paths = sorted(((folder, "[exhibition]"), (home, "~")), key=lambda each: -len(each[0]))
    return Private(tuple(words), tuple(each for each in paths if len(each[0]) > 1))


_NUMBERED: Final = (
    "etc/machine-id",
    "proc/device-tree/serial-number",
    "sys/class/dmi/id/product_serial",
    "sys/class/dmi/id/board_serial",
    "sys/class/dmi/id/chassis_serial",
    "sys/class/dmi/id/product_uuid",
)


def _of_users(machine: Machine, user_names: Sequence[str]) -> list[str]:
    """Accounts of people, with the names that stand beside them."""
    found = [*user_names, *(machine.environment.get(each, "") for each in ("USER", "LOGNAME", "SUDO_USER"))]
    for line in (machine.text("etc/passwd") or "").splitlines():
        fields = line.split(":")
        if len(fields) > 5 and fields[5].startswith("/home/"):
            found += [fields[0], fields[4].split(",")[0]]
    return _telling(found)


def _of_hosts(machine: Machine) -> list[str]:
    name = machine.text("etc/hostname") or machine.text("proc/sys/kernel/hostname") or ""
    return _telling([name, name.split(".")[0], machine.text("proc/sys/kernel/hostname") or ""])


def _of_pins(machine: Machine, folder: str) -> list[str]:
    """Also of files that are not understood: an installer may have written the PIN itself where its hash belongs."""
    files = [machine.text(f"{folder}/{name}") or "" for name in ("kiosk.yaml", "kiosk.local.yaml")]
    return [each for text in files for each in re.findall(r"\bpin:\s*[\"']?([^\s\"'#}]{4,})", text)]


def _telling(words: Sequence[str]) -> list[str]:
    """Without repetitions and names that tell nothing, the longest first."""
    kept = {each.strip() for each in words if len(each.strip()) >= _SHORTEST and each.strip().lower() not in EVERYBODYS}
    return sorted(kept, key=lambda each: (-len(each), each))


def without(text: str, private: Private) -> str:
    """The text, with a word in brackets in place of everything private."""
    for path, instead in private.paths:
        text = re.sub(rf"{re.escape(path.rstrip('/'))}(?![\w-])", instead, text)
    for pattern, instead in _ALL:
        text = pattern.sub(instead, text)
    for word, instead in private.words:
        text = re.sub(rf"(?<![\w]){re.escape(word)}(?![\w])", instead, text, flags=re.IGNORECASE)
    return text
