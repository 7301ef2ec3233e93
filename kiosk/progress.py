"""How far long work has come."""

from collections.abc import Callable

Progress = Callable[[float, float], None]
"""Is told how much work is done, and how much there is in all, in the same unit."""


def nobody_looks(_done: float, _all: float) -> None:
    """For whoever only wants what comes of it."""
