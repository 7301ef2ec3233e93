"""What all tests share: which of them run, beside which others, and the fixtures for a real screen."""

from collections.abc import Iterator

import pytest

pytest_plugins = ["tests.build.screens"]

HEAVY = ("vlc", "screen")
"""Marks of tests with real processes. They run one after the other, or they would measure each other."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--soak", action="store_true", help="also run the tests that take long")


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> Iterator[None]:
    """As a wrapper, so that the groups are there when pytest-xdist looks for them."""
    for item in items:
        if any(item.get_closest_marker(mark) for mark in HEAVY):
            item.add_marker(pytest.mark.xdist_group("real processes"))
        if item.get_closest_marker("soak") and not config.getoption("--soak"):
            item.add_marker(pytest.mark.skip(reason="takes long; runs with ./run test --soak"))
    return (yield)
