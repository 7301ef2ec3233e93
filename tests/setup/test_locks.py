"""The locks: names, versions and hashes, and nothing else."""

import re
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")

PACKAGE = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[0-9][0-9a-z.]*)(?P<marker> ; [a-z_]+ [!=<>]+ '[^']+')? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")


def read(lock: str) -> dict[str, str]:
    """Version by name. Fails on a line that is neither a package nor a hash, and on a package without a hash."""
    versions: dict[str, str] = {}
    may_end = True
    for line in (PROJECT / lock).read_text("utf-8").splitlines():
        if package := PACKAGE.fullmatch(line):
            assert may_end, f"no hash before {line}"
            versions[package["name"]] = package["version"]
            may_end = False
        else:
            found = HASH.fullmatch(line)
            assert found, f"neither a package nor a hash: {line}"
            may_end = found[1] is None
    assert may_end
    return versions


def wanted(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=!~\[; ]", each, maxsplit=1)[0].lower() for each in requirements}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_packages_with_hashes_and_no_addresses(lock: str) -> None:
    assert len(read(lock)) > 10
    assert "://" not in (PROJECT / lock).read_text("utf-8")


def test_everything_that_the_project_asks_for_is_locked() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    assert wanted(project["dependencies"]) - set(read("requirements.lock")) == set()
    assert wanted(project["optional-dependencies"]["dev"]) - set(read("requirements-dev.lock")) == set()


def test_tests_run_on_the_versions_that_the_kiosk_runs_on() -> None:
    assert read("requirements.lock").items() - read("requirements-dev.lock").items() == set()


def test_what_only_tests_need_is_not_on_the_kiosk() -> None:
    assert {"numpy", "pytest", "mypy", "ruff"} & set(read("requirements.lock")) == set()
