"""Pictures at the limits, and bombs: each is judged in a process of its own."""

import zlib
from functools import partial

from PIL import Image, ImageCms

from scans.gate.limits import DEFAULT_LIMITS
from scans.gate.models import FileKind
from tests.hostile import builders, case, heif_files
from tests.hostile.builders import (
    GREY,
    PALETTE,
    RGB,
    RGBA,
    chunk,
    encoded,
    extended,
    gradient,
    noise,
    png,
    riff,
    scans_jpeg,
    segment,
    tiff,
    webp_pixels,
    within,
)  # fmt: skip
from tests.hostile.claims import cicp
from tests.support import icc_profiles

refused = partial(case.refused, FileKind.IMAGE)
passes = partial(case.passes, FileKind.IMAGE)

DEEP, SIXTEEN = (5000, 4370), (5000, 2690)
ROOM = DEFAULT_LIMITS.images.max_bytes - 4096
LARGEST = (5000, 5000)
HALVED = (8192, 6144)
PHONE = (5712, 4284)
"""24 megapixels, of which a phone makes tiles of 512 pixels."""
JPEG, PNG = encoded(gradient(), "JPEG"), encoded(gradient(), "PNG")
QUARTER = Image.Exif()
QUARTER[0x0112] = 6  # turned by a quarter: needs the pixels twice
ADOBE_RGB = icc_profiles.adobe_rgb()
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def photo(mode: str = "RGB", size: tuple[int, int] = LARGEST, **options: object) -> bytes:
    """A JPEG of noise, to be turned and brought to sRGB."""
    options = {"quality": 60, "exif": QUARTER, "icc_profile": SRGB} | options
    return encoded(noise(mode, size), "JPEG", **options)


def webp(mode: str, size: tuple[int, int], **options: object) -> bytes:
    """A WebP of noise, to be turned and brought to sRGB."""
    options = {"method": 0, "exif": QUARTER, "icc_profile": SRGB} | options
    return encoded(noise(mode, size), "WEBP", **options)


def full_png() -> bytes:
    """The most pixels in the largest file: a part is noise, the rest is black."""
    picture = Image.new("RGB", LARGEST)
    picture.paste(noise("RGB", (5000, 1690)))
    return encoded(picture, "PNG", exif=QUARTER, icc_profile=SRGB, compress_level=1)


def deep(colour: int, size: tuple[int, int]) -> bytes:
    """The most pixels, 16 bits for each colour, turned by a quarter."""
    turned = chunk(b"eXIf", tiff((0x0112, 3, 1, 6)))
    return png(size, colour=colour, bits=16, before=turned)


def whole(name: str, size: tuple[int, int], **options: object) -> bytes:
    """A HEIC or AVIF in one item, as converters write them."""
    picture = gradient(size=size)
    return heif_files.encode(picture, name, exif=QUARTER.tobytes(), speed=10, **options)


def packed_tiff(mode: str, size: tuple[int, int]) -> bytes:
    """A TIFF whose one strip unpacks to all of it."""
    picture = Image.new(mode, size)
    return encoded(picture, "TIFF", compression="tiff_adobe_deflate", strip_size=2**30)


