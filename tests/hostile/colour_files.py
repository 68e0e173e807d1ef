"""Small pictures with claims of colour, and ones that lack a part; what is said of each."""

from functools import partial

from scans.gate.models import FileKind
from tests.hostile import case, incomplete_pictures
from tests.hostile.builders import (
    GREY,
    GREY_ALPHA,
    PALETTE,
    RGBA,
    chunk,
    encoded,
    exif_jpeg,
    gradient,
    png,
    tiff,
    within,
)  # fmt: skip
from tests.hostile.claims import SRGB_CHUNK, chrm, cicp, exif, gama, iccp
from tests.support import icc_profiles

refused = partial(case.refused, FileKind.IMAGE)
passes = partial(case.passes, FileKind.IMAGE)

PALETTE_CHUNK = chunk(b"PLTE", bytes(768))
NOWHERE = (0.3127, 0.3290, *(0.0, 0.0) * 3)
LINE = (0.3127, 0.3290, 0.1, 0.1, 0.2, 0.2, 0.3, 0.3)
JPEG = encoded(gradient(), "JPEG")

CLAIMS = {
    "Adobe RGB by EXIF": passes(exif_jpeg(exif("<", 0xFFFF, b"R03\0"))),
    "colour space 2": passes(exif_jpeg(exif(">", 2, None))),
    "interoperability within itself": passes(
        exif_jpeg(tiff((0x8769, 4, 1, 8), (0xA005, 4, 1, 8), (0xA001, 3, 1, 2)))
    ),
    "interoperability behind the end": passes(exif_jpeg(exif("<", None, b"R03\0")[:40])),
    "cICP": passes(png(before=cicp(12, 13))),
    "cICP of HDR": refused("image-coding-not-supported", png(before=cicp(9, 16))),
    "cICP of 3 bytes": passes(png(before=chunk(b"cICP", b"\1\1\0"))),
    "cICP of numbers that stand for nothing": passes(png(before=cicp(255, 255))),
    "cHRM and gAMA": passes(png(before=chrm(*NOWHERE[:2], 0.68, 0.32, 0.265, 0.69, 0.15, 0.06))),
    "cHRM without light": passes(png(before=chrm(*NOWHERE)), "image-profile-unusable"),
    "cHRM on a line": passes(png(before=chrm(*LINE)), "image-profile-unusable"),
    "cHRM without light, 16 bits": passes(
        png(bits=16, before=chrm(*NOWHERE)), "image-profile-unusable"
    ),
    "cHRM of 4 billion": passes(png(before=chunk(b"cHRM", b"\xff" * 32)), "image-profile-unusable"),
    "gAMA of 0": passes(png(before=gama(0))),
    "gAMA of 40,000": passes(png(before=chunk(b"gAMA", b"\xee\xee\xee\xee"))),
    "gAMA of light, 16 bits": passes(png(bits=16, before=gama(1))),
    "gAMA of grey with transparency": passes(png(colour=GREY_ALPHA, before=gama(0.55556))),
    "gAMA of a palette": passes(png(colour=PALETTE, before=gama(0.55556) + PALETTE_CHUNK)),
    "sRGB, a profile and gAMA": passes(
        png(before=SRGB_CHUNK + iccp(icc_profiles.adobe_rgb()) + gama(1))
    ),
    "profile of grey": passes(png(colour=GREY, before=iccp(icc_profiles.grey(1.8)))),
    "profile of grey, 16 bits": passes(
        png(colour=GREY, bits=16, before=iccp(icc_profiles.grey(1.8)))
    ),
    "profile of grey for colours": passes(
        png(before=iccp(icc_profiles.grey(1.8))), "image-profile-unusable"
    ),
    "profile of inks": passes(
        encoded(gradient("CMYK"), "JPEG", icc_profile=icc_profiles.print_inks())
    ),
    "sBIT of 0 and of 255": passes(
        png(colour=RGBA, bits=16, before=chunk(b"sBIT", b"\0\xff\0\xff"))
    ),
    "12 bits in 16": passes(
        png((40, 30), (b"\0" + b"\x0f\xff\0\1" * 20) * 30, colour=GREY, bits=16),
        "image-stretched",
    ),
    "transparent grey of 16 bits": passes(
        png(colour=GREY, bits=16, before=chunk(b"tRNS", b"\0\1"))
    ),
    "transparent grey of 4 bits, of 5 bytes": passes(
        png(colour=GREY, bits=4, before=chunk(b"tRNS", b"\xff" * 5))
    ),
}

INCOMPLETE = {
    "JPEG without its end marker": passes(JPEG[:-2], "image-end-missing"),
    "JPEG that ends early, with an end marker": refused(
        "image-damaged", JPEG[: len(JPEG) - 40] + b"\xff\xd9"
    ),
    "JPEG with a reserved marker in its pixels": refused(
        "image-damaged", within(JPEG, len(JPEG) - 40, b"\xff\x02")
    ),
    "JPEG with bytes after its last row": passes(
        JPEG[:-2] + bytes(40) + b"\xff\xd9", "image-bytes-left"
    ),
    "JPEG with a restart marker outside of its pixels": refused(
        "image-damaged", within(JPEG, 2, b"\xff\xd0")
    ),
    "JPEG with arithmetic codes": refused(
        "image-coding-not-supported", JPEG.replace(b"\xff\xc0", b"\xff\xc9", 1)
    ),
    "lossless JPEG": refused(
        "image-coding-not-supported", JPEG.replace(b"\xff\xc0", b"\xff\xc3", 1)
    ),
    "JPEG that lacks passes": passes(
        partial(incomplete_pictures.passes, 4), "image-passes-missing"
    ),
    "JPEG that lacks a piece between restart markers": refused(
        "image-damaged", partial(incomplete_pictures.without_piece, 3, 11)
    ),
    "interlaced PNG that lacks rows": refused(
        "image-damaged", incomplete_pictures.rows_png(30, interlaced=True)
    ),
    "PNG of another sum": refused("image-damaged", incomplete_pictures.rows_png(30, checked=False)),
    "PNG of two headers": refused("image-damaged", png(before=png()[8:33])),
}

FILES = CLAIMS | INCOMPLETE
