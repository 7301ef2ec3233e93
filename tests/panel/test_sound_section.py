"""The section Sound."""

from dataclasses import replace

import pytest

from kiosk.exhibition.exhibition import Sound
from kiosk.exhibition.level import Level
from kiosk.exhibition.when import parse_when
from kiosk.panel.controls import Choice, Disc, Paragraph, Row
from kiosk.panel.effects import Put, Work, Write
from kiosk.panel.events import Answered
from kiosk.panel.sections.sound import Device, Played
from kiosk.panel.words import Say
from tests.panel.builders import NOWHERE, Walk

HDMI = Device("hdmi-stereo", "Digital Stereo (HDMI)")


def sound(**settings: object) -> Walk:
    return Walk(exhibition=replace(NOWHERE, sound=replace(Sound(), **settings))).inside("sound")  # type: ignore[arg-type]


def put(key: str, value: str | int) -> Write:
    return Write((Put(("sound", key), value),))


def test_devices_are_looked_for_when_it_is_opened() -> None:
    walk = Walk().inside("hours")
    assert walk.tap("panel:section:sound").done == [Work("sound-devices")]


@pytest.mark.parametrize(
    ("settings", "target", "expected"),
    [
        ({}, "step:volume:more", [put("volume", 75)]),
        ({}, "step:volume:less", [put("volume", 65)]),
        ({"volume": 88}, "step:volume:more", [put("volume", 90)]),
        ({"volume": 90}, "step:volume:more", []),
        ({"volume": 0}, "step:volume:less", []),
        ({}, "step:max_volume:more", [put("max_volume", 95)]),
        ({"max_volume": 100}, "step:max_volume:more", []),
        (
            {"volume": 88},
            "step:max_volume:less",
            [Write((Put(("sound", "max_volume"), 85), Put(("sound", "volume"), 85)))],
        ),
        ({}, "step:loop:more", [put("loop", "5")]),
        ({}, "step:loop:less", []),
        ({"loop": 5}, "step:loop:less", [put("loop", "muted")]),
        ({}, "step:level:less", [put("level", "-24 LUFS")]),
        ({}, "step:level:more", [put("level", "-22 LUFS")]),
        ({"level": Level(None)}, "step:level:more", [put("level", "-23 LUFS")]),
        ({"level": Level(-40.0)}, "step:level:less", [put("level", "off")]),
        ({"level": Level(hours=((parse_when("fri"), -33.0),))}, "step:level:less", []),
        ({}, "do:device:auto", [put("device", "auto")]),
        ({}, "do:tone", [Work("tone", {"device": "auto", "volume": 70})]),
    ],
)
def test_what_a_tap_does(settings: dict[str, object], target: str, expected: list[object]) -> None:
    assert sound(**settings).tap(target).done == expected


def test_taps_count_on_from_each_other_before_the_exhibition_says_so() -> None:
    assert sound().tap("step:volume:more", "step:volume:more", "step:volume:less").done == [
        put("volume", 75),
        put("volume", 80),
        put("volume", 75),
    ]


def choice(walk: Walk) -> dict[str, bool]:
    assert walk.sight.leaf is not None
    (found,) = (each for each in walk.sight.leaf.blocks if isinstance(each, Choice))
    return {each.name: each.chosen for each in found.options}


def paragraphs(walk: Walk) -> list[object]:
    assert walk.sight.leaf is not None
    return [each.words for each in walk.sight.leaf.blocks if isinstance(each, Paragraph)]


def test_the_devices_that_were_found_can_be_chosen() -> None:
    walk = sound().happen(Answered("sound-devices", (HDMI,)))
    assert choice(walk) == {"device:auto": True, "device:hdmi-stereo": False}
    walk.tap("do:device:hdmi-stereo")
    assert walk.done == [put("device", "hdmi-stereo")]
    assert choice(walk) == {"device:auto": False, "device:hdmi-stereo": True}
    assert paragraphs(walk) == []


def test_a_device_that_is_not_there_is_told() -> None:
    walk = sound(device="gone").happen(Answered("sound-devices", (HDMI,)))
    assert choice(walk) == {"device:auto": False, "device:hdmi-stereo": False, "device:gone": True}
    assert paragraphs(walk) == [Say("panel.sound.missing")]
    assert paragraphs(sound().happen(Answered("sound-devices", ()))) == [Say("panel.sound.none")]


def tone(walk: Walk) -> Row:
    assert walk.sight.leaf is not None
    return next(
        each for each in walk.sight.leaf.blocks if isinstance(each, Row) and each.title == Say("panel.sound.tone")
    )


def test_one_tone_at_a_time_and_what_came_of_it() -> None:
    walk = sound()
    assert tone(walk).lines == (Say("panel.sound.sides"),)
    walk.tap("do:tone", "do:tone")
    assert walk.done == [Work("tone", {"device": "auto", "volume": 70})]
    assert (tone(walk).lines, tone(walk).trailing) == ((Say("panel.sound.playing"),), (Disc("tone", "play", ()),))
    walk.happen(Answered("tone", Played(played=True)))
    assert (tone(walk).lines, tone(walk).problem) == ((Say("panel.sound.heard"),), None)
    walk.happen(Answered("tone", Played(played=False)))
    assert (tone(walk).lines, tone(walk).problem) == ((), Say("panel.sound.silent"))
