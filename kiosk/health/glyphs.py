"""Letters that no font can draw, and letters that come from another font than the one that was chosen."""

from collections.abc import Iterator, Sequence

from kiosk.config.load import Loaded
from kiosk.config.problems import Problem, WrittenText
from kiosk.config.strings import load_strings
from kiosk.config.tree import mark_of
from kiosk.exhibition.exhibition import Exhibition, Words
from kiosk.ui.text.fonts import SHIPPED, Fonts

_MAX_NAMED = 12


def glyph_findings(loaded: Loaded) -> list[Problem]:
    """One finding for each text that cannot be drawn as it is written, and one for each font with gaps.

    A problem where letters are left out or put as plainer ones, a notice where another font helps out.
    """
    exhibition = loaded.exhibition
    if exhibition is None:
        return []
    fonts = Fonts(exhibition.fonts)
    found = [each for text in loaded.texts for each in _of_text(text, exhibition, fonts)]
    return [*_of_own_fonts(loaded, exhibition, fonts), *found]


def _of_text(written: WrittenText, exhibition: Exhibition, fonts: Fonts) -> Iterator[Problem]:
    """Of a text in one language, or of a bare one in all of them."""
    languages = (written.language,) if written.language else exhibition.languages
    lost: dict[frozenset[str], list[str]] = {}
    for language in languages:
        if missing := fonts.missing(written.text, language):
            lost.setdefault(missing, []).append(language)
        if borrowed := fonts.borrowed(written.text, language):
            yield written.problem(_borrowed(borrowed, _name(exhibition, language)), "notice", "glyph-borrowed")
    for missing, where in lost.items():
        yield written.problem(_lost(missing, where, fonts), code="glyph-missing")


def _of_own_fonts(loaded: Loaded, exhibition: Exhibition, fonts: Fonts) -> Iterator[Problem]:
    """The kiosk's own words in the fonts that the exhibition brings along."""
    for language in exhibition.languages:
        borrowed = fonts.borrowed(_interface(language), language)
        if borrowed and loaded.root is not None:
            mark = mark_of(loaded.root, ("fonts", language))
            message = f"of the kiosk's own words, {_borrowed(borrowed, _name(exhibition, language))}"
            yield Problem(mark.file, mark.line, mark.column, f"fonts.{language}", message, "notice", "glyph-borrowed")


def _borrowed(characters: frozenset[str], font: str) -> str:
    verb, they = ("is", "It is") if len(characters) == 1 else ("are", "They are")
    return f"{_named(characters)} {verb} not in {font}. {they} drawn with {SHIPPED}."


def _lost(characters: frozenset[str], languages: Sequence[str], fonts: Fonts) -> str:
    shown = {each: fonts.drawable(each, languages[0]) for each in sorted(characters)}
    parts = [f"{plainer} instead of {each}" for each, plainer in shown.items() if plainer]
    if gone := [each for each, plainer in shown.items() if not plainer]:
        parts.append(f"nothing instead of {_listed(gone)}")
    verb, them = ("is", "it") if len(characters) == 1 else ("are", "them")
    return (
        f"{_named(characters)} {verb} in no font for {_listed(languages)}. Visitors see {_listed(parts)}, "
        f"unless a font that has {them} is named under fonts."
    )


def _named(characters: frozenset[str]) -> str:
    """``ğ (U+011F) and Ж (U+0416)``"""
    return _listed([f"{each} (U+{ord(each):04X})" for each in sorted(characters)])


def _listed(names: Sequence[str]) -> str:
    shown = list(names[:_MAX_NAMED])
    if len(names) > _MAX_NAMED:
        shown.append(f"{len(names) - _MAX_NAMED} more")
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if shown[1:] else shown)


def _name(exhibition: Exhibition, language: str) -> str:
    """How an installer calls the font of a language."""
    own = exhibition.fonts[language]
    file = own.get("regular") or next(iter(own.values()))
    return file.relative_to(exhibition.folder).as_posix() if file.is_relative_to(exhibition.folder) else file.name


def _interface(language: str) -> str:
    """Everything that the kiosk itself says in a language."""
    try:
        words: Words = load_strings(language)
    except LookupError:
        return ""
    return "".join(each if isinstance(each, str) else "".join(each.values()) for each in words.values())
