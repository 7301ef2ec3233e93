"""A film that no small machine decodes in time: noise in 4K, 60 frames a second, each of them whole."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np

RATE, FRAMES = 60, 60
WIDTH, HEIGHT = 3840, 2160


def make_heavy_film(path: Path) -> Path:
    """Two frames in turn, encoded once each: some 3 MB a frame, 1.5 Gbit a second."""
    noise = np.random.default_rng(1)
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=RATE)
        video.width, video.height, video.pix_fmt, video.gop_size = WIDTH, HEIGHT, "yuv420p", 1
        video.options = {"preset": "ultrafast", "qp": "36", "x264-params": "cabac=1"}
        packets = []
        for number in range(2):
            pixels = noise.integers(0, 256, (HEIGHT * 3 // 2, WIDTH), np.uint8)
            frame = av.VideoFrame.from_ndarray(pixels, format="yuv420p")
            frame.pts, frame.time_base = number, Fraction(1, RATE)
            packets += video.encode(frame)
        packets += video.encode(None)
        whole = [bytes(each) for each in packets]
        for number in range(FRAMES):
            packet = av.Packet(whole[number % len(whole)])
            packet.stream, packet.pts, packet.dts, packet.time_base = video, number, number, Fraction(1, RATE)
            packet.is_keyframe = True
            container.mux(packet)
    return path
