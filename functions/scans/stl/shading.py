"""Light and colour: from depth and direction of the surface to the look of dental stone.

All light stands still in the picture, whatever the scan's axes are: a soft key from the upper
left, a sky that fades towards the ground, a little gloss as enamel has. Fissures and the gaps
between teeth are darkened by how far a pixel lies below its surroundings, which is most of what
makes teeth recognisable in a small picture.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from scans.stl.mesh import Floats32

Image = NDArray[np.uint8]

_KEY: Final = np.array([-0.36, 0.46, 0.81], np.float32)
_GLOSS: Final = np.array([-0.20, 0.30, 0.93], np.float32)  # half way between key and viewer
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
_INSIDE: Final = np.array([0.62, 0.66, 0.74])  # the back of the surface: darker and cooler
_HOLLOWS: Final = ((0.006, 0.30), (0.018, 0.34), (0.05, 0.22))
"""Sizes of hollows that are darkened, as part of the picture's side, and how much at most."""


def light(normals: Floats32) -> Floats32:
    """Brightness of surfaces from unit normals (3, m) in the picture; 0 to about 1."""
    x, y, z = normals
    back = np.where(z < 0, np.float32(-1), np.float32(1))
    x, y, z = x * back, y * back, z * back
    key = np.maximum(_KEY[0] * x + _KEY[1] * y + _KEY[2] * z, 0)
    sky = 0.5 + 0.35 * y + 0.15 * z
    gloss = np.maximum(_GLOSS[0] * x + _GLOSS[1] * y + _GLOSS[2] * z, 0) ** 28
    bright: Floats32 = 0.12 + 0.56 * key + 0.29 * sky + 0.12 * gloss
    return bright


def hollows(depth: Floats32, covered: Floats32) -> Floats32:
    """How much light is left, 0 to 1, in places that lie below their surroundings.

    `depth` in pixels, larger is nearer, shape (side, side); `covered` is 1 on the surface, 0 off
    it, and between at its rim.
    """
    left = np.ones_like(depth)
    for part, strength in _HOLLOWS:
        radius = max(1, round(part * len(depth)))
        around = blurred(depth * covered, radius) / np.maximum(blurred(covered, radius), 1e-6)
        below = (around - depth) / np.float32(radius)
        left *= 1 - np.float32(strength) * np.clip(below * np.float32(1.3), 0, 1)
    return left


def blurred(image: Floats32, radius: int) -> Floats32:
    """Mean over squares of 2 * radius + 1 pixels, twice; beyond the rim all is zero."""
    for axis in (0, 1, 0, 1):
        sums = np.cumsum(image, axis=axis, dtype=np.float64)
        shape = list(image.shape)
        shape[axis] = radius + 1
        before = np.concatenate((np.zeros(shape), sums), axis=axis)
        last = np.take(sums, [-1], axis=axis)
        after = np.concatenate((sums, np.repeat(last, radius, axis=axis)), axis=axis)
        after = np.take(after, range(radius, radius + image.shape[axis]), axis=axis)
        before = np.take(before, range(image.shape[axis]), axis=axis)
        image = ((after - before) / (2 * radius + 1)).astype(np.float32)
    return image


def colour(bright: Floats32, inside: Floats32, covered: Floats32) -> Image:
    """RGBA, shape (side, side, 4), of brightness, share of back side, and share covered."""
    rgb = np.stack([np.interp(bright, _LEVELS, tone) for tone in _TONES.T], axis=-1)
    rgb *= 1 - inside[..., None] * (1 - _INSIDE)
    rgba = np.concatenate((rgb, 255 * covered[..., None]), axis=-1)
    rgba[covered == 0] = 0
    image: Image = np.rint(np.clip(rgba, 0, 255)).astype(np.uint8)
    return image
