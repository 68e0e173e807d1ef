"""How a picture was held: the orientation of EXIF, read and undone."""

import struct
from typing import Final

from PIL import Image

# The values of EXIF's orientation, and what sets them upright.
_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

EXIF: Final = b"Exif\0\0"
"""What stands before EXIF in a JPEG, and in some files of other formats."""

_ORIENTATION: Final = 0x0112
_SHORT: Final = 3  # the TIFF type of a 16-bit number


def orientation(exif: bytes) -> int:
    """The orientation of EXIF (a TIFF, without `Exif` before it), 1 to 8; 1 where it has none.

    Reads the first directory and follows no reference, as directories may form circles.
    """
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    try:
        (at,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, at)
        for entry in range(at + 2, at + 2 + 12 * count, 12):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", exif, entry)
            if (tag, kind) == (_ORIENTATION, _SHORT):
                return value if 1 <= value <= 8 else 1
    except struct.error:  # also where `order` is none
        return 1
    return 1


def turned(picture: Image.Image, orientation: int) -> Image.Image:
    """Return the picture set upright, without ties to its file."""
    turn = _TURNS.get(orientation)
    return picture.transpose(turn) if turn is not None else picture.copy()


def quarter(orientation: int) -> bool:
    """Return whether width and height change places."""
    return orientation >= 5
