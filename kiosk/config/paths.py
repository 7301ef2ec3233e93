"""What an installer may write as the name of a file."""

import re

from kiosk.config.problems import quoted
from kiosk.config.values import Wrong, must_be

MAX_PATH = 2000
_UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_ABSOLUTE = re.compile(r"[/\\~]|[A-Za-z]:[/\\]")


def safe_path(written: object, folder: str) -> str:
    """The text of a path that stays inside ``folder``, as the installer calls it. Raises Wrong for any other."""
    if not isinstance(written, str) or not written.strip():
        raise must_be(f"a file in {folder}", written)
    shown = quoted(written, 120)
    refuse_disguises(written)
    if _ADDRESS.match(written):
        raise Wrong(f"{shown} is an address; only files in {folder} are used.")
    if _ABSOLUTE.match(written):
        raise Wrong(f"{shown} does not begin in {folder}; files are named from there on.")
    if ".." in re.split(r"[/\\]", written):
        raise Wrong(f"{shown} leads out of {folder}; .. is not allowed.")
    if len(written) > MAX_PATH or any(len(each.encode(errors="replace")) > 255 for each in written.split("/")):
        raise Wrong(f"{quoted(written)} is too long for a file name.")
    return written


def refuse_disguises(written: str) -> None:
    """Raises Wrong for characters that end a name before its end, or let it look like another one."""
    shown = quoted(written, 120)
    if "\x00" in written:
        raise Wrong(f"{shown} holds a NUL character.")
    if hidden := _UNSEEN.search(written):
        code = ord(hidden.group())
        raise Wrong(f"{shown} holds the invisible character U+{code:04X}, which can disguise a name.")


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key by which ``clip 2`` comes before ``clip 10``."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part.casefold())
        for part in re.findall(r"\d+|\D+", name, re.ASCII)
    )
