"""Shaded pictures of a scan, drawn on the processor alone."""

import io
from typing import Final

import numpy as np
from PIL import Image

from scans.stl import raster, shading
from scans.stl.camera import View, orientation
from scans.stl.mesh import Floats32, Mesh
from scans.stl.parsing import parse

__all__ = ["View", "render"]

_MARGIN: Final = 0.035
_SMALL: Final = 512  # pictures up to this side are drawn three times as large, others twice


def render(scan: bytes | Mesh, size: int = 256, view: View = "three-quarter") -> bytes:
    """Draw a scan as a square PNG of `size` pixels (16 to 2048) on a transparent background.

    `three-quarter` looks from the front and above, `occlusal` straight onto the chewing side;
    both find it from the scan itself (see `stl.camera`). The inside of an open surface is darker
    and cooler. The same mesh gives the same bytes. Raises `StlError` when `scan` is bytes that
    cannot be parsed, ValueError for another size or view, or when a coordinate is not finite; the
    mesh should have passed `examine`.
    """
    if not 16 <= size <= 2048 or view not in ("three-quarter", "occlusal"):
        raise ValueError("size must be 16 to 2048 and view three-quarter or occlusal")
    mesh = scan if isinstance(scan, Mesh) else parse(scan)
    finer = 3 if size <= _SMALL else 2
    if not len(mesh) or not all(np.isfinite(chunk).all() for chunk in mesh.chunks()):
        raise ValueError("there must be triangles and their coordinates must be finite")
    frame = raster.fit(mesh, orientation(mesh, view), size * finer, _MARGIN)
    return _png(_shade(raster.draw(mesh, frame), frame, finer))


def _shade(pixels: raster.Buffer, frame: raster.Frame, finer: int) -> shading.Image:
    """From packed pixels, row 0 at the bottom, to an image `finer` times smaller."""
    hit = pixels != 0
    depth, normals = raster.unpack(pixels[hit], frame)
    covered = _smaller(hit.astype(np.float32), finer)
    weight = (1 / np.maximum(covered, 1e-6)).astype(np.float32)

    def averaged(values: Floats32) -> Floats32:
        full = np.zeros(pixels.shape, np.float32)
        full[hit] = values
        mean = _smaller(full, finer)
        mean *= weight
        return mean

    bright = averaged(shading.light(normals))
    inside = averaged((normals[2] < 0).astype(np.float32))
    lit = bright * shading.hollows(averaged(depth) / np.float32(finer), covered)
    return shading.colour(lit, inside, covered)[::-1]


def _smaller(image: Floats32, finer: int) -> Floats32:
    side = len(image) // finer
    means: Floats32 = image.reshape(side, finer, side, finer).mean(axis=(1, 3), dtype=np.float32)
    return means


def _png(image: shading.Image) -> bytes:
    out = io.BytesIO()
    Image.fromarray(image, "RGBA").save(out, "PNG", compress_level=6)
    return out.getvalue()