def filled(data: bytes, at: int, filling: bytes) -> bytes:
    """A picture with the same put in at `at` until the file is as large as may be."""
    return within(data, at, filling * ((ROOM - len(data)) // len(filling)))


def texts() -> bytes:
    """As many texts in a PNG as there is room for, each under a name of its own."""
    return within(PNG, 33, b"".join(chunk(b"tEXt", b"%07d\0" % i) for i in range(ROOM // 20 - 99)))


def huge_exif_webp() -> bytes:
    """EXIF whose entries all claim the same megabytes."""
    entries = ((tag, 7, ROOM - 1_000_000, 8) for tag in range(0x0113, 0x0113 + 60_000))
    exif = tiff(*entries).ljust(ROOM - 1000, b"\0")
    pixels = webp_pixels(gradient())
    return riff(extended((64, 48), 8), pixels, (b"EXIF", exif))


def zeros(gigabytes: int) -> bytes:
    """Zlib of that many GB of zeros, a thousandth of the size, put together from equal blocks."""
    packer = zlib.compressobj(9, wbits=-15)
    million = packer.compress(bytes(10**6)) + packer.flush(zlib.Z_FULL_FLUSH)
    sums = (gigabytes * 10**9 % 65_521 << 16) + 1
    return b"\x78\xda" + million * (1000 * gigabytes) + b"\x03\0" + sums.to_bytes(4)


# Decoded: a process for each.
FILES = {
    "baseline JPEG of 25 megapixels": passes(photo),
    "baseline JPEG of 50 megapixels": passes(partial(photo, size=HALVED, quality=30)),
    "progressive JPEG of 50 megapixels": passes(
        partial(photo, size=HALVED, quality=30, progressive=True)
    ),
    "progressive JPEG of 25 megapixels in full colour": passes(
        partial(photo, quality=40, progressive=True, subsampling=0)
    ),
    "baseline CMYK JPEG of 21 megapixels": passes(
        partial(photo, "CMYK", DEEP, quality=10), "image-profile-unusable"
    ),
    "progressive CMYK JPEG of 14 megapixels": passes(
        partial(photo, "CMYK", (4000, 3600), quality=30, progressive=True),
        "image-profile-unusable",
    ),
    "HEIC of 24 megapixels in tiles": passes(
        lambda: heif_files.container(
            *heif_files.grid(PHONE, (512, 512), heif_files.irot(3)), heif_files.exif(6)
        )
    ),
    "HEIC of 50 megapixels in tiles": passes(
        lambda: heif_files.container(*heif_files.grid(HALVED, (512, 512), heif_files.irot(3)))
    ),
    "HEIC of 24 megapixels in one piece": passes(partial(whole, "HEIF", PHONE, quality=10)),
    "AVIF of 20 megapixels in one piece": passes(partial(whole, "AVIF", (5000, 4000))),
    "HEIC of 1,024 tiles": passes(
        lambda: heif_files.container(*heif_files.grid((2048, 2048), (64, 64)))
    ),
    "TIFF of 25 megapixels in one strip": passes(partial(packed_tiff, "RGB", LARGEST)),
    "TIFF of CMYK at 21 megapixels": passes(
        partial(packed_tiff, "CMYK", DEEP), "image-print-colours"
    ),
    "BMP of 25 megapixels": passes(lambda: encoded(noise("L", (5000, 4990)), "BMP")),
    "PNG of 25 megapixels in 25 MB": passes(full_png),
    "PNG of 16-bit colours with alpha at 13 megapixels": passes(partial(deep, RGBA, SIXTEEN)),
    "WebP of 6.6 megapixels": passes(partial(webp, "RGB", (3300, 2000), lossless=True)),
    "transparent WebP of 4.3 megapixels": passes(
        partial(webp, "RGBA", (2180, 2000), lossless=True)
    ),
    "transparent WebP of 4.3 megapixels, lossy": passes(partial(webp, "RGBA", (2180, 2000))),
    "64 scans over 25 megapixels": passes(
        partial(scans_jpeg, LARGEST, 63, 3), "image-passes-missing"
    ),
    "Adobe RGB JPEG of 24 megapixels in full colour": passes(
        partial(photo, size=(6000, 4000), subsampling=0, quality=50, icc_profile=ADOBE_RGB)
    ),
    "Adobe RGB WebP of 6 megapixels": passes(
        partial(webp, "RGB", (3000, 2000), lossless=True, icc_profile=ADOBE_RGB)
    ),
    "PNG of 16-bit colours in BT.2020 at 13 megapixels": passes(
        lambda: png(SIXTEEN, colour=RGB, bits=16, before=cicp(9, 14))
    ),
    "a profile of 20 MB": passes(
        lambda: riff(
            extended((64, 48), 32),
            (b"ICCP", SRGB.ljust(20_000_000, b"\0")),
            webp_pixels(gradient()),
        )
    ),
}

# Refused early, or small once stripped: judged one after the other.
BOMBS = {
    "progressive JPEG of 25 megapixels": passes(partial(photo, progressive=True)),
    "progressive JPEG of 50 megapixels in full colour": refused(
        "image-too-many-pixels", partial(scans_jpeg, HALVED, 5, 3)
    ),
    "progressive CMYK JPEG of 50 megapixels": refused(
        "image-too-many-pixels", partial(scans_jpeg, HALVED, 5, 4)
    ),
    "64 scans over 50 megapixels": passes(partial(scans_jpeg, HALVED, 63)),
    "JPEG of 51 megapixels": refused("image-too-many-pixels", partial(scans_jpeg, (8192, 6200), 1)),
    "HEIC of 51 megapixels": refused(
        "image-too-many-pixels",
        lambda: heif_files.container(*heif_files.grid((8192, 6200), (512, 512))),
    ),
    "AVIF of 24 megapixels in one piece": refused(
        "image-too-many-pixels", partial(whole, "AVIF", PHONE)
    ),
    "PNG of 16-bit grey at 21 megapixels": passes(partial(deep, GREY, DEEP)),
    "PNG of transparent colours of a palette at 21 megapixels": passes(
        lambda: png(
            DEEP,
            colour=PALETTE,
            before=chunk(b"PLTE", bytes(768))
            + chunk(b"tRNS", bytes(256))
            + chunk(b"eXIf", tiff((0x0112, 3, 1, 5))),
        )
    ),
    "WebP of 6.7 megapixels": refused(
        "image-too-many-pixels",
        lambda: riff(extended((3350, 2000)), webp_pixels(Image.new("RGB", (3350, 2000)))),
    ),
    "transparent WebP of 4.4 megapixels": refused(
        "image-too-many-pixels",
        lambda: encoded(Image.new("RGBA", (2200, 2000)), "WEBP", method=0),
    ),
    "a thousand scans over 25 megapixels": refused(
        "image-damaged", partial(scans_jpeg, LARGEST, 1000)
    ),
    "half a million scans": refused("image-damaged", partial(scans_jpeg, (64, 64), 500_000)),
    "a million texts in a PNG": refused("image-damaged", texts),
    "chunks without content, before the pixels": refused(
        "image-damaged", lambda: filled(PNG, 33, chunk(b"prVt"))
    ),
    "chunks without content, behind the pixels": refused(
        "image-damaged", lambda: filled(PNG, -12, chunk(b"prVt"))
    ),
    "pixels in pieces of nothing": refused(
        "image-damaged", lambda: filled(PNG, 33, chunk(b"IDAT"))
    ),
    "segments without content": refused("image-damaged", lambda: filled(JPEG, 2, segment(0xE5))),
    "comments without content": refused("image-damaged", lambda: filled(JPEG, 2, segment(0xFE))),
    "pieces of a profile without content": refused(
        "image-damaged", lambda: filled(JPEG, 2, segment(0xE2, b"ICC_PROFILE\0\1\1"))
    ),
    "a comment of 25 MB": passes(
        lambda: within(PNG, 33, chunk(b"tEXt", b"a\0" + bytes(ROOM - 9000)))
    ),
    "EXIF of 25 MB in one piece": passes(huge_exif_webp),
    "EXIF of 25 MB in pieces": passes(
        lambda: filled(JPEG, 2, segment(0xE1, b"Exif\0\0" + bytes(65_000)))
    ),
    "fill bytes between segments": passes(lambda: filled(JPEG, 2, b"\xff")),
    "fill bytes that lead nowhere": refused(
        "image-damaged", lambda: filled(JPEG[:2], 2, b"\xff")[:-1] + b"\0"
    ),
    "25 MB behind the end": passes(lambda: JPEG + builders.noise("L", (5000, 5000)).tobytes()),
    "a text that unpacks to 10 GB": passes(
        lambda: within(PNG, 33, chunk(b"zTXt", b"a\0\0" + zeros(10)))
    ),
    "a profile that unpacks to 10 GB": refused(
        "image-damaged", lambda: within(PNG, 33, chunk(b"iCCP", b"a\0\0" + zeros(10)))
    ),
    "pixels that unpack to 10 GB": passes(
        lambda: png((20, 20)).replace(
            chunk(b"IDAT", zlib.compress(bytes(61 * 20), 9)), chunk(b"IDAT", zeros(10))
        )
    ),
}
