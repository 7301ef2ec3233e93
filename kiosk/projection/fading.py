"""How loud a film is from moment to moment: its sound comes and goes by degrees, so that nothing bangs."""

import math
from collections.abc import Callable
from typing import Final

from kiosk.projection.contract import Reel

FADE_SECONDS: Final = 0.25
"""From silence to the wanted volume, and back."""
CHANGE_SECONDS: Final = 0.12
"""From one volume to another, and to silence before a pause: three frames, so that the film stops under the finger."""
SHORT_FADE_SECONDS: Final = 0.06
"""The same where the picture of another place is wanted at once, as for a seek."""
STEP_SECONDS: Final = 0.02
"""From one change of the volume to the next, at most."""
_LEAST_STEPS: Final = 12
"""Of a fade, however short: each step of the volume is a small click."""
UNTOUCHED_SECONDS: Final = 0.47
"""The sound of a file's end takes no other volume for so long: libvlc hands it over in one piece. In a crossfade both
sounds are where they shall be before."""


def straight(share: float) -> float:
    """As it comes: 0…1 → 0…1."""
    return share


def even_power(share: float) -> float:
    """Volume (0…1) of a sound that comes while another one goes, so that both together stay as loud: sounds that have
    nothing to do with each other add by their power. libvlc takes the third power of its volume."""
    return math.cbrt(math.sin(share * math.pi / 2))


def even_amplitude(share: float) -> float:
    """Volume (0…1) of a sound that comes or goes within a moment: each step of it is as small as any other."""
    return math.cbrt(share)


def sound_seconds(overlap: float, leaving: Reel) -> float:
    """Seconds in which the sound of ``leaving`` goes and the next one's comes, where their pictures take ``overlap``.

    0 for a cut, and where so little is left that each may come and go as it does by itself.
    """
    seconds = overlap if leaving.end is not None else overlap - UNTOUCHED_SECONDS
    return seconds if seconds > FADE_SECONDS else 0.0


class Fader:
    """Moves the volume in small steps to where it is wanted.

    ``apply`` gets each new volume in per cent. libvlc's volume is cubic, and so close to what an ear takes for even:
    a straight line of it is what is heard as an even fade. Moments (``now``) are monotonic seconds.
    """

    def __init__(self, apply: Callable[[int], None]) -> None:
        self._apply = apply
        self._from = self._to = 0
        self._begins = self._seconds = 0.0
        self._curve: Callable[[float], float] = straight
        self._set = 0

    @property
    def volume(self) -> int:
        """What was applied last, in per cent."""
        return self._set

    def forget(self) -> None:
        """Another film is on: it was opened at volume 0."""
        self._from = self._to = self._set = 0

    def cut(self) -> None:
        """Silence at once, where nothing is heard at this moment."""
        if self._set:
            self._apply(0)
        self.forget()

    def fade(
        self,
        volume: int,
        now: float,
        seconds: float = FADE_SECONDS,
        *,
        wait: float = 0.0,
        curve: Callable[[float], float] = straight,
    ) -> None:
        """Go to ``volume`` per cent within ``seconds``, beginning after ``wait`` seconds. Takes the place of a fade
        that is still under way, from where that one is. ``curve``: of a sound that comes; one that goes takes it
        backwards."""
        self._from, self._to = self._set, volume
        self._begins, self._seconds, self._curve = now + wait, seconds, curve

    def step(self, now: float) -> None:
        """Apply the volume of this moment."""
        share = (now - self._begins) / self._seconds if self._seconds > 0.0 else 1.0
        share = min(1.0, max(0.0, share))
        come = self._curve(share) if self._to >= self._from else 1.0 - self._curve(1.0 - share)
        volume = round(self._from + (self._to - self._from) * come)
        if volume != self._set:
            self._set = volume
            self._apply(volume)

    def seconds_to_next_step(self, now: float) -> float | None:
        """When ``step`` is needed, from now; None while the volume stays as it is."""
        step = min(STEP_SECONDS, self._seconds / _LEAST_STEPS)
        return None if self._set == self._to else max(step, self._begins - now)


class FadeOut:
    """A slow way down from a volume (per cent) to silence, in steps that a projector joins to one another."""

    def __init__(self, volume: int, now: float, seconds: float) -> None:
        self._volume, self._begins, self._seconds = volume, now, seconds
        self._step_at = now

    def next_moment(self) -> float | None:
        """When ``step`` has something to do (monotonic seconds); None once it is silent."""
        return self._step_at if self._step_at <= self._begins + self._seconds + CHANGE_SECONDS else None

    def step(self, now: float) -> int | None:
        """The volume that is due at ``now``; None for no other than before."""
        due = self.next_moment()
        if due is None or now < due:
            return None
        self._step_at = now + CHANGE_SECONDS
        share = (now + CHANGE_SECONDS - self._begins) / self._seconds if self._seconds > 0.0 else 1.0
        return round(self._volume * max(0.0, 1.0 - share))
