"""PNG files by the standard library alone."""

import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
TRUECOLOUR_8_BIT = (8, 2, 0, 0, 0)
NO_FILTER = b"\0"


def png(width: int, height: int, rgb: bytes) -> bytes:
    """The file for a picture of 3 bytes a pixel, row by row from the top left."""
    pitch = width * 3
    rows = b"".join(NO_FILTER + rgb[start : start + pitch] for start in range(0, pitch * height, pitch))
    header = struct.pack(">II5B", width, height, *TRUECOLOUR_8_BIT)
    return SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows, 6)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
