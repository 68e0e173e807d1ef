"""Small hostile files that claim to be a picture (`Kind.IMAGE`), and what is said of each."""

import zlib
from functools import partial

from scans.gate.models import FileKind
from tests.hostile import builders, case
from tests.hostile.builders import (
    GREY,
    chunk,
    encoded,
    exif_jpeg,
    extended,
    frames,
    gradient,
    png,
    riff,
    segment,
    tiff,
    webp_pixels,
    within,
)  # fmt: skip
from tests.support import meshes
from tools import samples

refused = partial(case.refused, FileKind.IMAGE)
passes = partial(case.passes, FileKind.IMAGE)

JPEG, PNG, WEBP = (encoded(gradient(), name) for name in ("JPEG", "PNG", "WEBP"))
PIXELS = webp_pixels(gradient())
SIZE = (64, 48)
ZEROS = zlib.compress(bytes(10**8), 9)
"""A hundred million zeros in 100 kB."""

# What is of none of the formats, or no picture at all.
MISTAKEN = {
    "zero bytes": refused("image-empty", b""),
    "one byte": refused("image-format-not-allowed", b"\xff"),
    "text": refused("image-format-not-allowed", b"Dear lab"),
    "gif": refused("image-format-not-allowed", encoded(gradient(), "GIF")),
    "animated gif": refused("image-format-not-allowed", partial(frames, "GIF")),
    "jpeg 2000": refused("image-format-not-allowed", encoded(gradient(), "JPEG2000")),
    "svg": refused("image-format-not-allowed", b"<svg onload='alert(1)'/>"),
    "postscript": refused("image-format-not-allowed", b"%!PS-Adobe-3.0 EPSF-3.0\n"),
    "image magick script": refused("image-format-not-allowed", b"push graphic-context\n"),
    "scan": refused("image-format-not-allowed", meshes.binary(meshes.box(20))),
    "scan that begins as a photo": refused(
        "image-format-not-allowed", meshes.binary(meshes.box(20), header=b"\xff\xd8\xff\xe0")
    ),
    "zip that is called a picture": refused("image-format-not-allowed", samples.broken("zip")),
    "JPEG of three bytes": refused("image-damaged", b"\xff\xd8\xff"),
    "PNG of eight bytes": refused("image-damaged", builders.PNG_START),
    "WebP of twelve bytes": refused("image-damaged", b"RIFF\x04\0\0\0WEBP"),
}

