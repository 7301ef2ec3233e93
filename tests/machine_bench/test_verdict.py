"""What the figures mean, word for word."""

import json
from dataclasses import replace

import pytest

from kiosk.bench.frames import NOT_WATCHED
from kiosk.bench.measured import Bench, Measured
from kiosk.bench.remedies import remedy_for_failure, remedy_for_slowness, remedy_for_waiting
from kiosk.bench.report import as_json, row
from kiosk.bench.verdict import findings, plays_everything, summary
from tests.machine_bench.films import STUTTERING, facts, measured

BROKEN = Measured(measured("bad.mp4").stretch, failure="is not a film, or is damaged")


def bench(*films: Measured, whole: bool = True) -> Bench:
    return Bench(films, (1920, 1080), 4, whole)


def test_everything_plays() -> None:
    assert summary(bench(measured(), measured("b.mp4"))) == "This machine plays everything."
    assert plays_everything(bench(measured()))


def test_nothing_was_measured() -> None:
    assert summary(bench()) == "Nothing was measured."
    assert not plays_everything(bench())


def test_films_that_do_not_play_are_named() -> None:
    done = bench(measured("a.mp4", STUTTERING), measured(), measured("b.mp4", STUTTERING), BROKEN)
    assert summary(done) == "This machine does not play a.mp4, b.mp4 and bad.mp4 as it should."
    assert [(each.code, each.file) for each in findings(done)] == [
        ("film.stutters", "a.mp4"),
        ("film.stutters", "b.mp4"),
        ("film.fails", "bad.mp4"),
    ]


def test_one_that_was_ended_early_says_so() -> None:
    done = bench(measured(), whole=False)
    assert summary(done) == "Ended early, after 1 film. This machine plays what was measured."
    assert not plays_everything(done)


@pytest.mark.parametrize(
    ("film", "message"),
    [
        (
            measured("a.mp4", STUTTERING, facts=facts(3840, 2160, 59.94, "hevc")),
            "a.mp4: 98 of 118 frames were dropped and 2 came late (3840x2160, 59.94 frames a second, hevc).",
        ),
        (BROKEN, "bad.mp4 is not a film, or is damaged."),
        (measured("a.mp4", tap_to_picture=1.26), "a.mp4: its picture came 1.3 s after the tap."),
        (
            measured("a.mp4", changeover=0.52),
            "a.mp4: in the loop the film before it stood still for 0.5 s until it came.",
        ),
        (measured("a.mp4", degrees=83.4), "The machine came to 83 °C, at which it slows down."),
    ],
)
def test_what_is_said(film: Measured, message: str) -> None:
    assert [each.message for each in findings(bench(film))] == [message]


def test_a_film_that_comes_after_one_that_stutters_is_not_to_blame() -> None:
    done = bench(measured("heavy.mp4", STUTTERING, changeover=2.0), measured("light.mp4", changeover=1.5))
    assert [(each.code, each.file) for each in findings(done)] == [("film.stutters", "heavy.mp4")]


COMMAND = "-c:v libx264 -preset slow -crf 18 -g 50 -map '0:a?' -c:a aac -b:a 192k -ac 2 -movflags +faststart"


@pytest.mark.parametrize(
    ("film", "remedy"),
    [
        (
            measured("clips/big film.mov", facts=facts(3840, 2160, 50.0, "prores")),
            "Re-encode it to 1080p25 H.264, and name the new file in the playlist: "
            "ffmpeg -i 'clips/big film.mov' -map 0:v:0 -vf scale=-2:1080,fps=25,format=yuv420p "
            f"{COMMAND} 'clips/big film-1080p25.mp4'",
        ),
        (
            measured("tall.mp4", facts=facts(2160, 3840, 23.976, "hevc")),
            "Re-encode it to 1080p23.976 H.264, and name the new file in the playlist: "
            "ffmpeg -i tall.mp4 -map 0:v:0 -vf scale=1080:-2,fps=23.976,format=yuv420p "
            f"{COMMAND} tall-1080p23.976.mp4",
        ),
        (
            measured("usual.mp4"),
            "Re-encode it to 720p25 H.264, and name the new file in the playlist: "
            "ffmpeg -i usual.mp4 -map 0:v:0 -vf scale=-2:720,fps=25,format=yuv420p "
            f"{COMMAND} usual-720p25.mp4",
        ),
        (
            measured("light.mp4", facts=facts(1280, 720)),
            "The film asks for little already: end what else runs on this machine, and look at it with kiosk doctor",
        ),
    ],
)
def test_what_to_do_about_a_film_that_stutters(film: Measured, remedy: str) -> None:
    assert remedy_for_slowness(film) == remedy


