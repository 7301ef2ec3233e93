"""Whatever is in the files, reading them never raises, always ends, and says something in our own words."""

import shutil
from pathlib import Path
from random import Random

import pytest

from kiosk.config.load import load_exhibition
from kiosk.config.problems import listing

ROOT = Path(__file__).parents[2]
FILES = ("kiosk.yaml", "playlists/syria.yaml", "playlists/attract.yaml")
PUNCTUATION = [bytes([each]) for each in b"\t\n\r'\":{}[]#%@~,\\|>?-\x00\xff"]
PIECES = [b": ", b"- ", b"&a ", b"*a", b"!!set ", b"!x ", b"|\n", b">\n", b"? ", b"<<: *a\n", b"---\n", b"...\n"]
WORDS = [b"../", b"null", b"-1", b"99999999999999999999", b"1e400", b"0:99"]
CHARACTERS = [each.encode() for each in "\ufeff\u202e\u2028\U0001f39e"]
SPLINTERS = [*PUNCTUATION, *PIECES, *WORDS, *CHARACTERS]
NOT_OUR_WORDS = ("Input should", "Value error", "Field required", "Extra inputs", "pydantic", "Traceback", "Error(")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    shutil.copytree(ROOT / "playlists", folder / "playlists")
    shutil.copy(ROOT / "kiosk.yaml", folder / "kiosk.yaml")
    (folder / "media").symlink_to(ROOT / "media")
    return folder


def mutated(data: bytes, dice: Random) -> bytes:
    """``data`` with one to four accidents."""
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(data) + 1)
        length = dice.choice((0, 0, 1, 3, 40))
        piece = dice.choice((b"", data[at : at + 30], dice.choice(SPLINTERS), dice.choice(SPLINTERS)))
        data = data[:at] + piece + data[at + length :]
        if dice.random() < 0.1:
            lines = data.splitlines(keepends=True)
            dice.shuffle(lines)
            data = b"".join(lines)
    return data


@pytest.mark.parametrize("seed", range(60))
def test_accidents(sample: Path, seed: int, tmp_path: Path) -> None:
    dice = Random(seed)
    shutil.copytree(sample, tmp_path / "show", symlinks=True)
    folder = tmp_path / "show"
    for file in FILES:
        if dice.random() < 0.6:
            (folder / file).write_bytes(mutated((folder / file).read_bytes(), dice))
    loaded = load_exhibition(folder)
    for line in listing(loaded.problems):
        assert "\n" not in line
        assert not any(words in line for words in NOT_OUR_WORDS), line
    assert loaded.exhibition is not None or any(each.severity == "fatal" for each in loaded.problems)
