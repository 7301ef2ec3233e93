"""A film whose picture tells its own time: a bright bar crosses it once from the left to the right."""

from pathlib import Path

import av
import numpy as np
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.stream import VideoStream

from kiosk.tour.display import Rect, VirtualDisplay

SECONDS = 30.0
FRAME_RATE = 25
WIDTH, HEIGHT, BAR = 320, 180, 6
DARK, BRIGHT, GREY = 40, 235, 128
TONE_HERTZ, SOUND_RATE, SOUND_FRAME = 220, 48000, 1024
CENTRE_TALL = 0.34
"""Where the middle of a film is on a tall screen, as a share of its height."""


def make_bar_film(path: Path, *, seconds: float = SECONDS, picture: bool = True, sound: bool = True) -> Path:
    """Write an MP4 of H.264 at 25 frames a second, with a quiet tone. The bar takes ``SECONDS`` for its way."""
    with av.open(str(path), "w", format="mp4", options={"movflags": "+faststart"}) as container:
        tracks = [_picture(container, seconds)] if picture else []
        tracks += [_sound(container, seconds)] if sound else []
        container.start_encoding()  # also where no frame follows
        packets = [packet for stream, frames in tracks for frame in (*frames, None) for packet in stream.encode(frame)]
        for packet in sorted(packets, key=lambda packet: packet.dts * packet.time_base):
            container.mux(packet)
    return path


def blind(film: Path, path: Path, *, after: float) -> Path:
    """Write a copy whose picture cannot be decoded any more ``after`` some seconds; its sound goes on."""
    damaged = bytearray(film.read_bytes())
    with av.open(str(film)) as container:
        for packet in container.demux(video=0):
            if packet.pos is not None and packet.pts is not None and packet.pts * packet.time_base > after:
                damaged[packet.pos : packet.pos + packet.size] = bytes(packet.size)
    path.write_bytes(damaged)
    return path


def _picture(container: OutputContainer, seconds: float) -> tuple[VideoStream, list[av.VideoFrame]]:
    stream = container.add_stream(
        "libx264", rate=FRAME_RATE, options={"preset": "ultrafast", "crf": "8", "g": str(FRAME_RATE)}
    )
    stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
    return stream, [_frame(number) for number in range(round(seconds * FRAME_RATE))]


def _frame(number: int) -> av.VideoFrame:
    planes = np.full((HEIGHT * 3 // 2, WIDTH), GREY, np.uint8)
    left = (WIDTH - BAR) * number / (SECONDS * FRAME_RATE)
    columns = np.arange(WIDTH)
    # A bar moves by parts of a column, so that no two frames are alike.
    covered = np.clip(np.minimum(columns + 1, left + BAR) - np.maximum(columns, left), 0, 1)
    planes[:HEIGHT] = np.round(DARK + covered * (BRIGHT - DARK))
    return av.VideoFrame.from_ndarray(planes, "yuv420p")


def _sound(container: OutputContainer, seconds: float) -> tuple[AudioStream, list[av.AudioFrame]]:
    stream = container.add_stream("aac", rate=SOUND_RATE, layout="mono")
    frames = []
    for first in range(0, round(seconds * SOUND_RATE), SOUND_FRAME):
        moments = (first + np.arange(SOUND_FRAME)) / SOUND_RATE
        tone = 0.05 * np.sin(2 * np.pi * TONE_HERTZ * moments)
        frame = av.AudioFrame.from_ndarray(tone.astype(np.float32)[None, :], "fltp", "mono")
        frame.sample_rate, frame.pts = SOUND_RATE, first
        frames.append(frame)
    return stream, frames


def seconds_on_screen(display: VirtualDisplay) -> float | None:
    """Which second of the film is seen on the screen, to a frame; None where no bar is seen."""
    width, height = display.size
    film_height = min(height, width * HEIGHT // WIDTH)
    centre = height * (CENTRE_TALL if height > width else 0.5)
    row: Rect = (0, round(centre - 0.2 * film_height), width, 1)  # between the controls above and those in the middle
    light = np.frombuffer(display.pixels(row), np.uint8).reshape(-1, 4)[:, :3].astype(int).sum(axis=1)
    bright = np.flatnonzero(light > 2 * np.median(light) + 100)
    bar = width * BAR / WIDTH
    if not 0.5 * bar <= len(bright) <= 2 * bar or np.ptp(bright) > 2 * bar:
        return None
    around = slice(max(0, int(bright[0] - bar)), int(bright[-1] + bar))
    weight = np.clip(light[around] - np.median(light), 0, None)
    centre = np.average(np.arange(width)[around], weights=weight)
    return float((centre + 0.5 - bar / 2) / (width - bar) * SECONDS)
