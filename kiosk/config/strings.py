"""The words of the interface itself, one file a language."""

from pathlib import Path

from kiosk.config.reader import read_fields
from kiosk.config.tree import Fields, Node, Scalar

Strings = dict[str, "str | dict[str, str]"]
"""Words by their name (``film.watch``). A counted word is a map of its forms: ``one``, ``other``, ``6``, …"""

FOLDER = Path(__file__).parent.parent / "assets" / "strings"
PLURAL_FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})


def available_languages() -> tuple[str, ...]:
    """Codes of the languages that the interface speaks, sorted."""
    return tuple(sorted(each.stem for each in FOLDER.glob("*.yaml")))


def load_strings(language: str) -> Strings:
    """The interface in ``language``; nested names are joined by dots.

    Raises LookupError if there is no such file or it is not well-formed: it is part of the program.
    """
    file = FOLDER / f"{language}.yaml"
    reading = read_fields(file, file.name, otherwise="")
    if reading.root is None or reading.problems:
        raise LookupError("\n".join(str(each) for each in reading.problems))
    return _flattened(reading.root, "")


def is_form(name: str) -> bool:
    """Whether a key can be a form of a counted word: ``other``, or an exact number such as ``6``."""
    return name in PLURAL_FORMS or name.isdecimal()


def is_counted(node: Node) -> bool:
    """Whether a mapping holds the forms of a counted word, not words with names of their own."""
    return isinstance(node, Fields) and "other" in node.entries and all(is_form(each) for each in node.entries)


def _flattened(fields: Fields, prefix: str) -> Strings:
    strings: Strings = {}
    for key, entry in fields.entries.items():
        node, name = entry.node, prefix + key
        if isinstance(node, Scalar):
            strings[name] = node.text
        elif not isinstance(node, Fields):
            raise LookupError(f"{node.mark.file}:{node.mark.line}: {name} must be a text")
        elif is_counted(node):
            strings[name] = {form: str(text) for form, text in _flattened(node, "").items()}
        else:
            strings |= _flattened(node, name + ".")
    return strings
