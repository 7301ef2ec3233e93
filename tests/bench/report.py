"""Figures side by side: as a table on the terminal and as a section of docs/measured.md."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Verdict:
    """A bar and what was measured against it, both in words that a person can check."""

    bar: str
    measured: str
    reached: bool


@dataclass(slots=True)
class Section:
    """One benchmark's outcome. ``how`` says in a sentence or two what was done, so that it can be repeated."""

    title: str
    how: str
    columns: Sequence[str]
    rows: list[Sequence[str]] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def text(self) -> str:
        """For the terminal: columns under each other."""
        table = [list(self.columns), *(list(row) for row in self.rows)]
        widths = [max(len(row[column]) for row in table) for column in range(len(self.columns))]
        lines = [f"== {self.title}", self.how, ""]
        for row in table:
            cells = [
                row[0].ljust(widths[0]),
                *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)),
            ]
            lines.append("  " + "  ".join(cells).rstrip())
        lines += [""] + [f"  {_mark(each)}: {each.measured} (bar: {each.bar})" for each in self.verdicts]
        lines += [f"  note: {each}" for each in self.notes]
        return "\n".join(lines) + "\n"

    def markdown(self) -> str:
        """For docs/measured.md."""
        lines = [f"## {self.title}", "", self.how, ""]
        lines += [_markdown_row(self.columns), "|---" + "|---:" * (len(self.columns) - 1) + "|"]
        lines += [_markdown_row(row) for row in self.rows]
        lines += [""] + [
            f"* **{_mark(each).capitalize()}**: {each.measured} (bar: {each.bar})" for each in self.verdicts
        ]
        lines += [f"* {each}" for each in self.notes]
        return "\n".join(lines).rstrip() + "\n"


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which ``share`` (0 to 1) of all values lie, by nearest rank; ``values`` not empty."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def spread(values: Sequence[float], digits: int = 0) -> str:
    """Smallest and largest, ``81 to 120``."""
    return f"{min(values):.{digits}f} to {max(values):.{digits}f}"


def _mark(verdict: Verdict) -> str:
    return "reached" if verdict.reached else "MISSED"


def _markdown_row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
