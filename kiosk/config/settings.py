"""From ``kiosk.yaml`` and ``kiosk.local.yaml`` to the settings of the exhibition."""

from typing import Any, cast

from kiosk.config.checking import check
from kiosk.config.loops import LoopReader
from kiosk.config.media_folder import MediaFolder
from kiosk.config.models.kiosk import (
    HoursPart,
    IdlePart,
    KioskFile,
    RunPart,
    ScreenPart,
    SoundPart,
    WhenClosedPart,
)
from kiosk.config.moments import parse_weekdays
from kiosk.config.notebook import Notebook
from kiosk.config.reader import read_fields
from kiosk.config.tree import Fields, find, laid_over
from kiosk.exhibition.closing import AS_USUAL, Closing
from kiosk.exhibition.exhibition import Idle, Screen, Sound
from kiosk.exhibition.hours import ALWAYS_OPEN, Hours
from kiosk.exhibition.level import USUAL_LUFS, Level
from kiosk.exhibition.loop import NO_LOOP
from kiosk.exhibition.when import DAYS

KIOSK_FILE = "kiosk.yaml"
LOCAL_FILE = "kiosk.local.yaml"


def read_kiosk_file(notebook: Notebook) -> tuple[KioskFile, Fields] | None:
    """What both files say together, with the places of each value; None if there is no ``kiosk.yaml`` to be read."""
    reading = read_fields(notebook.opened(KIOSK_FILE), KIOSK_FILE, otherwise="")
    notebook.extend(reading.problems)
    if reading.root is None:
        return None
    root = reading.root
    no_media = MediaFolder(notebook.folder)  # nothing in these files comes from there
    local = _local(notebook, no_media)
    if local is not None:
        merged = laid_over(root, local)
        assert isinstance(merged, Fields)
        root = merged
    checked = check(KioskFile, root, no_media)
    notebook.extend(checked.problems)
    return checked.model, root


def _local(notebook: Notebook, media: MediaFolder) -> Fields | None:
    path = notebook.opened(LOCAL_FILE)
    if not path.exists():
        return None
    reading = read_fields(path, LOCAL_FILE, otherwise=f"What {KIOSK_FILE} says is used.")
    notebook.extend(reading.problems)
    if reading.root is None:
        return None
    notebook.extend(check(KioskFile, reading.root, media, fallback=f"What {KIOSK_FILE} says is used.").problems)
    return reading.root


def screen_of(part: ScreenPart) -> Screen:
    """``screen:``"""
    return Screen(
        fullscreen=part.fullscreen,
        size=part.size,
        display=part.display,
        rotate=cast(Any, part.rotate),
        inches=part.inches,
        accent=part.accent,
        reduce_motion=part.reduce_motion,
        reach=part.reach,
    )


def sound_of(part: SoundPart, root: Fields, notebook: Notebook) -> Sound:
    """``sound:``; a visit never starts louder than visitors may choose."""
    volume = part.volume
    if volume > part.max_volume:
        notebook.note(
            root,
            ("sound", "volume"),
            f"must not be above max_volume, {part.max_volume}, not {volume}. {part.max_volume} is used.",
        )
        volume = part.max_volume
    hours = tuple((when, level) for when, level in part.level.items() if when is not None)
    return Sound(part.device, volume, part.max_volume, part.loop, Level(part.level.get(None, USUAL_LUFS), hours))


def idle_of(part: IdlePart) -> Idle:
    """``idle:``"""
    return Idle(part.browse, part.reading, part.warning)


def hours_of(part: HoursPart | None, root: Fields, notebook: Notebook) -> Hours:
    """``hours:``; without them the exhibition is always open."""
    if part is None:
        return ALWAYS_OPEN
    _note_days_twice(root, notebook)
    weekly = {day: spans for days, spans in part.weekly.items() for day in days}
    return Hours(weekly, dict(part.special), part.timezone)


def closing_of(part: HoursPart | None, root: Fields, loops: LoopReader) -> Closing:
    """``hours.when_closed`` and the notice before it. ``loops`` reads the loop that is shown then, if one is named."""
    if part is None:
        return AS_USUAL
    closed = part.when_closed or WhenClosedPart.model_construct()
    screen: Any = closed.screen
    loop = None
    if screen not in ("black", "off"):
        loop = loops.read(screen, root, ("hours", "when_closed", "screen"), "The screen is black then.")
        screen = "loop" if loop else "black"
    run = closed.run or RunPart.model_construct()
    return Closing(part.closing_notice, screen, loop or NO_LOOP, tuple(run.close), tuple(run.open))


def _note_days_twice(root: Fields, notebook: Notebook) -> None:
    weekly = find(root, ("hours", "weekly"))
    seen: set[int] = set()
    for name in weekly.entries if isinstance(weekly, Fields) else ():
        days = parse_weekdays(name)
        twice = ", ".join(DAYS[day] for day in days if day in seen)
        if twice:
            way = ("hours", "weekly", name)
            notebook.note(root, way, f"{twice} had hours before. These are used.", of_key=True)
        seen.update(days)
