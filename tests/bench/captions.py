"""Processor time of a film with captions beside the same film without."""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import yaml

from tests.bench import our_kiosk
from tests.bench.contestants import READING, Contestant, Pids
from tests.bench.exhibition import Showing, write_exhibition
from tests.bench.film import RATE, benchmark_film, cache_folder
from tests.bench.players import wait_for_film
from tests.bench.processes import processor_seconds
from tests.bench.processor import ENOUGH, GLANCE, SETTLE
from tests.bench.report import Section, Verdict, median, spread
from tests.bench.rounds import turns
from tests.bench.screen import Screen
from tests.bench.watching import watch
from tests.journeys.exhibitions import write_yaml

BAR = 1.05
CUE_SECONDS, PAUSE_SECONDS = 2.6, 0.4
"""As dense as dialogue gets: twenty captions a minute, hardly a pause between them."""
ENGLISH = "The snipers decide which street\ncan still be crossed and which cannot."
ARABIC = "القنّاصة هم الذين يقرّرون أيّ شارع\nما زال عبوره ممكنًا وأيّ شارع لم يعد كذلك."


def run(*, quick: bool = False) -> list[Section]:
    """20 s in five rounds; quickly, 10 s in one."""
    seconds, rounds = (10, 1) if quick else (20, 5)
    section = Section(
        f"Captions, {seconds} s of playing",
        f"User and system time of the kiosk, its projectors and the X server over {seconds} s of the same film, with "
        f"captions of two lines that change every {CUE_SECONDS + PAUSE_SECONDS:.0f} s and without; {rounds} rounds in "
        "alternating order.",
        ["captions", "seconds, median", "from … to", "shown", "÷ off"],
    )
    film = benchmark_film(80)
    costs: dict[str, list[tuple[float, float]]] = {}
    contestants = [Contestant("off", _playing(0)), Contestant("one", _playing(1)), Contestant("both", _playing(2))]
    for _, each in turns(contestants, rounds):
        costs.setdefault(each.name, []).append(_measure(each, film, seconds))
    without = median([whole for whole, _ in costs["off"]])
    for name, runs in costs.items():
        whole = [each for each, _ in runs]
        shown = median([each for _, each in runs])
        ratio = median(whole) / without
        section.rows.append([name, f"{median(whole):.2f}", spread(whole, 2), f"{100 * shown:.1f} %", f"{ratio:.3f}"])
        if name != "off":
            verdict = Verdict(f"≤ {BAR:.2f} × off, {name}", f"{ratio:.3f} × with {name}", ratio <= BAR)
            section.verdicts.append(verdict)
        if shown < ENOUGH:
            section.notes.append(f"{name} dropped frames, the machine was too busy.")
    return [section]


def _measure(contestant: Contestant, film: Path, seconds: float) -> tuple[float, float]:
    """Processor seconds of everything, and the share (0 to 1) of the film's frames that were shown."""
    with Screen() as screen, contestant.play(film, screen) as pids:
        wait_for_film(screen)
        time.sleep(SETTLE)
        before = processor_seconds([*pids(), screen.pid])
        watched = watch(screen, seconds, pause=GLANCE)
        after = processor_seconds([*pids(), screen.pid])
    return after - before, len(watched.frames) / (watched.seconds * RATE)


def _playing(languages: int) -> Callable[[Path, Screen], AbstractContextManager[Pids]]:
    @contextmanager
    def play(film: Path, screen: Screen) -> Iterator[Pids]:
        folder = _exhibition(film, captions=languages > 0)
        with our_kiosk.running_in(screen, folder) as pilot:
            our_kiosk.open_film(pilot, "measured")
            time.sleep(READING)
            pilot.tap("watch")
            pilot.wait_for("rolling")
            if languages > 1:
                width, height = screen.size
                pilot.tap((width // 2, height // 3))
                pilot.wait_for_scene(screen="watching", controls=True)
                pilot.tap("captions")
                pilot.wait_for_scene(screen="watching", choosing=True)
                pilot.tap("captions-both")
                pilot.wait_for_scene(screen="watching", controls=False)
            yield lambda: our_kiosk.processes(pilot)

    return play


def _exhibition(film: Path, *, captions: bool) -> Path:
    """The exhibition that is measured; without captions the files are there, but switched off."""
    folder = cache_folder() / "captions-show"
    shutil.rmtree(folder, ignore_errors=True)
    write_exhibition(folder, [Showing("measured", film)], loop=benchmark_film(20))
    for language, words in (("en", ENGLISH), ("ar", ARABIC)):
        (folder / "media" / f"measured.{language}.srt").write_text(_srt(words), encoding="utf-8")
    playlist, settings = folder / "playlists" / "films.yaml", folder / "kiosk.yaml"
    films = yaml.safe_load(playlist.read_text("utf-8"))
    films["films"][0]["excerpts"][0]["captions"] = {each: f"measured.{each}.srt" for each in ("en", "ar")}
    write_yaml(playlist, films)
    written = yaml.safe_load(settings.read_text("utf-8")) | {"captions": "on" if captions else "off"}
    write_yaml(settings, written)
    return folder


def _srt(words: str) -> str:
    cues = []
    for number in range(round(80 / (CUE_SECONDS + PAUSE_SECONDS))):
        start = number * (CUE_SECONDS + PAUSE_SECONDS)
        cues.append(f"{number + 1}\n{_stamp(start)} --> {_stamp(start + CUE_SECONDS)}\n{number}. {words}\n")
    return "\n".join(cues)


def _stamp(seconds: float) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"00:{minutes:02.0f}:{rest:06.3f}".replace(".", ",")
