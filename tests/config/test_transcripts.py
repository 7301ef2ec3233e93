"""Transcript files: whatever they were saved as, what can be read of them, and what an installer is told."""

from pathlib import Path

import pytest

from kiosk.config.load import load_exhibition
from kiosk.config.transcripts import in_paragraphs
from kiosk.encodings import Decoded, NoText, decode
from kiosk.exhibition.text import Text

ENGLISH = "Morning light falls — into a street in Homs. “Nobody” walks here: café, déjà vu."
ARABIC = "ضوء الصباح يهبط على شارع في حمص. لا أحد يمشي هنا الآن."
FILMS = """
films:
  - id: homs
    title: Homs
    excerpts:
      - file: clips/homs.mp4
        transcript: {en: homs.en.txt, ar: homs.ar.txt}
"""

SAVED_AS = {
    # name: the words, their language, the encoding, the encoding that is told
    "UTF-8": (ARABIC, "ar", "utf-8", None),
    "UTF-8 with its mark": (ENGLISH, "en", "utf-8-sig", None),
    "UTF-16 with its mark": (ARABIC, "ar", "utf-16", None),
    "UTF-16 the other way round": (ENGLISH, "en", "utf-16-be", "UTF-16"),
    "Arabic Windows": (ARABIC, "ar", "cp1256", "Windows-1256"),
    "Arabic Windows, a few words": ("Homs حمص 2014", "ar", "cp1256", "Windows-1256"),
    "western Windows": (ENGLISH, "en", "cp1252", "Windows-1252"),
    "French Windows": ("Été à Homs : l’élève reçoit une œuvre.", "fr", "cp1252", "Windows-1252"),
}


@pytest.mark.parametrize("row", SAVED_AS.values(), ids=SAVED_AS.keys())
def test_the_words_are_read_whatever_they_were_saved_as(row: tuple[str, str, str, str | None]) -> None:
    words, language, encoding, told = row
    assert decode(words.encode(encoding), language) == Decoded(words, told)


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03" * 50, bytes(range(256)) * 4])
def test_what_is_no_text_is_not_read(data: bytes) -> None:
    with pytest.raises(NoText):
        decode(data, "en")


def read(folder: Path, english: bytes, arabic: bytes) -> tuple[Text, list[str]]:
    (folder / "playlists/films.yaml").write_text(FILMS, "utf-8")
    (folder / "media/homs.en.txt").write_bytes(english)
    (folder / "media/homs.ar.txt").write_bytes(arabic)
    loaded = load_exhibition(folder)
    assert loaded.exhibition is not None
    assert folder / "media/homs.ar.txt" in loaded.files
    problems = [str(each) for each in loaded.problems if "transcript" in each.where]
    return loaded.exhibition.playlist.films[0].excerpts[0].transcript, problems


def test_a_transcript_of_an_old_program_is_read_and_told(folder: Path) -> None:
    transcript, problems = read(folder, ENGLISH.encode(), ARABIC.encode("cp1256"))
    assert transcript == Text({"en": ENGLISH, "ar": ARABIC})
    assert problems == [
        "playlists/films.yaml:7:43  films[0].excerpts[0].transcript.ar: homs.ar.txt is read as Windows-1256. "
        "Please save it as UTF-8."
    ]


BAD = {
    # name: what is in the file, what is told
    "empty": (b" \n\t\n", "is empty."),
    "no text": (b"\x89PNG\r\n\x1a\n" + bytes(200), "is not a text file."),
    "too large": (
        b"word " * 900_000,
        "has 4.3 MB; at most 4 MB are read.",
    ),
    "too long": (
        b"word " * 30_001,
        "has 30,001 words; a transcript may have 30,000.",
    ),
}


@pytest.mark.parametrize("row", BAD.values(), ids=BAD.keys())
def test_what_cannot_be_read_is_left_out_and_the_others_stay(folder: Path, row: tuple[bytes, str]) -> None:
    content, told = row
    transcript, problems = read(folder, b"Someone sings.", content)
    assert transcript == Text({"en": "Someone sings."})
    where = "playlists/films.yaml:7:43  films[0].excerpts[0].transcript.ar"
    assert problems == [f"{where}: homs.ar.txt {told} The excerpt is shown without it."]


def test_lines_end_where_the_writer_ended_them() -> None:
    assert in_paragraphs("Basset: Sing.\r\nOsama: I cannot.\r\n\r\n\r\n  Wind.  \n") == (
        "Basset: Sing.\u2028Osama: I cannot.\n\nWind."
    )


def test_lines_that_were_broken_to_fit_a_page_are_joined() -> None:
    page = (
        "The camera moves through streets of rubble and into deserted living\n"
        "rooms, and it stays close to faces and voices. It asks what a city is\n"
        "to those who grew up in it."
    )
    assert in_paragraphs(page) == page.replace("\n", " ")
