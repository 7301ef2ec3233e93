"""The fonts that an exhibition brings along, one or one a weight for a language."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from kiosk.config.font_coverage import characters_of
from kiosk.config.media_folder import MediaFolder
from kiosk.config.notebook import Notebook
from kiosk.config.paths import safe_path
from kiosk.config.problems import quoted
from kiosk.config.tree import Node, Scalar, find
from kiosk.config.values import Wrong, either, must_be

FONTS = (".ttf", ".otf")
FONT_FOLDER = "fonts"
WEIGHTS = ("light", "regular", "medium", "semibold")
MAX_BYTES = 32 * 2**20
_WHERE = "fonts/ or media/"
_OTHERWISE = "The kiosk's own font is used."


def parse_fonts(value: object) -> Mapping[str, str]:
    """File names by weight, from one name for all weights or from a mapping of them. Raises Wrong for anything else."""
    if isinstance(value, str):
        return dict.fromkeys(WEIGHTS, _name(value))
    if not isinstance(value, dict) or not value:
        raise must_be(f"a font file in {_WHERE}, or files by weight ({', '.join(WEIGHTS)})", value)
    for weight in value:
        if weight not in WEIGHTS:
            raise Wrong(f"{quoted(str(weight))} is no weight; a weight is {either(WEIGHTS)}.")
    return {weight: _name(value[weight]) for weight in WEIGHTS if weight in value}


def _name(value: object) -> str:
    name = safe_path(value, _WHERE)
    if not name.lower().endswith(FONTS):
        raise must_be(f"a file ending in {either(FONTS)}", name)
    return name


def font_files(
    wanted: Mapping[str, Mapping[str, str]],
    languages: Sequence[str],
    root: Node,
    notebook: Notebook,
    media: MediaFolder,
) -> Mapping[str, Mapping[str, Path]]:
    """The files by language and weight, as far as they are there and can be read; the others are noted.

    ``wanted``: their names as ``parse_fonts`` gives them. A name is looked for in the folder ``fonts/`` beside
    ``kiosk.yaml`` if it begins with it, else in the media folder.
    """
    fonts = MediaFolder(notebook.folder / FONT_FOLDER, f"{FONT_FOLDER}/")
    found: dict[str, dict[str, Path]] = {}
    for language, names in wanted.items():
        if language not in languages:
            listed = ", ".join(languages)
            message = f"{language} is not among the languages of the exhibition ({listed})."
            notebook.note(root, ("fonts", language), message, "notice", of_key=True)
        bare = isinstance(find(root, ("fonts", language)), Scalar)
        opened: dict[str, Path | None] = {}
        for weight, name in names.items():
            way = ("fonts", language) if bare else ("fonts", language, weight)
            if name not in opened:
                try:
                    opened[name] = _opened(name, fonts, media)
                except Wrong as wrong:
                    opened[name] = None
                    notebook.note(root, way, f"{wrong.sentence} {_OTHERWISE}{wrong.hint}")
            if (path := opened[name]) is not None:
                found.setdefault(language, {})[weight] = path
    notebook.files.extend(sorted(fonts.missing))
    notebook.files.extend(dict.fromkeys(path for files in found.values() for path in files.values()))
    return found


def _opened(name: str, fonts: MediaFolder, media: MediaFolder) -> Path:
    """The path of a font whose letters can be read. Raises Wrong."""
    folder, _, rest = name.partition("/")
    path = fonts.file(rest, FONTS) if folder == FONT_FOLDER and rest else media.file(name, FONTS)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Wrong(f"{quoted(name)} is larger than {MAX_BYTES // 2**20} MB.")
        letters = characters_of(path.read_bytes())
    except (OSError, ValueError):
        letters = frozenset()
    if not letters:
        raise Wrong(f"{quoted(name)} is not a TrueType or OpenType font.")
    return path
