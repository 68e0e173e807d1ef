"""Formats told by their bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scans.gate.sniff import Content, identify
from tests.support import meshes
from tools import samples

BOX = meshes.box(20)

CASES: dict[str, tuple[bytes, Content]] = {
    "empty": (b"", Content.EMPTY),
    "binary": (meshes.binary(BOX), Content.STL_BINARY),
    "binary called solid": (meshes.binary(BOX, header=b"solid cube"), Content.STL_BINARY),
    "binary called solid, cut": (
        meshes.binary(BOX, header=b"solid facet normal")[:-90], Content.STL_BINARY,
    ),
    "binary with a zip header": (meshes.binary(BOX, header=b"PK\x03\x04"), Content.STL_BINARY),
    "binary with a jpeg header": (meshes.binary(BOX, header=b"\xff\xd8\xff"), Content.STL_BINARY),
    "zip header, arithmetic fails": (
        meshes.binary(BOX, header=b"PK\x03\x04", tail=b"x" * 60), Content.ZIP,
    ),
    "all NaN": (meshes.binary(BOX * float("nan")), Content.STL_BINARY),
    "ascii": (meshes.ascii_stl(BOX), Content.STL_ASCII),
    "ascii after blank lines": (b"\n\n  " + meshes.ascii_stl(BOX), Content.STL_ASCII),
    "solid prose": (b"solid as a rock, said the technician, and polished on", Content.UNKNOWN),
    "solidity": (b"solidity facet endsolid", Content.UNKNOWN),
    "jpeg": (samples.photo_with_gps(), Content.JPEG),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(30), Content.PNG),
    "webp": (b"RIFF\x1a\0\0\0WEBPVP8L", Content.WEBP),
    "wave sound": (b"RIFF\x1a\0\0\0WAVEfmt ", Content.UNKNOWN),
    "gif": (b"GIF89a" + bytes(30), Content.OTHER_IMAGE),
    "heic": (b"\0\0\0\x10ftypheic\0\0\0\0", Content.HEIC),
    "heic as a generic picture": (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", Content.HEIC),
    "avif": (b"\0\0\0\x10ftypavif\0\0\0\0", Content.AVIF),
    "avif as a generic picture": (b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif", Content.AVIF),
    "film of a live photo": (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", Content.OTHER_IMAGE),
    "tiff": (b"II*\0\x08\0\0\0", Content.TIFF),
    "tiff, big endian": (b"MM\0*\0\0\0\x08", Content.TIFF),
    "bmp": (b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", Content.BMP),
    "bmp with notes in its reserved bytes": (
        b"BM\x46\0\0\0\1\2\3\4\x36\0\0\0\x28\0\0\0", Content.BMP,
    ),
    "text about BMW": (b"BMW is no picture, and neither is this", Content.UNKNOWN),
    "zip": (samples.broken("zip"), Content.ZIP),
    "html": (samples.broken("html"), Content.HTML),
    "html after a comment": (b"<!-- x -->\n<HTML lang=en>", Content.HTML),
    "comments without a page": (b"<!---->" * 1000 + b"x", Content.UNKNOWN),
    "svg": (b"<?xml version='1.0'?><svg/>", Content.XML),
    "pdf": (b"%PDF-1.4", Content.PDF),
    "dicom": (bytes(128) + b"DICM" + b"\2\0" * 40, Content.DICOM),
    "ascii after comments": (
        b"# of a scanner\r\n//\n; v1\n" + meshes.ascii_stl(BOX), Content.STL_ASCII,
    ),
    "comments alone": (b"# solid facet\n" * 600, Content.UNKNOWN),
    "comments before prose": (b"# of a technician\nas solid as a facet", Content.UNKNOWN),
    "utf-16 text": ("solid s facet".encode("utf-16"), Content.STL_ASCII),
    "utf-16 text, big endian": ("\ufeffsolid facet".encode("utf-16-be"), Content.STL_ASCII),
    "utf-16 prose": ("solid as a rock".encode("utf-16"), Content.UNKNOWN),
    "utf-16 page": ("<html>".encode("utf-16"), Content.HTML),
    "utf-16 that breaks off": (b"\xff\xfes\0o\0\0\xd8x", Content.UNKNOWN),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_identified(name: str) -> None:
    data, content = CASES[name]
    assert identify(data) is content


@given(st.binary(max_size=400))
def test_never_raises(data: bytes) -> None:
    assert identify(data) in Content


@given(st.binary(max_size=80))
def test_no_header_hides_a_sound_scan(header: bytes) -> None:
    assert identify(meshes.binary(BOX, header=header)) is Content.STL_BINARY
