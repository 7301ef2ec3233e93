"""The ways in which a screen can be switched off and on, and what this machine says to each of them.

Where a machine has several, all that answer are used: one that only takes the signal away leaves a television at its
own devices, and one that only asks the television leaves a monitor on.
"""

import re
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.commands import Outcome, run
from kiosk.power import dpms

ASK_SECONDS: Final = 15.0
"""A television answers in two to eight seconds."""


@dataclass(frozen=True, slots=True)
class Command:
    """A program with its arguments, what it is ``told``, and what its answer must contain (a regular expression)."""

    words: tuple[str, ...]
    told: str = ""
    expects: str = ""

    def run(self) -> Outcome:
        """Run it; an answer that is not the expected one is a failure."""
        outcome = run(self.words, told=self.told, seconds=ASK_SECONDS)
        if outcome.failure is None and not re.search(self.expects, outcome.answer):
            said = outcome.answer.splitlines()
            return Outcome(f"answers: {said[-1] if said else 'nothing'}", outcome.answer)
        return outcome


@dataclass(frozen=True, slots=True)
class Method:
    """A way to switch the screen. ``ask`` changes nothing, and fails where the way leads nowhere."""

    name: str
    ask: Command
    off: tuple[Command, ...]
    on: tuple[Command, ...]

    @property
    def program(self) -> str:
        return self.ask.words[0]


@dataclass(frozen=True, slots=True)
class Found:
    """What this machine says to a method: ``why`` it does not work, None if it does."""

    method: Method
    why: str | None

    @property
    def works(self) -> bool:
        return self.why is None


def methods(environment: Mapping[str, str], cec_devices: Iterable[str] = ()) -> tuple[Method, ...]:
    """The methods that may work in a session with these environment variables. ``cec_devices``: such as /dev/cec0."""
    found = []
    if environment.get("WAYLAND_DISPLAY"):
        found.append(_WLOPM)
    elif environment.get("DISPLAY"):
        found.append(_DPMS)
    return (*found, _VCGENCMD, *(_cec_ctl(each) for each in cec_devices), _CEC_CLIENT)


def cec_devices() -> tuple[str, ...]:
    """The kernel's devices for talking to televisions over HDMI."""
    return tuple(sorted(str(each) for each in Path("/dev").glob("cec[0-9]*")))


def probe(candidates: Iterable[Method], is_there: Callable[[str], object] = shutil.which) -> tuple[Found, ...]:
    """Ask this machine about each method. Takes some seconds where a television is asked; switches nothing."""
    return tuple(Found(each, _why_not(each, is_there)) for each in candidates)


def _why_not(method: Method, is_there: Callable[[str], object]) -> str | None:
    if not is_there(method.program):
        return f"{method.program} is not installed"
    return method.ask.run().failure


def _dpms(verb: str) -> Command:
    return Command((sys.executable, "-P", str(Path(dpms.__file__)), verb))


def _cec_ctl(device: str) -> Method:
    """By v4l-utils, over the kernel's own driver. The television is address 0, and has to answer."""

    def command(*words: str, expects: str = "") -> Command:
        return Command(("cec-ctl", f"--device={device}", "--playback", "--to", "0", *words), expects=expects)

    return Method(
        f"CEC on {device}",
        ask=command("--give-device-power-status", expects="pwr-state"),
        off=(command("--standby"),),
        on=(command("--image-view-on"),),
    )


def _cec_client(told: str, expects: str = "") -> Command:
    return Command(("cec-client", "-s", "-d", "1"), told + "\n", expects)


_DPMS: Final = Method("DPMS", _dpms("ask"), (_dpms("off"),), (_dpms("on"),))
_WLOPM: Final = Method(
    "wlopm",
    Command(("wlopm",), expects=r"\b(on|off)\b"),
    (Command(("wlopm", "--off", "*")),),
    (Command(("wlopm", "--on", "*")),),
)
_VCGENCMD: Final = Method(
    "vcgencmd",
    Command(("vcgencmd", "display_power"), expects=r"display_power=[01]\b"),
    # Newer systems take the command, answer with something else, and leave the screen as it is.
    (Command(("vcgencmd", "display_power", "0"), expects=r"display_power=0\b"),),
    (Command(("vcgencmd", "display_power", "1"), expects=r"display_power=1\b"),),
)
_CEC_CLIENT: Final = Method(
    "CEC by cec-client",
    _cec_client("pow 0", r"power status: (on|standby|in transition)"),
    (_cec_client("standby 0"),),
    (_cec_client("on 0"), _cec_client("as")),
)
