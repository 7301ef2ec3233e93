"""Visitors to begin with."""

import pytest
from walking import Visitor, exhibition

from kiosk.visit.events import Touched
from kiosk.visit.step import Rules


@pytest.fixture
def rules() -> Rules:
    return Rules.of(exhibition())


@pytest.fixture
def visitor(rules: Rules) -> Visitor:
    """Somebody who has woken the kiosk."""
    somebody = Visitor(rules)
    somebody.meet(Touched())
    return somebody


@pytest.fixture
def nobody(rules: Rules) -> Visitor:
    """The kiosk before anybody came."""
    return Visitor(rules)
