"""Real letters: widths, lines, shaping, both directions."""

import threading
from pathlib import Path

import pygame
import pytest
from PIL import Image, ImageChops, ImageStat

import kiosk
from kiosk.config.font_coverage import characters_of
from kiosk.exhibition.text import Wording
from kiosk.ui.metrics import Metrics
from kiosk.ui.text import Fonts, TextBlock, TextSetter
from kiosk.ui.text.pillow import Face
from kiosk.ui.theme import Style, Theme

METRICS = Metrics(1920, 1080, 24)
ENGLISH = (
    "A nineteen-year-old goalkeeper leads a city in song; his friend holds the camera. When the army closes the "
    "streets around Homs, both are forced to choose what they are willing to become.\n\nOver three years Talal Derki "
    "stays beside them, through rooms with no walls and streets they no longer recognise, as song gives way to war."
)
ARABIC = (
    "حارس مرمى في التاسعة عشرة ومصوّر شاب يقودان احتجاجات حمص بالغناء، ثم يجدان نفسيهما تحت الحصار. تتابع الكاميرا "
    "الصديقين من ساحات الهتاف إلى بيوت بلا جدران.\n\nبين المدينة التي كانت وما بقي منها، يسجّل \u2068Talal Derki\u2069 "
    "(2011–2013) ثمن البقاء وثمن العودة."
)


@pytest.fixture(scope="module")
def setter() -> TextSetter:
    return TextSetter(METRICS, Theme())


def en(text: str) -> Wording:
    return Wording(text, "en")


def ar(text: str) -> Wording:
    return Wording(text, "ar")


def mask_of(block: TextBlock) -> Image.Image:
    pixels = pygame.image.tobytes(block.surface, "RGBA")
    return Image.frombytes("RGBA", block.surface.get_size(), pixels).getchannel("A")


def test_a_paragraph_fills_its_column_with_readable_lines(setter: TextSetter) -> None:
    block = setter.set(en(ENGLISH), Style("body"), width=METRICS.column)
    assert block.lines[0] == "A nineteen-year-old goalkeeper leads a city in song;"
    assert block.lines[-1] == "longer recognise, as song gives way to war."
    assert not block.cut
    assert block.width <= METRICS.column
    assert all(len(line) <= 56 for line in block.lines)
    assert block.height == 7 * 45 + 22
    assert len(block.line_boxes) == len(block.baselines) == len(block.lines) == 7


def test_arabic_is_set_larger_and_wider_apart(setter: TextSetter) -> None:
    latin, arabic = setter.set(en("Homs"), Style("body")), setter.set(ar("حمص"), Style("body"))
    assert (latin.size, latin.height) == (30, 45)
    assert (arabic.size, arabic.height) == (35, 60)
    assert setter.set(ar("1:48"), Style("body")).size == 30
    assert setter.pitch(Style("title"), "ltr") == 101
    assert setter.pitch(Style("title"), "rtl") == 140


@pytest.mark.parametrize("wording", [en(ENGLISH), ar(ARABIC)])
@pytest.mark.parametrize("width", [200, 333, 718, 1200])
def test_no_line_is_wider_than_its_column_and_no_word_is_lost(setter: TextSetter, wording: Wording, width: int) -> None:
    block = setter.set(wording, Style("body"), width=width)
    assert max(box[2] for box in block.line_boxes) <= width
    shown = "".join("".join(block.lines).split())
    assert shown == "".join(wording.text.split())


def test_lines_start_on_the_side_of_their_direction(setter: TextSetter) -> None:
    english = setter.set(en(ENGLISH), Style("body"), width=500)
    arabic = setter.set(ar(ARABIC), Style("body"), width=500)
    assert {box[0] for box in english.line_boxes} == {0}
    assert {box[0] + box[2] for box in arabic.line_boxes} == {arabic.width}
    assert (english.side, arabic.side) == ("ltr", "rtl")
    centered = setter.set(en("one\u2028longer line"), Style("body"), align="center")
    assert centered.line_boxes[0][0] == (centered.width - centered.line_boxes[0][2]) // 2


def test_one_or_two_lines_follow_the_interface_and_more_follow_their_language(setter: TextSetter) -> None:
    assert setter.set(en("Return to Homs"), Style("body"), side="rtl").side == "rtl"
    assert setter.set(en(ENGLISH), Style("body"), width=500, side="rtl").side == "ltr"


