"""A photo that says where it was taken."""

import io

import numpy as np
from PIL import Image


def photo_with_gps() -> bytes:
    """JPEG of 480 x 320 pixels with EXIF: GPS position, owner's name, rotated by a quarter."""
    down, right = np.mgrid[0:320, 0:480]
    pixels = np.stack((200 - down // 4, 120 + right // 6, 110 + down // 5), axis=-1)
    exif = Image.Exif()
    exif[0x0112] = 6  # orientation: turn clockwise to show
    exif[0x013B] = "A Photographer"
    exif.get_ifd(0x8825).update({1: "N", 2: (18.0, 31.0, 12.0), 3: "E", 4: (73.0, 51.0, 24.0)})
    out = io.BytesIO()
    Image.fromarray(pixels.astype(np.uint8)).save(out, "JPEG", quality=85, exif=exif)
    return out.getvalue()
