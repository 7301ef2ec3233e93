"""Lists as VLC, Winamp, foobar2000, Kodi and Clementine write them, read as loops.

The files in ``tests/data/lists`` have the form of those programs, down to line ends and encodings.
"""

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.config.list_loops import ListLoopReader
from kiosk.config.media_folder import MediaFolder
from kiosk.config.notebook import Notebook
from kiosk.config.problems import listing
from kiosk.exhibition.loop import ExcerptItem, FileItem, Loop, StillItem
from kiosk.exhibition.text import NO_TEXT, Text

LISTS = Path(__file__).parents[1] / "data" / "lists"
CLIPS = ("Return to Homs.mp4", "water.mp4", "حمص.mp4", "Köln.mp4")
Read = Callable[..., tuple[Loop | None, list[str]]]


def seconds(count: float) -> timedelta:
    return timedelta(seconds=count)


@pytest.fixture
def media(tmp_path: Path) -> Path:
    (tmp_path / "media" / "clips").mkdir(parents=True)
    for name in CLIPS:
        (tmp_path / "media" / "clips" / name).touch()
    (tmp_path / "media" / "still.jpg").touch()
    return tmp_path / "media"


@pytest.fixture
def read(media: Path) -> Read:
    """``read("vlc.m3u8")``, ``read("list.m3u", content)``: the loop in a list in the media folder, and what is said."""

    def read_one(name: str, content: str | bytes | None = None, **more: object) -> tuple[Loop | None, list[str]]:
        if content is None:
            shutil.copyfile(LISTS / name, media / name)
        else:
            (media / name).write_bytes(content.encode() if isinstance(content, str) else content)
        notebook = Notebook(media.parent)
        loop = ListLoopReader(notebook, MediaFolder(media), **more).read(f"media/{name}")  # type: ignore[arg-type]
        return loop, listing(notebook.in_order())

    return read_one


def items(loop: Loop | None) -> list[FileItem]:
    assert loop is not None
    assert all(isinstance(each, FileItem) for each in loop.items)
    return [each for each in loop.items if isinstance(each, FileItem)]


def told(loop: Loop | None) -> list[tuple[str, float, float | None, str]]:
    """Name, in and out point, title of each item."""
    return [
        (
            each.file.name,
            each.start.total_seconds(),
            each.end.total_seconds() if each.end else None,
            each.title.wording("en").text,
        )
        for each in items(loop)
    ]


def elsewhere(line: str, paths: str) -> str:
    return f"media/{line} {paths} elsewhere. The files were found by their names in media/."


SEVERAL = "2 paths, of which this is the first, lead"


@pytest.mark.parametrize(
    ("name", "expected", "said"),
    [
        (
            "vlc.m3u8",
            [
                ("Return to Homs.mp4", 2.0, 12.0, "Talal Derki - Return to Homs"),
                ("water.mp4", 0.0, None, ""),
                ("حمص.mp4", 0.0, None, "العودة إلى حمص"),
            ],
            [elsewhere("vlc.m3u8:7:1", "this path leads")],
        ),
        (
            "vlc.xspf",
            [("Return to Homs.mp4", 2.0, 12.5, "Talal Derki - Return to Homs"), ("water.mp4", 0.0, None, "")],
            [
                elsewhere("vlc.xspf:6:4 ", "this path leads"),
                "media/vlc.xspf:21:5 VLC's options file-caching are not followed.",
            ],
        ),
        (
            "winamp.m3u",
            [("Köln.mp4", 0.0, None, "Köln im Café"), ("water.mp4", 0.0, None, "Water")],
            [
                "media/winamp.m3u:1:1 is read as Windows-1252. Please save it as UTF-8.",
                elsewhere("winamp.m3u:3:1", SEVERAL),
            ],
        ),
        (
            "foobar2000.m3u8",
            [
                ("Return to Homs.mp4", 0.0, None, "Talal Derki - Return to Homs"),
                ("Köln.mp4", 0.0, None, "Talal Derki - Köln"),
            ],
            [elsewhere("foobar2000.m3u8:3:1", SEVERAL)],
        ),
        (
            "kodi.m3u",
            [("water.mp4", 0.0, None, "Water")],
            [
                elsewhere("kodi.m3u:3:1", "this path leads"),
                "media/kodi.m3u:5:1 smb://NAS/videos/clips/Return to Homs.mp4 is an address; only files in media/ are "
                "used. The item is left out.",
            ],
        ),
        (
            "clementine.xspf",
            [("water.mp4", 0.0, None, "Nobody - Water & sand"), ("Köln.mp4", 0.0, None, "")],
            [],
        ),
        ("without-namespace.xspf", [("water.mp4", 3.0, None, "")], []),
    ],
)
def test_what_other_programs_wrote(
    name: str, expected: list[tuple[str, float, float | None, str]], said: list[str], read: Read
) -> None:
    loop, lines = read(name)
    assert told(loop) == expected
    assert lines == said


