"""``kiosk doctor``: tells what is wrong with the machine, and what to do about it."""

import os
import pwd
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kiosk.cli.arguments import WRONG_COMMAND_LINE, Folder, exhibition_folder, wrong
from kiosk.cli.version import versions

if TYPE_CHECKING:
    from kiosk.health.doctor.case import Case
    from kiosk.health.doctor.finding import Examined, Finding
    from kiosk.health.doctor.privacy import Private

FINE, FINDINGS, CANNOT_RUN = 0, 1, WRONG_COMMAND_LINE
MARKS = {"fatal": ("✗", "bold red"), "problem": ("✗", "red"), "notice": ("!", "yellow")}
RIGHT = ("✓", "green")


def doctor(
    folder: Folder = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was found as JSON, for other programs.")] = False,
    tone: Annotated[bool, typer.Option("--tone", help="Play a tone, first on the left, then on the right.")] = False,
    report: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write a file to send to somebody who can help; nothing in it is private."),
    ] = None,
) -> None:
    """Tell what is wrong with this machine. Ends with 0 if nothing is, 1 if something is, 2 if the kiosk cannot run."""
    place = exhibition_folder(folder)
    if report is not None and not report.parent.is_dir():
        raise wrong(f"{report} cannot be written: there is no such folder.")

    from kiosk.health.doctor.examination import examine_all  # here, so that a wrong command line is told at once
    from kiosk.health.doctor.report import as_json as told_as_json
    from kiosk.health.doctor.report import as_text

    case = _case(place, tone)
    with Console(stderr=True).status("Looking at the machine …"):  # where there is a terminal
        examined = examine_all(case)
    made_of = versions() if as_json or report else {}
    if as_json:
        typer.echo(told_as_json(examined, made_of))
    else:
        show(examined, Console(highlight=False))
    if report is not None:
        _write(report, as_text(case, examined, made_of, _private(place)))
        typer.echo(f"The report is in {report}. Nothing in it is private; read it before you send it.", err=True)
    raise typer.Exit(exit_code(examined))


def exit_code(examined: "Sequence[Examined]") -> int:
    """0 fine (also with notices), 1 findings, 2 the kiosk cannot run."""
    severities = {each.severity for part in examined for each in part.findings}
    if "fatal" in severities:
        return CANNOT_RUN
    return FINDINGS if "problem" in severities else FINE


def show(examined: "Sequence[Examined]", console: Console) -> None:
    """A table of what there is, then what to do, a remedy each."""
    from kiosk.health.doctor.report import summary

    table = Table(show_header=False, box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for part in examined:
        mark, style = _mark(part.findings)
        table.add_row(Text(mark, style), Text(part.title, "bold"), Text("\n".join(part.facts)))
    console.print(table)
    worst_first = list(MARKS)
    found = [each for part in examined for each in part.findings]
    for each in sorted(found, key=lambda finding: worst_first.index(finding.severity)):
        mark, style = MARKS[each.severity]
        console.print()
        console.print(Text.assemble((f"{mark} {each.message}", style), (f"  [{each.code}]", "dim")), soft_wrap=True)
        console.print(Text(f"  {each.remedy}"), soft_wrap=True)
    console.print()
    console.print(Text(summary(examined)))


def _mark(findings: "Sequence[Finding]") -> tuple[str, str]:
    """Of the worst finding."""
    severities = {each.severity for each in findings}
    return next((mark for severity, mark in MARKS.items() if severity in severities), RIGHT)


def _case(folder: Path, tone: bool) -> "Case":
    from kiosk.app import cache_folder, state_folder
    from kiosk.clock import SystemClock
    from kiosk.config.load import load_exhibition, with_caption_problems
    from kiosk.health.doctor.case import Case
    from kiosk.health.doctor.machine import Machine

    loaded = with_caption_problems(load_exhibition(folder))
    sentences = tuple(str(each) for each in loaded.problems if each.severity != "notice")
    now = SystemClock().now()
    return Case(Machine(), loaded.exhibition, folder, cache_folder(), state_folder(), now, tone, sentences)


def _private(folder: Path) -> "Private":
    from kiosk.health.doctor.machine import Machine
    from kiosk.health.doctor.privacy import private_words

    try:
        account = pwd.getpwuid(os.getuid())
        names = [account.pw_name, account.pw_gecos.split(",")[0]]
    except KeyError:  # a container may run under a number that has no account
        names = []
    return private_words(Machine(), os.path.expanduser("~"), str(folder), names)


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise wrong(f"{file} cannot be written ({error.strerror}).") from error