def test_a_block_finds_its_place_in_a_column(setter: TextSetter) -> None:
    latin, arabic = setter.set(en("Homs"), Style("body")), setter.set(ar("حمص"), Style("body"))
    assert latin.left(100, 500) == 100
    assert arabic.left(100, 500) == 600 - arabic.width
    assert arabic.left(100, 500, "end") == 100
    assert latin.left(100, 500, "center") == 100 + (500 - latin.width) // 2


def test_a_text_that_does_not_fit_is_cut_with_an_ellipsis_and_says_so(setter: TextSetter) -> None:
    block = setter.set(en("Silvered Water, Syria Self-Portrait"), Style("card", "medium"), 400, 1)
    assert (block.lines, block.cut) == (("Silvered Water, Syria…",), True)
    arabic = setter.set(ar("أسامة محمد، وئام سيماف بدرخان، 2014 · 92 دقيقة"), Style("facts"), 552, 1)
    assert (arabic.lines, arabic.cut) == (("أسامة محمد، وئام سيماف بدرخان، 2014…",), True)
    assert arabic.width <= 552
    # The ellipsis of an Arabic line is at its left end: dots on the baseline, nothing above them.
    dots = mask_of(arabic).crop((0, 0, 12, arabic.surface.get_height())).getbbox()
    assert dots is not None
    assert dots[1] > arabic.baselines[0] - arabic.offset[1] - 10


def test_later_paragraphs_that_are_left_out_count_as_cut(setter: TextSetter) -> None:
    block = setter.set(en("One.\n\nTwo."), Style("body"), 500, 1)
    assert (block.lines, block.cut) == (("One…",), True)
    assert not setter.set(en("One.\n\nTwo."), Style("body"), 500, 2).cut


def test_a_text_may_be_made_smaller_before_it_is_cut(setter: TextSetter) -> None:
    whole = setter.set(en("Silvered Water, Syria Self-Portrait"), Style("title"), 1300, 1, shrink_to=0.7)
    assert not whole.cut
    assert 62 <= whole.size < 88
    assert whole.width <= 1300


def test_titles_break_evenly(setter: TextSetter) -> None:
    block = setter.set(en("Documentary Cinema, Syria 2011–2019"), Style("heading", "light"), 700)
    assert block.lines == ("Documentary Cinema,", "Syria 2011–2019")


def test_capitals_stand_in_the_middle_of_a_line(setter: TextSetter) -> None:
    block = setter.set(en("H"), Style("label"))
    ink = mask_of(block).getbbox()
    assert ink is not None
    above, below = ink[1] + block.offset[1], block.height - (ink[3] + block.offset[1])
    assert abs(above - below) <= 1
    assert abs(block.cap_top - above) <= 1
    assert block.baselines[0] == ink[3] + block.offset[1]


def test_mixed_lines_come_out_in_the_right_order(setter: TextSetter) -> None:
    """Right to left: فيلم, then «Beirut 1975» from left to right, then وثائقي."""
    style = Style("heading")
    size = setter.set(ar("فيلم Beirut 1975 وثائقي"), style).size
    face = Fonts().face("regular", size)
    whole = drawn(face, "فيلم Beirut 1975 وثائقي", "rtl")
    x = 0.0
    for part, direction in (("وثائقي", "rtl"), (" ", "rtl"), ("Beirut 1975", "ltr"), (" ", "rtl"), ("فيلم", "rtl")):
        width = face.advance(part, direction, "ar")
        expected = drawn(face, part, direction)
        found = whole.crop((round(x), 0, round(x + width), whole.height))
        expected = expected.crop((0, 0, *found.size))
        assert ImageStat.Stat(ImageChops.difference(found, expected)).mean[0] < 8, part
        x += width
    assert abs(x - face.advance("فيلم Beirut 1975 وثائقي", "rtl", "ar")) < 1


def drawn(face: Face, text: str, direction: str) -> Image.Image:
    mask = Image.new("L", (900, 120))
    face.draw(mask, (0, 80), text, "rtl" if direction == "rtl" else "ltr", "ar")
    return mask


def test_arabic_letters_join() -> None:
    ink = drawn(Fonts().face("regular", 40), "حمص", "rtl")
    left, top, right, bottom = ink.getbbox() or (0, 0, 0, 0)
    columns = ink.crop((left, top, right, bottom)).resize((right - left, 1), Image.Resampling.BOX)
    assert right - left > 80
    assert min(columns.tobytes()) > 0


