"""``kiosk pin``: makes the line that opens the panel."""

import getpass
import secrets
import sys
from typing import Annotated

import typer

from kiosk.cli.arguments import Folder, exhibition_folder, wrong
from kiosk.panel.effects import Put
from kiosk.panel.pin import SALT_BYTES, Unfit, digits_of, line_of


def pin(
    folder: Folder = None,
    stdin: Annotated[bool, typer.Option("--stdin", help="Read the PIN from the input instead of asking.")] = False,
    write: Annotated[
        bool, typer.Option("--write", help="Also write it into the exhibition's kiosk.local.yaml.")
    ] = False,
) -> None:
    """Ask for the panel's PIN and print the line for kiosk.yaml that does not tell it."""
    target = exhibition_folder(folder) if write else None
    line = line_of(_given(stdin), secrets.token_bytes(SALT_BYTES))
    if target is None:
        typer.echo(f'panel:\n  pin: "{line}"')
        return

    from kiosk.config.local_file import LocalFileUnreadable, change_local  # here: reading YAML is not always needed

    try:
        path = change_local(target, (Put(("panel", "pin"), line),))
    except LocalFileUnreadable as error:
        raise wrong(f"Nothing was written, because what is there would be lost. {error}") from None
    except OSError as error:
        raise wrong(f"{target}: nothing can be written there ({error.strerror}).") from None
    typer.echo(f"The PIN is written to {path}.")


def _given(stdin: bool) -> str:
    try:
        if stdin:
            return digits_of(sys.stdin.readline())
        digits = digits_of(getpass.getpass("PIN for the panel: "))
        if digits != digits_of(getpass.getpass("The same again: ")):
            raise wrong("These are not the same. Nothing was made.")
        return digits
    except Unfit as error:
        raise wrong(str(error)) from None
    except (EOFError, KeyboardInterrupt):
        raise wrong("No PIN was given.") from None
