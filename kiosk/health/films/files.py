"""What is wrong with a film's file, whichever stretch of it is played."""

from collections.abc import Iterator
from typing import Final

from kiosk.health.contents.found import Found
from kiosk.projection.inspection import FilmFacts, Inspection

USUAL: Final = frozenset(
    {"h264", "hevc", "av1", "vp8", "vp9", "mpeg1video", "mpeg2video", "mpeg4", "theora", "vc1", "wmv3", "flv1", "h263"}
)
"""Codecs that films are played from."""
UNPLAYABLE: Final = frozenset({"vvc", "evc", "lcevc", "apv"})
"""What FFmpeg decodes and VLC 3.0 does not."""
_PLAIN: Final = frozenset({"yuv420p", "yuvj420p"})
_SLOWEST, _FASTEST = 15.0, 61.0
_LARGEST: Final = 3840 * 2160
_SMALLEST: Final = 640
"""Pixels of the longer side."""
_MOST_CHANNELS: Final = 2
_SPARE: Final = 1.1
"""A picture that is larger than the screen by so little costs next to nothing."""


def file_findings(inspection: Inspection, screen: tuple[int, int] | None) -> Iterator[Found]:
    """``screen``: its pixels, as it hangs, where they are known."""
    facts = inspection.facts
    yield from _coding(facts)
    yield from _size(facts, screen)
    if inspection.watched.interlaced:
        yield Found("film-interlaced", "is interlaced: edges that move look like combs, or are made softer.")
    if inspection.watched.varies:
        yield Found(
            "film-rate-varies", "has a frame rate that varies, as films from telephones do: movement is uneven."
        )
    elif facts.rate and not _SLOWEST <= facts.rate <= _FASTEST:
        yield Found("film-rate", f"has {facts.rate:.4g} frames a second.")
    if facts.channels > _MOST_CHANNELS:
        channels = f"{facts.channels} channels of sound ({facts.layout})"
        yield Found("sound-surround", f"has {channels}. The kiosk mixes them down to two.")
    if facts.sound_tracks > 1:
        yield Found("sound-tracks", f"has {facts.sound_tracks} sound tracks. The first one is played.")


def _coding(facts: FilmFacts) -> Iterator[Found]:
    if facts.codec in UNPLAYABLE:
        yield Found("film-codec", f"is coded in {facts.codec}, which the kiosk's player cannot decode.", "problem")
    elif facts.codec not in USUAL:
        yield Found("film-codec", f"is coded in {facts.codec}, which is not made for playing films.")
    if facts.hdr:
        yield Found("film-hdr", f"is made for HDR screens ({facts.hdr}): here its colours look pale.")
    elif facts.codec in USUAL and facts.pixels not in _PLAIN:
        yield Found("film-colours", f"has an unusual format of pixels ({facts.pixels}), which takes more work.")


def _size(facts: FilmFacts, screen: tuple[int, int] | None) -> Iterator[Found]:
    width, height = facts.width, facts.height
    size = f"{width}×{height}"
    if facts.rotation:
        yield Found("film-turned", f"is stored lying and turned by {facts.rotation}° by a note in the file.")
    if facts.rotation in (90, 270):
        width, height = height, width
    if max(width, height) < _SMALLEST:
        yield Found("film-small", f"has only {size} pixels: it is soft on a large screen.")
    if screen and min(width / screen[0], height / screen[1]) > _SPARE:
        yield Found("film-large", f"has {size} pixels, more than the screen's {screen[0]}×{screen[1]}.")
    elif not screen and width * height > _LARGEST:
        yield Found("film-large", f"has {size} pixels, more than most screens.")