def one(location: str, above: str = "") -> str:
    return f"#EXTM3U\n{above}{location}\n"


@pytest.mark.parametrize(
    "location",
    [
        "clips/water.mp4",
        "./clips/../clips/water.mp4",
        "../media/clips/water.mp4",
        "clips\\water.mp4",
        "  clips/water.mp4\t",
        "file:clips/water.mp4",
        "FILE:///clips/water.mp4",
        "file://localhost/srv/clips/water.mp4",
        "file://NAS/share/clips/water.mp4",
        "file:///D:/x/clips/water.mp4",
        "\\\\NAS\\share\\clips\\water.mp4",
        "~/clips/water.mp4",
        "d:\\CLIPS\\WATER.MP4",
        "water.mp4",
    ],
)
def test_paths_that_lead_to_a_file(location: str, media: Path, read: Read) -> None:
    loop, _ = read("list.m3u", one(location))
    assert [each.file for each in items(loop)] == [media / "clips" / "water.mp4"]


def test_an_absolute_path_into_the_media_folder_is_where_it_says(media: Path, read: Read) -> None:
    loop, lines = read("list.m3u", one(f"{media}/clips/water.mp4") + one((media / "clips/Köln.mp4").as_uri()))
    assert [each.file.name for each in items(loop)] == ["water.mp4", "Köln.mp4"]
    assert lines == []


@pytest.mark.parametrize(
    ("name", "location"), [("100%25 true.mp4", "100%25 true.mp4"), ("#1.mp4", "%231.mp4"), (" a.mp4", " a.mp4")]
)
def test_names_that_look_like_something_else(name: str, location: str, media: Path, read: Read) -> None:
    (media / name).touch()
    loop, lines = read("list.m3u", one(location))
    assert ([each.file.name for each in items(loop)], lines) == ([name], [])


def test_the_path_that_has_most_in_common_is_taken(media: Path, read: Read) -> None:
    for folder in ("friday", "saturday"):
        (media / folder).mkdir()
        (media / folder / "opening.mp4").touch()
    loop, lines = read("list.m3u", one("E:\\Show\\Saturday\\opening.mp4") + one("E:\\opening.mp4"))
    assert [each.file for each in items(loop)] == [media / "saturday" / "opening.mp4"]
    assert lines[1] == (
        "media/list.m3u:4:1 E:\\opening.mp4 is not there, and could be friday/opening.mp4 or saturday/opening.mp4 in "
        "media/. The item is left out."
    )


ADDRESS = "is an address; only files in media/ are used."
NOWHERE = "is not in media/, nor is a file of that name."


def left_out(location: str, why: str) -> list[str]:
    return [f"media/list.m3u:2:1 {location} {why} The item is left out."]


@pytest.mark.parametrize(
    ("location", "said"),
    [
        ("https://example.org/a.mp4", left_out("https://example.org/a.mp4", ADDRESS)),
        ("rtsp://camera/1", left_out("rtsp://camera/1", ADDRESS)),
        ("screen://", left_out("screen://", ADDRESS)),
        ("../../etc/passwd", left_out("../../etc/passwd", NOWHERE)),
        ("/etc/passwd", left_out("/etc/passwd", NOWHERE)),
        ("file:///etc/passwd", left_out("file:///etc/passwd", NOWHERE)),
        ("C:\\films\\gone.mp4", left_out("C:\\films\\gone.mp4", NOWHERE)),
        (
            "clips/wter.mp4",
            ["media/list.m3u:2:1 clips/wter.mp4 is not in media/. The item is left out. Did you mean clips/water.mp4?"],
        ),
        (
            "file:///a%E2%80%AEgpm.mp4",
            left_out("/a\\u202egpm.mp4", "holds the invisible character U+202E, which can disguise a name."),
        ),
        ("clips", left_out("clips", "is not a file.")),
        ("list.m3u", left_out("list.m3u", "is a list itself, not a film. A loop file can name it.")),
        ("outside.mp4", left_out("outside.mp4", "is a link that leads out of media/.")),
    ],
)  # fmt: skip
def test_what_is_refused(location: str, said: list[str], media: Path, read: Read) -> None:
    (media.parent / "secret.mp4").touch()
    (media / "outside.mp4").symlink_to(media.parent / "secret.mp4")
    loop, lines = read("list.m3u", one(location))
    assert (loop, lines) == (Loop(()), said)


