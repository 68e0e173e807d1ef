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

_CORNERS: Final = {
    1: (0, 1, 2, 3), 2: (1, 0, 3, 2), 3: (2, 3, 0, 1), 4: (3, 2, 1, 0),
    5: (0, 3, 2, 1), 6: (3, 0, 1, 2), 7: (2, 1, 0, 3), 8: (1, 2, 3, 0),
}  # fmt: skip
"""Which corner of the stored picture is seen at the top left, top right, bottom right and bottom
left once the picture is upright; the stored ones are counted from the top left, clockwise."""

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
    """Return the picture set upright, without ties to its file; the one given is used up."""
    turn = _TURNS.get(orientation)
    if turn is None:  # a palette that the file lacks is there in a copy
        return picture.copy() if picture.mode == "P" else picture
    if picture.mode != "RGB":
        return picture.transpose(turn)
    info, bands = picture.info, [*picture.split()]
    picture.close()  # colours one by one take less memory than two whole pictures
    for at in range(len(bands)):
        bands[at] = bands[at].transpose(turn)
    whole = Image.merge("RGB", bands)
    whole.info = info
    return whole


def composed(first: int, then: int) -> int:
    """Return the orientation that does what two do, one after the other."""
    seen = tuple(_CORNERS[first][corner] for corner in _CORNERS[then])
    return next(value for value, corners in _CORNERS.items() if corners == seen)


def quarter(orientation: int) -> bool:
    """Return whether width and height change places."""
    return orientation >= 5
