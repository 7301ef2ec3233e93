"""``kiosk check``: tells what is wrong with an exhibition before the opening, all at once."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

from kiosk.cli.arguments import Folder, exhibition_folder
from kiosk.config.load import Loaded
from kiosk.config.problems import Problem, listing
from kiosk.health.films.played import Played
from kiosk.health.findings import findings
from kiosk.memory import without_collecting
from kiosk.projection.inspection import Inspection
from kiosk.projection.inspection_room import Inspected

FINE, FINDINGS, CANNOT_BE_READ = 0, 1, 2
MOST_ROWS = 200
"""Of more stretches of films, the table only has those with findings."""
STYLES = {"fatal": "bold red", "problem": "yellow", "notice": "dim"}


def check(
    folder: Folder = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print all that was found as JSON, for programs.")] = False,
    quick: Annotated[bool, typer.Option("--quick", help="Leave the films aside: they are not opened.")] = False,
) -> None:
    """Tell what is wrong with an exhibition: its texts, stills, captions and films, all of which are decoded once.

    Ends with 0 if nothing is, 1 if something is, 2 if nothing works.
    """
    place = exhibition_folder(folder)
    with without_collecting():  # a thousand films are a million values, and all of them are kept to the end
        loaded = _loaded(place)
        played, inspected = ([], {}) if quick else _films(loaded)
        loaded = replace(loaded, problems=findings(loaded, _found(loaded, played, inspected)))
        if as_json:
            from kiosk.cli.film_table import film_rows

            typer.echo(report(loaded, None if quick else film_rows(played, inspected)))
        else:
            _print(loaded, played, inspected)
    raise typer.Exit(exit_code(loaded))


def exit_code(loaded: Loaded) -> int:
    """0 fine (also with notices), 1 findings, 2 the exhibition cannot be shown."""
    if loaded.exhibition is None:
        return CANNOT_BE_READ
    return FINDINGS if any(each.severity != "notice" for each in loaded.problems) else FINE


def report(loaded: Loaded, films: Sequence[Mapping[str, Any]] | None = None) -> str:
    """The findings as JSON: ``summary``; ``problems`` with file, line, column, where, message, severity, code and
    remedy; and ``films``, unless they were left aside."""
    problems = [asdict(each) for each in loaded.problems]
    told: dict[str, Any] = {"summary": summary(loaded), "problems": problems}
    if films is not None:
        told["films"] = films
    return json.dumps(told, ensure_ascii=False, indent=2)


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


def _loaded(folder: Path) -> Loaded:
    from kiosk.app import cache_folder  # here, so that a wrong command line is told at once
    from kiosk.health.reading import read_closely

    return read_closely(folder, cache_folder())


def _films(loaded: Loaded) -> tuple[list[Played], Inspected]:
    from kiosk.cli.inspecting import inspected
    from kiosk.health.films.played import everything_played

    played = everything_played(loaded)
    return played, inspected(played)


def _found(loaded: Loaded, played: Sequence[Played], inspected: Inspected) -> Iterable[Problem]:
    """What the contents and the films tell."""
    from kiosk.app import cache_folder
    from kiosk.cli.inspecting import bar
    from kiosk.clock import SystemClock
    from kiosk.health.contents.findings import content_findings
    from kiosk.health.contents.memory import ContentMemory
    from kiosk.health.films.findings import film_findings

    if loaded.exhibition is None:
        return []
    memory = ContentMemory(cache_folder() / "contents.json")
    with bar("Laying out the pages") as tell:
        contents = content_findings(loaded, SystemClock().now(), memory, lengths=_lengths(inspected), progress=tell)
    return [*contents, *film_findings(loaded.exhibition, played, inspected)]


def _lengths(inspected: Inspected) -> dict[Path, float]:
    return {
        file: found.facts.seconds
        for (file, _, _), found in inspected.items()
        if isinstance(found, Inspection) and found.facts.seconds
    }


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _print(loaded: Loaded, played: Sequence[Played], inspected: Inspected) -> None:
    console = Console(highlight=False, soft_wrap=True)
    if inspected:
        from kiosk.cli.film_table import film_table

        places = {(each.file, each.line, each.column) for each in loaded.problems}
        odd = played if len(played) <= MOST_ROWS else [each for each in played if tuple(each.mark) in places]
        if odd:
            console.print(film_table(odd, inspected))
        if len(odd) < len(played):
            console.print(f"Nothing was found about {len(played) - len(odd)} more; --json tells of them, too.")
        console.print()
    for problem, line in zip(loaded.problems, listing(loaded.problems), strict=True):
        text = Text(line)
        text.stylize(STYLES[problem.severity], 0, len(problem.location))
        if problem.remedy:
            text.append(f" {problem.remedy}", "dim")
        if problem.code:
            text.append(f"  [{problem.code}]", "dim")
        console.print(text)
    console.print(Text(summary(loaded)))
