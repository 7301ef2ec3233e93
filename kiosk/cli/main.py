"""The command line: finds the verb and hands over to its file. One verb, one file."""

import difflib
import os
from collections.abc import Mapping, Sequence
from importlib import import_module
from keyword import iskeyword
from pathlib import Path

import typer

from kiosk.cli.arguments import WRONG_COMMAND_LINE
from kiosk.cli.completion import INSTALL, SHOW, complete_with_tab
from kiosk.cli.examples import epilog
from kiosk.cli.version import general_options

VERBS = ("run", "new", "import", "check", "doctor", "bench", "screens", "preview", "export", "tour", "pin", "service")
COMPLETION = (INSTALL, SHOW)
GENERAL_OPTIONS = ("--help", "-h", "--version", *COMPLETION)
COMPLETING = "_KIOSK_COMPLETE"
"""In the environment where the shell asks what may follow."""
HELP = "A film kiosk for exhibitions. Without a verb it opens the kiosk."


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments say; answers the exit code."""
    if COMPLETING in os.environ:
        return _end_of(command_line(_verbs_for_completion(os.environ)), [])
    words = spelled_out(arguments)
    verb = words[0]
    if verb in COMPLETION:
        return _tab(words)
    if verb not in VERBS + GENERAL_OPTIONS:
        typer.echo(unknown_verb(verb), err=True)
        return WRONG_COMMAND_LINE
    return _end_of(command_line([verb] if verb in VERBS else () if verb == "--version" else VERBS), words)


def _verbs_for_completion(environment: Mapping[str, str]) -> Sequence[str]:
    """The one that was typed, else all. bash and zsh tell what was typed in variables of their own."""
    typed = (environment.get("COMP_WORDS") or environment.get("_TYPER_COMPLETE_ARGS") or "").split()
    return [typed[1]] if len(typed) > 2 and typed[1] in VERBS else VERBS


def _tab(words: list[str]) -> int:
    try:
        return complete_with_tab(words)
    except typer.Exit as end:
        return end.exit_code


def _end_of(app: typer.Typer, words: Sequence[str]) -> int:
    try:
        app(list(words), prog_name="kiosk")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    return 0


def spelled_out(arguments: Sequence[str]) -> list[str]:
    """The arguments with the verb that may be left out: ``kiosk`` and ``kiosk FOLDER`` mean ``run``."""
    if not arguments:
        return ["run"]
    first = arguments[0]
    if first in VERBS + GENERAL_OPTIONS:
        return list(arguments)
    is_meant_for_run = first.startswith("-") or "/" in first or first in (".", "..") or Path(first).is_dir()
    return ["run", *arguments] if is_meant_for_run else list(arguments)


def unknown_verb(word: str) -> str:
    """What to say to a word that is neither a verb nor a folder."""
    near = difflib.get_close_matches(word.lower(), VERBS, n=1)
    advice = f"Did you mean {near[0]}?" if near else f"The verbs are {', '.join(VERBS)}."
    return f"{word}: there is no such verb, and no folder of that name. {advice}"


def command_line(verbs: Sequence[str]) -> typer.Typer:
    """The parser for some of the verbs. Only their files are imported, so that the kiosk itself starts soon."""
    app = typer.Typer(
        help=HELP,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(general_options)
    for verb in verbs:
        module = import_module(f"kiosk.cli.{verb}")
        part = getattr(module, f"{verb}_" if iskeyword(verb) else verb)
        if isinstance(part, typer.Typer):
            app.add_typer(part, name=verb, epilog=epilog(verb))
        else:
            app.command(verb, epilog=epilog(verb))(part)
    return app
