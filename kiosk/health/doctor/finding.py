"""What can be found about a machine."""

from dataclasses import dataclass

from kiosk.config.problems import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with the machine, or worth knowing.

    ``code``: its name in ``docs/doctor.md``, such as ``clock.wrong``. ``severity``: ``fatal`` where the kiosk cannot
    run, ``problem`` where visitors would notice, ``notice`` where it may be meant. ``message`` says what is; ``remedy``
    what to do about it, in one sentence.
    """

    code: str
    severity: Severity
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Examined:
    """A part of the machine after it was looked at. ``facts``: what it is, as short lines, for people."""

    name: str
    title: str
    facts: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def problem(code: str, message: str, remedy: str) -> Finding:
    """Something that visitors would notice, sooner or later."""
    return Finding(code, "problem", message, remedy)


def notice(code: str, message: str, remedy: str) -> Finding:
    """Something that may be meant."""
    return Finding(code, "notice", message, remedy)


def fatal(code: str, message: str, remedy: str) -> Finding:
    """Something without which the kiosk does not run."""
    return Finding(code, "fatal", message, remedy)
