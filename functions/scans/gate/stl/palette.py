"""Colour: warm dental stone, and the 256 colours of which every picture is made.

All that a picture shows is stone in more or less light, so that one list of colours is enough for
it, and a pixel is one byte. Against four bytes for red, green, blue and transparency this makes
files a third as large and much quicker to write, and the eye sees no steps.
"""

import struct
import zlib
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scans.gate.stl.layers import Layers
from scans.gate.stl.mesh import Floats32
from scans.gate.stl.shading import INSIDE, strips

Array = NDArray[np.float64]
Bytes = NDArray[np.uint8]

# Tones of warm yellow dental stone, from full shadow to full light, sRGB.
_TONES: Final = np.array(
    [
        (52, 36, 30),
        (120, 92, 76),
        (186, 156, 128),
        (228, 206, 178),
        (248, 238, 220),
        (255, 252, 245),
    ]
)
_LEVELS: Final = (0.0, 0.25, 0.5, 0.72, 0.9, 1.05)
_COOLER: Final = np.array([0.95, 1.0, 1.09])  # the back of the surface

_OUTSIDE, _INSIDE = 120, 72
_RIM, _ALPHAS = 9, 7
"""Numbers of tones outside, inside, and at the rim; there in as many degrees of transparency.
With the background they are 256 colours."""


def png(layers: Layers) -> bytes:
    """Write a picture as PNG, its background transparent; the same bytes each time."""
    rows = np.full((layers.height, layers.width + 1), 2, np.uint8)  # 2: as differences to the row
    rows[:, 1:] = _indices(layers)  # above
    rows[1:, 1:] -= rows[:-1, 1:].copy()
    packer = zlib.compressobj(6, strategy=zlib.Z_RLE)  # most of what is gained is in short runs
    return b"".join((
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", struct.pack(">2I5B", layers.width, layers.height, 8, 3, 0, 0, 0)),
        _chunk(b"PLTE", _COLOURS[:, :3].tobytes()),
        _chunk(b"tRNS", _COLOURS[:, 3].tobytes()),
        _chunk(b"IDAT", packer.compress(rows.tobytes()) + packer.flush()),
        _chunk(b"IEND", b""),
    ))  # fmt: skip


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _indices(layers: Layers) -> Bytes:
    """Numbers of the colours of each pixel, (height, width)."""
    colour = np.empty(layers.covered.shape, np.uint8)
    for rows in strips(layers.height):
        tone = np.clip(layers.bright[rows] * np.float32(1 / _LEVELS[-1]), 0, 1)
        colour[rows] = 1 + _step(tone, _OUTSIDE)
        back = layers.inside[rows]
        colour[rows][back] = 1 + _OUTSIDE + _step(np.minimum(tone[back] / INSIDE, 1), _INSIDE)
        alpha = np.rint(layers.covered[rows] * np.float32(_ALPHAS + 1)).astype(np.uint8)
        rim = (alpha > 0) & (alpha <= _ALPHAS)
        colour[rows][rim] = (
            1 + _OUTSIDE + _INSIDE + (alpha[rim] - 1) * _RIM + _step(tone[rim], _RIM)
        )
        colour[rows][alpha == 0] = 0
    return colour


def _step(tone: NDArray[np.float32], steps: int) -> Bytes:
    """The nearest of evenly spaced tones, 0 to `steps` - 1, of tones between 0 and 1."""
    nearest: Bytes = np.rint(tone * np.float32(steps - 1)).astype(np.uint8)
    return nearest


def _colours() -> Bytes:
    """Red, green, blue and opacity of all colours, (256, 4): background, outside, inside, rim."""
    opaque = [255] * (_OUTSIDE + _INSIDE)
    rim = np.tile(_stone(_RIM), (_ALPHAS, 1))
    alpha = np.repeat(np.arange(1, _ALPHAS + 1) * 255 / (_ALPHAS + 1), _RIM)
    back = _stone(_INSIDE) * INSIDE * _COOLER
    # The background has the colour of stone too: where a picture is scaled, it meets the rim.
    colours = np.concatenate((_stone(3)[1:2], _stone(_OUTSIDE), back, rim))
    whole = np.column_stack((colours, np.concatenate(([0], opaque, alpha))))
    rounded: Bytes = np.rint(whole).astype(np.uint8)
    return rounded


def stone(bright: NDArray[np.floating]) -> Array:
    """Red, green and blue, 0 to 255, of stone in a light of 0 to about 1; shape (..., 3)."""
    return np.stack([np.interp(bright, _LEVELS, tone) for tone in _TONES.T], axis=-1)


def stone_shades(bright: Floats32) -> Bytes:
    """The same in whole numbers, (..., 3), for a picture: to a step of a thousand of the light."""
    steps = np.clip(bright * np.float32((_SHADES - 1) / _LEVELS[-1]), 0, _SHADES - 1)
    shades: Bytes = _SHADED.take(np.rint(steps).astype(np.intp), axis=0)
    return shades


def _stone(tones: int) -> Array:
    """Colours of stone from full shadow to full light, (tones, 3)."""
    return stone(np.linspace(0, _LEVELS[-1], tones))


_COLOURS: Final = _colours()

_SHADES: Final = 1024
_SHADED: Final = np.rint(_stone(_SHADES)).astype(np.uint8)
