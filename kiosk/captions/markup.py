"""From what stands in a caption file to the plain words: styles, positions and codes are left out."""

import html
import re
from collections.abc import Iterator

from kiosk.captions.cues import LONGEST_CUE

_LONGEST_LINE = 2_000
"""Characters of a line of a file. Longer ones are damage, and slow to look through."""

_ARROW = "-->"
_ASS_CODE = re.compile(r"\{[^{}]*\}")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>|<\d[\d:.]*>")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060\ufeff\ud800-\udfff]")
"""Controls, zero-width spaces, and the embeddings that older players needed for Arabic."""


def tidy_file(text: str) -> str:
    """A caption file with one kind of line end, no line out of all bounds and no stray byte order mark."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff").split("\n")
    return "\n".join(line[:_LONGEST_LINE] for line in lines)


def only_cues(text: str) -> str:
    """The cues of an SRT or WebVTT file without names, notes, styles and regions; each gets the number 1.

    Parsers take a last line of digits alone for the number of the next cue, so there is always one.
    """
    return "\n".join([*_cue_lines(text), "", "1"])


def _cue_lines(text: str) -> Iterator[str]:
    lines = text.split("\n")
    inside = False
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if _ARROW in line:
            inside = True
            yield from ("", "1", line)
        elif inside and line.startswith(("NOTE", "STYLE", "REGION")) and not lines[number - 1].strip():
            inside = False
        elif inside and not (_ARROW in following and _is_name(lines, number)):
            yield line


def _is_name(lines: list[str], number: int) -> bool:
    """Whether a line before an arrow is the cue's number or name: after an empty line, or a number anywhere."""
    line = lines[number].strip()
    return line.isdigit() or number == 0 or not lines[number - 1].strip()


def plain_words(text: str) -> str:
    """The words of one cue, a line each; ``text`` in the manner of ASS, SRT or WebVTT.

    At most ``LONGEST_CUE`` characters. Empty where the cue holds nothing to read.
    """
    text = _ASS_CODE.sub("", text).replace("\\N", "\n").replace("\\n", "\n").replace("\\h", "\u00a0")
    text = html.unescape(_TAG.sub("", text))
    lines = (re.sub(r"[ \t]+", " ", _UNSEEN.sub("", line)).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)[:LONGEST_CUE].rstrip()
