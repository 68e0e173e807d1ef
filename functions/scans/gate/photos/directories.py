"""TIFF directories, read and written: fields of numbers, some of which say where pixels are.

TIFF 6.0. Only whole numbers and bytes are read, as many of each as the caller says, and no
reference is followed but those to the values of a field and to the next directory.
"""

import struct
from dataclasses import dataclass
from typing import Final

Fields = dict[int, tuple[int, ...]]
"""Values by tag."""

_MOST_FIELDS: Final = 512
_SIZES: Final = {1: 1, 3: 2, 4: 4, 7: 1, 13: 4}
"""Bytes of a value, by type: whole numbers, bytes, and places of directories."""
_LETTERS: Final = {1: "B", 2: "H", 4: "I"}
_BYTES, _SHORT, _LONG = 7, 3, 4
_OF_BYTES: Final = frozenset({347})  # the tables of JPEG
_LONGS: Final = frozenset({256, 257, 273, 278, 279, 322, 323, 324, 325})  # sides, places, lengths


@dataclass(frozen=True)
class Field:
    """Values of a field, not read yet: `data[start:end]`."""

    kind: int
    count: int
    start: int
    end: int


class Tiff:
    """One file and its byte order."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.order = "<" if data[:2] == b"II" else ">"

    def directory(self, at: int) -> tuple[dict[int, Field], int]:
        """Return the fields of a directory by tag, and where the next one is (0: nowhere)."""
        (count,) = struct.unpack_from(f"{self.order}H", self.data, at)
        if count > _MOST_FIELDS:
            raise ValueError(f"{count} fields in a directory")
        fields: dict[int, Field] = {}
        for entry in range(at + 2, at + 2 + 12 * count, 12):
            tag, kind, number, value = struct.unpack_from(f"{self.order}HHII", self.data, entry)
            length = _SIZES.get(kind, 0) * number
            start = value if length > 4 else entry + 8
            fields.setdefault(tag, Field(kind, number, start, start + length))
        (following,) = struct.unpack_from(f"{self.order}I", self.data, at + 2 + 12 * count)
        return fields, following

    def numbers(self, field: Field | None, most: int, otherwise: int = 0) -> tuple[int, ...]:
        """Return the values of a field, `otherwise` where there is none."""
        if field is None:
            return (otherwise,)
        size = _SIZES.get(field.kind, 0)
        if not size or not 0 < field.count <= most or field.end > len(self.data):
            raise ValueError(f"a field of {field.count} values of type {field.kind}")
        numbers = f"{self.order}{field.count}{_LETTERS[size]}"
        return struct.unpack_from(numbers, self.data, field.start)

    def written(self, fields: Fields, places: int, pieces: list[memoryview]) -> bytes:
        """Return a file of this byte order with one directory, and the pixels of `pieces`.

        `places` is the tag of the field that is to say where the pieces are.
        """
        fields = fields | {places: (0,) * len(pieces)}
        longer = 8 + 2 + 12 * len(fields) + 4
        pixels = longer + sum(len(each) for each in self._packed(fields).values() if len(each) > 4)
        starts = []
        for piece in pieces:
            starts.append(pixels)
            pixels += len(piece)
        entries, behind = [], []
        for tag, packed in self._packed(fields | {places: tuple(starts)}).items():
            place = packed
            if len(packed) > 4:
                place = struct.pack(f"{self.order}I", longer)
                longer += len(packed)
                behind.append(packed)
            head = struct.pack(f"{self.order}HHI", tag, _kind(tag), len(fields[tag]))
            entries.append(head + place)
        start = self.data[:4] + struct.pack(f"{self.order}IH", 8, len(entries))
        return b"".join((start, *entries, bytes(4), *behind, *pieces))

    def _packed(self, fields: Fields) -> dict[int, bytes]:
        """The values of each field in order of their tags: four bytes, or an even number."""
        packed = {}
        for tag in sorted(fields):
            letter = _LETTERS[_SIZES[_kind(tag)]]
            values = struct.pack(f"{self.order}{len(fields[tag])}{letter}", *fields[tag])
            packed[tag] = values.ljust(4, b"\0") + bytes(len(values) % 2 if len(values) > 4 else 0)
        return packed


def _kind(tag: int) -> int:
    return _BYTES if tag in _OF_BYTES else _LONG if tag in _LONGS else _SHORT
