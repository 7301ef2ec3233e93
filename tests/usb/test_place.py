"""One exhibition takes another one's place, whatever happens on the way."""

from pathlib import Path

import pytest

import kiosk
from kiosk.usb.place import Place
from kiosk.usb.tree import Refused


def lay_out(root: Path, **folders: str) -> Place:
    """Folders by the part that they play, each with a file that says what is in it."""
    place = Place(root / "show")
    for part, content in folders.items():
        folder = getattr(place, part)
        folder.mkdir()
        (folder / "kiosk.yaml").write_text(content)
    return place


def found(place: Place) -> dict[str, str]:
    parts = ("folder", "copying", "whole", "before")
    return {part: (getattr(place, part) / "kiosk.yaml").read_text() for part in parts if getattr(place, part).exists()}


def test_the_new_one_takes_the_place_and_the_old_one_is_kept_beside_it(tmp_path: Path) -> None:
    place = lay_out(tmp_path, folder="old", copying="new", before="older")
    place.take()
    assert found(place) == {"folder": "new", "before": "old"}
    assert sorted(each.name for each in tmp_path.iterdir()) == ["show", "show.before"]


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        ({"folder": "old"}, {"folder": "old"}),
        ({"folder": "old", "before": "older"}, {"folder": "old", "before": "older"}),
        ({"folder": "old", "copying": "half"}, {"folder": "old"}),
        ({"folder": "old", "whole": "new", "before": "older"}, {"folder": "new", "before": "old"}),
        ({"folder": "old", "whole": "new"}, {"folder": "new", "before": "old"}),
        ({"before": "old", "whole": "new"}, {"folder": "new", "before": "old"}),
        ({"before": "old", "whole": "new", "copying": "half"}, {"folder": "new", "before": "old"}),
        ({"before": "old"}, {"folder": "old"}),
    ],
)
def test_after_a_power_cut_it_is_finished_or_cleared_away(
    tmp_path: Path, left: dict[str, str], expected: dict[str, str]
) -> None:
    place = lay_out(tmp_path, **left)
    place.recover()
    assert found(place) == expected


def test_an_exhibition_behind_a_link_is_replaced_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    lay_out(tmp_path / "disk", folder="old", copying="new")
    (tmp_path / "show").symlink_to(tmp_path / "disk/show")
    Place.of(tmp_path / "show").take()
    assert (tmp_path / "show/kiosk.yaml").read_text() == "new"


def test_the_program_is_never_replaced() -> None:
    with pytest.raises(Refused, match="lies in the program's own folder"):
        Place.of(Path(kiosk.__file__).parents[1]).check()


def test_a_disk_of_its_own_cannot_be_replaced() -> None:
    with pytest.raises(Refused, match="is a disk of its own"):
        Place(Path("/proc")).check()


def test_what_was_changed_on_the_screen_is_taken_along(tmp_path: Path) -> None:
    place = lay_out(tmp_path, folder="old", copying="new")
    place.keep_own()
    assert not (place.copying / "kiosk.local.yaml").exists()
    (place.folder / "kiosk.local.yaml").write_text("captions: off")
    place.keep_own()
    assert (place.copying / "kiosk.local.yaml").read_text() == "captions: off"


def test_room_is_made_before_anything_is_copied(tmp_path: Path) -> None:
    place = lay_out(tmp_path, folder="old", before="older")
    place.make_room(1000)
    assert found(place) == {"folder": "old", "before": "older"}
    with pytest.raises(Refused, match=r"^The disk has [\d,]+ MB left, and 1,099,511,627,840 MB are needed\.$"):
        place.make_room(2**60)
    assert found(place) == {"folder": "old"}
