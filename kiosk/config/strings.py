"""The words of the interface itself, one file a language."""

from pathlib import Path

from kiosk.config.reader import read_fields
from kiosk.config.tree import Fields, Scalar

Strings = dict[str, "str | dict[str, str]"]
"""Words by their name (``film.watch``). A word with plural forms is a map of them: ``one``, ``two``, … ``other``."""

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


def _flattened(fields: Fields, prefix: str) -> Strings:
    strings: Strings = {}
    for key, entry in fields.entries.items():
        node, name = entry.node, prefix + key
        if isinstance(node, Scalar):
            strings[name] = node.text
        elif isinstance(node, Fields) and node.entries.keys() <= PLURAL_FORMS:
            strings[name] = {form: str(text) for form, text in _flattened(node, "").items()}
        elif isinstance(node, Fields):
            strings |= _flattened(node, name + ".")
        else:
            raise LookupError(f"{node.mark.file}:{node.mark.line}: {name} must be a text")
    return strings
