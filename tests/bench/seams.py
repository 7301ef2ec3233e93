"""From the last frame of one film to the first of the next, on the screen and in the loudspeaker."""

import os
import shutil
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.tour.pilot import Pilot
from tests.bench import listening, our_kiosk
from tests.bench.film import cache_folder
from tests.bench.listening import Recording, sound_server
from tests.bench.players import Player, Playing, cvlc, mpv, wait_for_film
from tests.bench.processes import load
from tests.bench.report import Section, Verdict, median
from tests.bench.screen import Screen
from tests.bench.seam_clips import Clip, clip_file
from tests.bench.seam_count import Seams, Sound, count_seams, judge_sound
from tests.bench.watching import Watched, watch
from tests.journeys.exhibitions import write_yaml

BAR_OFF = 0.008
BAR_HOLD = 0.015
"""Seconds more than an interval that a frame inside a clip may stand: 55 ms at 25 frames a second."""
BAR_SILENCE = 0.030
BAR_APART = 0.020

COLUMNS = ("seams", "interval", "seam", "off, most", "lost", "again", "black", "held", "silence", "sound late")
"""What ``cells`` has a figure for."""

HD, SMALL = (1920, 1080), (1280, 720)


@dataclass(frozen=True, slots=True)
class Case:
    """A loop of these clips. ``heard``: with its sound on. ``over``: seconds of a crossfade, 0 for a cut."""

    name: str
    clips: Sequence[Clip]
    heard: bool = False
    over: float = 0.0

    @property
    def seconds(self) -> float:
        """From one seam to the next, on average."""
        return sum(clip.seconds for clip in self.clips) / len(self.clips) - self.over


ONE = Clip(0, frames=30)
CASES = (
    Case("one file, 25 fps", (ONE,)),
    Case("one file, 25 fps, with sound", (ONE,), heard=True),
    Case("24 fps", (Clip(0, frames=29, rate=24),)),
    Case("30 fps", (Clip(0, frames=36, rate=30),)),
    Case("50 fps, 720 lines", (Clip(0, frames=60, rate=50, size=SMALL),)),
    Case("60 fps, 720 lines", (Clip(0, frames=72, rate=60, size=SMALL),)),
    Case("two sizes and rates, with sound", (ONE, Clip(1, frames=36, rate=30, size=SMALL)), heard=True),
    Case("two codecs, one silent", (ONE, Clip(1, frames=30, size=SMALL, codec="mpeg4", sound=False)), heard=True),
    Case("0.8 s", (Clip(0, frames=20, sound=False),)),
)
QUICK_CASES = ("one file, 25 fps, with sound", "two sizes and rates, with sound")


@dataclass(frozen=True, slots=True)
class Outcome:
    """``sound`` None where none was played."""

    seams: Seams
    watched: Watched
    sound: Sound | None

    def marks(self) -> list[str]:
        """What a careful viewer could have noticed, in words; empty where there is nothing."""
        seams = self.seams
        found = []
        if any(abs(off) > BAR_OFF for off in seams.off):
            found.append(f"{sum(abs(off) > BAR_OFF for off in seams.off)} seams off by more than 8 ms")
        found += [f"{seams.lost} frames lost"] if seams.lost else []
        found += [f"{seams.again} shown again"] if seams.again else []
        found += [f"black at {self.watched.dark} looks"] if self.watched.dark else []
        found += [f"{held} held" for held in [sum(hold > BAR_HOLD for hold in seams.holds)] if held]
        if self.sound is not None:
            silent = sum(gap > BAR_SILENCE for gap in self.sound.gaps)
            apart = sum(abs(late) > BAR_APART for late in self.sound.late)
            found += [f"{silent} silences"] if silent else []
            found += [f"{len(self.sound.clicks)} clicks"] if self.sound.clicks else []
            found += [f"{apart} times apart"] if apart else []
        return found


def run(*, quick: bool = False) -> list[Section]:
    """200 seams of each kind; quickly, 20 of two kinds."""
    seams = 20 if quick else 200
    cases = [case for case in CASES if not quick or case.name in QUICK_CASES]
    return [_ours(cases, seams), _beside(20 if quick else 60)]


def _ours(cases: Sequence[Case], seams: int) -> Section:
    section = Section(
        f"Seams, {seams} of each kind",
        "The X screen is read some 700 times a second; every frame carries its number. Seam: from a clip's last frame "
        "to the next one's first. Held: the longest that a frame inside a clip stood beyond its interval. Sound: "
        "recorded from a null sink; late: of short bursts against their frames. All in ms.",
        ["loop", *COLUMNS],
    )
    for case in cases:
        if case.heard and (missing := listening.missing()):
            section.notes.append(f"{case.name} was not measured: {missing}.")
            continue
        outcome = measure(case, seams)
        section.rows.append([case.name, *cells(case.clips, outcome)])
        marks = outcome.marks()
        enough = len(outcome.seams.gaps) >= seams * 0.9
        measured = "; ".join(marks) or f"no mark at {len(outcome.seams.gaps)} seams"
        section.verdicts.append(Verdict(f"{case.name}: no mark", measured, enough and not marks))
        section.notes.append(f"{case.name}: longest blink {1000 * outcome.watched.longest_blink:.0f} ms.")
    section.notes.append(f"Load averages at the end: {load()}. A blink is the measurement itself not looking.")
    return section


