"""Decodes a stretch of a film from end to end, and tells what it looks like."""

import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

import av
from av.container import InputContainer
from av.stream import Discard
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from kiosk.projection.child.film_facts import rate_of
from kiosk.projection.child.picture_watch import PictureWatch
from kiosk.projection.child.probe import OPTIONS, Unreadable, picture_of
from kiosk.projection.inspection import SPEED_SECONDS, Watched

_SAME: Final = 0.2
_SAME_SECONDS: Final = 0.003
"""Intervals that differ by a fifth of the usual one, and by more than the roughest time stamps, are others."""
_FEW: Final = 0.02
"""So many of all intervals may differ where a frame is missing now and then."""
_TICKS: Final = 10_000
_USUAL_INTERVAL: Final = 0.04
_TOLD_EVERY: Final = 10
_ONE_PART_SECONDS: Final = 1.0
"""What is damaged within that of the last damage is the same part: the pictures after it are made of it."""


def watched_stretch(file: str, start: float, end: float | None, progress: Callable[[float], None]) -> Watched:
    """What the picture is like from ``start`` to ``end`` seconds. ``progress`` is told the second it has come to.

    Decoded on one thread: other stretches are watched by other processes at the same time. Unreadable if the file
    cannot be opened.
    """
    try:
        with av.open(f"file:{file}", mode="r", **OPTIONS) as container:
            return _Reading(container, picture_of(container)).watched(start, end, progress)
    except (av.FFmpegError, OSError, ValueError) as error:
        raise Unreadable("is not a film, or is damaged") from error


@dataclass(slots=True)
class _Reading:
    """``intervals`` between frames by their length in ticks; ``weights``: bytes by the second of the film."""

    container: InputContainer
    stream: VideoStream
    watch: PictureWatch = field(default_factory=PictureWatch)
    intervals: Counter[int] = field(default_factory=Counter)
    weights: Counter[int] = field(default_factory=Counter)
    interlaced: int = 0
    damaged: int = 0
    damaged_at: float = 0.0
    damaged_until: float = -math.inf

    def watched(self, start: float, end: float | None, progress: Callable[[float], None]) -> Watched:
        last = None
        for frame, at in self._frames(start):
            if end is not None and at >= end:
                break
            if at < start:
                continue
            if last is not None:
                self.intervals[round(max(0.0, at - last) * _TICKS)] += 1
            last = at
            self.interlaced += frame.interlaced_frame
            self.watch.see(frame, at)
            if self.watch.frames % _TOLD_EVERY == 0:
                progress(at)
        return self._result(start)

    def _frames(self, start: float) -> Iterator[tuple[VideoFrame, float]]:
        """Every frame that can be decoded, with its second of the file; from the whole frame before ``start``."""
        self.stream.thread_type = "AUTO"
        self.stream.codec_context.thread_count = 1
        for other in self.container.streams:
            if other is not self.stream:
                other.discard = Discard.all
        begin = (self.container.start_time or 0) / av.time_base
        if start > 0.0:
            self.container.seek(round((begin + start) * av.time_base))
        at = start
        for packet in self.container.demux(self.stream):
            moment = at
            if packet.pts is not None and packet.time_base:
                moment = float(packet.pts * packet.time_base) - begin
                self.weights[math.floor(moment)] += packet.size
            try:
                frames = packet.decode()
            except av.InvalidDataError:
                self._is_damaged(moment, start)
                continue
            if packet.is_corrupt:
                self._is_damaged(moment, start)
            for frame in frames:
                at = at if frame.time is None else frame.time - begin
                if frame.is_corrupt:
                    self._is_damaged(at, start)
                yield frame, at

    def _is_damaged(self, at: float, start: float) -> None:
        """Count a part once, and none that ends before the in point."""
        if at < start:
            return
        if at > self.damaged_until + _ONE_PART_SECONDS:
            self.damaged_at = self.damaged_at if self.damaged else at
            self.damaged += 1
        self.damaged_until = max(self.damaged_until, at)

    def _result(self, start: float) -> Watched:
        watch, interval = self.watch, self._interval()
        first, last = watch.first, watch.last + interval
        black_until = last if watch.black_until is None else watch.black_until
        still_until = last if watch.still_until is None else watch.still_until
        general, red = watch.flashes.general, watch.flashes.red
        return Watched(
            frames=watch.frames,
            first=_rounded(first),
            last=_rounded(last) if watch.frames else 0.0,
            varies=self._varies(),
            interlaced=self.interlaced * 2 > watch.frames,
            damaged=self.damaged,
            damaged_at=_rounded(self.damaged_at),
            black_start=_rounded(black_until - first),
            black_end=0.0 if watch.black_from is None else _rounded(last - watch.black_from),
            fades_in=not watch.cut_from_black,
            fades_out=not watch.cut_to_black,
            still_start=_rounded(still_until - first),
            still_end=_rounded(last - watch.still_from),
            seam=round(watch.seam, 2),
            flashes=general.flashes,
            flashes_at=_rounded(general.at),
            red_flashes=red.flashes,
            red_flashes_at=_rounded(red.at),
            heaviest=self._heaviest(start),
        )

    def _interval(self) -> float:
        """The usual one, in seconds."""
        if not self.intervals:
            rate = rate_of(self.stream)
            return 1 / rate if rate else _USUAL_INTERVAL
        half, seen = self.intervals.total() / 2, 0
        for ticks in sorted(self.intervals):
            seen += self.intervals[ticks]
            if seen >= half:
                return ticks / _TICKS
        return 0.0

    def _varies(self) -> bool:
        usual = self._interval()
        near = max(_SAME * usual, _SAME_SECONDS)
        others = sum(count for ticks, count in self.intervals.items() if abs(ticks / _TICKS - usual) > near)
        return others >= 2 and others > _FEW * self.intervals.total()

    def _heaviest(self, start: float) -> float:
        """The second from which on there is the most data within as long as speed is measured."""
        span = range(round(SPEED_SECONDS))
        sums = {second: sum(self.weights.get(second + more, 0) for more in span) for second in self.weights}
        return max(0.0, float(max(sums, key=lambda second: sums[second], default=start)))


def _rounded(seconds: float) -> float:
    return round(seconds, 3)
