"""What a picture file is, from its first bytes: nothing of it is decoded."""

from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from kiosk.ui.decoding import FORMATS, orientation_of


@dataclass(frozen=True, slots=True)
class StillFacts:
    """``width`` and ``height``: pixels as it is seen. ``turned``: its camera lay on its side or head.

    ``cmyk``: made for print. ``transparent``: it may let the ground through. ``moves``: it has more than one picture.
    """

    width: int
    height: int
    turned: bool = False
    cmyk: bool = False
    transparent: bool = False
    moves: bool = False


def still_facts(file: Path) -> StillFacts | None:
    """None where it cannot be read as a picture."""
    try:
        with Image.open(file, formats=FORMATS) as picture:
            orientation = orientation_of(picture) or 1
            width, height = picture.size if orientation < 5 else picture.size[::-1]
            return StillFacts(
                width,
                height,
                turned=orientation > 1,
                cmyk=picture.mode == "CMYK",
                transparent=picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info,
                moves=picture.format != "MPO" and getattr(picture, "n_frames", 1) > 1,
            )
    except Exception:  # decoders of many formats, each with exceptions of its own
        return None
