"""The bootstrap script, in a copy of its own where it cannot change anything here.

The copy holds the script, the locks and a pretend Python environment, so nothing is downloaded or installed.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]

HELP = """\
The film kiosk.

  ./run                 opens the kiosk
  ./run FOLDER          opens the exhibition in FOLDER (the one with kiosk.yaml)
  ./run VERB ...        run, check, preview, tour and more; ./run VERB --help explains one
  ./run test            sets up what the tests need and runs them all
  ./run test --soak     the same, with the tests that take long
  ./run test ARGUMENT   hands the arguments to pytest and runs nothing else
  ./run --help          this text

Without FOLDER it is the folder you stand in, if that has a kiosk.yaml, or else the exhibition
that came with the kiosk.

The first time, what is missing is installed: libVLC and a few libraries by apt (as root or with
sudo), Python packages into .venv beside this script. After that no network is needed.
On a machine without a display the kiosk is shown on a virtual screen, and pictures of it are
saved to tour/.
"""

ECHO = '#!/bin/sh\necho "$PYTHONPATH" "$@"\n'
"""Stands in for the environment's Python: tells how it was called."""

PYTHON_THAT_PIP_FAILS = """\
#!/bin/sh
case "$*" in
    *" install "*) echo "{words}" >&2; exit 1 ;;
esac
exit 0
"""


