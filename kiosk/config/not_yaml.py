"""Text that is not YAML: what is wrong with it in plain words, and the file without the block it stands in."""

import re
from dataclasses import dataclass
from typing import Any

import yaml

from kiosk.config.compose import LEFT_OUT_TAG
from kiosk.config.source import Unreadable

TAB = "a tab. Please indent with spaces."

# What libyaml says, and what it most often means in a file that a person wrote.
_WORDS = {
    "mapping values are not allowed in this context": "a colon where none can be. Is the line above indented "
    "differently, or does a text with a colon need quotes?",
    "found unexpected end of stream": "a text in quotes that begins here is never closed.",
    "did not find expected ',' or '}'": "a { that begins in line {context} is not closed, or a comma is missing.",
    "did not find expected ',' or ']'": "a [ that begins in line {context} is not closed, or a comma is missing.",
    "did not find expected '-' indicator": "a list item must begin with - and stand under the others of its list.",
    "did not find expected key": "a key was expected here. Is it indented like the lines around it, and are quotes "
    "inside a text doubled?",
    "could not find expected ':'": "a key without a colon after it.",
    "found unknown escape character": "an unknown \\ inside double quotes. Write \\\\ for the character itself.",
    "did not find expected node content": "a value was expected here.",
    "did not find expected <document start>": "this line is indented less than the first one, or follows something "
    "that ends the file.",
    "found a tab character where an indentation space is expected": TAB,
    "block sequence entries are not allowed in this context": "a list item (-) where no list can be.",
    "did not find expected comment or line break": "after | or > the line must end.",
    "found undefined tag handle": "a ! begins a tag. A text that begins with ! needs quotes.",
    "found incompatible YAML document": "a %YAML line for another version of YAML.",
}
_OPENED_AT_CONTEXT = ("while scanning a quoted scalar", "while parsing a quoted scalar", "while scanning a simple key",
                      "while parsing a flow mapping", "while parsing a flow sequence")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """``line`` and ``column`` from 1: what is shown. ``block_line``: a line of the block that has to go."""

    line: int
    column: int
    message: str
    block_line: int


@dataclass(frozen=True, slots=True)
class Block:
    """``text`` without the block, with as many lines as before; ``left_out`` says which lines those were."""

    text: str
    left_out: str


def fault_of(error: yaml.MarkedYAMLError | Unreadable, text: str) -> Fault:
    """What is wrong, where, in the installer's terms."""
    if isinstance(error, Unreadable):
        return Fault(error.line, error.column, error.message, error.line)
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    context = error.context_mark if error.context in _OPENED_AT_CONTEXT else None
    lines = text.splitlines() or [""]
    line = min(line, len(lines) - 1)
    block_line = min(context.line, line) if context else line
    if error.problem == "did not find expected <document start>" and not lines[line].startswith("%"):
        block_line = _line_above(lines, line)  # what stands there closed the document too early
    if error.problem in ("found unexpected end of stream", "could not find expected ':'") and context:
        line, column = context.line, context.column
    message = _message(str(error.problem or ""), context, lines[line][column : column + 1], lines[line])
    return Fault(line + 1, column + 1, message, block_line + 1)


def _line_above(lines: list[str], line: int) -> int:
    return next((number for number in range(line - 1, -1, -1) if not _blank(lines[number])), line)


def _message(problem: str, context: Any, character: str, line: str) -> str:
    if problem == "found character that cannot start any token":
        if character == "\t" or line.startswith("\t"):
            return TAB
        return f"a text that begins with {character} needs quotes."
    if problem in _WORDS:
        return _WORDS[problem].replace("{context}", str(context.line + 1) if context else "?")
    return f"this is not YAML ({problem})."


def without_block(text: str, line: int) -> Block | None:
    """``text`` without the list item (or else the top key) that ``line`` (from 1) belongs to; None if it is empty."""
    lines = text.splitlines()
    at = min(line, len(lines)) - 1
    while at > 0 and _blank(lines[at]):
        at -= 1
    if at < 0 or _blank(lines[at]):
        return None
    first, indent, is_item = _start(lines, at)
    last = first
    while last + 1 < len(lines) and (_blank(lines[last + 1]) or _indent(lines[last + 1]) > indent):
        last += 1
    if last < at:  # the line stands further left than the block it follows; it goes alone
        first = last = at
        is_item = False
    while last > first and _blank(lines[last]):
        last -= 1
    lines[first : last + 1] = [f"{' ' * indent}- {LEFT_OUT_TAG}" if is_item else ""] + [""] * (last - first)
    span = f"Line {first + 1} is" if first == last else f"Lines {first + 1} to {last + 1} are"
    return Block("\n".join(lines) + "\n", f"{span} left out.")


def _start(lines: list[str], at: int) -> tuple[int, int, bool]:
    """First line, indentation and kind (a list item?) of the block around ``at``."""
    top = at
    while top > 0 and (_blank(lines[top]) or _indent(lines[top]) > 0 or _is_item(lines[top])):
        top -= 1
    item = next((n for n in range(top, at + 1) if _is_item(lines[n])), None)
    if item is None:
        return top, 0, False
    indent = _indent(lines[item])
    starts = [n for n in range(item, at + 1) if _is_item(lines[n]) and _indent(lines[n]) == indent]
    return starts[-1], indent, True


def _blank(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _indent(line: str) -> int:
    line = line.expandtabs()  # a tab is wrong here, but it was meant as an indentation
    return len(line) - len(line.lstrip(" "))


def _is_item(line: str) -> bool:
    return re.match(r" *-( |$)", line) is not None and LEFT_OUT_TAG not in line
