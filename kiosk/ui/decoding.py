"""Picture files, read with care: they come from anywhere and may be anything."""

import math
import warnings
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

MOST_MEGAPIXELS = 100
"""Of a JPEG that can be decoded at an eighth of its size, in a few megabytes whatever its own size is."""
MOST_MEGAPIXELS_WHOLE = 50
"""Of any other picture: it has to be decoded whole, with four bytes a pixel."""
FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP")
"""What stills may be. Formats that run programs to be read (EPS) are not among them."""
_FORMATS = "JPEG, PNG, WebP, TIFF, GIF or BMP"

# Size is checked here, in words; Pillow's own warnings would go to a terminal that nobody sees.
warnings.simplefilter("ignore", Image.DecompressionBombWarning)
warnings.filterwarnings("ignore", category=UserWarning, module="PIL")

_SWAPPED_ORIENTATIONS = (5, 6, 7, 8)
_ORIENTATION = 0x0112
_TRIAL_SIZE = (320, 180)


class PictureProblem(Exception):
    """A picture that cannot be shown. ``reason`` says why, for the installer, as the end of a sentence that begins
    with the file's name."""

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"{file.name} {reason}")
        self.reason = reason


def flaw(file: Path) -> str | None:
    """Why a picture cannot be shown, as the end of a sentence; None if it can."""
    try:
        covering(file, _TRIAL_SIZE, (0.5, 0.5), (0, 0, 0))
    except PictureProblem as problem:
        return problem.reason
    return None


def shape(file: Path) -> float:
    """Width by height of a picture as it is seen. PictureProblem where it cannot be read."""
    try:
        with Image.open(file, formats=FORMATS) as picture:
            wide, high = picture.size
            return high / wide if orientation_of(picture) in _SWAPPED_ORIENTATIONS else wide / high
    except Exception as error:  # decoders of many formats, each with exceptions of its own
        raise PictureProblem(file, _reason(file, error)) from error


def covering(
    file: Path, size: tuple[int, int], focus: tuple[float, float], ground: tuple[int, int, int]
) -> Image.Image:
    """A picture that fills ``size``, mode RGB: upright, in sRGB, cropped around ``focus`` (shares of width and height).

    Transparent parts show ``ground``. PictureProblem where the file is missing, broken, no picture or too large.
    """
    try:
        with Image.open(file, formats=FORMATS) as picture:
            _check_size(file, picture)
            profile = picture.info.get("icc_profile")
            upright = _upright(picture, size)
        cut = _cropped(_plain(upright), size, focus)
        return _in_srgb(cut, profile, ground)
    except PictureProblem:
        raise
    except Exception as error:  # decoders of many formats, each with exceptions of its own
        raise PictureProblem(file, _reason(file, error)) from error


def _reason(file: Path, error: Exception) -> str:
    words = str(error)
    if isinstance(error, FileNotFoundError):
        return "is not there."
    if isinstance(error, IsADirectoryError):
        return "is a folder."
    if isinstance(error, Image.DecompressionBombError):
        return f"has more pixels than can be shown, which are {MOST_MEGAPIXELS} megapixels. Save it smaller."
    if isinstance(error, UnidentifiedImageError):
        empty = file.exists() and file.stat().st_size == 0
        return "is empty." if empty else f"is no picture in a format that is read: {_FORMATS}."
    if "truncated" in words.lower() or "broken data stream" in words:
        return "is damaged or cut off: there is less in it than a whole picture."
    return f"cannot be read as a picture: {words.rstrip('.')}."


def _check_size(file: Path, picture: Image.Image) -> None:
    in_part = picture.format in ("JPEG", "MPO") and not picture.info.get("progressive")
    most = MOST_MEGAPIXELS if in_part else MOST_MEGAPIXELS_WHOLE
    megapixels = picture.width * picture.height / 1e6
    if megapixels > most:
        raise PictureProblem(
            file,
            f"has {picture.width} × {picture.height} pixels, {math.ceil(megapixels)} megapixels; "
            f"at most {most} can be shown. Save it smaller.",
        )


def _upright(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Loaded and turned as its camera noted. A JPEG is decoded no larger than needed."""
    wide, high = size
    orientation = orientation_of(picture)
    if orientation in _SWAPPED_ORIENTATIONS:
        wide, high = high, wide
    picture.draft(None, (2 * wide, 2 * high))
    picture.load()
    return ImageOps.exif_transpose(picture) if orientation is not None else picture


def orientation_of(picture: Image.Image) -> int | None:
    """As the camera noted it; None where it noted none, or its notes cannot be read."""
    try:
        found = picture.getexif().get(_ORIENTATION)
    except Exception:  # damaged notes are no reason not to show the picture
        return None
    return found if isinstance(found, int) else None


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
