"""What the pictures of a stretch look like: black, standing still, flashing, alike at both ends."""

from operator import sub
from typing import Final

from av.video.frame import VideoFrame
from av.video.reformatter import VideoReformatter

from kiosk.projection.child.flashes import COLUMNS, ROWS, FlashCounter, Planes

_BLACK: Final = 25
"""Of 255: a cell that is nowhere lighter than a tenth is black, as for FFmpeg's blackdetect."""
_FADED: Final = 80
"""A picture that is nowhere lighter than this beside a black one is part of a fade."""
_FINE: Final = (160, 90)
_STILL: Final = 0.001 * 255
"""Mean difference of two pictures of 160 × 90 that stand still, as for FFmpeg's freezedetect (-60 dB)."""
_SOME: Final = 7
_PLAINLY: Final = 4
"""Where every seventh pixel is four times as far off on average, the others need not be looked at."""
_ROUGHLY_STILL: Final = 2
"""Difference of a cell above which there is no need to look closer."""


class PictureWatch:
    """See every frame of a stretch in its order. Times are seconds of the file.

    ``black_until``, ``still_until``: when the first picture came that is not black, or other than the first; None if
    none did. ``black_from``, ``still_from``: since when it has been so. ``cut_from_black``, ``cut_to_black``: without
    a fade. ``first``, ``last``: the times of these frames.
    """

    def __init__(self) -> None:
        self.flashes = FlashCounter()
        self.frames = 0
        self.first = self.last = 0.0
        self.black_until: float | None = None
        self.black_from: float | None = None
        self.cut_from_black = self.cut_to_black = False
        self.still_until: float | None = None
        self.still_from = 0.0
        self._light = 0
        self._scaler = VideoReformatter()
        self._fine_scaler = VideoReformatter()
        self._first: Planes | None = None
        self._last: Planes | None = None
        self._reference: tuple[Planes, VideoFrame] | None = None
        self._fine: bytes | None = None

    @property
    def seam(self) -> float:
        """Mean difference of the last picture and the first, 0 to 255."""
        if self._first is None or self._last is None:
            return 0.0
        return sum(_difference(*each) for each in zip(self._first, self._last, strict=True)) / 3

    def see(self, frame: VideoFrame, at: float) -> None:
        """``frame`` is not changed, and kept for as long as others stand still like it."""
        planes = _planes(self._scaler.reformat(frame, COLUMNS, ROWS, "gbrp", interpolation="AREA", threads=1))
        if self._first is None:
            self._first, self.first, self.still_from = planes, at, at
        self.frames += 1
        self._last, self.last = planes, at
        self.flashes.see(planes, at)
        self._look_for_black(planes, at)
        self._look_for_stillness(planes, frame, at)

    def _look_for_black(self, planes: Planes, at: float) -> None:
        light = max(map(max, planes))
        if light > _BLACK:
            self.black_from = None
            if self.black_until is None:
                self.black_until, self.cut_from_black = at, light > _FADED
        elif self.black_from is None:
            self.black_from, self.cut_to_black = at, self._light > _FADED
        self._light = light

    def _look_for_stillness(self, planes: Planes, frame: VideoFrame, at: float) -> None:
        if self._reference is not None and self._is_still(planes, frame):
            return
        if self._reference is not None and self.still_until is None:
            self.still_until = at
        self._reference, self._fine, self.still_from = (planes, frame), None, at

    def _is_still(self, planes: Planes, frame: VideoFrame) -> bool:
        assert self._reference is not None
        before, reference = self._reference
        if any(_farthest(*each) > _ROUGHLY_STILL for each in zip(before, planes, strict=True)):
            return False
        if self._fine is None:
            self._fine = self._look_closer(reference)
        fine = self._look_closer(frame)
        if _difference(self._fine[::_SOME], fine[::_SOME]) > _PLAINLY * _STILL:
            return False
        return _difference(self._fine, fine) <= _STILL

    def _look_closer(self, frame: VideoFrame) -> bytes:
        width, height = _FINE
        small = self._fine_scaler.reformat(frame, width, height, "gray", interpolation="AREA", threads=1)
        return _without_gaps(small, 0, width)


def _planes(small: VideoFrame) -> Planes:
    """FFmpeg's planar RGB has them in this order: green, blue, red."""
    return _without_gaps(small, 0, COLUMNS), _without_gaps(small, 1, COLUMNS), _without_gaps(small, 2, COLUMNS)


def _without_gaps(frame: VideoFrame, plane: int, width: int) -> bytes:
    data, line = bytes(frame.planes[plane]), frame.planes[plane].line_size
    if line == width:
        return data
    return b"".join(data[row * line : row * line + width] for row in range(frame.height))


def _farthest(one: bytes, other: bytes) -> int:
    return 0 if one == other else max(map(abs, map(sub, one, other)))


def _difference(one: bytes, other: bytes) -> float:
    return 0.0 if one == other else sum(map(abs, map(sub, one, other))) / len(one)
