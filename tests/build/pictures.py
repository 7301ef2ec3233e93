"""Picture files of every kind that comes on a stick, good and bad."""

import struct
import zlib
from pathlib import Path

from PIL import Image, ImageDraw

RED, BLUE = (200, 0, 0), (0, 0, 200)
SIZE = (640, 360)

GOOD = ("cmyk", "turned", "sixteen-bits", "animated", "wide", "damaged-notes", "progressive")
"""What is shown right: red on the left, blue on the right."""

BAD = {
    "cut": "is damaged or cut off: there is less in it than a whole picture.",
    "cut-png": "is damaged or cut off: there is less in it than a whole picture.",
    "svg": "is no picture in a format that is read: JPEG, PNG, WebP, TIFF, GIF or BMP.",
    "text": "is no picture in a format that is read: JPEG, PNG, WebP, TIFF, GIF or BMP.",
    "empty": "is empty.",
    "folder": "is a folder.",
    "bomb": "has more pixels than can be shown, which are 100 megapixels. Save it smaller.",
    "too-wide": "has 20000 × 8000 pixels, 160 megapixels; at most 100 can be shown. Save it smaller.",
    "large-png": "has 9000 × 6000 pixels, 54 megapixels; at most 50 can be shown. Save it smaller.",
    "absent": "is not there.",
}
"""What is not, and what is said of it after its name."""


def halves(size: tuple[int, int] = SIZE, mode: str = "RGB") -> Image.Image:
    """Red on the left, blue on the right."""
    picture = Image.new("RGB", size, RED)
    ImageDraw.Draw(picture).rectangle((size[0] // 2, 0, *size), fill=BLUE)
    return picture.convert(mode)


def good_picture(folder: Path, kind: str) -> Path:
    """One of ``GOOD``."""
    path = folder / f"{kind}.jpg"
    match kind:
        case "cmyk":
            halves(mode="CMYK").save(path, quality=95)
        case "turned":
            notes = Image.Exif()
            notes[0x0112] = 6  # to be turned a quarter to the right
            halves().transpose(Image.Transpose.ROTATE_90).save(path, exif=notes, quality=95)
        case "sixteen-bits":
            path.write_bytes(_deep_png())
        case "animated":
            frames = [Image.new("RGB", SIZE, (0, 200, 0)) for _ in range(3)]
            halves().save(path, "GIF", save_all=True, append_images=frames, duration=40, loop=0)
        case "wide":
            halves((20_000, 5_000)).save(path, quality=80)
        case "damaged-notes":
            halves().save(path, exif=b"Exif\x00\x00MM\x00\x2a\xff\xff\xff\xff" + b"\xff" * 40, quality=95)
        case "progressive":
            halves().save(path, progressive=True, quality=95)
    return path


def bad_picture(folder: Path, kind: str) -> Path:
    """One of ``BAD``."""
    path = folder / f"{kind}.jpg"
    match kind:
        case "cut" | "cut-png":
            halves().save(path, "PNG" if kind == "cut-png" else "JPEG")
            path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
        case "svg":
            path.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"/>')
        case "text":
            path.write_text("not a picture")
        case "empty":
            path.touch()
        case "folder":
            path.mkdir()
        case "bomb":
            path.write_bytes(_png(60_000, 60_000, 1, 0, b"\x00" * 1000))
        case "too-wide":
            Image.new("L", (20_000, 8_000)).save(path, quality=20)
        case "large-png":
            path.write_bytes(_png(9_000, 6_000, 1, 0, b"\x00" * 1126 * 6000))
    return path


def _deep_png() -> bytes:
    """16 bits a channel, as scanners write them."""
    left, right = (struct.pack(">HHH", *(level * 257 for level in colour)) for colour in (RED, BLUE))
    line = b"\x00" + left * (SIZE[0] // 2) + right * (SIZE[0] // 2)
    return _png(*SIZE, 16, 2, line * SIZE[1])


def _png(width: int, height: int, depth: int, kind: int, lines: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(lines)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
