"""Which texts there are in which of the exhibition's languages, and which are missing."""

from collections.abc import Iterable, Iterator, Sequence

from kiosk.config.models.base import Part
from kiosk.config.notebook import Notebook, numbered
from kiosk.config.problems import did_you_mean
from kiosk.config.tree import Node, Way
from kiosk.exhibition.text import Text


def note_missing_languages(
    root: Node, model: Part, languages: Sequence[str], notebook: Notebook, way: Way = ()
) -> None:
    """A notice for each text of a file that some readers will see in another language, or that nobody will see.

    The texts themselves are taken down as well. ``way``: where ``model`` stands in ``root``.
    """
    texts = list(_texts(root, way, model))
    _take_down(root, texts, notebook)
    for here, text in texts:
        missing = [each for each in languages if not text.has(each)]
        written = [each for each in text.by_language if each and text.by_language[each]]
        for language in missing:
            seen = text.wording(language, languages).language
            message = f"has no text in {language}. Readers of {language} see {seen}."
            notebook.note(root, here, message, "notice", code="language-missing")
        for language in written:
            if language not in languages and missing:
                listed = ", ".join(languages)
                notebook.note(
                    root,
                    (*here, language),
                    f"{language} is not among the languages of the exhibition ({listed})."
                    + did_you_mean(language, missing),
                    "notice",
                    of_key=True,
                )


def take_down_texts(root: Node, model: Part, notebook: Notebook, way: Way = ()) -> None:
    """Take down every text of a file with its place, for whoever wants to know whether it can be drawn."""
    _take_down(root, _texts(root, way, model), notebook)


def _take_down(root: Node, texts: Iterable[tuple[Way, Text]], notebook: Notebook) -> None:
    if not notebook.asks_for_texts:
        return
    for here, text in texts:
        for language, words in text.by_language.items():
            notebook.take_down(root, (*here, language) if language else here, language, words)


def _texts(root: Node, way: Way, model: Part) -> Iterator[tuple[Way, Text]]:
    for name, field in type(model).model_fields.items():
        value, here = getattr(model, name), (*way, field.alias or name)
        if isinstance(value, Text):
            if value:
                yield here, value
        elif isinstance(value, Part):
            yield from _texts(root, here, value)
        elif isinstance(value, list) and value and isinstance(value[0], Part):
            for item_way, item in numbered(root, here, value):
                yield from _texts(root, item_way, item)
