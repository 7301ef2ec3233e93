"""Caption files of every kind and encoding, and those that are none."""

from pathlib import Path

import pytest

from kiosk.captions.cues import Cue, Unreadable
from kiosk.captions.reading import cues_of, read_captions

ARABIC = (Cue(0.8, 3.6, "كانت الستارة تتنفّس\nوكنتِ تتنفّسين معها."), Cue(4.0, 6.5, "مرحبا"))
ENGLISH = (Cue(0.8, 3.6, "The curtain breathed,\nand so did you."), Cue(4.0, 6.5, "Hello"))
FRENCH = (Cue(0.8, 3.6, "Le rideau respirait,\net toi aussi, « là-bas »."), Cue(4.0, 6.5, "L’été à Homs…"))

SRT = """1
00:00:00,800 --> 00:00:03,600
{}

2
00:00:04,000 --> 00:00:06,500
{}
"""
WEBVTT = """WEBVTT - a title

STYLE
::cue {{ color: papayawhip; }}

NOTE
A note over
two lines

first
00:00.800 --> 00:03.600 line:0 align:start
{}

NOTE in one line

00:00:04.000 --> 00:00:06.500
{}
"""
ASS = """[Script Info]
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize
Style: Default,Arial,20

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:04.00,0:00:06.50,Default,,0,0,0,,{1}
Comment: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,Nobody reads this
Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{{\\p1}}m 0 0 l 10 10{{\\p0}}
Dialogue: 0,0:00:00.80,0:00:03.60,Default,,0,0,0,,{{\\i1}}{0}{{\\i0}}
"""
SSA = """[Script Info]
ScriptType: v4.00

[V4 Styles]
Format: Name, Fontname, Fontsize
Style: Default,Arial,20

[Events]
Format: Marked, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: Marked=0,0:00:00.80,0:00:03.60,Default,,0,0,0,,{0}
Dialogue: Marked=0,0:00:04.00,0:00:06.50,Default,,0,0,0,,{1}
"""
FORMATS = {"srt": SRT, "vtt": WEBVTT, "ass": ASS, "ssa": SSA}
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")


def written(kind: str, cues: tuple[Cue, ...]) -> str:
    texts = [cue.text.replace("\n", "\\N") if kind in ("ass", "ssa") else cue.text for cue in cues]
    return FORMATS[kind].format(*texts)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize(
    ("cues", "language", "encoding"),
    [
        *((ARABIC, "ar", encoding) for encoding in (*UNICODE, "cp1256")),
        *((ENGLISH, "en", encoding) for encoding in (*UNICODE, "ascii")),
        *((FRENCH, "fr", encoding) for encoding in (*UNICODE, "cp1252")),
    ],
)
def test_every_format_in_every_encoding(kind: str, cues: tuple[Cue, ...], language: str, encoding: str) -> None:
    assert cues_of(written(kind, cues).encode(encoding), language) == cues


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
@pytest.mark.parametrize("kind", FORMATS)
def test_line_ends_of_other_systems(kind: str, ends: str) -> None:
    assert cues_of(written(kind, ENGLISH).replace("\n", ends).encode(), "en") == ENGLISH


def one_cue(text: str) -> str:
    return f"1\n00:00:01,000 --> 00:00:02,000\n{text}\n"


@pytest.mark.parametrize(
    ("text", "language", "encoding"),
    [
        ("لا", "ar", "cp1256"),
        ("من أجل سما", "ar", "cp1256"),
        ("الكهف", "ar", "iso8859_6"),
        ("سلام علیکم"[:4], "fa", "cp1256"),
        ("Für Sama: ça va?", "de", "latin_1"),
        ("Привет", "ru", "cp1251"),
        ("Καλημέρα", "el", "cp1253"),
        ("Zażółć", "pl", "cp1250"),
        ("Teşekkür", "tr", "cp1254"),
    ],
)
def test_a_single_short_cue_is_read_by_the_language_that_the_playlist_names(
    text: str, language: str, encoding: str
) -> None:
    assert cues_of(one_cue(text).encode(encoding), language) == (Cue(1.0, 2.0, text),)


def test_a_file_that_is_in_another_language_than_the_playlist_says() -> None:
    said = "كان الضوء يدخل صباحًا قبل أن يدخل الضجيج وكانت الستارة تتنفس وكنت تتنفسين معها كل يوم"
    assert cues_of(one_cue(said).encode("cp1256"), "en") == (Cue(1.0, 2.0, said),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<i>Where</i> are <b>you</b>?", "Where are you?"),
        ('<font color="#ff0000">Red</font>', "Red"),
        ("{\\an8}Above", "Above"),
        ("One\\Ntwo", "One\ntwo"),
        ("Fish &amp; chips", "Fish & chips"),
        ("I <3 you, and 2 > 1", "I <3 you, and 2 > 1"),
        ("  A\t wide   gap ", "A wide gap"),
        ("\u202bمرحبا\u202c", "مرحبا"),
        ("In the year\n1984", "In the year\n1984"),
        ("7", "7"),
        ("- Yes.\n- No.", "- Yes.\n- No."),
        ("NOTE to myself", "NOTE to myself"),
        ("x" * 1500, "x" * 1000),
    ],
)
def test_only_the_words_are_kept(text: str, words: str) -> None:
    assert cues_of(one_cue(text).encode(), "en") == (Cue(1.0, 2.0, words),)


def test_voices_and_karaoke_times_of_webvtt_are_left_out() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud Waad>Look, <00:01.500><c>Sama</c>!\n"
    assert cues_of(text.encode(), "en") == (Cue(1.0, 2.0, "Look, Sama!"),)


def test_a_cue_that_says_nothing_or_lasts_no_time_is_left_out() -> None:
    text = (
        "1\n00:00:01,000 --> 00:00:02,000\n<i></i>\n\n2\n00:00:05,000 --> 00:00:04,000\nBack\n\n"
        "3\n00:00:06,000 --> 00:00:06,000\nNow\n\n4\n00:00:07,000 --> 00:00:08,000\nStays\n"
    )
    assert cues_of(text.encode(), "en") == (Cue(7.0, 8.0, "Stays"),)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"\x00" * 400, "is empty"),
        (b"WEBVTT\n\n", "has no captions in it"),
        (one_cue("").encode(), "has no captions in it"),
        (
            b"Dear editor,\n\nplease find the captions below.\n",
            "is not in a known format: SRT, WebVTT, ASS and SSA are",
        ),
        (b"<html><body>404</body></html>", "is not in a known format: SRT, WebVTT, ASS and SSA are"),
        (b"{10}{50}MicroDVD", "is not in a known format: SRT, WebVTT, ASS and SSA are"),
        (b"\xff\xfe1\x00\n\x00\x00\xd8\n\x00\n\x00", "is damaged: it begins as UTF-16 and does not go on so"),
        (
            "".join(f"{n}\n00:00:{n % 60:02},000 --> 00:01:00,000\nx\n\n" for n in range(10_001)).encode(),
            "has more than 10000 captions",
        ),
    ],
    ids=["empty", "zeros", "no cues", "no words", "letter", "html", "other format", "damaged", "too many"],
)
def test_what_is_no_caption_file(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as error:
        cues_of(data, "en")
    assert str(error.value) == reason


def test_a_file_that_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    large = tmp_path / "large.srt"
    with large.open("wb") as file:
        file.truncate(4 * 2**20 + 1)
    with pytest.raises(Unreadable, match=r"^is larger than 4 MB$"):
        read_captions(large, "en")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"^cannot be read \(No such file or directory\)$"):
        read_captions(tmp_path / "none.srt", "en")
