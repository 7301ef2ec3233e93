"""What doctor found, as JSON for programs and as one text to send to somebody who can help."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

from kiosk.health.doctor.case import Case
from kiosk.health.doctor.examination import findings_of
from kiosk.health.doctor.finding import Examined
from kiosk.health.doctor.machine import Machine
from kiosk.health.doctor.privacy import Private, without
from kiosk.health.doctor.service import UNIT

VERSION: Final = 1
_LINES_OF_LOG: Final = 80
_PROBLEMS_TOLD: Final = 200


def as_json(examined: Sequence[Examined], versions: Mapping[str, str]) -> str:
    """``{"v": 1, "summary": …, "versions": {name: version}, "parts": [{"name", "title", "facts": […], "findings":
    [{"code", "severity", "message", "remedy"}]}]}``"""
    parts: list[dict[str, Any]] = [asdict(each) for each in examined]
    told = {"v": VERSION, "summary": summary(examined), "versions": dict(versions), "parts": parts}
    return json.dumps(told, ensure_ascii=False, indent=2)


def summary(examined: Sequence[Examined]) -> str:
    """One line."""
    if any(each.severity == "fatal" for part in examined for each in part.findings):
        return f"The kiosk cannot run on this machine. {_counted(examined)}"
    return _counted(examined)


def _counted(examined: Sequence[Examined]) -> str:
    problems = findings_of(examined)
    notices = sum(len(each.findings) for each in examined) - problems
    wrong = f"{problems} finding{'' if problems == 1 else 's'}" if problems else "Nothing is wrong with this machine"
    return f"{wrong}{f', {notices} to know of' if notices else ''}."


def as_text(case: Case, examined: Sequence[Examined], versions: Mapping[str, str], private: Private) -> str:
    """The report. Everything in it that could be private is taken out, also out of the log's lines."""
    sections = [
        ("Film kiosk: report on a machine", [f"{case.now:%Y-%m-%d %H:%M %Z}", summary(examined)]),
        ("Versions", [f"{name} {version}" for name, version in versions.items()]),
        ("Findings", _findings(examined)),
        ("The machine", [f"{part.title}: {fact}" for part in examined for fact in part.facts]),
        ("Problems of the exhibition", _problems(case.sentences)),
        ("Last lines of the log", _log(case)),
    ]
    text = "\n\n".join("\n".join((f"== {title}", *(lines or ["none"]))) for title, lines in sections)
    return without(text, private) + "\n"


def _findings(examined: Sequence[Examined]) -> list[str]:
    return [f"{each.severity} {each.code}: {each.message}" for part in examined for each in part.findings]


def _problems(sentences: Sequence[str]) -> list[str]:
    more = len(sentences) - _PROBLEMS_TOLD
    return [*sentences[:_PROBLEMS_TOLD], *([f"and {more} more"] if more > 0 else [])]


def _log(case: Case) -> list[str]:
    """Of a log file beside the state, else of the service; without the names that systemd puts before the lines."""
    for file in reversed(case.machine.paths(f"{case.state}/*.log")):
        return _last_lines(case.machine.end_of(file))
    return _last_lines(_journal(case.machine))


def _journal(machine: Machine) -> str:
    if not machine.exists("run/systemd/system"):
        return ""
    said = machine.run("journalctl", "-u", UNIT, "-n", str(_LINES_OF_LOG), "--no-pager", "--quiet", "-o", "cat")
    return said.out if said and said.code == 0 else ""


def _last_lines(text: str) -> list[str]:
    return text.strip().splitlines()[-_LINES_OF_LOG:]