def _beside(seams: int) -> Section:
    section = Section(
        f"Seams beside other players, {seams} each",
        "The same file repeated, no sound card, the same screen recording.",
        ["player", *COLUMNS],
    )
    # Not 2 s long: a virtual machine may give free memory back to its host every 2 s, then at one seam after the other.
    clip = replace(ONE, frames=42)
    outcomes = {"ours": measure(Case("ours", (clip,)), seams)}
    for player in (_cvlc(), _mpv(), _list_player()):
        if player.missing:
            section.notes.append(f"{player.name} was not measured: {player.missing}.")
            continue
        with Screen() as screen, Playing(player, clip_file(clip), screen):
            wait_for_film(screen)
            watched = watch(screen, clip.seconds * (seams + 1))
        outcomes[player.name] = Outcome(count_seams(watched.frames, (clip,)), watched, None)
    for name, outcome in outcomes.items():
        section.rows.append([name, *cells((clip,), outcome)])
        section.notes.append(f"{name}: {'; '.join(outcome.marks()) or 'no mark'}.")
    spotless = [name for name, outcome in outcomes.items() if not outcome.marks()]
    section.verdicts.append(
        Verdict("ours is the only one without a mark", ", ".join(spotless) or "none", spotless == ["ours"])
    )
    return section


def measure(case: Case, seams: int) -> Outcome:
    """Our kiosk as a screen without touch, with the case's loop."""
    with playing(case) as (screen, environment, _):
        recording = Recording(environment) if environment else None
        begun = time.monotonic()
        watched = watch(screen, case.seconds * (seams + 1))
        ended = time.monotonic()
        time.sleep(0.5)
        heard = recording.end() if recording else None
    found = count_seams(watched.frames, case.clips)
    sound = judge_sound(heard, watched.frames, case.clips, begun, ended) if heard is not None else None
    if sound is not None and not all(clip.sound for clip in case.clips):
        sound = replace(sound, gaps=[])  # a silent film is silent
    return Outcome(found, watched, sound)


@contextmanager
def playing(case: Case) -> Iterator[tuple[Screen, Mapping[str, str] | None, Pilot]]:
    """The case's loop on a screen of its own, and the environment of its sound server where it is heard."""
    with ExitStack() as stack:
        environment = stack.enter_context(sound_server() if case.heard else nullcontext())
        screen = stack.enter_context(Screen())
        pilot = stack.enter_context(our_kiosk.running_in(screen, loop_folder(case)))
        wait_for_film(screen)
        time.sleep(2 * max(1.0, case.seconds))  # both projectors have shown a clip
        yield screen, environment, pilot


def loop_folder(case: Case) -> Path:
    """An exhibition without touch that plays the case's clips."""
    folder = cache_folder() / "seams"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "media").mkdir(parents=True)
    names = []
    for clip in case.clips:
        file = clip_file(clip)
        os.link(file, folder / "media" / file.name)
        names.append(file.name)
    transition = {"transition": "crossfade", "over": f"{case.over} s"} if case.over else {}
    write_yaml(folder / "loop.yaml", {**transition, "items": [{"file": name} for name in names]})
    sound = {"loop": "100%" if case.heard else "muted", "level": "off"}
    write_yaml(
        folder / "kiosk.yaml",
        {
            "exhibition": {"title": {"en": "Seams"}},
            "languages": ["en"],
            "mode": "loop",
            "loop": "loop.yaml",
            "media": "media/",
            "sound": sound,
        },
    )
    return folder


def cells(clips: Sequence[Clip], outcome: Outcome) -> list[str]:
    seams, sound = outcome.seams, outcome.sound
    intervals = sorted({1000 / clip.rate for clip in clips}, reverse=True)
    gaps = [1000 * gap for gap in seams.gaps] or [0.0]
    off = max((abs(off) for off in seams.off), default=0.0)
    cells = [
        str(len(seams.gaps)),
        " and ".join(f"{interval:.1f}" for interval in intervals),
        f"{min(gaps):.0f} … {max(gaps):.0f}",
        f"{1000 * off:.0f}",
        str(seams.lost),
        str(seams.again),
        str(outcome.watched.dark),
        f"{1000 * max(seams.holds, default=0.0):.0f}",
    ]
    if sound is None or not sound.late:
        return [*cells, "–", "–"]
    late = [1000 * each for each in sound.late]
    silence = f"{1000 * max(sound.gaps, default=0.0):.0f}"
    return [*cells, silence, f"{min(late):.0f} … {median(late):.0f} … {max(late):.0f}"]


def _cvlc() -> Player:
    usual = cvlc()
    command = tuple("--loop" if option == "--play-and-exit" else option for option in usual.command)
    return Player("cvlc --loop", command, usual.missing)


def _mpv() -> Player:
    usual = mpv()
    command = (*usual.command[:-1], "--loop-playlist", "--prefetch-playlist", "--")
    return Player("mpv --loop-playlist --prefetch-playlist", command, usual.missing)


def _list_player() -> Player:
    script = Path(__file__).with_name("libvlc_list.py")
    return Player("libvlc's MediaListPlayer", (sys.executable, str(script)), cvlc().missing)
