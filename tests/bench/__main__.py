"""``python -m tests.bench [NAME…]``: measure, print, and write docs/measured.md if asked to."""

import argparse
import importlib
import sys
import time
from datetime import date
from pathlib import Path

from tests.bench.processes import load, machine
from tests.bench.report import Section

NAMES = (
    "tap_to_picture",
    "processor",
    "captions",
    "regularity",
    "crossfade",
    "crossing_sound",
    "colour",
    "frames",
    "rest",
    "start",
    "memory",
    "press",
    "large",
    "seams",
    "endurance",
    "check",
)


def main() -> int:
    """Runs the benchmarks that are named, all by default; 1 if a bar was missed or a benchmark broke off."""
    arguments = _arguments()
    print(f"{machine()}; load averages {load()}\n", flush=True)
    sections: list[Section] = []
    broken = False
    for name in arguments.names or NAMES:
        begun = time.monotonic()
        try:
            found = importlib.import_module(f"tests.bench.{name}").run(quick=arguments.quick)
        except Exception as error:  # one benchmark that breaks off keeps no other from being run
            print(f"== {name} broke off: {type(error).__name__}: {error}\n", file=sys.stderr, flush=True)
            broken = True
            continue
        for section in found:
            print(section.text(), flush=True)
        print(f"({name}: {time.monotonic() - begun:.0f} s)\n", flush=True)
        sections += found
    if arguments.markdown:
        arguments.markdown.write_text(_page(sections), encoding="utf-8")
    missed = [verdict for section in sections for verdict in section.verdicts if not verdict.reached]
    return 1 if missed or broken else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench", description="Measures the kiosk beside other players."
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"all of them by default: {', '.join(NAMES)}")
    parser.add_argument("--quick", action="store_true", help="shorter and fewer runs, to see that everything works")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the figures there, too")
    arguments = parser.parse_args()
    if unknown := set(arguments.names) - set(NAMES):
        parser.error(f"no benchmark is called {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    return arguments


def _page(sections: list[Section]) -> str:
    head = (
        "# Measured\n\n"
        "Written by `python -m tests.bench --markdown docs/measured.md`. The film is made by the benchmark, so anyone\n"
        "can repeat it. Others are measured in the same run, on the same machine, in alternating order.\n\n"
        f"{date.today().isoformat()}, {machine()}, no GPU. 1920×1080 under Xvfb; the film is 1080p25 H.264\n"
        "of 16 Mbit/s with AAC stereo sound.\n"
    )
    return "\n".join([head, *(section.markdown() for section in sections)])


if __name__ == "__main__":
    sys.exit(main())
