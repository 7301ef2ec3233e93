"""Brings files into the media folder. Nothing that is there is overwritten, nothing half copied is left."""

import os
import re
import shutil
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_UNFIT: Final = re.compile('[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\\\\/:*?"<>|]+')
_MOST_SAME_NAMES: Final = 1000
_CHUNK: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class MediaKeeper:
    """``media``: the exhibition's media folder, absolute."""

    media: Path

    def keep(self, file: Path, folder: str) -> str:
        """The path of ``file`` from the media folder on; where it is elsewhere, it is copied to ``folder`` in there.

        OSError if it cannot be.
        """
        kept = self.kept(file, folder)
        if kept is None:
            kept = self.free(folder, *os.path.splitext(_fit(file.name)))
            _copy(file, self.media / kept)
        return kept

    def inside(self, file: Path) -> str | None:
        """The path from the media folder on, None if the file is elsewhere."""
        resolved, media = file.resolve(), self.media.resolve()
        return resolved.relative_to(media).as_posix() if resolved.is_relative_to(media) else None

    def kept(self, file: Path, folder: str) -> str | None:
        """What ``keep`` would answer, if it had nothing to copy."""
        inside = self.inside(file)
        if inside is not None:
            return inside
        for name in self._names(_fit(file.name)):
            target = self.media / folder / name
            if not target.exists():
                return None
            if _alike(file, target):
                return f"{folder}/{name}"
        return None

    def free(self, folder: str, stem: str, ending: str) -> str:
        """A path that nothing is at yet. FileExistsError if there is none."""
        for name in self._names(stem + ending):
            if not (self.media / folder / name).exists():
                return f"{folder}/{name}"
        raise FileExistsError(f"there are too many files called {stem}{ending}")

    def _names(self, name: str) -> list[str]:
        stem, ending = os.path.splitext(name)
        return [name, *(f"{stem}-{number}{ending}" for number in range(2, _MOST_SAME_NAMES))]


def _fit(name: str) -> str:
    """Without characters that a path in a playlist must not have, or that other systems cannot write."""
    return _UNFIT.sub("-", unicodedata.normalize("NFC", name))


def _alike(one: Path, other: Path) -> bool:
    """Whether they are the same file: copies keep size and time."""
    first, second = one.stat(), other.stat()
    same_time = abs(first.st_mtime - second.st_mtime) < 2.1  # FAT counts in twos
    return os.path.samefile(one, other) or (first.st_size == second.st_size and same_time)


def _copy(file: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.part")
    try:
        with file.open("rb") as source, part.open("wb") as copy:
            shutil.copyfileobj(source, copy, _CHUNK)
            copy.flush()
            os.fsync(copy.fileno())
        shutil.copystat(file, part)
        part.chmod(0o644)  # a stick's files may be anybody's; the kiosk's user must read them
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
