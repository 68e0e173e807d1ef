"""Whole JPEGs of any sampling, coded here: each block is of one grey, told by its first code.

Encoders at hand sample brightness at least as often as colours, and all colours alike. ISO/IEC
10918-1 asks for neither. Codes are those of its annex F: a category, then so many bits.
"""

import struct
from itertools import product

import numpy as np

from tests.hostile.builders import segment

_DC = segment(0xC4, b"\0" + bytes((0, 0, 0, 12)) + bytes(12) + bytes(range(12)))  # four bits each
_AC = segment(0xC4, b"\x10" + bytes((1, *bytes(15))) + b"\0")  # one bit: nothing more in this block
_TABLE = segment(0xDB, b"\0" + bytes([8]) * 64)

Rates = tuple[tuple[int, int], ...]


def sampled(
    rates: Rates, size: tuple[int, int] = (64, 48), *, frame: int = 0xC0, black: int = 0
) -> bytes:
    """A sound file of noise whose colours are sampled so often, across and down.

    Args:
        rates: of each colour.
        size: width and height, whole numbers of the largest blocks.
        frame: the marker: 0xC0 sequential, 0xC2 progressive (a pass for each colour's zeros).
        black: rows of the largest blocks at the bottom that are black.
    """
    wide, high = (8 * max(rate[at] for rate in rates) for at in (0, 1))
    across, down = size[0] // wide, size[1] // high
    random, bits, last = np.random.default_rng(5), [], [0] * len(rates)
    progressive = frame == 0xC2
    for row, _ in product(range(down), range(across)):
        for colour, (columns, rows) in enumerate(rates):
            for _ in range(columns * rows):
                dark = -1024 if colour == 0 else 0
                level = dark if row >= down - black else int(random.integers(-700, 700))
                bits.append(_difference(level // 8 - last[colour]))
                bits.append("" if progressive else "0")
                last[colour] = level // 8
    ids = range(1, len(rates) + 1)
    head = struct.pack(">BHHB", 8, size[1], size[0], len(rates))
    head += b"".join(bytes((i, x << 4 | y, 0)) for i, (x, y) in zip(ids, rates, strict=True))
    end = 0 if progressive else 63
    scans = [_scan([*ids], (0, end), "".join(bits))]
    if progressive:
        scans += [_scan([i], (1, 63), "0" * _blocks(size, rates, i - 1)) for i in ids]
    return b"\xff\xd8" + _TABLE + segment(frame, head) + _DC + _AC + b"".join(scans) + b"\xff\xd9"


def _difference(value: int) -> str:
    """A difference from the block before, as F.1.2.1 has it."""
    size = abs(value).bit_length()
    raw = value if value > 0 else value + (1 << size) - 1
    return f"{size:04b}" + (f"{raw:0{size}b}" if size else "")


def _blocks(size: tuple[int, int], rates: Rates, colour: int) -> int:
    """How many blocks of a colour there are, where it has a scan of its own."""
    most = [max(rate[at] for rate in rates) for at in (0, 1)]
    across, down = (-(-size[at] * rates[colour][at] // (8 * most[at])) for at in (0, 1))
    return across * down


def _scan(ids: list[int], coefficients: tuple[int, int], bits: str) -> bytes:
    bits += "1" * (-len(bits) % 8)
    coded = bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8))
    named = bytes([len(ids)]) + b"".join(bytes((i, 0)) for i in ids)
    return segment(0xDA, named + bytes((*coefficients, 0))) + coded.replace(b"\xff", b"\xff\0")
