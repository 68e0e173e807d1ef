"""What a picture's numbers mean as colour: all of it is turned into sRGB here, and nowhere else."""

import io

from PIL import Image, ImageCms

from scans.gate.photos.errors import UNREADABLE


def in_srgb(picture: Image.Image) -> Image.Image:
    """In sRGB, by the embedded profile if there is one: mode L, RGB or RGBA."""
    profile = picture.info.get("icc_profile")
    if picture.has_transparency_data and picture.mode != "RGBA":
        picture = picture.convert("RGBA")
    if isinstance(profile, bytes) and profile:
        picture = _from_profile(picture, profile)
    if picture.mode.startswith("I"):  # 16-bit greys; Pillow's own conversion clips them
        upper = picture.tobytes("raw", "I;16")[1::2]
        picture = Image.frombytes("L", picture.size, upper)
    return picture if picture.mode in ("L", "RGB", "RGBA") else picture.convert("RGB")


def _from_profile(picture: Image.Image, profile: bytes) -> Image.Image:
    """To sRGB by the embedded profile; unchanged where the profile is broken or does not fit."""
    if picture.mode not in ("RGB", "RGBA", "CMYK"):
        return picture
    same = picture.mode != "CMYK"  # then in place: one copy of the pixels less
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        srgb = ImageCms.createProfile("sRGB")
        mode = None if same else "RGB"
        turned = ImageCms.profileToProfile(picture, source, srgb, outputMode=mode, inPlace=same)
    except (ImageCms.PyCMSError, *UNREADABLE):
        return picture
    return picture if turned is None else turned
