"""What the sound of a stretch is like beyond its loudness: cut at the highest level, or on one side only."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

import av
from av.audio.frame import AudioFrame
from av.filter import Graph

_STATISTICS: Final = (
    "metadata=1:reset=0:measure_overall=none:measure_perchannel=Peak_level+RMS_level+Flat_factor+Peak_count"
)
_FULL_DBFS: Final = -1.0
"""Sound that is cut is cut near the highest level that there is."""
_LOUD_DBFS: Final = -50.0
_SILENT_DBFS: Final = -70.0


@dataclass(frozen=True, slots=True)
class SoundChecked:
    """``clipped``: how many samples in a row are at the highest level where it is reached, on average; 0 if it is not.

    ``one_sided``: one of two channels is silent, and the other is not.
    """

    clipped: float = 0.0
    one_sided: bool = False


class SoundCheck:
    """Listens along while frames pass."""

    def __init__(self) -> None:
        self._graph: Graph | None = None
        self._channels = 0
        self._shown: dict[str, str] = {}

    def passing(self, frames: Iterator[AudioFrame]) -> Iterator[AudioFrame]:
        """The same frames."""
        for frame in frames:
            self._hear(frame)
            yield frame

    def result(self) -> SoundChecked:
        """Of all that passed."""
        peaks = [self._level(channel, "Peak_level") for channel in range(self._channels)]
        levels = [self._level(channel, "RMS_level") for channel in range(self._channels)]
        clipped = max(
            (self._runs(channel) for channel, peak in enumerate(peaks) if peak >= _FULL_DBFS),
            default=0.0,
        )
        one_sided = len(levels) == 2 and min(levels) < _SILENT_DBFS and max(levels) > _LOUD_DBFS
        return SoundChecked(round(clipped, 1), one_sided)

    def _runs(self, channel: int) -> float:
        """FFmpeg tells the mean length of the runs at the peak, in dB."""
        return float(10 ** (self._level(channel, "Flat_factor") / 20))

    def _level(self, channel: int, name: str) -> float:
        try:
            return float(self._shown.get(f"lavfi.astats.{channel + 1}.{name}", "-inf"))
        except ValueError:
            return float("-inf")

    def _hear(self, frame: AudioFrame) -> None:
        if self._graph is None:
            self._channels = frame.layout.nb_channels
            self._graph = Graph()
            source = self._graph.add_abuffer(
                sample_rate=frame.sample_rate,
                format=frame.format.name,
                layout=frame.layout.name,
                channels=frame.layout.nb_channels,
                time_base=frame.time_base,
            )
            statistics = self._graph.add("astats", _STATISTICS)
            self._graph.link_nodes(source, statistics, self._graph.add("abuffersink")).configure()
        self._graph.push(frame)
        with suppress(av.BlockingIOError, av.EOFError):
            while True:
                self._shown = self._graph.pull().metadata or self._shown