def test_a_name_with_a_nul_byte(read: Read) -> None:
    loop, lines = read("list.m3u", "# " + 200 * "x" + "\nwater\x00.mp4\n")
    assert (loop, lines) == (Loop(()), left_out("water\\u0000.mp4", "holds a NUL character."))


@pytest.mark.parametrize(
    ("above", "item", "said"),
    [
        ("#EXTVLCOPT:start-time=1,5\n", FileItem(Path(), seconds(1.5)), []),
        ("#EXTVLCOPT::start-time=3\n#EXTVLCOPT:run-time=4\n", FileItem(Path(), seconds(3), seconds(7)), []),
        ("#EXTVLCOPT:input-repeat=2\n", FileItem(Path(), repeat=3), []),
        ('#EXTINF:12 group="a,b",Sea\n#EXTGRP:x\n# a remark\n\n', FileItem(Path(), title=Text({"": "Sea"})), []),
        ("#extinf:12.5,,Sea \u202e and\tsand\n", FileItem(Path(), title=Text({"": "Sea and sand"})), []),
        ("#EXTINF:12,water\n", FileItem(Path()), []),
        (
            "#EXTVLCOPT:start-time=soon\n",
            FileItem(Path()),
            ["media/list.m3u:2:12 start-time must be seconds such as 12.5, not soon. The item plays without it."],
        ),
        (
            "#EXTVLCOPT:start-time=9\n#EXTVLCOPT:stop-time=3\n",
            FileItem(Path(), seconds(9)),
            [
                "media/list.m3u:3:12 stop-time must be later than the start, 0:09, not 0:03. "
                "It plays to the end of the file."
            ],
        ),
        (
            "#EXTVLCOPT:input-repeat=-1\n",
            FileItem(Path()),
            ["media/list.m3u:2:12 input-repeat must be a whole number from 0 to 999, not -1. The item plays once."],
        ),
        (
            "#EXTVLCOPT:sub-file=/etc/passwd\n#EXTVLCOPT:sout=#file{dst=/x}\n",
            FileItem(Path()),
            ["media/list.m3u:2:12 VLC's options sub-file, sout are not followed."],
        ),
        (
            "#EXT-KX-OFFSET:75,150\n",
            FileItem(Path()),
            [
                "media/list.m3u:2:1 Kodi's in and out points are not read: its versions count them differently. "
                "Please write #EXTVLCOPT:start-time= and stop-time= in seconds."
            ],
        ),
    ],
)  # fmt: skip
def test_what_stands_above_an_entry(above: str, item: FileItem, said: list[str], media: Path, read: Read) -> None:
    loop, lines = read("list.m3u", one("clips/water.mp4", above))
    expected = FileItem(media / "clips/water.mp4", item.start, item.end, item.repeat, title=item.title)
    assert (items(loop), lines) == ([expected], said)


def test_stills_stand_as_long_as_the_list_says(media: Path, read: Read) -> None:
    loop, _ = read(
        "list.m3u",
        one("still.jpg", "#EXTVLCOPT:image-duration=7\n") + one("still.jpg", "#EXTINF:5,\n") + one("still.jpg"),
    )
    still = media / "still.jpg"
    assert loop == Loop((StillItem(still, seconds(7)), StillItem(still, seconds(5)), StillItem(still, seconds(8))))


def test_what_plays_an_excerpt_is_that_excerpt(media: Path, read: Read) -> None:
    homs = ExcerptItem("homs", "opening")
    known = {(media / "clips/water.mp4", seconds(2), seconds(12)): homs}
    above = "#EXTINF:10,Any title\n#EXTVLCOPT:start-time=2\n#EXTVLCOPT:stop-time="
    loop, _ = read(
        "list.m3u", one("clips/water.mp4", f"{above}12\n") + one("clips/water.mp4", f"{above}13\n"), excerpts=known
    )
    assert loop is not None
    assert loop.items[0] == homs
    assert isinstance(loop.items[1], FileItem)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_line_ends_and_encodings(line_end: str, encoding: str, read: Read) -> None:
    words = f"#EXTM3U{line_end}#EXTINF:-1,Café{line_end}clips/Köln.mp4{line_end}"
    loop, _ = read("list.m3u", words.encode(encoding))
    assert told(loop) == [("Köln.mp4", 0.0, None, "Café")]


def test_a_list_that_names_its_encoding(read: Read) -> None:
    words = "#EXTM3U\n#EXTENC: windows-1256\n#EXTINF:-1,العودة\nclips/water.mp4\n"
    loop, lines = read("list.m3u", words.encode("cp1256"))
    assert (told(loop), lines) == ([("water.mp4", 0.0, None, "العودة")], [])


