"""The sample's films, decoded from end to end: nothing is found about them."""

from pathlib import Path

import pytest

from kiosk.config.load import Loaded
from kiosk.exhibition.exhibition import Exhibition
from kiosk.health.films.findings import film_findings
from kiosk.health.films.played import everything_played
from kiosk.projection.inspection_room import InspectionRoom


@pytest.mark.vlc
def test_nothing_is_wrong_with_the_films(loaded: Loaded, exhibition: Exhibition, tmp_path: Path) -> None:
    played = everything_played(loaded)
    assert len(played) == 10
    room = InspectionRoom(tmp_path / "films.json", tmp_path / "loudness.json")
    inspected = room.inspect(each.stretch for each in played)
    assert [str(each) for each in film_findings(exhibition, played, inspected)] == []
