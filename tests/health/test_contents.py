"""What is wrong with captions, stills, texts, rights, screenings and loops, word for word as it is told."""

import re
from dataclasses import replace
from pathlib import Path

import contents_show as show
import pytest
from contents_faults import FAULTS, FILMS

from kiosk.config.load import load_exhibition, with_caption_problems
from kiosk.config.problems import Problem
from kiosk.health.contents.findings import as_seen, content_findings
from kiosk.health.contents.found import Found
from kiosk.health.contents.memory import ContentMemory
from kiosk.health.contents.remedies import REMEDIES, with_remedies
from kiosk.health.contents.stills import of_facts, page_place
from kiosk.health.findings import findings
from kiosk.ui.still_facts import StillFacts

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data" / "contents"
BY_OTHERS = {"glyph-missing", "glyph-borrowed"}
"""Codes of what ``glyphs.py`` finds."""


def expected() -> dict[str, list[str]]:
    """The lines for each fault."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in (DATA / "expected.txt").read_text("utf-8").splitlines():
        if line.startswith("## "):
            name = line[3:]
            found[name] = []
        elif line:
            found[name].append(line)
    return found


def test_nothing_is_found_in_a_clean_exhibition(tmp_path: Path) -> None:
    assert show.lines(show.found(show.clean(tmp_path))) == []


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_found_and_nothing_else(name: str, tmp_path: Path) -> None:
    folder = show.clean(tmp_path)
    show.plant(folder, FAULTS[name])
    assert show.lines(show.found(folder)) == expected()[name]


def test_every_kind_of_finding_has_a_fault() -> None:
    codes = {line.split()[1] for lines in expected().values() for line in lines if not line.startswith("problem  ")}
    assert codes | BY_OTHERS == set(REMEDIES)
    assert list(expected()) == list(FAULTS)


def test_the_same_words_and_remedies_are_on_paper() -> None:
    text = (ROOT / "docs" / "check.md").read_text("utf-8").partition("## Captions, stills, texts, rights")[2]
    rows = re.findall(r"^\| `([a-z-]+)` \| [^|]+ \| ([^|]+) \|$", text.partition("\n## ")[0], re.MULTILINE)
    assert dict(rows) == dict(REMEDIES)


def test_the_days_go_by(tmp_path: Path) -> None:
    folder = show.clean(tmp_path)
    show.plant(folder, (FILMS, "until: 2027-03-31", "until: 2026-12-06"))
    rights = [
        [each.message for each in show.found(folder, days=days) if each.code.startswith("rights")]
        for days in (0, 13, 14, 15)
    ]
    assert rights == [
        ["the rights end in 14 days. From the day after, nothing of the film can be watched."],
        ["the rights end tomorrow. From the day after, nothing of the film can be watched."],
        ["the rights end today. From the day after, nothing of the film can be watched."],
        ["the rights ended on 2026-12-06. The film's page is shown, and nothing of it can be watched."],
    ]
    later = [each.code for each in show.found(folder, days=60)]
    assert later == ["rights-over", "screenings-over", "special-days-over"]


def test_on_a_screen_that_stands_upright(tmp_path: Path) -> None:
    folder = show.clean(tmp_path)
    show.plant(folder, ("kiosk.yaml", "hours:", "screen: {rotate: 90}\nhours:"))
    exhibition = load_exhibition(folder).exhibition
    assert exhibition is not None
    assert as_seen(exhibition) == (1080, 1920)
    fixed = replace(exhibition, screen=replace(exhibition.screen, size=(1280, 720), rotate=0))
    assert as_seen(fixed) == (1280, 720)
    assert show.lines(show.found(folder)) == []
    assert page_place((1080, 1920)) == (1080, 960)


@pytest.mark.parametrize(
    ("facts", "crops", "codes"),
    [
        (StillFacts(1478, 832), True, []),
        (StillFacts(1476, 830), True, ["still-small"]),
        (StillFacts(1920, 1800), True, []),
        (StillFacts(1920, 1805), True, ["still-cropped"]),
        (StillFacts(3200, 1080), True, []),
        (StillFacts(3210, 1080), True, ["still-cropped"]),
        (StillFacts(2160, 3840), False, []),
        (StillFacts(9400, 5300), True, []),
        (StillFacts(9500, 5344), True, ["still-huge"]),
    ],
)
def test_where_a_still_begins_to_be_told_of(facts: StillFacts, crops: bool, codes: list[str]) -> None:
    assert [each.code for each in of_facts(facts, (1920, 1080), crops=crops)] == codes


def test_what_was_found_is_remembered_by_what_decides_it(tmp_path: Path) -> None:
    folder, file = show.clean(tmp_path / "show"), tmp_path / "cache" / "contents.json"
    for fault in ("captions-too-fast", "still-too-small", "title-of-many-lines"):
        show.plant(folder, FAULTS[fault])
    first = show.found(folder, memory=ContentMemory(file))
    assert show.found(folder, memory=ContentMemory(file)) == first
    asked = []
    memory = ContentMemory(file)
    still = ("still", "other")
    assert memory.recall(still, lambda: asked.append(1) or [Found("still-small", "is small.")]) == [
        Found("still-small", "is small.")
    ]
    memory.keep()
    assert ContentMemory(file).recall(still, lambda: asked.append(2) or []) == [Found("still-small", "is small.")]
    assert asked == [1]


def test_a_remembered_page_is_not_laid_out_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, file = show.clean(tmp_path / "show"), tmp_path / "contents.json"
    show.plant(folder, FAULTS["title-of-many-lines"])
    first = show.found(folder, memory=ContentMemory(file))
    monkeypatch.delattr("kiosk.health.contents.pages.build_scene")
    assert show.found(folder, memory=ContentMemory(file)) == first


@pytest.mark.parametrize("content", ["", "{", '{"v": 1}', '{"v": 0, "found": {}}', '{"v": 1, "found": [[1]]}'])
def test_a_damaged_memory_only_costs_time(content: str, tmp_path: Path) -> None:
    file = tmp_path / "contents.json"
    file.write_text(content, "utf-8")
    assert ContentMemory(file).recall(1, lambda: [Found("still-small", "is small.")]) == [
        Found("still-small", "is small.")
    ]


def test_very_many_alike_are_folded(tmp_path: Path) -> None:
    folder = show.clean(tmp_path)
    film = "  - {{id: more-{0}, title: {{en: The {0} film, ar: الفيلم {0}}}, synopsis: {{en: Short., ar: قصير.}}}}\n"
    with (folder / FILMS).open("a", encoding="utf-8") as opened:
        opened.writelines(film.format(number) for number in range(15))
    found = show.found(folder)
    assert [each.code for each in found] == ["synopsis-length"] * 21
    assert str(found[-1]) == "playlists/films.yaml:40:1  10 more findings of this kind (synopsis-length)."


def test_all_of_it_in_the_order_of_the_files(tmp_path: Path) -> None:
    folder = show.clean(tmp_path)
    show.plant(folder, FAULTS["strong-film-in-the-loop"])
    show.plant(folder, FAULTS["rights-over"])
    show.plant(folder, FAULTS["text-in-one-language-only"])
    show.plant(folder, FAULTS["special-days-over"])
    loaded = with_caption_problems(load_exhibition(folder))
    found = findings(loaded, contents=content_findings(loaded, show.NOW))
    assert [(each.file, each.line, each.code) for each in found] == [
        ("kiosk.yaml", 9, "special-days-over"),
        ("playlists/films.yaml", 4, "language-missing"),
        ("playlists/films.yaml", 12, "rights-over"),
        ("playlists/loop.yaml", 2, "strong-in-loop"),
    ]
    assert [each.remedy for each in found] == [
        "Take the days out, or write those to come.",
        "Write the text in this language, too, or write it without a language if it serves all.",
        "Renew the rights and change until, or take the film out.",
        "Choose an excerpt for people who did not choose to watch, or show the film's still instead.",
    ]


def test_a_remedy_that_is_there_stays() -> None:
    known = Problem("kiosk.yaml", 1, 1, "", "is over.", "problem", "rights-over", "Ring the owner.")
    unknown = Problem("kiosk.yaml", 1, 1, "", "is wrong.")
    assert with_remedies([known, unknown]) == [known, unknown]


def test_of_the_sample_only_that_its_loop_shows_strong_films() -> None:
    loaded = with_caption_problems(load_exhibition(ROOT))
    assert [(each.where, each.code, each.severity) for each in content_findings(loaded, show.NOW)] == [
        (f"items[{number}].excerpt", "strong-in-loop", "notice") for number in (0, 3, 4, 5)
    ]


def test_an_exhibition_that_cannot_be_shown(tmp_path: Path) -> None:
    assert content_findings(load_exhibition(tmp_path), show.NOW) == []