@pytest.mark.parametrize("declared", ["windows-1252", "ISO-8859-1", "UTF-16"])
def test_xml_in_another_encoding(declared: str, read: Read) -> None:
    words = f'<?xml version="1.0" encoding="{declared}"?><playlist><trackList><track><title>Café</title>'
    words += "<location>clips/Köln.mp4</location></track></trackList></playlist>"
    loop, _ = read("list.xspf", words.encode(declared))
    assert told(loop) == [("Köln.mp4", 0.0, None, "Café")]


HLS = "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:9.009,\nclips/water.mp4\n#EXT-X-ENDLIST\n"
LAUGHS = (
    '<?xml version="1.0"?>\n<!DOCTYPE playlist [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>\n'
    "<playlist><trackList><track><location>&b;</location></track></trackList></playlist>"
)
OUTSIDE = LAUGHS.replace('"ha"', 'SYSTEM "file:///etc/passwd"')
DOCTYPE = (
    "media/list.xspf:2:20 declares a document type (<!DOCTYPE). A list needs none, and one could be made to harm; "
    "please take it out. It is left aside."
)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        (
            "list.m3u8",
            HLS,
            "media/list.m3u8:2:1 is a manifest of streams (HLS, #EXT-X-TARGETDURATION), not a list of films. "
            "It is left aside.",
        ),
        ("list.xspf", LAUGHS, DOCTYPE),
        ("list.xspf", OUTSIDE, DOCTYPE),
        ("list.m3u", b"\x00\x01\x02" * 400, "media/list.m3u is not a text file. It is left aside."),
        ("list.m3u", b" " * (4 * 2**20 + 1), "media/list.m3u has 4.0 MB; at most 4 MB are read. It is left aside."),
        ("list.xspf", "", "media/list.xspf:1:1 this is not XML (no element found). It is left aside."),
        ("list.xspf", "#EXTM3U\n", "media/list.xspf:1:1 this is not XML (syntax error). It is left aside."),
        (
            "list.xspf",
            "<rss><channel/></rss>",
            "media/list.xspf:1:1 is XML, but no XSPF list: it begins with <rss>. It is left aside.",
        ),
    ],
)
def test_files_that_are_no_list_of_films(name: str, content: str | bytes, said: str, read: Read) -> None:
    assert read(name, content) == (None, [said])


def test_xml_that_breaks_off_keeps_what_is_before(read: Read) -> None:
    track = "<track><location>clips/water.mp4</location></track>\n"
    loop, lines = read("list.xspf", f"<playlist><trackList>\n{track}{track}<track><location>clips/Kö")
    assert [name for name, *_ in told(loop)] == ["water.mp4", "water.mp4"]
    assert lines == ["media/list.xspf:4:26 this is not XML (no element found). What follows from here on is left out."]


def test_a_track_without_a_location(read: Read) -> None:
    loop, lines = read("list.xspf", "<playlist><trackList><track>\n<title>x</title></track></trackList></playlist>")
    assert (loop, lines) == (
        Loop(()), ["media/list.xspf:1:22 a track without a location. It is left out."]
    )  # fmt: skip


def test_a_list_of_very_many_entries_is_cut(read: Read) -> None:
    loop, lines = read("list.m3u", "clips/water.mp4\n" * 10_050)
    assert len(items(loop)) == 10_000
    assert lines == ["media/list.m3u:10001:1 has more than 10,000 entries. What follows from here on is left out."]


def test_titles_are_taken_down_for_the_look_at_letters(media: Path) -> None:
    (media / "list.m3u").write_text(one("clips/water.mp4", "#EXTINF:1,ᚠ\n"), encoding="utf-8")
    notebook = Notebook(media.parent)
    ListLoopReader(notebook, MediaFolder(media)).read("media/list.m3u")
    assert [(each.line, each.text) for each in notebook.texts] == [(3, "ᚠ")]


def test_a_file_that_is_missing_is_waited_for(media: Path) -> None:
    (media / "list.m3u").write_text(one("clips/later.mp4") + one("F:\\films\\last.mp4"), encoding="utf-8")
    folder = MediaFolder(media)
    ListLoopReader(Notebook(media.parent), folder).read("media/list.m3u")
    assert folder.missing == {media / "clips/later.mp4", media / "last.mp4"}


def test_no_title_is_no_text(read: Read) -> None:
    loop, _ = read("list.m3u", one("clips/water.mp4"))
    assert items(loop)[0].title == NO_TEXT
