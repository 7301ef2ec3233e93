"""The lines of the architecture, held by reading every import of the program."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parents[1]

DOORS = {
    "vlc": "kiosk/projection/child/",
    "av": "kiosk/projection/child/",
    "pygame": "kiosk/ui/",
    "PIL": "kiosk/ui/",
    "yaml": "kiosk/config/",
    "pydantic": "kiosk/config/",
    "segno": "kiosk/ui/qr.py",
    "typer": "kiosk/cli/",
    "rich": "kiosk/cli/",
    "sqlite3": "kiosk/records/",
    "pysubs2": "kiosk/captions/reading.py",
    "charset_normalizer": "kiosk/encodings.py",
}
"""Each outside library and the one folder, or the one module, that talks to it."""

NEVER = frozenset({"numpy", "pytest"})
"""Libraries for development only."""

PURE = ("kiosk/exhibition/", "kiosk/visit/", "kiosk/panel/")
"""Folders that know nothing but the standard library, each other and the clock."""

OUTSIDE_WORLD = frozenset(
    {"asyncio", "ctypes", "io", "logging", "multiprocessing", "os", "random", "shutil", "signal", "socket"}
    | {"subprocess", "sys", "tempfile", "threading", "time", "urllib"}
)
"""Parts of the standard library that a pure module has no business with."""

IMPORTED_ONLY_BY = {
    "kiosk.projection.child": ("kiosk/projection/child/",),
    "kiosk.cli": ("kiosk/cli/", "kiosk/__main__.py"),
    "kiosk.app": ("kiosk/cli/", "kiosk/app.py"),
}

STRANGERS = (
    # folder, what it does not import, but for
    ("kiosk/projection/", "kiosk.ui", None),
    ("kiosk/ui/", "kiosk.projection", "kiosk.projection.contract"),
)

LONGEST = 200

TOO_LONG: dict[str, int] = {}
"""Modules of more than ``LONGEST`` lines and how many they had. Only ever shorter, and fewer."""


def imports(path: str, source: str) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything that a module imports, inside functions too."""
    package = PurePosixPath(path).parent.parts
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, each.name) for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else ()
            parts = (*start, *([node.module] if node.module else []))
            yield from ((node.lineno, ".".join((*parts, each.name))) for each in node.names)


def breaches(path: str, source: str) -> list[str]:
    """What a module imports and should not, as lines for a person."""
    found = []
    for line, name in imports(path, source):
        if reason := _refusal(path, name):
            found.append(f"{path}:{line} imports {name}: {reason}")
    return sorted(found)


def _refusal(path: str, name: str) -> str | None:
    library = name.split(".")[0]
    if library in NEVER:
        return "it is for development only"
    if library in DOORS and not path.startswith(DOORS[library]):
        return f"its one door is {DOORS[library]}"
    if path.startswith(PURE) and not _is_pure(name):
        return "this folder is pure"
    for inner, allowed in IMPORTED_ONLY_BY.items():
        if _within(name, inner) and not path.startswith(allowed):
            return f"only {' and '.join(allowed)} may"
    for folder, stranger, exception in STRANGERS:
        if path.startswith(folder) and _within(name, stranger) and not (exception and _within(name, exception)):
            return f"{folder} does not know {stranger}"
    return None


def _is_pure(name: str) -> bool:
    library = name.split(".")[0]
    if library == "kiosk":
        return any(_within(name, each) for each in ("kiosk.exhibition", "kiosk.visit", "kiosk.panel", "kiosk.clock"))
    return library in sys.stdlib_module_names and library not in OUTSIDE_WORLD


def _within(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


def modules() -> dict[str, str]:
    """Every module of the program: its path from the root, with slashes, and its source."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "kiosk").rglob("*.py"))
    }


def test_every_import_keeps_to_the_lines_of_the_architecture() -> None:
    found = [line for path, source in modules().items() for line in breaches(path, source)]
    assert found == []


def test_modules_stay_short() -> None:
    lengths = {path: len(source.splitlines()) for path, source in modules().items()}
    grown = {path: lines for path, lines in lengths.items() if lines > TOO_LONG.get(path, LONGEST)}
    assert grown == {}, "split these"
    cured = [path for path in TOO_LONG if lengths.get(path, 0) <= LONGEST]
    assert cured == [], "take these off the list"


@pytest.mark.parametrize(
    ("path", "source", "expected"),
    [
        ("kiosk/ui/window.py", "import pygame\nfrom PIL import Image", []),
        ("kiosk/app.py", "import pygame", ["kiosk/app.py:1 imports pygame: its one door is kiosk/ui/"]),
        (
            "kiosk/projection/booth.py",
            "def play():\n    import vlc",
            ["kiosk/projection/booth.py:2 imports vlc: its one door is kiosk/projection/child/"],
        ),
        (
            "kiosk/projection/booth.py",
            "from kiosk.projection import child",
            ["kiosk/projection/booth.py:1 imports kiosk.projection.child: only kiosk/projection/child/ may"],
        ),
        (
            "kiosk/projection/booth.py",
            "from .child import player",
            ["kiosk/projection/booth.py:1 imports kiosk.projection.child.player: only kiosk/projection/child/ may"],
        ),
        (
            "kiosk/projection/child/player.py",
            "import numpy as np",
            ["kiosk/projection/child/player.py:1 imports numpy: it is for development only"],
        ),
        ("kiosk/projection/child/player.py", "import vlc\nfrom kiosk.projection.child import frames", []),
        ("kiosk/ui/qr.py", "import segno", []),
        (
            "kiosk/ui/widgets/code.py",
            "import segno",
            ["kiosk/ui/widgets/code.py:1 imports segno: its one door is kiosk/ui/qr.py"],
        ),
        ("kiosk/visit/idle.py", "from kiosk.exhibition.film import Film\nfrom kiosk.clock import Clock", []),
        ("kiosk/visit/idle.py", "import time", ["kiosk/visit/idle.py:1 imports time: this folder is pure"]),
        (
            "kiosk/exhibition/film.py",
            "from kiosk.config.load import load",
            ["kiosk/exhibition/film.py:1 imports kiosk.config.load.load: this folder is pure"],
        ),
        (
            "kiosk/captions/markup.py",
            "import pysubs2",
            ["kiosk/captions/markup.py:1 imports pysubs2: its one door is kiosk/captions/reading.py"],
        ),
        ("kiosk/ui/picture.py", "from kiosk.projection.contract import Picture", []),
        (
            "kiosk/ui/picture.py",
            "from kiosk.projection.ring import Ring",
            ["kiosk/ui/picture.py:1 imports kiosk.projection.ring.Ring: kiosk/ui/ does not know kiosk.projection"],
        ),
        (
            "kiosk/projection/ring.py",
            "import kiosk.ui.window",
            ["kiosk/projection/ring.py:1 imports kiosk.ui.window: kiosk/projection/ does not know kiosk.ui"],
        ),
        ("kiosk/__main__.py", "from kiosk.cli.main import main", []),
        (
            "kiosk/cli/run.py",
            "from kiosk.app import run_kiosk\nfrom kiosk.cli.arguments import size\nimport typer",
            [],
        ),
        (
            "kiosk/session.py",
            "from kiosk.app import run_kiosk",
            ["kiosk/session.py:1 imports kiosk.app.run_kiosk: only kiosk/cli/ and kiosk/app.py may"],
        ),
    ],
)
def test_the_reader_sees_what_is_wrong(path: str, source: str, expected: list[str]) -> None:
    assert breaches(path, source) == expected