class Copy:
    """A project folder with little more than ``run``, and a way to run it there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.bin = root.parent / "bin"
        self.bin.mkdir()
        for name in ("run", "requirements.lock", "requirements-dev.lock"):
            shutil.copy(PROJECT / name, root)
        (root / "kiosk" / "cli").mkdir(parents=True)
        for verb in ("run", "check", "tour"):
            (root / "kiosk" / "cli" / f"{verb}.py").touch()

    def program(self, name: str, text: str) -> None:
        """Put a program before all others of its name."""
        (self.bin / name).write_text(text)
        (self.bin / name).chmod(0o755)

    def environment(self, python: str, *, whole: bool = True) -> None:
        """Make ``.venv`` with a pretend Python; ``whole`` as after an installation that was finished."""
        scripts = self.root / ".venv" / "bin"
        scripts.mkdir(parents=True)
        (scripts / "python").write_text(python)
        (scripts / "python").chmod(0o755)
        if whole:
            for lock in ("requirements.lock", "requirements-dev.lock"):
                shutil.copy(self.root / lock, self.root / ".venv")

    def run(self, *arguments: str, cwd: Path | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
        kept = {name: os.environ[name] for name in ("HOME", "LANG", "TMPDIR") if name in os.environ}
        search = f"{self.bin}:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
        return subprocess.run(
            [self.root / "run", *arguments],
            cwd=cwd or self.root,
            env={**kept, "PATH": search, **variables},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
        )


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    (tmp_path / "project").mkdir()
    return Copy(tmp_path / "project")


def test_it_is_posix_sh() -> None:
    assert (PROJECT / "run").read_text("utf-8").startswith("#!/bin/sh\n")
    assert subprocess.run(["sh", "-n", PROJECT / "run"], capture_output=True, text=True).stderr == ""


@pytest.mark.parametrize("word", ["--help", "-h", "help"])
def test_help(copy: Copy, word: str) -> None:
    done = copy.run(word)
    assert (done.returncode, done.stdout, done.stderr) == (0, HELP, "")
    assert not (copy.root / ".venv").exists()


def test_a_verb_goes_to_the_command_line_at_once(copy: Copy) -> None:
    copy.environment(ECHO)
    done = copy.run("check", "my show", "--quiet", PYTHONPATH="/elsewhere")
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        f"{copy.root} -P -m kiosk check my show --quiet\n",
        "",
    )


@pytest.mark.parametrize("arguments", [[], ["../my-show"], ["--window", "1280x720"], ["my-show"]])
def test_on_a_display_it_opens_the_kiosk(copy: Copy, arguments: list[str]) -> None:
    (copy.root / "my-show").mkdir()
    copy.environment(ECHO)
    done = copy.run(*arguments, DISPLAY=":7")
    assert done.stdout == " ".join([str(copy.root), "-P -m kiosk", *arguments]) + "\n"
    assert done.stderr == ""


@pytest.mark.parametrize("arguments", [[], ["../my-show"], ["my-show"]])
def test_without_a_display_it_says_so_and_takes_the_tour(copy: Copy, arguments: list[str]) -> None:
    (copy.root / "my-show").mkdir()
    copy.environment(ECHO)
    done = copy.run(*arguments)
    assert done.stdout == " ".join([str(copy.root), "-P -m kiosk tour", *arguments]) + "\n"
    assert done.stderr == "This machine has no display. Taking a tour of the kiosk on a virtual screen instead.\n"


def test_a_folder_that_is_called_like_a_verb_is_the_verb(copy: Copy) -> None:
    (copy.root / "tour").mkdir()
    copy.environment(ECHO)
    assert copy.run("tour").stdout == f"{copy.root} -P -m kiosk tour\n"


def test_from_another_folder_and_through_a_link(copy: Copy, tmp_path: Path) -> None:
    copy.environment(ECHO)
    (copy.bin / "film-kiosk").symlink_to(copy.root / "run")
    expected = f"{copy.root} -P -m kiosk check\n"
    assert copy.run("check", cwd=tmp_path).stdout == expected
    link = subprocess.run([copy.bin / "film-kiosk", "check"], cwd="/", capture_output=True, text=True, check=True)
    assert link.stdout == expected


def test_test_names_each_step_and_ends_with_pytest(copy: Copy) -> None:
    copy.environment(ECHO)
    done = copy.run("test", "--soak")
    assert done.stderr.splitlines() == [
        "ruff check .",
        "ruff format --check .",
        "mypy",
        "pytest --soak -q -n 2 --dist loadgroup",
    ]
    assert done.stdout.splitlines()[-1] == f"{copy.root} -m pytest --soak -q -n 2 --dist loadgroup"


def test_test_with_arguments_is_pytest_alone(copy: Copy) -> None:
    copy.environment(ECHO)
    assert copy.run("test", "tests/cli", "-k", "two words").stdout == f"{copy.root} -m pytest tests/cli -k two words\n"


def test_no_network_is_told_in_one_line(copy: Copy) -> None:
    words = "connection broken by NewConnectionError: Temporary failure in name resolution"
    copy.environment(PYTHON_THAT_PIP_FAILS.format(words=words), whole=False)
    done = copy.run("check")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "Installing the Python packages of requirements.lock into .venv.",
        "The Python packages cannot be fetched. Connect this machine to the network, then start again.",
    ]
    assert not (copy.root / ".venv" / "unfinished").exists()


def test_a_package_with_other_contents_is_told(copy: Copy) -> None:
    words = "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE."
    copy.environment(PYTHON_THAT_PIP_FAILS.format(words=words), whole=False)
    assert copy.run("check").stderr.splitlines()[-1] == (
        "A Python package is not the one that the lock names, so nothing was installed. "
        f"Details: {copy.root}/.venv/setup.log"
    )


def test_an_environment_that_was_not_finished_is_made_anew(copy: Copy) -> None:
    copy.environment(ECHO)
    (copy.root / ".venv" / "unfinished").touch()
    copy.program("python3", '#!/bin/sh\ncase "$*" in *" -m venv "*) echo "venv failed"; exit 1 ;; esac\nexit 0\n')
    done = copy.run("check")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "The Python environment in .venv is incomplete; making it anew.",
        "Making a Python environment in .venv with .",
        "Python could not make .venv: venv failed",
    ]


UNSUPPORTED = '#!/bin/sh\ncase "$1" in --version) echo "Python 3.9.2"; exit 0 ;; esac\nexit 1\n'


def test_a_python_that_is_too_old_is_told(copy: Copy) -> None:
    for name in ("python3", "python3.11", "python3.12", "python3.13", "python3.14", "usr-python3"):
        copy.program(name, UNSUPPORTED)
    script = copy.root / "run"
    script.write_text(script.read_text().replace("/usr/bin/python3", "usr-python3"))
    copy.program("uname", "#!/bin/sh\necho armv7l\n")
    done = copy.run("check")
    assert (done.returncode, done.stderr) == (
        1,
        "The kiosk needs Python 3.11 to 3.14 on a 64-bit system; here is Python 3.9.2 on armv7l. "
        "Debian 12, Ubuntu 24.04 and what is newer have it.\n",
    )


@pytest.mark.parametrize(
    ("apt_says", "told"),
    [
        (
            "E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 4711 (apt)",
            "Another program is installing packages at this moment. Wait until it is done, then start again.",
        ),
        (
            "W: Failed to fetch the list  Temporary failure resolving 'mirror'",
            "apt cannot reach its servers. Connect this machine to the network, then start again.",
        ),
        (
            "E: You don't have enough free space: No space left on device",
            "The disk is full. Make room, then start again.",
        ),
    ],
)
def test_what_apt_could_not_do_is_told(copy: Copy, apt_says: str, told: str) -> None:
    lack_a_library(copy)
    copy.program("apt-get", f'#!/bin/sh\necho "{apt_says}" >&2\nexit 100\n')
    copy.program("id", "#!/bin/sh\necho 0\n")
    done = copy.run("check")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "Installing from the system's packages: libfribidi0",
        f"{told} Missing: libfribidi0",
    ]


def test_only_what_is_missing_is_installed_and_nothing_that_is_merely_recommended(copy: Copy, tmp_path: Path) -> None:
    lack_a_library(copy)
    copy.environment(ECHO)
    copy.program("apt-get", f'#!/bin/sh\necho "$@" >>"{tmp_path}/asked"\n')
    copy.program("id", "#!/bin/sh\necho 0\n")
    assert copy.run("check").returncode == 0
    options = "-q -y -o DPkg::Lock::Timeout=60 -o Acquire::Retries=2"
    assert (tmp_path / "asked").read_text().splitlines() == [
        f"{options} update",
        f"{options} install --no-install-recommends libfribidi0",
    ]


def test_without_root_and_without_a_password_sudo_is_asked_and_its_refusal_told(copy: Copy) -> None:
    lack_a_library(copy)
    copy.program("id", "#!/bin/sh\necho 1000\n")
    copy.program("sudo", '#!/bin/sh\necho "sudo: a password is required" >&2\nexit 1\n')
    assert copy.run("check").stderr.splitlines() == [
        "Installing from the system's packages, with sudo: libfribidi0",
        "sudo refused. Start again as someone who may use sudo, or as root. Missing: libfribidi0",
    ]


def lack_a_library(copy: Copy) -> None:
    """Make the script look for FriBidi under a name that no machine has."""
    script = copy.root / "run"
    text = script.read_text()
    assert "libfribidi.so.0" in text
    script.write_text(text.replace("libfribidi.so.0", "libfribidi.so.nowhere"))
