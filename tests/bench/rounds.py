"""Everybody's turn: contestants take it in another order each round, so that nobody always follows the same."""

from collections.abc import Iterator
from typing import TypeVar

Who = TypeVar("Who")


def turns(contestants: list[Who], rounds: int) -> Iterator[tuple[int, Who]]:
    """Round (from 0) and contestant: forwards, backwards, forwards, …"""
    for number in range(rounds):
        for each in contestants if number % 2 == 0 else reversed(contestants):
            yield number, each
