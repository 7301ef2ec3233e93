"""The installer's panel, by a finger on a real kiosk."""

from pathlib import Path

import pytest

from tests.journeys.exhibitions import film, write_exhibition
from tests.journeys.fixtures import LANDSCAPE, PORTRAIT, Size
from tests.journeys.installer import Installer, OpenKiosk, in_both_languages, opened, with_pin

pytestmark = [pytest.mark.screen, pytest.mark.vlc, pytest.mark.usefixtures("own_state")]


@pytest.mark.parametrize(
    ("languages", "size", "words"),
    [
        (
            ["en", "ar"],
            LANDSCAPE,
            {
                "wrong": "This is not the PIN.",
                "hours": "When visitors may use this screen",
                "closed": "Closed",
                "sound": "Where it comes out, and how loud",
                "saved": "kiosk.yaml untouched",
                "volume": "75\u00a0%",
            },
        ),
        (
            ["ar", "en"],
            PORTRAIT,
            {
                "wrong": "الرمز غير صحيح.",
                "hours": "متى يمكن للزوّار استعمال هذه الشاشة",
                "closed": "مغلق",
                "sound": "من أين يخرج، وكم شدّته",
                "saved": "لم يُمسّ kiosk.yaml",
                "volume": "75٪",
            },
        ),
    ],
    ids=["English", "Arabic"],
)
def test_hours_and_volume_are_changed_and_taken_back(
    open_kiosk: OpenKiosk, tmp_path: Path, clip: Path, languages: list[str], size: Size, words: dict[str, str]
) -> None:
    show = with_pin(tmp_path, clip, languages=languages)
    visitor = open_kiosk(show, size)
    installer = Installer(visitor, show, "left" if languages[0] == "en" else "right")
    visitor.pilot.wait_for_scene(screen="attract")
    installer.ask()
    installer.type("1397")
    installer.see(words["wrong"])
    installer.type("2580")
    installer.tap("panel:section:hours", words["hours"])
    installer.tap("do:add-day")
    installer.tap("do:closed")
    installer.tap("do:save", words["closed"], words["saved"])
    (day,) = installer.local()["hours"]["special"]
    installer.wait_for_local(hours={"special": {day: "closed"}})
    installer.tap("panel:section:sound", words["sound"])
    installer.tap("step:volume:more", words["volume"])
    installer.wait_for_local(hours={"special": {day: "closed"}}, sound={"volume": 75})
    installer.undo()
    installer.wait_for_local(hours={"special": {day: "closed"}})
    installer.undo()
    installer.wait_for_local()
    visitor.tap("panel:close", screen="attract")
    assert installer.local() == {}


def test_without_a_pin_the_corner_is_a_corner(open_kiosk: OpenKiosk, tmp_path: Path, clip: Path) -> None:
    show = write_exhibition(tmp_path / "show", [film("first"), film("second")], [clip])
    installer = Installer(open_kiosk(show), show)
    installer.visitor.pilot.wait_for_scene(screen="attract")
    installer.hold()
    assert installer.visitor.pilot.wait_for_scene(screen="browse")
    assert not list(tmp_path.rglob("panel-*.json"))


def test_a_visitor_who_rests_a_finger_in_the_corner_notices_nothing(
    open_kiosk: OpenKiosk, tmp_path: Path, clip: Path
) -> None:
    visitor = open_kiosk(with_pin(tmp_path, clip))
    installer = Installer(visitor, tmp_path)
    visitor.pilot.wait_for_scene(screen="attract")
    installer.hold(0.5)
    visitor.pilot.wait_for_scene(screen="browse")  # lifted, it was a touch like any other
    mark = visitor.pilot.mark()
    visitor.open_film("second")
    assert visitor.pilot.record.find("scene", after=mark, screen="pin-pad") is None


