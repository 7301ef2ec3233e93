"""The sample clips are what players, browsers of the repository and visitors' eyes expect of them."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from kiosk.exhibition.exhibition import Exhibition

CLIPS = Path(__file__).parents[2] / "media" / "clips"
NAMES = ("return-to-homs", "silvered-water", "still-recording", "of-fathers-and-sons", "the-cave", "for-sama")
BT709, LIMITED_RANGE = 1, 1


@dataclass(frozen=True, slots=True)
class Watched:
    """Of every picture: its mean luma 0 to 255 in a grid of 36 × 64. Of the sound: peak and RMS, 1 is full scale."""

    luma: np.ndarray
    peak: float
    rms: float


@pytest.fixture(scope="module", params=NAMES)
def clip(request: pytest.FixtureRequest) -> Path:
    return CLIPS / f"{request.param}.mp4"


@pytest.fixture(scope="module")
def watched(clip: Path) -> Watched:
    with av.open(str(clip)) as container:
        pictures = [
            frame.reformat(64, 36, "gray").to_ndarray().astype(np.float32) for frame in container.decode(video=0)
        ]
    with av.open(str(clip)) as container:
        sound = np.concatenate([frame.to_ndarray() for frame in container.decode(audio=0)], axis=1)
    return Watched(np.array(pictures), float(np.abs(sound).max()), float(np.sqrt(np.mean(sound**2))))


def test_picture_and_sound(clip: Path) -> None:
    with av.open(str(clip)) as container:
        (picture,), (sound,) = container.streams.video, container.streams.audio
        assert picture.codec_context.name == "h264"
        assert (picture.width, picture.height, picture.pix_fmt) == (1280, 720, "yuv420p")
        assert picture.average_rate == Fraction(25)
        colours = picture.codec_context
        assert (colours.color_primaries, colours.color_trc, colours.colorspace) == (BT709, BT709, BT709)
        assert colours.color_range == LIMITED_RANGE
        assert sound.codec_context.name == "aac"
        assert (sound.layout.name, sound.sample_rate) == ("stereo", 48_000)
        assert container.duration is not None
        assert 12 <= container.duration / av.time_base <= 25


def test_small_enough_for_the_repository(clip: Path) -> None:
    assert clip.stat().st_size < 1_500_000


def test_plays_before_it_was_read_to_the_end(clip: Path) -> None:
    start = clip.read_bytes()
    assert start.index(b"moov") < start.index(b"mdat")


def test_a_seek_finds_a_key_frame_within_two_seconds(clip: Path) -> None:
    with av.open(str(clip)) as container:
        packets = container.demux(video=0)
        keys = sorted(float(packet.pts * packet.time_base) for packet in packets if packet.is_keyframe and packet.size)
    assert keys[0] == 0
    assert max(np.diff(keys)) <= 2


def test_in_and_out_points_lie_within_the_clips(exhibition: Exhibition) -> None:
    for film in exhibition.playlist.films:
        for excerpt in film.excerpts:
            with av.open(str(excerpt.file)) as container:
                assert container.duration is not None
                length = container.duration / av.time_base
            assert 0 <= excerpt.start.total_seconds() < length
            assert excerpt.end is None or excerpt.start < excerpt.end
            assert excerpt.end is None or excerpt.end.total_seconds() <= length


def test_something_is_seen_from_the_first_picture(watched: Watched) -> None:
    assert watched.luma[0].max() > 15


def test_it_moves(watched: Watched) -> None:
    a_second_apart = np.abs(watched.luma[50:-50] - watched.luma[25:-75]).mean(axis=(1, 2))
    assert a_second_apart.min() > 0.15


def test_nothing_flashes(watched: Watched) -> None:
    """WCAG 2.3.1: a flash is a change of a tenth of full luminance; here no picture comes near that."""
    change = np.abs(np.diff(watched.luma.mean(axis=(1, 2))))
    assert change.max() < 0.03 * 255


def test_the_sound_is_quiet_and_clean(watched: Watched) -> None:
    assert 0.1 < watched.peak < 0.6
    assert -42 < 20 * np.log10(watched.rms) < -22