# Cut, changed or contradictory.
DAMAGED = {
    "JPEG cut half way": refused("image-damaged", JPEG[: len(JPEG) * 2 // 3]),
    "PNG cut half way": refused("image-damaged", PNG[: len(PNG) // 2]),
    "WebP cut half way": refused("image-damaged", WEBP[: len(WEBP) // 2]),
    "PNG without its last chunk": passes(PNG[:-12], "image-end-missing"),
    "PNG with a wrong checksum": refused("image-damaged", PNG.replace(b"IDAT", b"IDAT\0", 1)),
    "PNG of a negative length": refused("image-damaged", within(PNG, 33, b"\xff\xff\xff\xffIDAT")),
    "PNG that says it has no pixels": refused("image-damaged", png((0, 0))),
    "PNG of one pixel": refused("image-too-small", png((1, 1))),
    "PNG that lacks half of its rows": refused("image-damaged", png((40, 30), bytes(121 * 15))),
    "PNG with more rows than it says": passes(png((40, 30), bytes(121 * 90))),
    "PNG of colours without a palette": passes(png(colour=builders.PALETTE)),  # greys then
    "PNG of 3 bits": refused("image-damaged", png(bits=3)),
    "JPEG of two frames": refused(
        "image-damaged", within(JPEG, 2, segment(0xC0, b"\x08\x00\x20\x00\x20\x01\x01\x11\x00"))
    ),
    "JPEG of a frame that is none": refused(
        "image-coding-not-supported",
        within(JPEG, 2, segment(0xDE, b"\x08\xff\xff\xff\xff\x01\x01\x11\x00")).replace(
            b"\xff\xc0", b"\xff\xde", 1
        ),
    ),
    "JPEG without a scan": refused("image-damaged", JPEG[: JPEG.index(b"\xff\xda")] + b"\xff\xd9"),
    "JPEG of 12 bits": refused(
        "image-coding-not-supported", JPEG.replace(b"\xff\xc0\0\x11\x08", b"\xff\xc1\0\x11\x0c")
    ),
    "JPEG of no colours": refused(
        "image-damaged",
        within(JPEG[:2] + JPEG[JPEG.index(b"\xff\xda") :], 2, segment(0xC2, b"\x08\0\x20\0\x20\0")),
    ),
    "JPEG whose frame ends early": refused(
        "image-damaged", b"\xff\xd8" + segment(0xC2, b"\x08") + segment(0xDA, b"")
    ),
    "WebP that gives no size": refused("image-damaged", riff((b"VP8 ", b""))),
    "WebP whose sizes contradict each other": refused(
        "image-damaged", riff(extended((8000, 8000), 16), PIXELS)
    ),
}

# Sound pictures with something about them.
ODD = {
    "CMYK": passes(encoded(gradient("CMYK"), "JPEG"), "image-print-colours"),
    "progressive CMYK": passes(
        encoded(gradient("CMYK"), "JPEG", progressive=True), "image-print-colours"
    ),
    "1 bit": passes(encoded(gradient("1"), "PNG")),
    "16 bits": passes(png(bits=16)),
    "16 bits of grey": passes(png(bits=16, colour=GREY)),
    "animated PNG": refused("image-animated", partial(frames, "PNG")),
    "animated WebP": refused("image-animated", partial(frames, "WEBP")),
    "animation of a single frame": passes(partial(frames, "PNG", 1)),
    "animated PNG that says it is not": refused(
        "image-animated", lambda: frames("PNG").replace(b"acTL", b"acTl")
    ),
    "two pictures in a JPEG": passes(
        lambda: encoded(gradient(), "MPO", save_all=True, append_images=[gradient(size=(40, 30))])
    ),
    "PNG that ends as a zip": passes(PNG + samples.broken("zip")),
    "JPEG that ends as a web page": passes(JPEG + b"<script>alert(1)</script>"),
    "WebP that ends as a scan": passes(WEBP + meshes.binary(meshes.box(20))),
    "JPEG with PHP as a comment": passes(within(JPEG, 2, segment(0xFE, b"<?php exit(); ?>"))),
    "JPEG with bytes between its segments": refused(
        "image-damaged", within(JPEG, 20, b"\0\0\0\xff\xff\xff\0")
    ),
    "15 pixels high": refused("image-too-small", png((400, 15))),
    "16 pixels high": passes(png((400, 16))),
    "12,000 pixels wide": passes(partial(png, (12_000, 16))),
    "12,001 pixels wide": refused("image-too-long", partial(png, (12_001, 16))),
    "50,000 x 50,000 pixels": refused("image-too-many-pixels", png((50_000, 50_000), b"")),
    "2**31 - 1 pixels square": refused("image-too-many-pixels", png((2**31 - 1, 2**31 - 1), b"")),
    "25 megapixels and a row": refused("image-too-many-pixels", png((5000, 5001), b"")),
    "WebP of 16,384 pixels square": refused(
        "image-too-many-pixels", riff(extended((16_384, 16_384)), PIXELS)
    ),
    "JPEG of 65,000 pixels square": refused(
        "image-too-many-pixels",
        JPEG.replace(b"\x08" + SIZE[1].to_bytes(2) + SIZE[0].to_bytes(2), b"\x08\xfd\xe8\xfd\xe8"),
    ),
}

# Metadata made to be expensive: none of it is read, but for the orientation.
METADATA = {
    "GPS position and owner": passes(samples.photo_with_gps),
    "EXIF that is no TIFF": passes(exif_jpeg(b"Wilhelmina")),
    "EXIF cut short": passes(exif_jpeg(tiff((0x0112, 3, 1, 6))[:15])),
    "EXIF without a byte": passes(exif_jpeg(b"")),
    "directory that follows itself": passes(exif_jpeg(tiff((0x0112, 3, 1, 6), following=8))),
    "directory within itself": passes(exif_jpeg(tiff((0x8769, 4, 1, 8), (0x8825, 4, 1, 8)))),
    "directory of 65,535 entries": passes(exif_jpeg(tiff(count=65_535))),
    "directory behind the end": passes(exif_jpeg(b"MM\0*\xff\xff\xff\xff")),
    "orientation of 9": passes(exif_jpeg(tiff((0x0112, 3, 1, 9)))),
    "orientation four billion times": passes(exif_jpeg(tiff((0x0112, 3, 2**32 - 1, 6)))),
    "orientation as a fraction": passes(exif_jpeg(tiff((0x0112, 5, 1, 8)))),
    "5,000 entries of 60 kB each": passes(
        exif_jpeg(tiff(*((tag, 7, 60_000, 8) for tag in range(5000))))
    ),
    "text that unpacks to 100 MB": passes(within(PNG, 33, chunk(b"zTXt", b"a\0\0" + ZEROS))),
    "XMP that unpacks to 100 MB": passes(
        within(PNG, 33, chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + ZEROS))
    ),
    "EXIF as text that unpacks to 100 MB": passes(
        within(PNG, 33, chunk(b"zTXt", b"Raw profile type exif\0\0" + ZEROS))
    ),
    "colour profile that unpacks to 100 MB": refused(
        "image-damaged", within(PNG, 33, chunk(b"iCCP", b"a\0\0" + ZEROS))
    ),
    "colour profile that is none": passes(
        lambda: encoded(gradient(), "JPEG", icc_profile=b"acsp" * 99), "image-profile-unusable"
    ),
    "last of 255 pieces of a profile": passes(
        within(JPEG, 2, segment(0xE2, b"ICC_PROFILE\0\xff\xff" + bytes(99)))
    ),
    "pixels that unpack to 100 MB": passes(png((40, 30), bytes(10**8))),
    "20,000 empty comments": refused("image-damaged", within(JPEG, 2, segment(0xFE) * 20_000)),
    "20,000 empty chunks": refused("image-damaged", within(PNG, 33, chunk(b"prVt") * 20_000)),
    "20,000 empty WebP chunks": refused("image-damaged", riff(PIXELS, *[(b"JUNK", b"")] * 20_000)),
    "65 scans": refused("image-damaged", builders.scans_jpeg((64, 64), 64)),
    "64 scans": passes(builders.scans_jpeg((64, 64), 63)),
}

FILES = MISTAKEN | DAMAGED | ODD | METADATA