def test_the_panel_ends_a_film_and_an_exhibition_that_changes_leaves_it_open(
    open_kiosk: OpenKiosk, tmp_path: Path, clip: Path
) -> None:
    show = with_pin(tmp_path, clip)
    visitor = open_kiosk(show)
    installer = Installer(visitor, show)
    visitor.wake()
    visitor.open_film("second")
    visitor.watch("second")
    installer.open()
    playlist = show / "playlists/films.yaml"
    playlist.write_text(playlist.read_text("utf-8").replace("en: Second", "en: The other one"), "utf-8")
    visitor.pilot.wait_until(lambda: "is shown as it is now" in visitor.words() or None, "the change")
    installer.tap("panel:section:sound", "Where it comes out")
    visitor.tap("panel:close", screen="attract")
    assert "The other one" in [each["text"] for each in visitor.wake().facts["texts"]]


def test_wrong_tries_lock_it_and_a_restart_does_not_help(open_kiosk: OpenKiosk, tmp_path: Path, clip: Path) -> None:
    show = with_pin(tmp_path, clip)
    visitor = open_kiosk(show)
    installer = Installer(visitor, show)
    visitor.pilot.wait_for_scene(screen="attract")
    installer.ask()
    for wrong in ("1397", "1398", "1399", "1402"):
        installer.type(wrong)
        installer.see("This is not the PIN.")
    installer.type("1403")
    installer.see("Locked for 1")
    assert "pin:1" not in visitor.scene.targets
    visitor.pilot.stop()
    again = open_kiosk(show)
    installer = Installer(again, show)
    again.pilot.wait_for_scene(screen="attract")
    installer.ask()
    installer.see("Locked for 1")


def test_what_cannot_be_written_is_told(open_kiosk: OpenKiosk, tmp_path: Path, clip: Path) -> None:
    show = with_pin(tmp_path, clip)
    (show / ".kiosk.local.yaml.new").mkdir()  # where the new file is written before it takes its place
    visitor = open_kiosk(show)
    installer = Installer(visitor, show)
    visitor.pilot.wait_for_scene(screen="attract")
    installer.open()
    installer.tap("panel:section:sound", "Where it comes out")
    installer.tap("step:volume:more", "Not saved")
    installer.see("70\u00a0%")
    assert installer.local() == {}


def test_it_closes_by_itself(open_kiosk: OpenKiosk, tmp_path: Path, clip: Path) -> None:
    visitor = open_kiosk(with_pin(tmp_path, clip))
    visitor.pilot.wait_for_scene(screen="attract")
    installer = Installer(visitor, tmp_path)
    installer.ask()
    mark = visitor.pilot.mark()
    visitor.pilot.wait_for_scene(screen="attract", after=mark, seconds=60)


@in_both_languages
def test_close_now_closes_the_screen_and_stay_open_opens_it(
    open_kiosk: OpenKiosk, tmp_path: Path, clip: Path, languages: list[str], size: Size
) -> None:
    words = {
        "en": {
            "hours": "When visitors",
            "closed": "Closed · until Saturday",
            "stays": "After that the hours are what they were.",
            "open": "Open · until 14:15",
        },
        "ar": {
            "hours": "متى يمكن للزوّار",
            "closed": "مغلق · حتى السبت",
            "stays": "بعد ذلك تعود الأوقات إلى ما كانت عليه.",
            "open": "مفتوح · حتى 14:15",
        },
    }[languages[0]]
    show = with_pin(tmp_path, clip, languages=languages, hours={"weekly": {"mon-sun": "8:00-20:00"}})
    installer = opened(open_kiosk, show, size, options=["--at", "2026-12-04 14:02"])
    visitor = installer.visitor
    installer.tap("panel:section:hours", words["hours"])
    installer.tap("do:close-now", words["closed"])
    assert installer.local()["hours"]["special"]["2026-12-04"].startswith("08:00-14:0")
    visitor.tap("panel:close", screen="after-hours")
    installer.open()
    installer.tap("panel:section:hours", words["hours"])
    installer.tap("do:stay-open", words["stays"])
    installer.tap("do:save", words["open"])
    visitor.tap("panel:close", screen="attract")
    installer.open()
    installer.tap("panel:section:hours", words["open"])
    installer.calm()
    installer.tap("do:as-usual")
    installer.wait_for_local()
