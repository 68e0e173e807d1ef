"""Drawing by compiled code where it was built, which takes a fraction of NumPy's time.

`painting.c` does what `painting` does, bit for bit, and `developing.c` what `developing` does. They
are compiled by `python -m tools.kernel` and go up with the functions' source. Where they were not,
were compiled from another source, or are switched off (`SCANNER_COMPILED_DRAWING=false`), NumPy
draws the same pictures.
"""

import ctypes
import os
import sys
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scans.gate.limit_settings import COMPILED_DRAWING
from scans.gate.stl import developing, painting, shading, spans, vectors
from scans.gate.stl.developing import Developed
from scans.gate.stl.mesh import Floats32
from scans.gate.stl.packed import BRIGHTEST, DEPTHS, UNIT, Pixels
from scans.gate.stl.painting import Canvas

Paint = Callable[[Canvas, Floats32, Floats32 | None, int], int]
Develop = Callable[[Pixels, int, float], Developed]


class Drawing(NamedTuple):
    """What draws: `painting.paint` and `developing.develop`, or the same compiled."""

    paint: Paint
    develop: Develop


class Entries(NamedTuple):
    """Functions of compiled code; their arguments are in `painting.c` and `developing.c`."""

    paint: Callable[..., int]
    develop: Callable[..., int]


NUMPY: Final = Drawing(painting.paint, developing.develop)

SOURCE: Final = Path(__file__).parent
"""The folder of what is compiled."""
BUILT: Final = SOURCE / "built"

RULES: Final = np.array(
    [
        *shading.KEY, *shading.GLOSS, *shading.SKY,
        shading.AMBIENT, shading.DIFFUSE, shading.SPECULAR, shading.INSIDE,
        UNIT, BRIGHTEST, DEPTHS,
        spans.HALF, spans.OVERLAP, spans.THIN, spans.TINY, vectors.LEAST,
    ],
    np.float32,
)  # fmt: skip
"""Numbers by which the compiled code draws, `struct rules` of `batch.h`: it has none of its
own."""


class KernelError(Exception):
    """The compiled code does not fit, refused what it was handed, or was stopped."""


def paint(canvas: Canvas, points: Floats32, normals: Floats32 | None, allowed: int) -> int:
    """Draw triangles as `painting.paint` does, by the faster of the two that there is."""
    return _drawing()[0].paint(canvas, points, normals, allowed)


def develop(pixels: Pixels, finer: int, deep: float) -> Developed:
    """Make a picture of packed pixels as `developing.develop` does, by the faster of the two."""
    return _drawing()[0].develop(pixels, finer, deep)


def status() -> str:
    """Tell what draws in this process: `compiled`, or NumPy and why."""
    return _drawing()[1]


@cache
def _drawing() -> tuple[Drawing, str]:
    if not COMPILED_DRAWING.value:
        return NUMPY, f"NumPy: {COMPILED_DRAWING.name} says so"
    try:
        return compiled(library(sys.platform, os.uname().machine)), "compiled"
    except (OSError, KernelError) as err:
        import logging  # which takes longer to import than a small scan to draw

        logging.getLogger(__name__).warning("scans are drawn by NumPy: %s", err)
        return NUMPY, f"NumPy: {err}"


def library(system: str, machine: str) -> Path:
    """Where the code for a platform is, which `sys.platform` and `os.uname` name."""
    return BUILT / f"painting-{system}-{machine}.so"


def digest(source: Path = SOURCE) -> str:
    """What compiled code carries to tell which source it is of: that of the files of a folder.

    A checksum: it tells what was forgotten, not what somebody made, who could replace it as well.
    """
    files = b"\0".join(path.read_bytes() for path in sorted(source.glob("*.[ch]")))
    return f"{len(files):08x}{zlib.crc32(files):08x}"


def compiled(path: Path) -> Drawing:
    """Return what was compiled into a file.

    It raises KernelError, with nothing drawn, for arrays that do not fit each other; and where the
    compiled code stopped, which it does when the numbers of triangles make it draw several times
    what is allowed. No coordinates in a picture do that. Raises as `entries` does.
    """
    call, show = entries(path)

    def paint(canvas: Canvas, points: Floats32, normals: Floats32 | None, allowed: int) -> int:
        sides, height, width = canvas.sides.shape
        count = points.shape[-1]
        _check(canvas.sides, np.uint32, canvas.sides.shape)
        if not canvas.sides.flags.writeable:
            raise KernelError("pixels that cannot be written to")
        placing = np.concatenate([array.ravel() for array in canvas.placing])
        _check(placing, np.float32, (21,))
        points = np.ascontiguousarray(points)
        _check(points, np.float32, (3, 3, count))
        if normals is not None:
            normals = np.ascontiguousarray(normals)
            _check(normals, np.float32, (3, 3, count))
        seen = np.empty(count, np.uint32)
        cost = call(
            canvas.sides.ctypes.data, canvas.sides.size, sides, width, height,
            placing.ctypes.data, RULES.ctypes.data, points.ctypes.data,
            None if normals is None else normals.ctypes.data,
            count, seen.ctypes.data, len(seen), allowed,
        )  # fmt: skip
        if cost < 0:
            raise KernelError(f"the compiled drawing stopped with code {cost}")
        return cost

    def develop(pixels: Pixels, finer: int, deep: float) -> Developed:
        height, width = (side // finer for side in pixels.shape)
        _check(pixels, np.uint32, (height * finer, width * finer))
        into = Developed.blank(height, width)
        code = show(
            pixels.ctypes.data, pixels.size, finer, width, height, deep, UNIT,
            into.covered.ctypes.data, into.bright.ctypes.data, into.depth.ctypes.data,
            into.inside.ctypes.data, into.inside.size,
        )  # fmt: skip
        if code:
            raise KernelError(f"the compiled drawing refused a picture with code {code}")
        return into

    return Drawing(paint, develop)


def entries(path: Path, source: Path = SOURCE) -> Entries:
    """Load compiled code, and return its functions.

    Raises OSError when there is no such file, or none for this machine, and KernelError when it was
    compiled from another source.
    """
    loaded = ctypes.CDLL(str(path))
    try:
        carried = (ctypes.c_char * 17).in_dll(loaded, "scanner_painting_source").value
        paint, develop = loaded.scanner_paint, loaded.scanner_develop
    except (ValueError, AttributeError) as err:  # how ctypes says that there is no such name
        raise KernelError(f"{path.name} is something else") from err
    if carried.decode() != digest(source):
        raise KernelError(f"{path.name} was compiled from another source")
    array, small, large, number = ctypes.c_void_p, ctypes.c_int32, ctypes.c_int64, ctypes.c_float
    paint.restype, develop.restype = large, small
    paint.argtypes = [
        array, large, small, small, small,
        array, array, array, array,
        large, array, large, large,
    ]  # fmt: skip
    develop.argtypes = [
        array, large, small, small, small, number, number, array, array, array, array, large
    ]  # fmt: skip
    return Entries(paint, develop)


def _check(array: NDArray[np.generic], kind: type[np.generic], shape: tuple[int, ...]) -> None:
    """Refuse an array that is not a block of numbers as the compiled code takes them."""
    whole = array.flags.c_contiguous and array.flags.aligned
    if array.dtype != kind or array.shape != shape or not whole:
        raise KernelError(f"expected {kind.__name__} of shape {shape}, side by side")
