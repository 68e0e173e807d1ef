"""Small hostile files that claim to be a scan (`Kind.STL`), and what is said of each."""

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
from functools import partial

import numpy as np

from scans.gate.models import FileKind
from tests.hostile import builders, case
from tests.support import meshes
from tools import samples

refused = partial(case.refused, FileKind.STL)
passes = partial(case.passes, FileKind.STL)

BOX = meshes.box(20)
WHOLE = meshes.binary(BOX)
TEXT = meshes.ascii_stl(BOX)
FACET = b"facet normal 0 0 1 outer loop vertex 0 0 0 vertex 9 0 0 vertex 0 9 0 endloop endfacet\n"


def with_count(count: int) -> bytes:
    """Twelve triangles under a header that declares `count`."""
    return meshes.binary(BOX, count=count)


def with_float(bits: int, triangle: int = 3) -> bytes:
    """One coordinate replaced by a float of these bits."""
    at = 84 + 50 * triangle + 12
    return WHOLE[:at] + struct.pack("<I", bits) + WHOLE[at + 4 :]


def with_normal(bits: int) -> bytes:
    """The normal of the first triangle replaced; it only repeats what the corners say."""
    return WHOLE[:84] + struct.pack("<3I", bits, bits, bits) + WHOLE[96:]


def scaled(factor: float) -> bytes:
    """The box of 20 mm, larger or smaller."""
    return meshes.binary(BOX * np.float32(factor))


def number(text: bytes) -> bytes:
    """ASCII STL with the first coordinate that is 20 written as `text`."""
    return TEXT.replace(b"20 ", text + b" ", 1)


def zipped(method: int = zipfile.ZIP_DEFLATED, content: bytes = WHOLE) -> bytes:
    """The scan within a ZIP."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr(zipfile.ZipInfo("scan.stl"), content, method)
    return out.getvalue()


def tarred() -> bytes:
    """The scan within a tar archive, whose first bytes are the name of the file."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        info = tarfile.TarInfo("scan.stl")
        info.size = len(WHOLE)
        archive.addfile(info, io.BytesIO(WHOLE))
    return out.getvalue()


