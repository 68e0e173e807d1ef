"""The files that people of the world upload: small, made here, and known by a name."""

from __future__ import annotations

import io
from functools import cache

import numpy as np
from PIL import Image

from tests.support import meshes

#: What there is.
NAMES = ("scan-1", "scan-2", "scan-3", "scan-broken", "image-1", "image-2", "image-broken")


@cache
def data(name: str) -> bytes:
    """Return the bytes of a file."""
    kind, _, which = name.partition("-")
    if which == "broken":
        return b"solid nothing" * 10
    if kind == "scan":
        return meshes.binary(meshes.dome(30, 40 + int(which), 4.0))
    pixels = np.random.default_rng(int(which)).integers(0, 255, (64, 64, 3), np.uint8)
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "JPEG")
    return out.getvalue()