@pytest.mark.parametrize("role", ["display", "title", "body", "caption", "small"])
@pytest.mark.parametrize("text", ["Ågjpq|[Ǻ]", "ٱلْحَمْدُ لِلَّٰهِ رَبِّ ٱلْعَٰلَمِينَ", "جِّ ظُّلَّٰ ﷲ يٍ", "fjord (Āğ)"])
def test_no_mark_touches_the_edge_of_its_surface(setter: TextSetter, role: str, text: str) -> None:
    block = setter.set(Wording(text, "ar"), Style(role))  # type: ignore[arg-type]
    mask = mask_of(block)
    left, top, right, bottom = mask.getbbox() or (0, 0, 0, 0)
    assert (left, top, mask.width - right, mask.height - bottom) == (1, 1, 1, 1)


def test_an_empty_text_takes_no_room(setter: TextSetter) -> None:
    block = setter.set(en(" \n\n "), Style("body"), 300, 2)
    assert (block.lines, block.width, block.height, block.cut) == ((), 0, 0, False)
    assert block.draw(pygame.Surface((10, 10)), 0, 0) == pygame.Rect(*block.offset, 0, 0)


def test_a_block_is_drawn_where_it_says_in_its_colour(setter: TextSetter) -> None:
    target = pygame.Surface((400, 100))
    block = setter.set(en("Homs"), Style("heading"))
    block.draw(target, 50, 20)
    ink = target.get_bounding_rect()
    target.set_colorkey((0, 0, 0))
    ink = target.get_bounding_rect()
    assert abs(ink.left - 50) <= 6
    assert ink.right <= 50 + block.width + 1
    assert abs(ink.bottom - (20 + block.baselines[0])) <= 1
    assert max(target.get_at((x, 20 + block.height // 2))[:3] for x in range(50, 150)) == (244, 241, 234)


def test_a_block_fades(setter: TextSetter) -> None:
    block = setter.set(en("Homs"), Style("heading"))
    brightest = []
    for opacity in (0.0, 0.5, 1.0):
        target = pygame.Surface((400, 100))
        block.draw(target, 50, 20, opacity)
        brightest.append(max(target.get_at((x, 20 + block.height // 2))[0] for x in range(50, 150)))
    assert brightest[0] == 0
    assert abs(brightest[1] - 122) <= 2
    assert brightest[2] == 244
    assert block.surface.get_alpha() == 255


def test_the_same_text_is_set_once(setter: TextSetter) -> None:
    assert setter.set(en("Return"), Style("body"), 300) is setter.set(en("Return"), Style("body"), 300)
    assert setter.set(en("Return"), Style("body"), 301) is not setter.set(en("Return"), Style("body"), 300)


def test_length_is_that_of_the_block(setter: TextSetter) -> None:
    for wording in (en("Watch the excerpt"), ar("شاهد المقطع"), ar("1:48")):
        assert setter.length(wording, Style("label", "medium")) == setter.set(wording, Style("label", "medium")).width


def test_characters_without_a_glyph_are_found(setter: TextSetter) -> None:
    assert setter.missing("Return to Homs · العودة إلى حمص 2011–2019 «ستة» ٠١٢٣ …’“”−×\u2068\u2069\u00a0\n") == set()
    assert setter.missing("Homs 霍姆斯 🎬") == {"霍", "姆", "斯", "🎬"}


def test_texts_can_be_set_on_several_threads_at_once() -> None:
    setter = TextSetter(METRICS, Theme())
    found: dict[int, tuple[str, ...]] = {}

    def work(number: int) -> None:
        found[number] = setter.set(ar(ARABIC), Style("body"), 400 + number % 2).lines

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 6
    assert found[0] == found[2] == found[4]


def test_half_a_font_is_no_font() -> None:
    whole = (Path(kiosk.__file__).parent / "assets/fonts/IBMPlexSansArabic_400Regular.ttf").read_bytes()
    assert "س" in characters_of(whole)
    with pytest.raises(ValueError, match="the font is cut off"):
        characters_of(whole[: len(whole) // 2])


def test_a_broken_font_is_no_font() -> None:
    with pytest.raises(ValueError, match="not a TrueType font"):
        characters_of(b"hello")
