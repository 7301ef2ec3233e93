"""``kiosk service``: the kiosk comes up with the machine, is watched over, and can be taken away again."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from kiosk.cli.arguments import Folder, exhibition_folder, wrong
from kiosk.cli.examples import epilog
from kiosk.config.load import load_exhibition
from kiosk.config.tree import Scalar, find
from kiosk.service import machine as machines
from kiosk.service import system, writer
from kiosk.service.machine import Display, Machine
from kiosk.service.names import NAME, UNIT
from kiosk.service.plan import Plan, plan
from kiosk.service.record import Damaged, Record, read_record

service = typer.Typer(
    help="Make the kiosk start with the machine, look how it does, or take it away again.", no_args_is_help=True
)

Root = Annotated[
    Path, typer.Option(metavar="FOLDER", help="The machine's files are under FOLDER: for a card that is not running.")
]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]

FINE, FINDINGS = 0, 1
_NEEDED = {
    Display.CAGE: "cage seatd xwayland libgl1-mesa-dri libegl1 libwayland-cursor0 libwayland-egl1",
    Display.X: "xserver-xorg-core xserver-xorg-input-libinput",
}
_RECORDS = f"var/lib/{NAME}"


@service.command(epilog=epilog("service install"))
def install(
    folder: Folder = None,
    display: Annotated[
        Display | None, typer.Option(help="What shows it; by default cage where there is one.", show_default=False)
    ] = None,
    network: Annotated[bool, typer.Option("--network", help="Let the kiosk use the network.")] = False,
    yes: Yes = False,
    root: Root = Path("/"),
) -> None:
    """Write what starts the kiosk with the machine. Shows it first, and asks."""
    exhibition = exhibition_folder(folder)
    root = _root(root, "install")
    facts = _facts(root, exhibition)
    planned = _planned(facts, _shown_by(facts, display), network)
    record = _record(root)
    steps = writer.steps_to_install(root, planned, record)
    say = _say()
    if not steps:
        say(f"The kiosk is installed as a service already, for {escape(facts.exhibition.path)}. Nothing to do.")
        return
    for step in steps:
        say(f"[bold]{step.what} /{escape(step.path)}[/]" + (f"  [dim]{step.why}[/]" if step.why else ""))
        if step.content and step.what in ("write", "replace"):
            say(escape(_indented(step.content.text or f"→ {step.content.link}")))
    live = system.is_live(root)
    for command in planned.after if live else ():
        say(f"[bold]run[/] {escape(' '.join(command))}")
    _ask("Write all this?", yes)
    os.umask(0o022)  # others than root read it, too
    writer.install(root, planned, record, steps)
    failed = system.run_all(planned.after) if live else []
    _tell(failed)
    say("Installed. The kiosk starts with the machine." + (f" To start it now: systemctl start {UNIT}" if live else ""))
    raise typer.Exit(FINDINGS if failed else FINE)


@service.command(epilog=epilog("service remove"))
def remove(yes: Yes = False, root: Root = Path("/")) -> None:
    """Take away everything that ``install`` wrote, and put back what was there before."""
    root = _root(root, "remove")
    record = _record(root)
    say = _say()
    if record is None:
        say("The kiosk is not installed as a service here. Nothing to do.")
        return
    steps = writer.steps_to_remove(root, record)
    live = system.is_live(root)
    for step in steps:
        say(f"[bold]{step.what} /{escape(step.path)}[/]")
    for command in record.undo if live else ():
        say(f"[bold]run[/] {escape(' '.join(command))}")
    _ask("Take all this away?", yes)
    if live:
        system.stop()
    writer.remove(root, record, steps)
    failed = system.run_all(record.undo) if live else []
    _tell(failed)
    say("Removed. The kiosk does not start with the machine any more.")
    if (root / _RECORDS).is_dir():
        say(f"What the kiosk itself kept is still there: /{_RECORDS} and /var/cache/{NAME}.")
    raise typer.Exit(FINDINGS if failed else FINE)


@service.command(epilog=epilog("service status"))
def status(
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON, for other programs.")] = False,
    root: Root = Path("/"),
) -> None:
    """Tell whether the kiosk is installed, whole, and running. Ends with 0 if so, 1 if not."""
    root = root.absolute()
    record = _record(root)
    changed = [path for path, each in record.written.items() if writer.contents(root, path) != each] if record else []
    state = system.state() if record and system.is_live(root) else {}
    fine = record is not None and not changed and state.get("ActiveState", "active") == "active"
    if as_json:
        told = {"installed": record is not None, "changed": [f"/{each}" for each in changed], "systemd": state}
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        for line in _status_lines(record, changed, state):
            _say()(escape(line))
    raise typer.Exit(FINE if fine else FINDINGS)


def _status_lines(record: Record | None, changed: list[str], state: dict[str, str]) -> list[str]:
    if record is None:
        return ["The kiosk is not installed as a service. To install it: kiosk service install"]
    exhibition = record.exhibition.path if record.exhibition else "an exhibition"
    lines = [f"The kiosk is installed as the service {UNIT}, for {exhibition}."]
    lines += [f"/{path} is not as it was written. To write it again: kiosk service install" for path in changed]
    if state:
        active = f"{state.get('ActiveState', 'unknown')} ({state.get('SubState', 'unknown')})"
        restarts = f"started again {state.get('NRestarts', '0')} times"
        lines.append(f"systemd says: {active}, {restarts}. What it said last: journalctl -u {UNIT} -n 50")
    return lines


def _root(root: Path, verb: str) -> Path:
    root = root.absolute()
    if not root.is_dir():
        raise wrong(f"{root} is not a folder.")
    if not system.is_allowed(root):
        raise wrong(f"Only root may do this. Run: sudo ./run service {verb}")
    if root == Path("/") and not system.is_live(root):
        raise wrong("This machine is not run by systemd, so there is nothing that could start the kiosk.")
    return root


def _facts(root: Path, exhibition: Path) -> Machine:
    settings = load_exhibition(exhibition).root  # also where it cannot be shown yet
    usb = find(settings, ("usb",)) if settings else None
    try:
        return machines.look(root, exhibition, usb.text if isinstance(usb, Scalar) else "off")
    except ValueError as error:
        raise wrong(f"{error}.") from None


def _shown_by(facts: Machine, wanted: Display | None) -> Display:
    possible = facts.displays
    if wanted and wanted not in possible:
        raise wrong(f"What shows it is not installed. Run: apt install --no-install-recommends {_NEEDED[wanted]}")
    if not possible:
        raise wrong(
            "There is neither cage (with seatd and Xwayland) nor an X server to show the kiosk. "
            f"Run: apt install --no-install-recommends {_NEEDED[Display.CAGE]}"
        )
    return wanted or possible[0]


def _planned(facts: Machine, display: Display, network: bool) -> Plan:
    try:
        return plan(facts, display, network=network)
    except ValueError as error:
        raise wrong(f"No service can be made of this: {error}.") from None


def _record(root: Path) -> Record | None:
    try:
        return read_record(root)
    except Damaged as error:
        raise wrong(f"What was installed is not known: {error}") from None


def _ask(question: str, yes: bool) -> None:
    if not yes and not typer.confirm(question):
        typer.echo("Nothing was changed.")
        raise typer.Exit(FINDINGS)


def _tell(failed: list[str]) -> None:
    for each in failed:
        typer.echo(each, err=True)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.rstrip("\n").split("\n")) + "\n"


def _say() -> Callable[..., None]:
    return Console(highlight=False, soft_wrap=True).print
