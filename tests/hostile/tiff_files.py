"""TIFF files of one strip, put together field by field."""

import struct

SHORT, LONG, DIRECTORY = 3, 4, 13
SUBFILE, FURTHER, DNG_VERSION, EXIF = 254, 330, 50706, 0x8769
_LETTERS = {1: "B", SHORT: "H", LONG: "I", DIRECTORY: "I"}
Values = dict[int, tuple[int, tuple[int, ...]]]
"""Type and values by tag."""


def page(
    size: tuple[int, int],
    pixels: bytes,
    *,
    bits: tuple[int, ...] = (8,),
    order: str = "<",
    packed: int = 1,
    more: Values | None = None,
    behind: tuple[Values, ...] = (),
) -> bytes:
    """A TIFF: grey of one sample, colours of three, with alpha of four.

    `more` are further fields. `behind` are directories after the first, referred to by nothing but
    the field `FURTHER`, which is written for them.
    """
    fields: Values = {
        256: (LONG, (size[0],)), 257: (LONG, (size[1],)), 258: (SHORT, bits),
        259: (SHORT, (packed,)), 262: (SHORT, (2 if len(bits) > 2 else 1,)),
        273: (LONG, (8,)), 277: (SHORT, (len(bits),)), 278: (LONG, (size[1],)),
        279: (LONG, (len(pixels),)),
    }  # fmt: skip
    if len(bits) == 4:
        fields[338] = (SHORT, (2,))
    fields |= more or {}
    others, at = [], 8 + len(pixels)
    for each in behind:
        others.append((at, _directory(each, order, at)))
        at += len(others[-1][1])
    if others:
        fields[FURTHER] = (DIRECTORY, tuple(place for place, _ in others))
    start = {"<": b"II", ">": b"MM"}[order] + struct.pack(f"{order}HI", 42, at)
    first = _directory(fields, order, at)
    return start + pixels + b"".join(each for _, each in others) + first


def _directory(fields: Values, order: str, at: int) -> bytes:
    """A directory and, behind it, the values that do not fit into it."""
    place = at + 2 + 12 * len(fields) + 4
    entries, behind = b"", b""
    for tag, (kind, values) in sorted(fields.items()):
        body = struct.pack(f"{order}{len(values)}{_LETTERS[kind]}", *values)
        if len(body) > 4:
            behind, body = behind + body, struct.pack(f"{order}I", place + len(behind))
        entries += struct.pack(f"{order}HHI", tag, kind, len(values)) + body.ljust(4, b"\0")
    return struct.pack(f"{order}H", len(fields)) + entries + bytes(4) + behind
