"""Words as systemd's files want them."""

import re

_PLAIN = re.compile(r"[\w@./+,:=-]+")


def word(text: str) -> str:
    """One word of a setting: quoted where it must be, with nothing in it that systemd would replace.

    Raises ValueError for a text that no unit file can hold.
    """
    if any(ord(each) < 32 for each in text):
        raise ValueError(f"{text!r} has a control character in it")
    safe = text.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return safe if _PLAIN.fullmatch(text) else f'"{safe}"'


def argument(text: str) -> str:
    """One word of a command line, where a dollar sign begins a variable."""
    return word(text).replace("$", "$$")


def mount(path: str) -> str:
    """A path in ``BindPaths=`` and its like, where a colon begins the place to mount it at."""
    return word(path.replace(":", "\\:")) if ":" in path else word(path)
