"""Whether pictures look as they did: today's beside those of the build that `BASE` names.

Ten meshes are drawn by both: arches of four sizes, both jaws of a case, and small meshes with
holes, closed, with fins and with flipped triangles. Pictures are compared as they look on white
paper, by their luminance: the mean structural similarity (Wang et al. 2004) over windows of seven
by seven pixels, of the whole picture and of the surface alone. Then silhouettes: a pixel that the
surface covers by three quarters in one picture must have a neighbour that it covers by a quarter in
the other. Both sets stay in `.scanner/bench/likeness`, to be looked at side by side.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from rich.console import Console
from rich.table import Table
from scipy import ndimage  # type: ignore[import-untyped]

from benchmarks import results
from benchmarks.builds import ROOT, TODAY, BaseError, Build, base

Array = NDArray[np.float64]

FOLDER = ROOT / ".scanner" / "bench" / "likeness"
PICTURES = ("thumbnail", "preview", "sheet")
#: The least mean similarity of any picture.
GOAL = 0.98
_WINDOW = 7
_LUMINANCE = (0.2126, 0.7152, 0.0722)  # of red, green and blue, ITU-R BT.709
_STEADY = ((0.01 * 255) ** 2, (0.03 * 255) ** 2)  # the constants of Wang et al.


def run(console: Console) -> bool:
    """Draw, compare and print; returns whether every picture is like enough."""
    try:
        older = base()
    except BaseError as err:
        console.print(f"[red]{err}[/]")
        return False
    if older is None:
        console.print("likeness_of_pictures: BASE=<commit> names the build to compare with.")
        return True
    with console.status("Drawing"):
        _draw(older)
    return _show(console, older)


def similarity(one: Array, other: Array) -> Array:
    """Structural similarity around each pixel of two pictures of luminance, 0 to 255."""

    def mean(values: Array) -> Array:
        smooth: Array = ndimage.uniform_filter(values, _WINDOW, mode="nearest")
        return smooth

    unbiased = _WINDOW**2 / (_WINDOW**2 - 1)
    m, n = mean(one), mean(other)
    varied = unbiased * (mean(one * one) - m * m + mean(other * other) - n * n)
    together = unbiased * (mean(one * other) - m * n)
    light, form = _STEADY
    alike: Array = (2 * m * n + light) * (2 * together + form)
    return alike / ((m * m + n * n + light) * (varied + form))


def strays(one: Array, other: Array) -> int:
    """Pixels of silhouettes that are more than one pixel off; shares that surfaces cover."""
    near = np.ones((3, 3))
    return sum(
        int(((a >= 0.75) & ~ndimage.binary_dilation(b >= 0.25, near)).sum())
        for a, b in ((one, other), (other, one))
    )


def _show(console: Console, older: Build) -> bool:
    table = Table(title="Likeness of pictures, the least of ten meshes")
    for heading in ("picture", "similarity", "of the surface", "silhouettes off, pixels"):
        table.add_column(heading, justify="right")
    met = True
    for name in PICTURES:
        found = [
            _compared(path, FOLDER / older.name / path.name)
            for path in sorted((FOLDER / TODAY).glob(f"*.{name}.png"))
        ]
        whole, surface = (min(each[part] for each in found) for part in (0, 1))
        off = sum(each[2] for each in found)
        table.add_row(name, f"{whole:.4f}", f"{surface:.4f}", str(off))
        met &= off == 0
        met &= results.tell(
            results.Result(
                "likeness_of_pictures",
                f"structural similarity of {name}s, least of ten meshes",
                today=f"{whole:.4f}",
                beside="",
                base="1",
                ratio=whole,
                aim=GOAL,
                at_most=False,
                unit="",
            )
        )
    results.show(console, "likeness_of_pictures", table, f"Beside {older.name}.")
    return met


def _compared(path: Path, other: Path) -> tuple[float, float, int]:
    """Similarity of the whole and of the surface alone, and pixels of silhouettes that are off."""
    (light, cover), (old_light, old_cover) = _read(path), _read(other)
    alike = similarity(light, old_light)
    surface = ndimage.binary_dilation((cover > 0) | (old_cover > 0), iterations=_WINDOW // 2)
    return float(alike.mean()), float(alike[surface].mean()), strays(cover, old_cover)


def _read(path: Path) -> tuple[Array, Array]:
    """Luminance of a picture on white paper, and the share that surfaces cover, 0 to 1."""
    with Image.open(path) as image:
        pixels = np.asarray(image.convert("RGBA"), np.float64)
    cover = pixels[..., 3] / 255
    light = pixels[..., :3] @ np.array(_LUMINANCE)
    return light * cover + 255 * (1 - cover), cover


def _draw(older: Build) -> None:
    today = Build(TODAY, ROOT)
    meshes = FOLDER / "meshes"
    meshes.mkdir(parents=True, exist_ok=True)
    made = [sys.executable, "-P", "-m", "benchmarks.meshes", "--likeness", str(meshes)]
    subprocess.run(made, env=today.environment(), check=True)
    script = str(ROOT / "benchmarks" / "peers" / "with_pictures.py")
    for build in (today, older):
        drawing = [sys.executable, "-P", script, str(meshes), str(FOLDER / build.name)]
        subprocess.run(drawing, env=build.environment(), check=True)
