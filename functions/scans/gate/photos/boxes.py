"""The boxes of a HEIF file (HEIC, AVIF), and the table of items that they describe.

ISO/IEC 14496-12 (boxes, item locations) and 23008-12 (item properties). A box has a length and a
label and may hold boxes; a `meta` box lists items by number, where their bytes are, what describes
them and how they refer to each other. All of it is bounded: how many there are, and where they end.
"""

import struct
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from scans.gate.photos.parts import Part, bounded

_MOST_ITEMS: Final = 4096
"""A phone's picture of 48 megapixels has 200 tiles, and as many again of its gain map."""
_MOST_EXTENTS: Final = 20_000


@dataclass(frozen=True)
class Property:
    """What an item property says: `data[body:end]`, and whether it must be understood."""

    label: bytes
    body: bytes
    essential: bool


@dataclass
class Items:
    """The table: all by item number.

    `extents` are (start, end) in the file, or end before they start where they would be outside of
    it. `references` lists for each (kind, item) the items that it refers to, in order.
    """

    brands: tuple[bytes, ...]
    primary: int = 0
    types: dict[int, bytes] = field(default_factory=dict)
    extents: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    properties: dict[int, list[Property]] = field(default_factory=lambda: defaultdict(list))
    references: dict[tuple[bytes, int], list[int]] = field(default_factory=dict)

    def content(self, data: bytes, item: int) -> bytes:
        """Return an item's bytes; raise KeyError or ValueError where the file lacks them."""
        if any(end < start for start, end in self.extents[item]):
            raise ValueError("an item lies outside of the file")
        return b"".join(data[start:end] for start, end in self.extents[item])

    def first(self, item: int, label: bytes) -> Property | None:
        """Return the item's first property of that label."""
        return next((each for each in self.properties[item] if each.label == label), None)


class _Reader:
    """Numbers from a box, one after the other; struct.error where it ends early."""

    def __init__(self, data: bytes, at: int, end: int) -> None:
        self.data, self.at, self.end = data, at, end

    def number(self, size: int) -> int:
        if self.at + size > self.end:
            raise struct.error("a box ends early")
        self.at += size
        return int.from_bytes(self.data[self.at - size : self.at])


def read_items(data: bytes) -> Items:
    """Read the table of items; raise ValueError or struct.error where it contradicts itself."""
    top = _found(data, 0, len(data), until=b"meta")
    brands = top[b"ftyp"]
    items = Items(
        tuple(data[at : at + 4] for at in (brands.body, *range(brands.body + 8, brands.end, 4)))
    )
    meta = top[b"meta"]
    inside = _found(data, meta.body + 4, meta.end)
    items.primary = _versioned(data, inside[b"pitm"])
    _read_types(data, inside[b"iinf"], items)
    _read_extents(data, inside, items)
    _read_properties(data, inside[b"iprp"], items)
    if references := inside.get(b"iref"):
        _read_references(data, references, items)
    return items


def _boxes(data: bytes, at: int, end: int) -> Iterator[Part]:
    while at < end:
        length, label, body = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8], at + 8
        if length == 1:
            length, body = int.from_bytes(data[at + 8 : at + 16]), at + 16
        after = at + length if length else end
        if after < body or (after > end and label != b"mdat"):
            raise ValueError(f"a box of {length} bytes in {end - at}")
        yield Part(label, at, body, after)
        at = after


def _found(data: bytes, at: int, end: int, until: bytes = b"") -> dict[bytes, Part]:
    """The first box of each label, up to that of `until`."""
    boxes: dict[bytes, Part] = {}
    for number, box in enumerate(_boxes(data, at, end)):
        if number == _MOST_ITEMS:
            raise ValueError(f"more than {number} boxes")
        boxes.setdefault(box.label, box)
        if box.label == until:
            break
    return boxes


def _versioned(data: bytes, box: Part) -> int:
    """An item number, of 16 bits in version 0 and 32 after."""
    return _Reader(data, box.body + 4, box.end).number(4 if data[box.body] else 2)


def _read_types(data: bytes, box: Part, items: Items) -> None:
    at = box.body + (8 if data[box.body] else 6)
    for entry in bounded(_boxes(data, at, box.end)):
        version, reader = data[entry.body], _Reader(data, entry.body + 4, entry.end)
        if version < 2:
            raise ValueError("items without a type")
        item = reader.number(4 if version > 2 else 2)
        reader.number(2)  # protection, which no camera uses
        items.types[item] = reader.number(4).to_bytes(4)
    if len(items.types) > _MOST_ITEMS:
        raise ValueError(f"{len(items.types)} items")


def _read_extents(data: bytes, inside: dict[bytes, Part], items: Items) -> None:
    box, total = inside[b"iloc"], 0
    version, reader = data[box.body], _Reader(data, box.body + 4, box.end)
    sizes, more = reader.number(1), reader.number(1)
    offsets, lengths, bases, indices = (
        sizes >> 4,
        sizes & 15,
        more >> 4,
        (more & 15) * (version > 0),
    )
    wide = 4 if version > 1 else 2
    for _ in range(reader.number(wide)):
        item = reader.number(wide)
        method = reader.number(2) & 15 if version else 0
        reader.number(2)  # another file, which is never opened
        base, count = reader.number(bases), reader.number(2)
        total += count
        if total > _MOST_EXTENTS or method > 1:
            raise ValueError(f"{total} extents, of an item of construction {method}")
        within = inside.get(b"idat") if method else Part(b"", 0, 0, len(data))
        extents = []
        for _ in range(count):
            reader.number(indices)
            start, length = base + reader.number(offsets), reader.number(lengths)
            extents.append(_placed(within, start, length))
        items.extents[item] = extents


def _placed(within: Part | None, start: int, length: int) -> tuple[int, int]:
    """Where an extent is in the file; the other way round where it claims to be elsewhere."""
    if within is None or within.body + start + length > within.end:
        return 1, 0
    return within.body + start, within.body + start + length


def _read_properties(data: bytes, box: Part, items: Items) -> None:
    inside = _found(data, box.body, box.end)
    boxes = bounded(_boxes(data, inside[b"ipco"].body, inside[b"ipco"].end))
    known = [(box.label, data[box.body : box.end]) for box in boxes]
    links = inside[b"ipma"]
    version, flags = data[links.body], data[links.body + 3]
    reader = _Reader(data, links.body + 4, links.end)
    wide = 2 if flags & 1 else 1
    essential = 1 << (8 * wide - 1)
    total = 0
    for _ in range(reader.number(4)):
        item, count = reader.number(4 if version else 2), reader.number(1)
        total += count
        if total > _MOST_EXTENTS:
            raise ValueError(f"{total} properties of items")
        for _ in range(count):
            link = reader.number(wide)
            if number := link & (essential - 1):  # none at all is 0
                named = Property(*known[number - 1], essential=bool(link & essential))
                items.properties[item].append(named)


def _read_references(data: bytes, box: Part, items: Items) -> None:
    size, total = 4 if data[box.body] else 2, 0
    for kind in bounded(_boxes(data, box.body + 4, box.end)):
        reader = _Reader(data, kind.body, kind.end)
        item, count = reader.number(size), reader.number(2)
        total += count
        if total > _MOST_EXTENTS:
            raise ValueError(f"{total} references")
        items.references[kind.label, item] = [reader.number(size) for _ in range(count)]
