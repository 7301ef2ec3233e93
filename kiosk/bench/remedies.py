"""What to do about a film that does not play, in one sentence with the exact command. Pure."""

import shlex
from pathlib import PurePath
from typing import Final

from kiosk.bench.measured import Measured
from kiosk.projection.contract import MediaFacts

FULL, HALF = 1080, 720
"""Lines of a picture, in steps in which a film is made smaller."""

_FASTEST: Final = 30.5
"""Frames a second that a slow machine still shows; of more than that every second one is left out."""
_SLACK: Final = 1.02
_DAMAGED: Final = (
    "The file is damaged, or is no film. Copy it again from where it came from; if it is no better there, have it "
    "exported anew, or save what can be read of it: "
)


def remedy_for_failure(measured: Measured) -> str:
    """For a film of which nothing, or not all, could be shown."""
    facts = measured.facts if isinstance(measured.facts, MediaFacts) else None
    return _DAMAGED + _ffmpeg(measured.stretch.name, facts, FULL, facts.frame_rate if facts else 25.0)


def remedy_for_slowness(measured: Measured) -> str:
    """For a film that this machine does not show in time: what of it is to be less."""
    facts = measured.facts
    if not isinstance(facts, MediaFacts):
        return "Look at the machine: kiosk doctor"
    lines, rate = min(facts.width, facts.height), facts.frame_rate or 25.0
    if lines <= HALF * _SLACK and rate <= _FASTEST and facts.codec == "h264":
        return "The film asks for little already: end what else runs on this machine, and look at it with kiosk doctor"
    light = lines <= FULL * _SLACK and rate <= _FASTEST and facts.codec == "h264"
    wanted = min(HALF if light else FULL, lines)
    slower = rate / 2 if rate > _FASTEST else rate
    command = _ffmpeg(measured.stretch.name, facts, wanted, slower)
    return f"Re-encode it to {wanted}p{_rate(slower)} H.264, and name the new file in the playlist: {command}"


def remedy_for_waiting(measured: Measured) -> str:
    """For a film that plays well once it is there, but does not come at once."""
    facts = measured.facts if isinstance(measured.facts, MediaFacts) else None
    lines = min(FULL, facts.width, facts.height) if facts else FULL
    command = _ffmpeg(measured.stretch.name, facts, lines, facts.frame_rate if facts else 25.0)
    return f"Keep the films on an internal disk, or re-encode this one with a whole frame every two seconds: {command}"


def _ffmpeg(name: str, facts: MediaFacts | None, lines: int, rate: float) -> str:
    """The command, to be given in the media folder. The shorter side of the picture gets ``lines`` pixels, or one less:
    x264 takes no odd number of them."""
    lines -= lines % 2
    path = PurePath(name)
    out = path.with_name(f"{path.stem}-{lines}p{_rate(rate)}.mp4")
    size = f"{lines}:-2" if facts and facts.shape < 1 else f"-2:{lines}"
    words = ["ffmpeg", "-i", name, "-map", "0:v:0", "-vf", f"scale={size},fps={_rate(rate)},format=yuv420p"]
    words += ["-c:v", "libx264", "-preset", "slow", "-crf", "18", "-g", "50"]
    words += ["-map", "0:a?", "-c:a", "aac", "-b:a", "192k", "-ac", "2", "-movflags", "+faststart", out.as_posix()]
    return shlex.join(words)


def _rate(rate: float) -> str:
    """``25``, ``29.97``, ``23.976``"""
    return f"{rate or 25.0:.3f}".rstrip("0").rstrip(".")
