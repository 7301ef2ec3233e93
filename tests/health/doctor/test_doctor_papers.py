"""What is written about doctor's findings."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[3]
MARKS = {"fatal": "✗✗", "problem": "✗", "notice": "!"}


def calls() -> list[tuple[str, str]]:
    """Code and mark of every finding that the program can make."""
    found = []
    for file in sorted((ROOT / "kiosk/health/doctor").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
                code = node.args[0]
                assert isinstance(code, ast.Constant)
                found.append((str(code.value), MARKS[node.func.id]))
    return found


def test_every_finding_is_explained() -> None:
    written = re.findall(r"^\| `([\w.-]+)` \| (\S+) \|", (ROOT / "docs/doctor.md").read_text("utf-8"), re.MULTILINE)
    assert len(written) > 50
    assert sorted(written) == sorted(set(calls()))


def test_every_code_is_used_once() -> None:
    codes = [code for code, _ in calls()]
    assert sorted(codes) == sorted(set(codes))
