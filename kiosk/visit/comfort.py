"""What makes reading and reaching easier for a visitor who asks for it."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Comfort:
    """What a visitor switched. ``reach``: what can be tapped is low enough for somebody who is seated or small."""

    larger_text: bool = False
    high_contrast: bool = False
    reach: bool = False

    def switched(self, target: str) -> "Comfort":
        """After a tap on one of the switches: ``larger-text``, ``high-contrast`` or ``reach``; else the same."""
        match target:
            case "larger-text":
                return replace(self, larger_text=not self.larger_text)
            case "high-contrast":
                return replace(self, high_contrast=not self.high_contrast)
            case "reach":
                return replace(self, reach=not self.reach)
        return self


PLAIN = Comfort()
