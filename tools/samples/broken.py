"""Files that a clinic might upload by mistake."""

import io
import zipfile
from typing import Literal

import numpy as np

from tools.samples.arches import arch

Broken = Literal[
    "empty", "truncated", "surplus", "trailing", "zip", "html", "nan", "flat", "ascii", "solid"
]


def broken(kind: Broken) -> bytes:
    """A file that a clinic might upload by mistake; each `kind` is refused or warned of."""
    whole = arch(triangles=2000)
    if kind == "truncated":
        return whole[: len(whole) * 3 // 5]
    if kind == "surplus":  # the count claims half of the triangles
        half = int.from_bytes(whole[80:84], "little") // 2
        return whole[:80] + half.to_bytes(4, "little") + whole[84:]
    if kind == "trailing":
        return whole + b"\x01" * 17
    if kind == "nan":
        return whole[:100] + np.full(3, np.nan, "<f4").tobytes() + whole[112:]
    if kind == "flat":
        return whole[:84] + bytes(len(whole) - 84)
    if kind == "solid":  # sound, though the header claims it to be ASCII
        return b"solid exported by a scanner".ljust(80) + whole[80:]
    return _other_formats(kind, whole)


def _other_formats(kind: Broken, whole: bytes) -> bytes:
    if kind == "zip":
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(zipfile.ZipInfo("scan.stl"), whole)
        return out.getvalue()
    if kind == "html":
        return b"<!DOCTYPE html><html><body>Your session has expired.</body></html>"
    if kind == "ascii":  # a word of the grammar is wrong
        return (
            b"solid s\nfacet normal 0 0 1\nouter loop\nvertexx 0 0 0\nendloop\nendfacet\nendsolid"
        )
    return b""