# What binary files say of themselves.
COUNTS = {
    "zero bytes": refused("stl-empty", b""),
    "one byte": refused("stl-not-stl", b"\0"),
    "79 bytes of nothing": refused("stl-not-stl", bytes(79)),
    "header cut before the count": refused("stl-not-stl", WHOLE[:83]),
    "header alone": refused("stl-truncated", WHOLE[:84]),
    "no triangle, none declared": refused("stl-too-few-triangles", bytes(84)),
    "one triangle": refused("stl-too-few-triangles", meshes.binary(BOX[:1])),
    "three triangles": refused("stl-too-few-triangles", meshes.binary(BOX[:3])),
    "four triangles": passes(meshes.binary(meshes.tetrahedron(20))),
    "count one too high": refused("stl-truncated", with_count(13)),
    "count one too low": refused("stl-more-than-declared", with_count(11)),
    "count of zero": refused("stl-more-than-declared", with_count(0)),
    "count of 2**31": refused("stl-count-wrong", with_count(2**31)),
    "count of 2**32 - 1": refused("stl-count-wrong", with_count(2**32 - 1)),
    "count of 2**32 - 1, odd rest": refused("stl-count-wrong", with_count(2**32 - 1) + b"\n"),
    "count whose size wraps at 2**32": refused("stl-count-wrong", with_count(2**32 // 50 + 1)),
    "count in the other byte order": refused("stl-count-wrong", with_count(12 << 24)),
    "cut within a triangle": refused("stl-truncated", WHOLE[:-1]),
    "cut half way": refused("stl-truncated", WHOLE[:384]),
    "one byte more": passes(WHOLE + b"\n", "stl-trailing-bytes"),
    "49 bytes more": passes(WHOLE + b"\xff" * 49, "stl-trailing-bytes"),
    "a triangle more": refused("stl-more-than-declared", WHOLE + b"\xff" * 50),
    "a block of zeros more": passes(WHOLE + bytes(4096), "stl-trailing-bytes"),
    "more than a block of zeros": refused("stl-more-than-declared", WHOLE + bytes(4097)),
    "a second file behind": refused("stl-more-than-declared", WHOLE + WHOLE),
    "a program behind": refused("stl-more-than-declared", WHOLE + b"#!/bin/sh\nexit\n" * 9),
    "solid in a binary header": passes(meshes.binary(BOX, header=b"solid scan")),
    "a facet in a binary header": passes(meshes.binary(BOX, header=TEXT[:80])),
    "solid header, cut": refused("stl-truncated", meshes.binary(BOX, header=TEXT[:80])[:-90]),
}

# Numbers that are none, or none of this world.
NUMBERS = {
    "quiet NaN": refused("stl-not-finite", with_float(0x7FC00000)),
    "signalling NaN": refused("stl-not-finite", with_float(0x7F800001)),
    "negative NaN": refused("stl-not-finite", with_float(0xFFFFFFFF)),
    "infinity": refused("stl-not-finite", with_float(0x7F800000)),
    "minus infinity": refused("stl-not-finite", with_float(0xFF800000)),
    "NaN in the last triangle": refused("stl-not-finite", with_float(0x7FC00000, 11)),
    "all NaN": refused("stl-not-finite", scaled(float("nan"))),
    "NaN as a normal": passes(with_normal(0x7FC00000)),
    "infinity as a normal": passes(with_normal(0x7F800000)),
    "minus zero": passes(meshes.binary(np.where(BOX == 0, np.float32(-0.0), BOX))),
    "a denormal coordinate": passes(with_float(1, 0)),
    "all denormal": refused("stl-too-small", scaled(1e-40)),
    "smallest floats": refused("stl-too-small", scaled(1e-37)),
    "largest float": refused("stl-too-big", with_float(0x7F7FFFFF)),
    "all largest floats": refused(
        "stl-too-big", meshes.binary(np.sign(BOX - 10) * np.float32(3.4028235e38))
    ),
    "a kilometre away": refused("stl-too-far-from-origin", meshes.binary(BOX + np.float32(1e6))),
    "all corners on one point": refused("stl-no-surface", meshes.binary(BOX * 0)),
    "all corners on one point elsewhere": refused(
        "stl-no-surface", meshes.binary(BOX * 0 + np.float32(7))
    ),
    "all corners on one line": refused(
        "stl-no-surface", meshes.binary(BOX * np.array((1, 0, 0), np.float32))
    ),
    "one triangle a thousand times": passes(
        meshes.binary(np.repeat(BOX[:1], 1000, axis=0)),
        "stl-duplicate-triangles",
        "stl-non-manifold-edges",
    ),
    "every triangle inside out too": passes(
        meshes.binary(np.concatenate((BOX, BOX[:, ::-1]))),
        "stl-duplicate-triangles",
        "stl-non-manifold-edges",
    ),
}

# Text that is almost an ASCII STL.
TEXTS = {
    "wrong keyword": refused("stl-ascii-structure", TEXT.replace(b"vertex", b"vertexx", 1)),
    "keywords in the wrong order": refused(
        "stl-ascii-structure", TEXT.replace(b"outer loop", b"loop outer", 1)
    ),
    "keywords in another language": refused(
        "stl-ascii-structure", TEXT.replace(b"endloop", b"schleifenende", 1)
    ),
    "facets with four corners": refused(
        "stl-ascii-structure", TEXT.replace(b"    endloop", b" vertex 1 1 1\n endloop", 1)
    ),
    "no last line": refused("stl-truncated", TEXT[: TEXT.rindex(b"endsolid")]),
    "cut within a facet": refused("stl-truncated", TEXT[:700]),
    "cut within the name": refused("stl-not-stl", b"solid Wilhel"),
    "a solid of nothing": refused("stl-too-few-triangles", b"solid\nendsolid\n"),
    "one facet": refused("stl-too-few-triangles", b"solid\n" + FACET + b"endsolid\n"),
    "something behind the end": refused("stl-ascii-structure", TEXT + b"<script>"),
    "a binary file behind the end": refused("stl-ascii-structure", TEXT + WHOLE),
    "Ctrl-Z behind the end": passes(TEXT + b"\x1a", "stl-trailing-bytes"),
    "a block of NUL behind the end": passes(TEXT + bytes(4096), "stl-trailing-bytes"),
    "more than a block of NUL behind the end": passes(TEXT + bytes(4097), "stl-trailing-bytes"),
    "a remark behind the end": passes(TEXT + b"# written by hand\n\x1a\0", "stl-trailing-bytes"),
    "a remark about a solid behind the end": passes(
        TEXT + b"# one solid more\n", "stl-ascii-ignored"
    ),
    "a solid in a remark behind the end": refused(
        "stl-ascii-structure", TEXT + b"# solid one more\n"
    ),
    "a remark before the solid": passes(b"# 12 facets\n" + TEXT, "stl-ascii-ignored"),
    "facets behind the end": refused("stl-ascii-structure", TEXT + FACET),
    "keywords in two words": passes(
        TEXT.replace(b"endloop", b"end loop")
        .replace(b"endfacet", b"END\tFACET")
        .replace(b"endsolid", b"end solid")
    ),
    "a colour behind each facet": passes(
        TEXT.replace(b"endfacet", b"endfacet color 31744"), "stl-ascii-ignored"
    ),
    "a line of colour in each facet": passes(
        TEXT.replace(b"endloop", b"endloop\ncolor 1 0.5 0"), "stl-ascii-ignored"
    ),
    "a triangle behind a colour": refused(
        "stl-ascii-structure", TEXT.replace(b"endfacet", b"color 1 0 0 " + FACET + b"endfacet", 1)
    ),
    "lines of solids doubled": passes(b"solid\n" + TEXT + b"endsolid\n", "stl-ascii-ignored"),
    "a fourth coordinate": refused("stl-ascii-structure", number(b"20 1")),
    "NUL bytes between words": refused("stl-ascii-encoding", TEXT.replace(b" ", b"\0")),
    "one NUL byte in a number": refused("stl-ascii-encoding", number(b"2\x000")),
    "UTF-16": refused("stl-ascii-encoding", TEXT.decode().encode("utf-16")),
    "UTF-32": refused("stl-not-stl", TEXT.decode().encode("utf-32")),
    "UTF-16 from the middle on": refused(
        "stl-ascii-encoding", TEXT[:700] + TEXT[700:].decode().encode("utf-16-le")
    ),
    "EBCDIC": refused("stl-not-stl", TEXT.decode().encode("cp037")),
    "name in Latin-1 within UTF-8": passes(
        b"\xef\xbb\xbf" + TEXT.replace(b"sample", "Müller, René".encode("latin-1"))
    ),
    "digits of another script": refused("stl-ascii-number", number("२०".encode())),
    "digits full-width": refused("stl-ascii-number", number("\uff12\uff10".encode())),
    "minus sign of typographers": refused("stl-ascii-number", number("\u221220".encode())),
    "decimal comma": refused("stl-ascii-number", number(b"20,5")),
    "underscore in a number": refused("stl-ascii-number", number(b"2_0")),
    "exponent of FORTRAN": passes(number(b"2.0D+01")),
    "hexadecimal number": refused("stl-ascii-number", number(b"0x14")),
    "word for a number": refused("stl-ascii-number", number(b"twenty")),
    "nan as a number": refused("stl-not-finite", number(b"nan")),
    "nan with a payload": refused("stl-ascii-number", number(b"nan(0x7)")),
    "infinity in words": refused("stl-not-finite", number(b"-Infinity")),
    "exponent beyond floats": refused("stl-not-finite", number(b"1e39")),
    "exponent beyond everything": refused("stl-not-finite", number(b"1e999999999999")),
    "exponent below everything": passes(number(b"20e-999999999"), "stl-degenerate-triangles"),
    "number of ten thousand digits": refused("stl-not-finite", number(b"9" * 10_000)),
    "ten thousand digits of which two count": passes(number(b"0" * 9_998 + b"20")),
    "ten thousand decimals": passes(number(b"20." + b"0" * 10_000)),
    "a name of 5,000 letters": refused(
        "stl-ascii-endless-line", TEXT.replace(b"sample", b"x" * 5000)
    ),
    "escape sequences in the name": passes(TEXT.replace(b"sample", b"\x1b[2J\x07\x08")),
    "a thousand solids and one": refused(
        "stl-ascii-structure", b"solid\nendsolid\n" * 500 + b"solid facet\nendsolid\n" * 501
    ),
}

# Other things, under the name of a scan.
MISTAKEN = {
    "zip": refused("stl-is-archive", zipped),
    "zip, not compressed": refused("stl-is-archive", partial(zipped, zipfile.ZIP_STORED)),
    "zip bomb of 100 MB": refused("stl-is-archive", partial(zipped, content=bytes(10**8))),
    "gzip": refused("stl-is-archive", gzip.compress(WHOLE)),
    "bzip2": refused("stl-not-stl", bz2.compress(WHOLE)),
    "xz": refused("stl-not-stl", lzma.compress(WHOLE)),
    "tar": refused("stl-more-than-declared", tarred),  # the scan inside is not compressed
    "web page": refused("stl-is-web-page", samples.broken("html")),
    "web page after comments": refused(
        "stl-is-web-page", b"<!-- portal -->\n" * 20 + b"<html><body>Sign in</body></html>"
    ),
    "comments without a web page": refused("stl-not-stl", b"<!---->" * 1000 + b"x"),
    "comment that never ends": refused("stl-not-stl", b"<!--" * 2000),
    "svg": refused("stl-not-stl", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "entities that multiply": refused(
        "stl-not-stl", b"<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'a'><!ENTITY b '&a;&a;'>]>"
    ),
    "pdf": refused("stl-is-document", b"%PDF-1.7\n" + bytes(300)),
    "photo": refused("stl-is-image", samples.photo_with_gps),
    "gif": refused("stl-is-image", partial(builders.frames, "GIF")),
    "dicom": refused("stl-is-other-3d-format", bytes(128) + b"DICM" + bytes(40)),
    "ply": refused("stl-is-other-3d-format", b"ply\nformat binary_little_endian 1.0\n" + bytes(99)),
    "obj": refused("stl-is-other-3d-format", b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n" * 99),
    "program for Windows": refused(
        "stl-not-stl", b"MZ\x90\0" + np.random.default_rng(1).bytes(999)
    ),
    "program for Linux": refused(
        "stl-not-stl", b"\x7fELF\x02\x01" + np.random.default_rng(1).bytes(999)
    ),
    "shell script": refused("stl-not-stl", b"#!/bin/sh\nrm -rf /\n"),
    "test virus": refused(
        "stl-not-stl",
        rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
    ),
    "scan that begins as a zip": passes(meshes.binary(BOX, header=b"PK\x03\x04")),
    "scan that begins as a web page": passes(meshes.binary(BOX, header=b"<!DOCTYPE html><html>")),
    "scan that begins as a photo": passes(meshes.binary(BOX, header=b"\xff\xd8\xff\xe0\0\x10JFIF")),
    "scan that ends as a zip": refused("stl-more-than-declared", WHOLE + zipped()),
}

FILES = COUNTS | NUMBERS | TEXTS | MISTAKEN
