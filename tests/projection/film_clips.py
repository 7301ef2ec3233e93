"""Small films for tests, made with PyAV: frames that carry their number, colours, shapes and damages."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

BITS = 12
Colour = tuple[int, int, int]
"""Y, Cb, Cr."""


@dataclass(frozen=True)
class ClipPlan:
    """What a clip is made of. ``gop`` frames from one whole frame to the next; ``colours``: stripes, else numbers.

    ``loud``: the tone's amplitude.
    """

    width: int = 320
    height: int = 180
    frames: int = 75
    rate: int = 25
    gop: int = 30
    sound: bool = True
    loud: float = 0.2
    picture: bool = True
    codec: str = "libx264"
    pixels: str = "yuv420p"
    aspect: tuple[int, int] | None = None
    colours: Sequence[Colour] = ()
    full_range: bool = False
    colourspace: int | None = None


def make_clip(path: Path, plan: ClipPlan) -> Path:
    """Write the clip; its container follows the name's ending."""
    with av.open(str(path), "w") as container:
        video = _video_stream(container, plan) if plan.picture else None
        sound = container.add_stream("aac", rate=48000, layout="stereo") if plan.sound else None
        if video is not None:
            for number in range(plan.frames):
                container.mux(video.encode(_frame(plan, number)))
            container.mux(video.encode(None))
        if sound is not None:
            for start in range(0, plan.frames * 48000 // plan.rate, 1024):
                container.mux(sound.encode(_tone(start, plan.loud)))
            container.mux(sound.encode(None))
    return path


def _video_stream(container: av.container.OutputContainer, plan: ClipPlan) -> av.VideoStream:
    video = container.add_stream(plan.codec, rate=plan.rate)
    video.width, video.height, video.pix_fmt = plan.width, plan.height, plan.pixels
    video.gop_size = plan.gop
    if plan.codec == "libx264":
        video.options = {"preset": "veryfast", "qp": "0" if plan.colours else "18", "bf": "3"}
    if plan.aspect:
        video.codec_context.sample_aspect_ratio = Fraction(*plan.aspect)
    if plan.colourspace is not None:
        video.codec_context.colorspace = plan.colourspace
        video.codec_context.color_range = 2 if plan.full_range else 1
    return video


def _frame(plan: ClipPlan, number: int) -> av.VideoFrame:
    frame = av.VideoFrame(plan.width, plan.height, plan.pixels)
    frame.pts, frame.time_base = number, Fraction(1, plan.rate)
    if plan.colourspace is not None:
        frame.colorspace, frame.color_range = plan.colourspace, 2 if plan.full_range else 1
    for index, plane in enumerate(frame.planes):
        divisor = 1 if index == 0 else 2
        width, height = plan.width // divisor, plan.height // divisor
        values = _stripes(plan, index, width, height) if plan.colours else _numbered(number, index, width, height)
        pixels = np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)
        pixels[:height, :width] = values
    return frame


def _numbered(number: int, plane: int, width: int, height: int) -> NDArray[np.uint8]:
    values = np.full((height, width), 128 if plane else 100, np.uint8)
    if plane == 0:
        for bit in range(BITS):
            values[: height // 4, width * bit // BITS : width * (bit + 1) // BITS] = 220 if number >> bit & 1 else 30
    return values


def _stripes(plan: ClipPlan, plane: int, width: int, height: int) -> NDArray[np.uint8]:
    values = np.zeros((height, width), np.uint8)
    count = len(plan.colours)
    for index, colour in enumerate(plan.colours):
        values[:, width * index // count : width * (index + 1) // count] = colour[plane]
    return values


def _tone(start: int, loud: float) -> av.AudioFrame:
    wave = (np.sin(2 * np.pi * 440 * (start + np.arange(1024)) / 48000) * loud).astype(np.float32)
    frame = av.AudioFrame.from_ndarray(np.stack([wave, wave]), format="fltp", layout="stereo")
    frame.sample_rate, frame.pts = 48000, start
    return frame


def turn_clip(path: Path, degrees: int) -> None:
    """Write a rotation (90, 180, 270 degrees clockwise) into the track header of an MP4, as telephones do."""
    one = 0x10000
    a, b, c, d = {90: (0, one, -one, 0), 180: (-one, 0, 0, -one), 270: (0, -one, one, 0)}[degrees]
    matrix = b"".join(value.to_bytes(4, "big", signed=True) for value in (a, b, 0, c, d, 0, 0, 0, 0x40000000))
    content = bytearray(path.read_bytes())
    header = content.index(b"tkhd")
    content[header + 44 : header + 80] = matrix
    path.write_bytes(content)
