"""Tiny films in the usual formats, made where they are needed, to see whether libvlc plays them."""

from fractions import Fraction
from pathlib import Path
from typing import Final

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

SIZE: Final = (160, 90)
_FRAMES: Final = 12
_FRAMES_PER_SECOND: Final = 25
_SAMPLES_PER_SECOND: Final = 48_000

FORMATS: Final = (
    # name for people, ending, encoder of the picture and of the sound
    ("H.264 in MP4", "mp4", "libx264", "aac"),
    ("HEVC in MP4", "mp4", "libx265", "aac"),
    ("ProRes in MOV", "mov", "prores_ks", "pcm_s16le"),
    ("VP9 in WebM", "webm", "libvpx-vp9", "libopus"),
)


def make_all(folder: Path) -> dict[str, Path]:
    """A film of each format by its name; those for which there is no encoder here are left out."""
    made = {}
    for name, ending, picture, sound in FORMATS:
        if {picture, sound} <= av.codecs_available:
            file = folder / f"{picture}.{ending}"
            _make(file, picture, sound)
            made[name] = file
    return made


def _make(file: Path, picture: str, sound: str) -> None:
    options = {"x265-params": "log-level=none"} if picture == "libx265" else {}
    with av.open(str(file), "w") as film:
        images = film.add_stream(picture, _FRAMES_PER_SECOND, options=options)
        tones = film.add_stream(sound, _SAMPLES_PER_SECOND)
        assert isinstance(images, VideoStream)
        assert isinstance(tones, AudioStream)
        images.width, images.height = SIZE
        images.pix_fmt = "yuv422p10le" if picture == "prores_ks" else "yuv420p"
        tones.layout = "stereo"
        for number in range(_FRAMES):
            film.mux(images.encode(_image(number, images.pix_fmt)))
        film.mux(images.encode(None))
        film.mux(tones.encode(_silence(_FRAMES * _SAMPLES_PER_SECOND // _FRAMES_PER_SECOND)))
        film.mux(tones.encode(None))


def _image(number: int, pixels: str) -> VideoFrame:
    """Grey, each a little brighter than the one before."""
    frame = VideoFrame(*SIZE, "yuv420p")
    for plane, value in zip(frame.planes, (40 + 10 * number, 128, 128), strict=True):
        plane.update(bytes([value]) * plane.buffer_size)
    frame.pts = number
    frame.time_base = Fraction(1, _FRAMES_PER_SECOND)
    return frame if pixels == "yuv420p" else frame.reformat(format=pixels)


def _silence(samples: int) -> AudioFrame:
    frame = AudioFrame("s16", "stereo", samples)
    frame.sample_rate = _SAMPLES_PER_SECOND
    frame.pts = 0
    for plane in frame.planes:
        plane.update(bytes(plane.buffer_size))
    return frame
