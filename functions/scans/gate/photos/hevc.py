"""The parts of an HEVC still (HEIC) that make its pixels, and the size that these claim.

ITU-T H.265 and ISO/IEC 14496-15. A still is one picture, coded in NAL units. Its decoder believes
the size in the sequence's parameters, wherever they are, and decodes as many pictures as it is
given: so there is one set of parameters and one picture here.
"""

import re
from collections.abc import Iterator
from typing import Final

from scans.gate.photos.bits import Bits
from scans.gate.photos.errors import damaged
from scans.gate.photos.parts import bounded

_LAST_PICTURE_TYPE: Final = 21  # table 7-1: 0 to 9 and 16 to 21 are slices of a picture
_SEQUENCE: Final = 33
_PARAMETERS: Final = (32, _SEQUENCE, 34)  # video, sequence, picture
_MOST_PARAMETERS: Final = 64  # picture parameter sets that there can be
_FORBIDDEN: Final = re.compile(rb"\0\0[\0-\2]")
"""Bytes that no unit may have in it (7.4.2.1): a copy that was not finished is zeros from there."""
_NAL_HEADER: Final = 2
"""Bytes before what a unit holds; those that end a sequence or bitstream (36, 37) hold nothing."""
_HEADER: Final = 22  # bytes of hvcC before its arrays


def cut_config(config: bytes) -> tuple[bytes, tuple[int, int]]:
    """Return an `hvcC` of parameters alone, and the width and height that are decoded."""
    kept = [unit for unit in _config_units(config) if _type(unit) in _PARAMETERS]
    sequences = [unit for unit in kept if _type(unit) == _SEQUENCE]
    if len(sequences) != 1:
        raise ValueError(f"{len(sequences)} sequences in a still")
    arrays = b"".join(
        bytes([0x80 | _type(unit), 0, 1]) + len(unit).to_bytes(2) + unit for unit in kept
    )
    header = config[: _HEADER - 1] + bytes([config[_HEADER - 1] | 3])  # lengths of 4 bytes
    return header + bytes([len(kept)]) + arrays, _size(sequences[0])


def cut_picture(config: bytes, data: bytes) -> bytes:
    """Return the slices of the one picture in `data`, without messages and parameters."""
    width = (config[21] & 3) + 1
    units = [unit for unit in bounded(_units(data, width)) if _type(unit) <= _LAST_PICTURE_TYPE]
    units = [unit for unit in units if not unit[0] & 1 and not unit[1] >> 3]  # the base layer
    if any(_FORBIDDEN.search(unit) for unit in units):
        raise damaged("pixels-missing")
    starts = sum(unit[2] >> 7 for unit in units)
    if starts != 1:
        raise ValueError(f"{starts} pictures in a still")
    return b"".join(len(unit).to_bytes(4) + unit for unit in units)


def _type(unit: bytes) -> int:
    return unit[0] >> 1 & 63


def _units(data: bytes, width: int) -> Iterator[bytes]:
    at = 0
    while at < len(data):
        end = at + width + int.from_bytes(data[at : at + width])
        unit = data[at + width : end]
        if end > len(data) or len(unit) < _NAL_HEADER:
            raise ValueError("a NAL unit is cut short")
        if len(unit) == _NAL_HEADER and _type(unit) <= _LAST_PICTURE_TYPE:
            raise ValueError("a slice is cut short")
        yield unit
        at = end


def _config_units(config: bytes) -> list[bytes]:
    """The units of all arrays: a type, how many, and each with its length."""
    units: list[bytes] = []
    at = _HEADER + 1
    for _ in range(config[_HEADER]):
        count, at = int.from_bytes(config[at + 1 : at + 3]), at + 3
        for _ in range(count):
            end = at + 2 + int.from_bytes(config[at : at + 2])
            if len(units) == _MOST_PARAMETERS or end > len(config) or end - at < 5:
                raise ValueError("parameters without end")
            units.append(config[at + 2 : end])
            at = end
    return units


def _size(sequence: bytes) -> tuple[int, int]:
    """The coded width and height in a sequence parameter set (7.3.2.2.1)."""
    bits = Bits(sequence[2:160].replace(b"\0\0\3", b"\0\0"))
    bits.take(4)
    layers = bits.take(3)
    bits.take(1 + 88 + 8)  # nesting, then profile and level
    if layers:
        present = [(bits.take(1), bits.take(1)) for _ in range(layers)]
        bits.take(2 * (8 - layers))
        for profile, level in present:
            bits.take(88 * profile + 8 * level)
    bits.exponential()  # its number
    if bits.exponential() == 3:  # colours at full resolution
        bits.take(1)
    return bits.exponential(), bits.exponential()
