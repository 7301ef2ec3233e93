"""Picture files, read with care: they come from anywhere and may be anything."""

import math
import warnings
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

MOST_MEGAPIXELS = 100
FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP")
"""What stills may be. Formats that run programs to be read (EPS) are not among them."""

# Size is checked here, in words; Pillow's own warning would go to a terminal that nobody sees.
warnings.simplefilter("ignore", Image.DecompressionBombWarning)

_SWAPPED_ORIENTATIONS = (5, 6, 7, 8)
_ORIENTATION = 0x0112


class PictureProblem(Exception):
    """A picture that cannot be shown; its text says why, for the installer."""


def covering(
    file: Path, size: tuple[int, int], focus: tuple[float, float], ground: tuple[int, int, int]
) -> Image.Image:
    """A picture that fills ``size``, mode RGB: upright, in sRGB, cropped around ``focus`` (shares of width and height).

    Transparent parts show ``ground``. PictureProblem where the file is missing, broken, no picture or too large.
    """
    try:
        with Image.open(file, formats=FORMATS) as picture:
            _check_size(picture)
            profile = picture.info.get("icc_profile")
            upright = _upright(picture, size)
        cut = _cropped(_plain(upright), size, focus)
        return _in_srgb(cut, profile, ground)
    except PictureProblem:
        raise
    except FileNotFoundError:
        raise PictureProblem(f"{file.name} is not there.") from None
    except Exception as error:  # decoders of many formats, each with exceptions of its own
        raise PictureProblem(f"{file.name} cannot be read as a picture: {error}") from error


def _check_size(picture: Image.Image) -> None:
    megapixels = picture.width * picture.height / 1e6
    if megapixels > MOST_MEGAPIXELS:
        raise PictureProblem(
            f"{picture.width} × {picture.height} pixels are {math.ceil(megapixels)} megapixels; "
            f"at most {MOST_MEGAPIXELS} can be shown. Save the still smaller."
        )


def _upright(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Loaded and turned as its camera noted. A JPEG is decoded no larger than needed."""
    wide, high = size
    if picture.getexif().get(_ORIENTATION) in _SWAPPED_ORIENTATIONS:
        wide, high = high, wide
    picture.draft(None, (2 * wide, 2 * high))
    picture.load()
    return ImageOps.exif_transpose(picture)


def _plain(picture: Image.Image) -> Image.Image:
    """In a mode that can be resized well: 8 bits a channel, no palette."""
    if picture.mode.startswith("I"):
        return picture.point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode == "F":
        return picture.point(lambda value: value * 255).convert("L")
    if picture.mode in ("P", "PA") or "transparency" in picture.info:
        return picture.convert("RGBA")
    if picture.mode in ("1", "La", "RGBa", "HSV", "YCbCr"):
        return picture.convert("RGB" if "a" not in picture.mode else "RGBA")
    return picture


def _cropped(picture: Image.Image, size: tuple[int, int], focus: tuple[float, float]) -> Image.Image:
    scale = max(size[0] / picture.width, size[1] / picture.height)
    width, height = min(picture.width, size[0] / scale), min(picture.height, size[1] / scale)
    left, top = (picture.width - width) * focus[0], (picture.height - height) * focus[1]
    box = (left, top, left + width, top + height)
    return picture.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)


def _in_srgb(picture: Image.Image, profile: bytes | None, ground: tuple[int, int, int]) -> Image.Image:
    if picture.mode in ("RGBA", "LA"):
        below = Image.new("RGBA", picture.size, (*ground, 255))
        return Image.alpha_composite(below, picture.convert("RGBA")).convert("RGB")
    if profile and picture.mode in ("RGB", "CMYK"):
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            if "sRGB" not in ImageCms.getProfileDescription(source):
                target = ImageCms.createProfile("sRGB")
                return ImageCms.profileToProfile(picture, source, target, outputMode="RGB") or picture.convert("RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a broken profile: the plain values come close enough
    return picture.convert("RGB")
