"""The captions of the sample clips: both kinds of file in both languages, readable and within their clip."""

import re
from itertools import pairwise
from pathlib import Path

import av
import pytest

CLIPS = Path(__file__).parents[2] / "media" / "clips"
NAMES = ("return-to-homs", "silvered-water", "still-recording", "of-fathers-and-sons", "the-cave", "for-sama")
FILES = [f"{name}.{language}.{kind}" for name in NAMES for language in ("en", "ar") for kind in ("srt", "vtt")]
TIMES = re.compile(r"^(\d\d):(\d\d):(\d\d)[.,](\d{3}) --> (\d\d):(\d\d):(\d\d)[.,](\d{3})$")

Cue = tuple[float, float, list[str]]


def cues(path: Path) -> list[Cue]:
    """Start and end in seconds and the lines of every caption, for SubRip and for WebVTT."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".vtt":
        assert text.startswith("WEBVTT\n\n")
        text = text.removeprefix("WEBVTT\n\n")
    found = []
    for number, block in enumerate(text.strip().split("\n\n"), 1):
        lines = block.split("\n")
        if path.suffix == ".srt":
            assert lines.pop(0) == str(number)
        match = TIMES.match(lines[0])
        assert match, lines[0]
        hours, minutes, seconds, thousandths, *end = map(int, match.groups())
        start = hours * 3600 + minutes * 60 + seconds + thousandths / 1000
        found.append((start, end[0] * 3600 + end[1] * 60 + end[2] + end[3] / 1000, lines[1:]))
    return found


def clip_seconds(name: str) -> float:
    with av.open(str(CLIPS / f"{name.split('.')[0]}.mp4")) as clip:
        assert clip.duration is not None
        return clip.duration / av.time_base


@pytest.mark.parametrize("name", FILES)
def test_captions_can_be_read_in_time(name: str) -> None:
    captions = cues(CLIPS / name)
    assert 4 <= len(captions) <= 6
    for start, end, lines in captions:
        assert end - start >= 1.5
        assert 1 <= len(lines) <= 2
        assert all(0 < len(line) <= 42 for line in lines)
        assert sum(map(len, lines)) / (end - start) <= 20  # characters a second, a reader's pace


@pytest.mark.parametrize("name", FILES)
def test_captions_follow_each_other_within_the_clip(name: str) -> None:
    captions = cues(CLIPS / name)
    assert captions[0][0] >= 0
    assert captions[-1][1] <= clip_seconds(name)
    assert all(later[0] >= earlier[1] for earlier, later in pairwise(captions))


@pytest.mark.parametrize("name", NAMES)
def test_both_kinds_and_both_languages_say_it_at_the_same_time(name: str) -> None:
    for language in ("en", "ar"):
        assert cues(CLIPS / f"{name}.{language}.srt") == cues(CLIPS / f"{name}.{language}.vtt")
    english, arabic = cues(CLIPS / f"{name}.en.srt"), cues(CLIPS / f"{name}.ar.srt")
    assert [cue[:2] for cue in english] == [cue[:2] for cue in arabic]


def test_the_first_words() -> None:
    assert cues(CLIPS / "return-to-homs.en.srt")[0] == (1.0, 4.4, ["Morning light falls", "into a street in Homs."])
    assert cues(CLIPS / "return-to-homs.ar.vtt")[0] == (1.0, 4.4, ["ضوء الصباح يهبط", "على شارع في حمص."])


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_transcript_has_the_words_of_the_captions(language: str) -> None:
    words = (CLIPS / f"return-to-homs.{language}.txt").read_text(encoding="utf-8").split()
    assert words == [
        word for _, _, lines in cues(CLIPS / f"return-to-homs.{language}.srt") for word in " ".join(lines).split()
    ]
