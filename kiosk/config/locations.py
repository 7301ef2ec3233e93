"""From what a list of another player calls a file to the file in the media folder."""

import os
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from kiosk.config.lists import Entry
from kiosk.config.media_folder import MediaFolder
from kiosk.config.paths import refuse_disguises
from kiosk.config.problems import quoted
from kiosk.config.values import Wrong

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):(?=//)|(file):", re.IGNORECASE)
_DRIVE = re.compile(r"/?[A-Za-z]:(?=/)")


@dataclass(frozen=True, slots=True)
class Place:
    """``file`` is absolute. ``moved``: it was not where the list says, but found by the last parts of its path."""

    file: Path
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Locator:
    """Finds files for a list that lies in ``folder``. Never leaves the media folder."""

    media: MediaFolder
    folder: Path

    def find(self, entry: Entry) -> Place:
        """The file of an entry. Raises Wrong, as ``MediaFolder.file`` does, where there is none."""
        spellings = list(_spellings(entry, self.media.name))
        for path in spellings:
            refuse_disguises(path)
            for name in self._names(path):
                if self.media.holds(name):
                    return Place(self.media.file(name))
        for path in spellings:
            if alike := self.media.ending_in([each for each in path.split("/") if each]):
                if len(alike) > 1:
                    several = " or ".join(quoted(each) for each in alike[:2])
                    raise Wrong(f"{_shown(entry)} is not there, and could be {several} in {self.media.name}.")
                return Place(self.media.file(alike[0]), moved=True)
        return Place(self._missing(entry, spellings[-1]))

    def _names(self, path: str) -> Iterator[str]:
        """What the file may be called from the media folder on: as seen from the list, or from that folder itself."""
        inside, absolute = os.path.normpath(self.media.path) + "/", path.startswith("/")
        seen = os.path.normpath(path if absolute else self.folder / path)
        if seen.startswith(inside):
            yield seen.removeprefix(inside)
        if not absolute and ".." not in path.split("/"):
            yield posixpath.normpath(path)

    def _missing(self, entry: Entry, path: str) -> Path:
        """Raises Wrong in the words of the media folder, which remembers what it was asked for in vain."""
        names = list(self._names(path))
        if names:
            return self.media.file(names[0])
        self.media.missing.add(self.media.path / posixpath.basename(path))
        raise Wrong(f"{_shown(entry)} is not in {self.media.name}, nor is a file of that name.")


def _shown(entry: Entry) -> str:
    return quoted(entry.location.strip(), 120)


def _spellings(entry: Entry, folder: str) -> Iterator[str]:
    """The paths that a location may mean, with slashes between the parts. Raises Wrong for an address in a network."""
    location = entry.location
    scheme = _SCHEME.match(location.strip())
    if scheme and (scheme[1] or scheme[2]).lower() != "file":
        raise Wrong(f"{_shown(entry)} is an address; only files in {folder} are used.")
    if scheme:
        meant = [_of_file_address(location.strip()[scheme.end() :])]
    elif entry.encoded:
        meant = [unquote(location), location]
    else:
        meant = [location, location.strip(), unquote(location.strip())]
    for each in dict.fromkeys(meant):
        yield each
        if "\\" in each:
            yield _DRIVE.sub("", each.replace("\\", "/"))


def _of_file_address(rest: str) -> str:
    """The path in ``file:///C:/films/a%20b.mp4``, ``file://localhost/films``, ``file:films``, without drive or host."""
    path = unquote(rest)
    if path.startswith("//"):
        host, slash, inside = path[2:].partition("/")
        path = slash + inside if not host or host.lower() == "localhost" else f"/{host}/{inside}"
    return _DRIVE.sub("", path.replace("\\", "/"))
