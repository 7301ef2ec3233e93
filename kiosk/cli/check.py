"""``kiosk check``: tells what is wrong in the files of an exhibition, all at once."""

import json
from dataclasses import asdict, replace
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from kiosk.cli.arguments import Folder, exhibition_folder
from kiosk.config.load import Loaded, load_exhibition, with_caption_problems
from kiosk.config.problems import listing
from kiosk.health.findings import findings

FINE, FINDINGS, CANNOT_BE_READ = 0, 1, 2
STYLES = {"fatal": "bold red", "problem": "yellow", "notice": "dim"}


def check(
    folder: Folder = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON, for other programs.")] = False,
    loudness: Annotated[
        bool, typer.Option("--loudness", help="Measure the sound of every film first, and tell how loud it is.")
    ] = False,
) -> None:
    """Tell what is wrong in an exhibition's files. Ends with 0 if nothing is, 1 if something is, 2 if nothing works."""
    from kiosk.cli.listening import heard  # here, so that a wrong command line is told at once
    from kiosk.ui.decoding import flaw

    loaded = with_caption_problems(load_exhibition(exhibition_folder(folder), flaw))
    found = heard(loaded.exhibition, measure=loudness) if loaded.exhibition else None
    loaded = replace(loaded, problems=findings(loaded, found))
    if as_json:
        typer.echo(report(loaded))
    else:
        _print(loaded)
    raise typer.Exit(exit_code(loaded))


def exit_code(loaded: Loaded) -> int:
    """0 fine (also with notices), 1 findings, 2 the exhibition cannot be shown."""
    if loaded.exhibition is None:
        return CANNOT_BE_READ
    return FINDINGS if any(each.severity != "notice" for each in loaded.problems) else FINE


def report(loaded: Loaded) -> str:
    """The findings as JSON: ``summary``, and ``problems`` with file, line, column, where, message and severity."""
    problems = [asdict(each) for each in loaded.problems]
    return json.dumps({"summary": summary(loaded), "problems": problems}, ensure_ascii=False, indent=2)


def summary(loaded: Loaded) -> str:
    """One line: how much there is, and how much is wrong with it."""
    problems = sum(each.severity != "notice" for each in loaded.problems)
    notices = len(loaded.problems) - problems
    wrong = _counted(problems, "problem") if problems else "Nothing is wrong"
    wrong += f", {_counted(notices, 'notice')}" if notices else ""
    exhibition = loaded.exhibition
    if exhibition is None:
        return f"This exhibition cannot be shown. {wrong}."
    films = exhibition.playlist.films
    excerpts = sum(len(film.excerpts) for film in films)
    items = _counted(len(exhibition.loop.items), "item")
    return f"{_counted(len(films), 'film')} with {_counted(excerpts, 'excerpt')}, a loop of {items}. {wrong}."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _print(loaded: Loaded) -> None:
    console = Console(highlight=False, soft_wrap=True)
    for problem, line in zip(loaded.problems, listing(loaded.problems), strict=True):
        text = Text(line)
        text.stylize(STYLES[problem.severity], 0, len(problem.location))
        console.print(text)
    console.print(Text(summary(loaded)))
