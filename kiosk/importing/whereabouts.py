"""From what a list or a table calls a file to the file itself, wherever it is by now."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/*")
_DRIVE = re.compile(r"/?[A-Za-z]:(?=/)")
_MOST_LISTED = 20_000


@dataclass(slots=True)
class Whereabouts:
    """Looks in ``folders``, the first one first: under the path that is written, then for the name alone."""

    folders: tuple[Path, ...]
    _by_name: dict[str, list[Path]] | None = field(default=None, init=False)

    def find(self, written: str) -> Path | None:
        """The file; None if there is none, or several of that name and none at that path."""
        for path in _spellings(written):
            for folder in self.folders:
                if (found := folder / path).is_file():
                    return Path(os.path.normpath(found))
        for path in _spellings(written):
            alike = self._names().get(PurePosixPath(path).name.casefold(), [])
            if len(alike) == 1:
                return alike[0]
        return None

    def _names(self) -> dict[str, list[Path]]:
        """All files by their names; looked for once."""
        if self._by_name is None:
            self._by_name, count = {}, 0
            for base in dict.fromkeys(self.folders):
                for folder, inner, files in os.walk(base):
                    inner[:] = sorted(each for each in inner if not each.startswith("."))
                    for name in sorted(files):
                        same = self._by_name.setdefault(name.casefold(), [])
                        if (path := Path(folder, name)) not in same:
                            same.append(path)
                    count += len(files)
                    if count > _MOST_LISTED:
                        break
        return self._by_name


def _spellings(written: str) -> list[str]:
    """The paths that may be meant: of an address its path, with and without %20, with slashes either way."""
    text = written.strip()
    if not text or "\x00" in text:
        return []
    bare = _SCHEME.sub("/", text) if "://" in text or text.lower().startswith("file:") else text
    meant = dict.fromkeys((bare, unquote(bare)))
    turned = [_DRIVE.sub("", each.replace("\\", "/")) for each in meant]
    return list(dict.fromkeys((*meant, *turned)))
