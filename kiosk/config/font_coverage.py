"""Which characters a TrueType font has, read from its ``cmap`` table (OpenType 1.9, formats 4 and 12)."""

import struct
from collections.abc import Iterator
from unicodedata import normalize


def characters_of(font: bytes) -> frozenset[str]:
    """Every character for which the font names a glyph. ValueError for something else than a whole font."""
    try:
        if any(offset + length > len(font) for _, offset, length in _tables(font)):
            raise ValueError("the font is cut off")
        table = _table(font, b"cmap")
        found: set[int] = set()
        (count,) = struct.unpack_from(">H", table, 2)
        for index in range(count):
            (offset,) = struct.unpack_from(">I", table, 4 + 8 * index + 4)
            found.update(_subtable(table[offset:]))
    except struct.error as error:
        raise ValueError("not a TrueType font") from error
    return frozenset(chr(code) for code in found)


def _table(font: bytes, tag: bytes) -> bytes:
    for name, offset, length in _tables(font):
        if name == tag:
            return font[offset : offset + length]
    raise ValueError(f"the font has no table {tag.decode()}")


def _tables(font: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Name, offset and length of each."""
    (count,) = struct.unpack_from(">H", font, 4)
    for index in range(count):
        name, _, offset, length = struct.unpack_from(">4sIII", font, 12 + 16 * index)
        yield name, offset, length


def _subtable(table: bytes) -> Iterator[int]:
    (kind,) = struct.unpack_from(">H", table)
    if kind == 4:
        yield from _segments(table)
    elif kind == 12:
        (count,) = struct.unpack_from(">I", table, 12)
        for index in range(count):
            first, last, _ = struct.unpack_from(">III", table, 16 + 12 * index)
            yield from range(first, last + 1)


def _segments(table: bytes) -> Iterator[int]:
    (double_count,) = struct.unpack_from(">H", table, 6)
    count = double_count // 2
    ends = struct.unpack_from(f">{count}H", table, 14)
    starts = struct.unpack_from(f">{count}H", table, 16 + double_count)
    deltas = struct.unpack_from(f">{count}H", table, 16 + 2 * double_count)
    offsets_at = 16 + 3 * double_count
    offsets = struct.unpack_from(f">{count}H", table, offsets_at)
    for index in range(count):
        for code in range(starts[index], min(ends[index], 0xFFFE) + 1):
            glyph = code
            if offsets[index]:
                place = offsets_at + 2 * index + offsets[index] + 2 * (code - starts[index])
                (glyph,) = struct.unpack_from(">H", table, place)
                if not glyph:
                    continue
            if (glyph + deltas[index]) & 0xFFFF:
                yield code


def can_be_composed(characters: frozenset[str]) -> frozenset[str]:
    """Accented letters that a font draws as a letter and a mark of its own, which HarfBuzz puts together."""
    codes = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    return frozenset(each for each in map(chr, codes) if characters.issuperset(normalize("NFD", each)))
