"""The one folder that films, stills and captions may come from."""

import difflib
import os
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path, PurePosixPath

from kiosk.config.paths import safe_path
from kiosk.config.problems import quoted
from kiosk.config.values import Wrong, either, must_be

PICTURES = (".jpg", ".jpeg", ".png", ".webp")
CAPTIONS = (".srt", ".vtt", ".ass", ".ssa")
TEXTS = (".txt", ".md")
FILMS = (
    ".avi", ".flv", ".m2ts", ".m4v", ".mkv", ".mov", ".mp4", ".mpeg", ".mpg", ".mts", ".mxf", ".ogv", ".ts", ".vob",
    ".webm", ".wmv",
)  # fmt: skip

Inspect = Callable[[Path], str | None]
"""Looks into a picture: why it cannot be shown, as the end of a sentence that begins with its name; None if it can."""

Arriving = Callable[[Path], bool]
"""Whether a file is still being copied."""

MAX_LISTED = 5000
MAX_SUGGESTIONS = 20


def nothing_arrives(_file: Path) -> bool:
    """Every file is whole, as far as anybody knows."""
    return False


@dataclass(slots=True)
class MediaFolder:
    """``path`` is absolute, ``name`` is what the installer calls it (``media/``).

    ``missing`` collects the files that were asked for and are not there, or not whole, so that their arrival can be
    noticed. ``inspect``: with it pictures are looked into, which takes its time.
    """

    path: Path
    name: str = "media/"
    missing: set[Path] = field(default_factory=set)
    inspect: Inspect | None = None
    arriving: Arriving = nothing_arrives
    _flaws: dict[Path, str | None] = field(default_factory=dict)
    _listed: list[str] | None = None
    _inside: dict[Path, bool] = field(default_factory=dict)
    _last_parts: dict[str, list[str]] | None = None

    def file(self, written: object, suffixes: Sequence[str] = ()) -> Path:
        """The absolute path of a file that is there and inside. Raises Wrong, with a similar name if there is one.

        ``suffixes``: the only endings that are allowed, in lower case with their dots; empty for any.
        """
        text = safe_path(written, self.name)
        if suffixes and not text.lower().endswith(tuple(suffixes)):
            raise must_be(f"a file ending in {either(suffixes)}", text)
        path = self._found(text)
        if path is None:
            self.missing.add(self.path / text)
            raise Wrong(f"{quoted(text, 120)} is not in {self.name}.", self._similar(text))
        if not self.contains(path):
            raise Wrong(f"{quoted(text, 120)} is a link that leads out of {self.name}.")
        if not os.path.isfile(path):
            raise Wrong(f"{quoted(text, 120)} is not a file.")
        if not os.access(path, os.R_OK):
            raise Wrong(f"{quoted(text, 120)} may not be read by the kiosk's user.")
        if self.arriving(path):
            self.missing.add(path)
            raise Wrong(f"{quoted(text, 120)} is still being copied.")
        return path

    def contains(self, path: Path) -> bool:
        """Whether something that is there lies inside, also once all links are followed."""
        try:
            if os.path.islink(path):
                return path.resolve(strict=True).is_relative_to(self.path.resolve())
            folder = path.parent
            if folder not in self._inside:
                self._inside[folder] = folder.resolve(strict=True).is_relative_to(self.path.resolve())
            return self._inside[folder]
        except (OSError, RuntimeError):  # a link that leads nowhere or to itself
            return False

    def picture(self, written: object) -> Path:
        """The absolute path of a picture. Raises Wrong as ``file`` does, and where it was looked into in vain."""
        path = self.file(written, PICTURES)
        if reason := self.flaw(path):
            raise Wrong(f"{quoted(str(written), 120)} {reason}")
        return path

    def flaw(self, path: Path) -> str | None:
        """Why a picture cannot be shown, None if it can or nobody looks."""
        if self.inspect is not None and path not in self._flaws:
            self._flaws[path] = self.inspect(path)
        return self._flaws.get(path)

    def holds(self, name: str) -> bool:
        """Whether something of that name, as ``file`` takes it, is there."""
        return self._found(name) is not None

    def ending_in(self, parts: Sequence[str]) -> list[str]:
        """The files that have the same name as the last of ``parts`` and most of the folders before it, in any case of
        letters: names from the media folder on."""
        wanted = [unicodedata.normalize("NFC", each).casefold() for each in reversed(parts)]
        shared: dict[str, int] = {}
        for name in self._by_last_part().get(wanted[0], ()) if wanted else ():
            own = reversed(unicodedata.normalize("NFC", name).casefold().split("/"))
            pairs = zip(own, wanted, strict=False)
            shared[name] = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        most = max(shared.values(), default=0)
        return [name for name, count in shared.items() if count == most]

    def _by_last_part(self) -> dict[str, list[str]]:
        if self._last_parts is None:
            self._last_parts = {}
            for name in self._listing():
                last = unicodedata.normalize("NFC", name.rpartition("/")[2]).casefold()
                self._last_parts.setdefault(last, []).append(name)
        return self._last_parts

    def _found(self, text: str) -> Path | None:
        """Also under the other way of writing accents: discs from a Mac spell é as e and an accent."""
        if text.isascii():
            spellings: Iterable[str] = (text,)
        else:
            spellings = dict.fromkeys((text, unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)))
        return next((self.path / each for each in spellings if os.path.lexists(f"{self.path}/{each}")), None)

    def _similar(self, text: str) -> str:
        if len(self.missing) > MAX_SUGGESTIONS:  # a disc is missing, not a name mistyped
            return ""
        inside = text.replace("\\", "/").removeprefix(self.name.strip("./") + "/")
        listed = self._listing()
        by_lower = {each.lower(): each for each in listed}
        by_name = {each.rpartition("/")[2].lower(): each for each in listed}
        near = by_lower.get(inside.lower()) or by_name.get(inside.rpartition("/")[2].lower())
        if near is None:
            matches = difflib.get_close_matches(inside.lower()[:200], by_lower, n=1, cutoff=0.8)
            near = by_lower[matches[0]] if matches and _alike(matches[0], inside) else None
        return f" Did you mean {quoted(near, 120)}?" if near else ""

    def _listing(self) -> list[str]:
        """Names of what is there, for suggestions; read once."""
        if self._listed is None:
            self._listed = []
            for folder, folders, files in os.walk(self.path):
                folders[:] = sorted(each for each in folders if not each.startswith("."))
                relative = os.path.relpath(folder, self.path).replace(os.sep, "/")
                prefix = "" if relative == "." else relative + "/"
                self._listed += [prefix + each for each in sorted(files) if not each.startswith(".")]
                if len(self._listed) > MAX_LISTED:
                    break
        return self._listed


def _alike(one: str, other: str) -> bool:
    """Whether the names themselves are near, not only their folders and endings."""
    first, second = (PurePosixPath(each).stem.lower() for each in (one, other))
    return difflib.SequenceMatcher(None, first, second).ratio() >= 0.6
