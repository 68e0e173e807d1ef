"""The parts of an AV1 still (AVIF) that make its pixels, and the size that these claim.

AV1 Bitstream & Decoding Process Specification, sections 5.3 to 5.5. A still is one frame, in open
bitstream units (OBU): one sequence header, then the frame. Nothing else is left.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from scans.gate.photos.bits import Bits
from scans.gate.photos.errors import damaged, not_supported
from scans.gate.photos.parts import bounded

_SEQUENCE, _FRAME_HEADER, _TILES, _FRAME = 1, 3, 4, 6
_KEPT: Final = (_SEQUENCE, _FRAME_HEADER, _TILES, _FRAME)
_ZEROS: Final = bytes(64)
"""What ends a frame of a copy that was not finished. A sound one has a bit set at its end (5.3.4),
after which there may be padding; encoders of stills write none."""
_CONFIG: Final = 4  # bytes of av1C before further OBUs


@dataclass(frozen=True)
class _Unit:
    kind: int
    layered: bool
    body: bytes


def cut_config(config: bytes) -> bytes:
    """Return an `av1C` without further units."""
    if len(config) < _CONFIG:
        raise ValueError("av1C is cut short")
    return config[:_CONFIG]


def cut_picture(data: bytes) -> tuple[bytes, tuple[int, int]]:
    """Return the units of the one frame in `data`, and the width and height it may have."""
    units = [unit for unit in bounded(_units(data)) if unit.kind in _KEPT]
    if any(unit.body.endswith(_ZEROS) for unit in units):
        raise damaged("pixels-missing")
    kinds = [unit.kind for unit in units]
    frames = kinds.count(_FRAME) + kinds.count(_FRAME_HEADER)
    if any(unit.layered for unit in units) or frames > 1:
        raise not_supported("layered")
    if kinds.count(_SEQUENCE) != 1 or kinds[0] != _SEQUENCE or frames != 1:
        raise ValueError("a still that is not one sequence and one frame")
    return b"".join(_written(unit) for unit in units), _size(units[0].body)


def _units(data: bytes) -> Iterator[_Unit]:
    at = 0
    while at < len(data):
        kind, extended, sized = data[at] >> 3 & 15, bool(data[at] & 4), data[at] & 2
        layered, at = extended and bool(data[at + 1]), at + 1 + extended
        length = len(data) - at
        if sized:
            length, at = _leb128(data, at)
        if at + length > len(data):
            raise ValueError("an OBU is cut short")
        yield _Unit(kind, layered, data[at : at + length])
        at += length


def _leb128(data: bytes, at: int) -> tuple[int, int]:
    """A length in seven bits a byte, least first, and where it ends."""
    value = 0
    for number in range(8):
        value |= (data[at + number] & 127) << 7 * number
        if data[at + number] < 128:
            return value, at + number + 1
    raise ValueError("a length without end")


def _written(unit: _Unit) -> bytes:
    length, rest = b"", len(unit.body)
    while rest > 127:
        length, rest = length + bytes([rest & 127 | 128]), rest >> 7
    return bytes([unit.kind << 3 | 2]) + length + bytes([rest]) + unit.body


def _size(sequence: bytes) -> tuple[int, int]:
    """The largest width and height of a frame in a sequence header (5.5.1)."""
    bits = Bits(sequence[:64])
    bits.take(3 + 1)  # profile, still picture
    if bits.take(1):  # the short header of a still
        bits.take(5)
    else:
        if bits.take(1):
            raise not_supported("timed")
        delayed = bits.take(1)
        if bits.take(5):
            raise not_supported("layered")
        bits.take(12)
        if bits.take(5) > 7:  # level
            bits.take(1)
        if delayed and bits.take(1):
            bits.take(4)
    across, down = bits.take(4) + 1, bits.take(4) + 1
    return bits.take(across) + 1, bits.take(down) + 1