def test_what_to_do_about_a_film_that_does_not_play() -> None:
    assert remedy_for_failure(BROKEN) == (
        "The file is damaged, or is no film. Copy it again from where it came from; if it is no better there, have it "
        "exported anew, or save what can be read of it: "
        f"ffmpeg -i bad.mp4 -map 0:v:0 -vf scale=-2:1080,fps=25,format=yuv420p {COMMAND} bad-1080p25.mp4"
    )


def test_what_to_do_about_a_film_that_does_not_come_at_once() -> None:
    assert remedy_for_waiting(measured("a.mp4", facts=facts(1280, 720, 30.0))) == (
        "Keep the films on an internal disk, or re-encode this one with a whole frame every two seconds: "
        f"ffmpeg -i a.mp4 -map 0:v:0 -vf scale=-2:720,fps=30,format=yuv420p {COMMAND} a-720p30.mp4"
    )


def test_the_json_word_for_word() -> None:
    heavy = measured("clips/heavy.mp4", STUTTERING, facts=facts(3840, 2160, 60.0), degrees=None)
    told = json.loads(as_json(bench(measured(), heavy, replace(BROKEN, frames=NOT_WATCHED))))
    findings_told = told.pop("findings")
    assert told == {
        "v": 1,
        "summary": "This machine does not play clips/heavy.mp4 and bad.mp4 as it should.",
        "plays_everything": False,
        "whole": True,
        "screen": [1920, 1080],
        "cores": 4,
        "films": [
            {
                "file": "clips/water.mp4",
                "start": 0.0,
                "verdict": "plays",
                "codec": "h264",
                "size": [1920, 1080],
                "frame_rate": 25.0,
                "seconds": 4.0,
                "frames": 100,
                "dropped": 0,
                "late": 0,
                "longest_frame_ms": 41,
                "tap_to_picture_ms": 42,
                "changeover_ms": 40,
                "processor_percent": 12.5,
                "memory_mb": 302,
                "celsius": 51.5,
            },
            {
                "file": "clips/heavy.mp4",
                "start": 0.0,
                "verdict": "stutters",
                "codec": "h264",
                "size": [3840, 2160],
                "frame_rate": 60.0,
                "seconds": 4.0,
                "frames": 20,
                "dropped": 98,
                "late": 2,
                "longest_frame_ms": 310,
                "tap_to_picture_ms": 42,
                "changeover_ms": 40,
                "processor_percent": 12.5,
                "memory_mb": 302,
                "celsius": None,
            },
            {
                "file": "bad.mp4",
                "start": 0.0,
                "verdict": "fails",
                "codec": None,
                "size": None,
                "frame_rate": None,
                "seconds": 0.0,
                "frames": 0,
                "dropped": 0,
                "late": 0,
                "longest_frame_ms": 0,
                "tap_to_picture_ms": None,
                "changeover_ms": None,
                "processor_percent": None,
                "memory_mb": None,
                "celsius": None,
            },
        ],
    }
    assert [sorted(each) for each in findings_told] == [["code", "file", "message", "remedy"]] * 2


def test_rows() -> None:
    assert row(measured()) == ("clips/water.mp4", "✓", "0 of 100", "0", "42", "40", "12%", "302", "52")
    assert row(BROKEN) == ("bad.mp4", "fails", "–", "–", "–", "–", "–", "–", "–")
