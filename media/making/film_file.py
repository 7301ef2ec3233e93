"""Writes a clip: H.264 and AAC in an MP4 that starts playing before all of it was read."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT, RATE = 1280, 720, 25
SAMPLE_RATE = 48_000

Planes = tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint8]]

# A closed group of pictures every two seconds, so that a seek lands at once. aq-mode 3 spends bits on dark gradients,
# which band first.
X264 = (
    "keyint=50:min-keyint=10:open-gop=0:aq-mode=3:deblock=-1,-1:threads=2"
    ":chroma-qp-offset=-4"
    ":colorprim=bt709:transfer=bt709:colormatrix=bt709"
)
BT709, LIMITED_RANGE = 1, 1


def write_film(path: Path, pictures: Iterator[Planes], sound: NDArray[np.float32], crf: float) -> None:
    """Encode ``pictures`` (Y, U and V planes of 1280×720, 4:2:0, BT.709, limited range) at 25 a second.

    ``sound`` is (samples, 2) at 48 kHz, within ±1. ``crf`` is x264's quality: lower is larger.
    """
    with av.open(str(path), "w", options={"movflags": "+faststart", "fflags": "+bitexact"}) as container:
        video = container.add_stream("libx264", rate=RATE)
        video.width, video.height, video.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        video.codec_context.time_base = Fraction(1, RATE)
        video.codec_context.color_primaries = BT709
        video.codec_context.color_trc = BT709
        video.codec_context.colorspace = BT709
        video.codec_context.color_range = LIMITED_RANGE
        video.options = {"preset": "medium", "profile": "high", "crf": f"{crf}", "x264-params": X264}
        audio = container.add_stream("aac", rate=SAMPLE_RATE, layout="stereo")
        audio.bit_rate = 64_000

        for number, planes in enumerate(pictures):
            container.mux(video.encode(_video_frame(planes, number)))
        container.mux(video.encode(None))
        for frame in _audio_frames(sound):
            container.mux(audio.encode(frame))
        container.mux(audio.encode(None))


def _video_frame(planes: Planes, number: int) -> av.VideoFrame:
    stacked = np.concatenate([plane.reshape(-1) for plane in planes]).reshape(HEIGHT * 3 // 2, WIDTH)
    frame = av.VideoFrame.from_ndarray(stacked, format="yuv420p")
    frame.colorspace, frame.color_range = BT709, LIMITED_RANGE
    frame.pts, frame.time_base = number, Fraction(1, RATE)
    return frame


def _audio_frames(sound: NDArray[np.float32]) -> Iterator[av.AudioFrame]:
    chunk = 1024
    for start in range(0, len(sound), chunk):
        part = np.ascontiguousarray(sound[start : start + chunk].T, dtype=np.float32)
        frame = av.AudioFrame.from_ndarray(part, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE, start, Fraction(1, SAMPLE_RATE)
        yield frame
