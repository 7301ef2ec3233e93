"""Faults of films, each planted into a clip of two or three seconds, and the code under which it is to be found."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

from tests.projection.film_clips import turn_clip

Picture = NDArray[np.uint8]
RATE = 25
SIZE = (640, 360)


def moving(number: int, frames: int) -> Picture:
    """Bright bars that go round once while the clip runs, so that the last picture leads to the first."""
    columns = np.arange(SIZE[0])
    wave = 120 + 60 * np.sin(2 * np.pi * (columns / 160 + number / frames))
    return np.repeat(np.tile(wave, (SIZE[1], 1))[:, :, None], 3, axis=2).astype(np.uint8)


def level(value: int) -> Picture:
    return np.full((SIZE[1], SIZE[0], 3), value, np.uint8)


def red(value: int) -> Picture:
    picture = level(0)
    picture[:, :, 0] = value
    return picture


def sine(samples: NDArray[np.float64]) -> NDArray[np.float64]:
    """Two channels of 440 Hz at -20 dBFS."""
    return np.stack([0.1 * np.sin(2 * np.pi * 440 * samples / 48_000)] * 2)


@dataclass(frozen=True)
class Clip:
    """How a clip is made. ``picture`` of a frame's number and how many there are; ``sound`` of samples' numbers, None
    for no track. ``times``: of each frame, in frames; ``afterwards``: what is done to the file."""

    frames: int = 50
    picture: Callable[[int, int], Picture] = moving
    sound: Callable[[NDArray[np.float64]], NDArray[np.float64]] | None = sine
    rate: int = RATE
    codec: str = "libx264"
    pixels: str = "yuv420p"
    size: tuple[int, int] = SIZE
    options: dict[str, str] = field(default_factory=dict)
    layout: str = "stereo"
    sound_codec: str = "aac"
    sound_tracks: int = 1
    transfer: int | None = None
    ending: str = ".mp4"
    index_in_front: bool = False
    times: Callable[[int], int] = int
    afterwards: Callable[[Path], object] = Path.stat


def make(path: Path, clip: Clip) -> Path:
    path = path.with_suffix(clip.ending)
    options = {"movflags": "faststart"} if clip.index_in_front else {}
    with av.open(str(path), "w", options=options) as out:
        video = _video(out, clip)
        tracks = [
            out.add_stream(clip.sound_codec, rate=48_000, layout=clip.layout)
            for _ in range(clip.sound_tracks if clip.sound else 0)
        ]
        for number in range(clip.frames):
            frame = av.VideoFrame.from_ndarray(clip.picture(number, clip.frames), "rgb24")
            frame = frame.reformat(*clip.size, format=clip.pixels, dst_colorspace="ITU709")
            frame.pts, frame.time_base = clip.times(number), Fraction(1, clip.rate)
            out.mux(video.encode(frame))
        out.mux(video.encode(None))
        for track in tracks:
            _write_sound(out, track, clip)
    clip.afterwards(path)
    return path


def _video(out: Any, clip: Clip) -> Any:
    video = out.add_stream(clip.codec, rate=clip.rate)
    video.width, video.height, video.pix_fmt, video.gop_size = *clip.size, clip.pixels, 12
    video.codec_context.colorspace = 1
    if clip.transfer:
        video.codec_context.color_trc = clip.transfer
    video.options = {"preset": "ultrafast", "crf": "18", **clip.options} if clip.codec == "libx264" else clip.options
    return video


def _write_sound(out: Any, track: Any, clip: Clip) -> None:
    assert clip.sound is not None
    size, last = 1024, clip.frames * 48_000 // clip.rate
    kind = "fltp" if clip.sound_codec in ("aac", "ac3") else "s16"
    for start in range(0, last, size):
        wave = clip.sound(np.arange(start, min(start + size, last), dtype=np.float64))
        if kind == "s16":
            wave = (np.clip(wave, -1, 1) * 32767).astype(np.int16).T.reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(
            np.ascontiguousarray(wave if kind == "s16" else wave.astype(np.float32)), kind, clip.layout
        )
        frame.sample_rate, frame.pts, frame.time_base = 48_000, start, Fraction(1, 48_000)
        out.mux(track.encode(frame))
    out.mux(track.encode(None))


def _from(first: int, last: int, picture: Callable[[int, int], Picture]) -> Callable[[int, int], Picture]:
    """The moving bars, with another picture from one frame to before another."""
    return lambda number, frames: picture(number, frames) if first <= number < last else moving(number, frames)


def _flashing(frames_each: int, dark: Picture, bright: Picture) -> Callable[[int, int], Picture]:
    return lambda number, _: bright if number // frames_each % 2 else dark


def _cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _scratched(path: Path) -> None:
    """Noise over a part of the data, as of a disc that begins to fail."""
    content = bytearray(path.read_bytes())
    start = content.index(b"mdat") + len(content) // 3
    content[start : start + 6000] = np.random.default_rng(1).integers(0, 256, 6000, np.uint8).tobytes()
    path.write_bytes(bytes(content))


CLEAN = Clip()
QUIET_SIDE = np.array([[1.0], [0.0]])
FAULTS: dict[str, tuple[Clip, set[str]]] = {
    "no film at all": (replace(CLEAN, afterwards=lambda path: path.write_text("not a film")), {"film-unreadable"}),
    "empty": (replace(CLEAN, afterwards=lambda path: path.write_bytes(b"")), {"film-unreadable"}),
    "index at the end, copied by half": (replace(CLEAN, afterwards=_cut_in_half), {"film-unreadable"}),
    "index in front, copied by half": (
        replace(CLEAN, frames=125, index_in_front=True, afterwards=_cut_in_half),
        {"film-cut-off"},
    ),
    "scratched": (replace(CLEAN, frames=75, afterwards=_scratched), {"film-damaged"}),
    "more frames than any machine decodes": (
        replace(CLEAN, frames=600, rate=90_000, size=(320, 180), sound=None),
        {"film-too-slow", "film-rate", "film-small", "sound-none"},
    ),
    "codec of an old game": (replace(CLEAN, codec="cinepak", pixels="rgb24", ending=".mov", frames=10), {"film-codec"}),
    "codec of the cutting room": (
        replace(CLEAN, codec="prores_ks", pixels="yuv422p10le", ending=".mov"),
        {"film-codec"},
    ),
    "4:4:4": (replace(CLEAN, pixels="yuv444p"), {"film-colours"}),
    "10 bits": (replace(CLEAN, pixels="yuv420p10le"), {"film-colours"}),
    "HDR by PQ": (replace(CLEAN, pixels="yuv420p10le", transfer=16), {"film-hdr"}),
    "HDR by HLG": (replace(CLEAN, pixels="yuv420p10le", transfer=18), {"film-hdr"}),
    "telephone held upright": (replace(CLEAN, afterwards=lambda path: turn_clip(path, 90)), {"film-turned"}),
    "telephone upside down": (replace(CLEAN, afterwards=lambda path: turn_clip(path, 180)), {"film-turned"}),
    "interlaced": (replace(CLEAN, options={"x264-params": "tff=1"}), {"film-interlaced"}),
    "120 frames a second": (replace(CLEAN, rate=120, frames=240), {"film-rate"}),
    "12 frames a second": (replace(CLEAN, rate=12, frames=24), {"film-rate"}),
    "rate that varies": (replace(CLEAN, times=lambda number: number + number // 3), {"film-rate-varies"}),
    "picture as large as a stamp": (replace(CLEAN, size=(160, 90)), {"film-small"}),
    "picture larger than the screen": (replace(CLEAN, size=(2560, 1440), frames=12), {"film-large"}),
    "black from beginning to end": (replace(CLEAN, picture=lambda *_: level(0)), {"picture-black"}),
    "black beginning": (replace(CLEAN, picture=_from(0, 12, lambda *_: level(0))), {"black-start"}),
    "one black frame at the beginning": (replace(CLEAN, picture=_from(0, 1, lambda *_: level(0))), {"black-start"}),
    "black end": (replace(CLEAN, picture=_from(38, 50, lambda *_: level(0))), {"black-end"}),
    "one black frame at the end": (replace(CLEAN, picture=_from(49, 50, lambda *_: level(0))), {"black-end"}),
    "one picture all the time": (replace(CLEAN, picture=lambda *_: moving(0, 50)), {"picture-frozen"}),
    "beginning that stands": (
        replace(CLEAN, frames=75, picture=_from(0, 30, lambda *_: moving(0, 75))),
        {"frozen-start"},
    ),
    "end that stands": (replace(CLEAN, frames=75, picture=_from(40, 75, lambda *_: moving(40, 75))), {"frozen-end"}),
    "five flashes a second": (
        replace(CLEAN, frames=75, rate=30, picture=_flashing(3, level(40), level(220))),
        {"flashes"},
    ),
    "flashes in red": (replace(CLEAN, frames=75, rate=30, picture=_flashing(3, red(255), level(118))), {"flashes-red"}),
    "no sound": (replace(CLEAN, sound=None), {"sound-none"}),
    "silent track": (replace(CLEAN, sound=lambda samples: 0 * sine(samples)), {"sound-silent"}),
    "peaks too high": (replace(CLEAN, sound=lambda samples: 9.9 * sine(samples)), {"sound-peaks"}),
    "cut at the peaks": (
        replace(CLEAN, sound=lambda samples: 30 * sine(samples), sound_codec="pcm_s16le", ending=".mov"),
        {"sound-clipped"},
    ),
    "far too soft": (replace(CLEAN, sound=lambda samples: 0.02 * sine(samples)), {"sound-quiet"}),
    "left side only": (replace(CLEAN, sound=lambda samples: QUIET_SIDE * sine(samples)), {"sound-one-side"}),
    "5.1": (
        replace(CLEAN, sound=lambda samples: np.tile(sine(samples), (3, 1)), layout="5.1"),
        {"sound-surround"},
    ),
    "two sound tracks": (replace(CLEAN, sound_tracks=2), {"sound-tracks"}),
}
"""What it is called, how it is made, and the codes that are expected: these and no others."""
