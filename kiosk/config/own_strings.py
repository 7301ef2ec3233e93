"""The words of the interface that an exhibition brings along: ``strings/xx.yaml`` beside its ``kiosk.yaml``.

Such a file teaches the kiosk a language, or says some words of a language otherwise than the kiosk does.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from string import Formatter

from kiosk.config.notebook import Notebook, numbered
from kiosk.config.problems import did_you_mean, quoted
from kiosk.config.reader import read_fields
from kiosk.config.strings import Strings, available_languages, is_form, load_strings
from kiosk.config.tree import Fields, Node, Scalar, Way
from kiosk.config.values import either
from kiosk.exhibition.plurals import PLURAL_RULES

OWN_FOLDER = "strings"
FALLBACK = "en"
_MAX_NAMED = 40


def own_strings(languages: Sequence[str], notebook: Notebook) -> Mapping[str, Strings]:
    """What the exhibition's own files say in each of its languages; what is wrong in them is noted and left out."""
    known = load_strings(FALLBACK)
    found: dict[str, Strings] = {}
    for language in languages:
        name = f"{OWN_FOLDER}/{language}.yaml"
        if not (notebook.folder / name).is_file():
            notebook.files.append(notebook.folder / name)  # its arrival is a change
            continue
        ours = language in available_languages()
        otherwise = "The kiosk's own words are used." if ours else "English is used."
        reading = read_fields(notebook.opened(name), name, otherwise=otherwise)
        notebook.extend(reading.problems)
        if reading.root is None:
            continue
        found[language] = _Checker(reading.root, notebook, known, language, otherwise).strings()
        if not ours:
            _note_missing(reading.root, notebook, [each for each in known if each not in found[language]])
    return found


def note_speechless(written: Sequence[str], words: Mapping[str, Strings], root: Node, notebook: Notebook) -> None:
    """A notice for each language of ``kiosk.yaml`` in which neither the kiosk nor the exhibition speaks."""
    known = available_languages()
    for way, language in numbered(root, ("languages",), written):
        if language not in known and language not in words:
            message = (
                f"the kiosk's own words exist only in {either(known)}, not in {language}. "
                f"They are said in English, unless there is a {OWN_FOLDER}/{language}.yaml."
            )
            notebook.note(root, way, message, "notice")


def _note_missing(root: Fields, notebook: Notebook, missing: Sequence[str]) -> None:
    if missing:
        named = ", ".join(missing[:_MAX_NAMED]) + (" and more" if len(missing) > _MAX_NAMED else "")
        words = "1 name is missing" if len(missing) == 1 else f"{len(missing)} names are missing"
        notebook.note(root, (), f"{words} and said in English: {named}.", "notice")


@dataclass(slots=True)
class _Checker:
    """Goes through one file.

    ``known``: every name that there is, with its English words. ``otherwise``: what is said instead of a wrong one.
    """

    root: Fields
    notebook: Notebook
    known: Strings
    language: str
    otherwise: str
    found: Strings = field(default_factory=dict)

    def strings(self) -> Strings:
        for way, node in self._named(self.root, ()):
            name = ".".join(str(each) for each in way)
            english = self.known[name]
            if isinstance(english, str):
                self._take_text(way, node, name, english)
            else:
                self._take_forms(way, node, name)
        return self.found

    def _named(self, fields: Fields, way: Way) -> Iterator[tuple[Way, Node]]:
        """What stands under a name that the kiosk knows; groups such as ``film`` are gone through."""
        for key, entry in fields.entries.items():
            here = (*way, key)
            name = ".".join(str(each) for each in here)
            inner = [each for each in self.known if each.startswith(name + ".")]
            if name in self.known:
                yield here, entry.node
            elif not inner:
                hint = did_you_mean(name, self.known)
                self._note(here, f"unknown name.{hint or ' It is left aside.'}", of_key=True)
            elif isinstance(entry.node, Fields):
                yield from self._named(entry.node, here)
            else:
                listed = either([each.removeprefix(name + ".") for each in inner[:3]])
                self._note(here, f"must be a mapping with names such as {listed}. {self.otherwise}")

    def _take_text(self, way: Way, node: Node, name: str, english: str) -> None:
        if not isinstance(node, Scalar) or node.empty:
            self._note(way, f"must be a text. {self.otherwise}")
        elif name == "plural_rule" and node.text not in PLURAL_RULES:
            self._note(way, f"must be {either(tuple(PLURAL_RULES))}, not {quoted(node.text)}. {self.otherwise}")
        elif self._fills(way, node.text, placeholders(english) or ()):
            self.found[name] = node.text

    def _take_forms(self, way: Way, node: Node, name: str) -> None:
        if isinstance(node, Scalar) and not node.empty:  # a language whose words have one form
            if self._fills(way, node.text, ("count",)):
                self.found[name] = {"other": node.text}
            return
        if not isinstance(node, Fields) or "other" not in node.entries:
            self._note(way, f"must be a text, or forms of which one is called other. {self.otherwise}")
            return
        forms = dict(self._forms(way, node))
        if "other" in forms:
            self.found[name] = forms

    def _forms(self, way: Way, node: Fields) -> Iterator[tuple[str, str]]:
        for form, entry in node.entries.items():
            here = (*way, form)
            if not is_form(form):
                allowed = "zero, one, two, few, many, other or a number"
                self._note(here, f"is no form of a counted word; these are {allowed}. It is left aside.", of_key=True)
            elif not isinstance(entry.node, Scalar) or entry.node.empty:
                self._note(here, "must be a text. It is left aside.")
            elif self._fills(here, entry.node.text, ("count",)):
                yield form, entry.node.text

    def _fills(self, way: Way, text: str, filled: Sequence[str]) -> bool:
        """Whether everything in braces is something that the kiosk fills in there; then it is taken down."""
        used = placeholders(text)
        if used is None:
            self._note(way, f"a {{ or }} stands alone. {self.otherwise}")
            return False
        for each in used:
            if each not in filled:
                allowed = f"only {either([f'{{{name}}}' for name in filled])}" if filled else "nothing"
                self._note(way, f"{{{quoted(each)}}} is not filled in here; {allowed} is. {self.otherwise}")
                return False
        self.notebook.take_down(self.root, way, self.language, text)
        return True

    def _note(self, way: Way, message: str, *, of_key: bool = False) -> None:
        self.notebook.note(self.root, way, message, of_key=of_key)


def placeholders(text: str) -> tuple[str, ...] | None:
    """What is filled in between braces, as it is written there; None if the braces do not pair."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return None
    return tuple(
        name + (f"!{conversion}" if conversion else "") + (f":{how}" if how else "")
        for _, name, how, conversion in parts
        if name is not None
    )
