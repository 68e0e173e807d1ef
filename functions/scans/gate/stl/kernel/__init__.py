"""Drawing by compiled code where it was built, which takes a fraction of `painting.paint`'s time.

`painting.c` does what `painting` does, bit for bit. It is compiled by `python -m tools.kernel` and
goes up with the functions' source. Where it was not, was compiled from another source, or is
switched off (`SCANNER_COMPILED_DRAWING=false`), NumPy draws the same pictures.
"""

import ctypes
import os
import sys
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scans.gate.limit_settings import COMPILED_DRAWING
from scans.gate.stl import painting, shading, spans, vectors
from scans.gate.stl.mesh import Floats32
from scans.gate.stl.packed import BRIGHTEST, DEPTHS, UNIT
from scans.gate.stl.painting import Canvas

Paint = Callable[[Canvas, Floats32, Floats32 | None, int], int]
Entry = Callable[..., int]

SOURCE: Final = Path(__file__).parent
"""Where `painting.c` is, and `batch.h` beside it."""
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
    return _painter()[0](canvas, points, normals, allowed)


def status() -> str:
    """Tell what draws in this process: `compiled`, or NumPy and why."""
    return _painter()[1]


@cache
def _painter() -> tuple[Paint, str]:
    if not COMPILED_DRAWING.value:
        return painting.paint, f"NumPy: {COMPILED_DRAWING.name} says so"
    try:
        return compiled(library(sys.platform, os.uname().machine)), "compiled"
    except (OSError, KernelError) as err:
        import logging  # which takes longer to import than a small scan to draw

        logging.getLogger(__name__).warning("scans are drawn by NumPy: %s", err)
        return painting.paint, f"NumPy: {err}"


def library(system: str, machine: str) -> Path:
    """Where the code for a platform is, which `sys.platform` and `os.uname` name."""
    return BUILT / f"painting-{system}-{machine}.so"


def digest(source: Path = SOURCE) -> str:
    """What compiled code carries to tell which source it is of: that of the files of a folder.

    A checksum: it tells what was forgotten, not what somebody made, who could replace it as well.
    """
    files = b"\0".join(path.read_bytes() for path in sorted(source.glob("*.[ch]")))
    return f"{len(files):08x}{zlib.crc32(files):08x}"


def compiled(path: Path) -> Paint:
    """Return `painting.paint` as it was compiled into a file.

    It raises KernelError, with nothing drawn, for arrays that do not fit each other; and where the
    compiled code stopped, which it does when the numbers of triangles make it draw several times
    what is allowed. No coordinates in a picture do that. Raises as `entry` does.
    """
    call = entry(path)

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

    return paint


def entry(path: Path, source: Path = SOURCE) -> Entry:
    """Load compiled code, and return its function; its arguments are in `painting.c`.

    Raises OSError when there is no such file, or none for this machine, and KernelError when it was
    compiled from another source.
    """
    loaded = ctypes.CDLL(str(path))
    try:
        carried = (ctypes.c_char * 17).in_dll(loaded, "scanner_painting_source").value
        call = loaded.scanner_paint
    except (ValueError, AttributeError) as err:  # how ctypes says that there is no such name
        raise KernelError(f"{path.name} is something else") from err
    if carried.decode() != digest(source):
        raise KernelError(f"{path.name} was compiled from another source")
    array, small, large = ctypes.c_void_p, ctypes.c_int32, ctypes.c_int64
    call.restype = large
    call.argtypes = [
        array, large, small, small, small,
        array, array, array, array,
        large, array, large, large,
    ]  # fmt: skip
    function: Entry = call
    return function


def _check(array: NDArray[np.generic], kind: type[np.generic], shape: tuple[int, ...]) -> None:
    """Refuse an array that is not a block of numbers as the compiled code takes them."""
    whole = array.flags.c_contiguous and array.flags.aligned
    if array.dtype != kind or array.shape != shape or not whole:
        raise KernelError(f"expected {kind.__name__} of shape {shape}, side by side")
