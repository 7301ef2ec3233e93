"""``kiosk screens``: which displays there are."""

import json
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kiosk.cli.arguments import WRONG_COMMAND_LINE
from kiosk.projection.asking import ask_child

_PATIENCE_SECONDS = 15.0


def screens(
    as_json: Annotated[bool, typer.Option("--json", help="Print them as JSON, for other programs.")] = False,
) -> None:
    """List the displays, with the numbers that screen.display takes. Ends with 0, or with 2 if there is none."""
    seen, displays, reason = all_displays()
    if as_json:
        typer.echo(json.dumps({"driver": seen.get("driver"), "displays": displays}, ensure_ascii=False, indent=2))
    elif displays:
        Console(highlight=False).print(_table(displays))
    if not displays:
        typer.echo(
            f"There is no display here ({reason}). Start this from a terminal on the screen itself, or say which one: "
            "DISPLAY=:0 kiosk screens",
            err=True,
        )
        raise typer.Exit(WRONG_COMMAND_LINE)


def all_displays() -> tuple[dict[str, Any], list[dict[str, Any]], str]:
    """What the display server tells of itself, its displays, and why there are none."""
    seen = ask_child("kiosk.ui.displays", _PATIENCE_SECONDS) or {"reason": "the display server does not answer"}
    return seen, seen.get("displays", []), seen.get("reason", "it shows nothing")


def _table(displays: list[dict[str, Any]]) -> Table:
    table = Table("screen.display", "name", "pixels", "place", "hertz", box=None, pad_edge=False)
    for each in displays:
        size = f"{each['width']}x{each['height']}"
        rate = "?" if each["refresh"] is None else str(each["refresh"])
        table.add_row(str(each["number"]), Text(each["name"]), size, f"{each['x']},{each['y']}", rate)
    return table
