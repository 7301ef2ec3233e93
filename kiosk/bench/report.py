"""What was measured, as JSON for programs and as rows for a table. Pure."""

import json
from typing import Any, Final

from kiosk.bench.measured import Bench, Measured
from kiosk.bench.verdict import findings, plays_everything, summary, verdict
from kiosk.projection.contract import MediaFacts

VERSION: Final = 1
HEAD: Final = ("film", "", "dropped", "late", "tap", "change", "busy", "MB", "°C")
LEGEND: Final = (
    "tap: ms from the tap to the picture. change: ms from the last frame of the film before it in the loop. "
    "busy: of all {cores} cores, by all of the kiosk's processes. MB: their memory."
)


def as_json(bench: Bench) -> str:
    """``{"v": 1, "summary", "plays_everything", "whole", "screen": [width, height], "cores", "films": […], "findings":
    [{"code", "file", "message", "remedy"}]}``; ``docs/installing.md`` explains a film's fields. What was not measured
    is null."""
    told: dict[str, Any] = {
        "v": VERSION,
        "summary": summary(bench),
        "plays_everything": plays_everything(bench),
        "whole": bench.whole,
        "screen": list(bench.screen),
        "cores": bench.cores,
        "films": [_film(each) for each in bench.films],
        "findings": [
            {"code": each.code, "file": each.file, "message": each.message, "remedy": each.remedy}
            for each in findings(bench)
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _film(measured: Measured) -> dict[str, Any]:
    facts = measured.facts if isinstance(measured.facts, MediaFacts) else None
    frames = measured.frames
    return {
        "file": measured.stretch.name,
        "start": measured.start.total_seconds(),
        "verdict": verdict(measured),
        "codec": facts.codec if facts else None,
        "size": [facts.width, facts.height] if facts else None,
        "frame_rate": facts.frame_rate if facts else None,
        "seconds": round(measured.seconds, 2),
        "frames": frames.shown,
        "dropped": frames.dropped,
        "late": frames.late,
        "longest_frame_ms": round(1000 * frames.longest),
        "tap_to_picture_ms": _ms(measured.tap_to_picture),
        "changeover_ms": _ms(measured.changeover),
        "processor_percent": None if measured.processor is None else round(100 * measured.processor, 1),
        "memory_mb": None if measured.memory is None else round(measured.memory),
        "celsius": measured.degrees,
    }


def row(measured: Measured) -> tuple[str, ...]:
    """The cells under ``HEAD``."""
    frames = measured.frames
    start = f" from {_clock(measured)}" if measured.start else ""
    tap, changeover = _ms(measured.tap_to_picture), _ms(measured.changeover)
    return (
        measured.stretch.name + start,
        {"plays": "✓", "stutters": "stutters", "fails": "fails"}[verdict(measured)],
        f"{frames.dropped} of {frames.due}" if frames.due else "–",
        str(frames.late) if frames.due else "–",
        "–" if tap is None else str(tap),
        "–" if changeover is None else str(changeover),
        "–" if measured.processor is None else f"{measured.processor:.0%}",
        "–" if measured.memory is None else f"{measured.memory:.0f}",
        "–" if measured.degrees is None else f"{measured.degrees:.0f}",
    )


def _clock(measured: Measured) -> str:
    """``1:02:05``, ``0:12``"""
    minutes, seconds = divmod(round(measured.start.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"


def _ms(seconds: float | None) -> int | None:
    return None if seconds is None else round(1000 * seconds)
