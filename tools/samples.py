"""Sample files that nobody had to be scanned for: dental arches, broken scans, a tagged photo.

    python -m tools.samples arch out.stl --jaw upper --triangles 200000
    python -m tools.samples broken truncated out.stl
    python -m tools.samples photo out.jpg

The arches are modelled on average crown widths (Wheeler's Dental Anatomy) set along an ellipse;
they are no one's teeth. The same arguments give the same bytes.
"""

import argparse
import io
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Array = NDArray[np.float64]
Jaw = Literal["upper", "lower"]
Broken = Literal[
    "empty", "truncated", "surplus", "trailing", "zip", "html", "nan", "flat", "ascii", "solid"
]

_RECORD: Final = np.dtype([("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("attribute", "<u2")])
_DEEP: Final = 9.0  # mm from the chewing surface down to the border of the scan


@dataclass(frozen=True)
class _Kind:
    """Shape of a kind of tooth; mm. `cusps`: (along the arch, outward, height, spread)."""

    thick: float
    tall: float
    cusps: tuple[tuple[float, float, float, float], ...]
    blade: float = 0.0  # how sharply an incisor narrows to its edge
    groove: float = 0.0  # depth of the fissures


_INCISOR: Final = _Kind(6.2, 8.6, (), blade=1.0)
_CANINE: Final = _Kind(7.6, 8.8, ((0.0, 0.15, 1.7, 0.42),), blade=0.55)
_PREMOLAR: Final = _Kind(8.8, 6.6, ((0.0, 0.50, 1.9, 0.40), (0.0, -0.50, 1.3, 0.38)), groove=1.0)
_MOLAR: Final = _Kind(
    10.6, 5.6,
    ((-0.46, 0.50, 1.6, 0.34), (0.46, 0.50, 1.5, 0.34),
     (-0.46, -0.50, 1.5, 0.36), (0.46, -0.50, 1.2, 0.34)),
    groove=1.15,
)  # fmt: skip

# From the midline to the back: kind and width along the arch in mm.
_TEETH: Final[dict[Jaw, tuple[tuple[_Kind, float], ...]]] = {
    "upper": (
        (_INCISOR, 8.5), (_INCISOR, 6.6), (_CANINE, 7.6), (_PREMOLAR, 7.1), (_PREMOLAR, 6.8),
        (_MOLAR, 10.4), (_MOLAR, 9.8),
    ),
    "lower": (
        (_INCISOR, 5.4), (_INCISOR, 5.9), (_CANINE, 6.9), (_PREMOLAR, 7.1), (_PREMOLAR, 7.3),
        (_MOLAR, 11.2), (_MOLAR, 10.6),
    ),
}  # fmt: skip
_ELLIPSE: Final[dict[Jaw, tuple[float, float]]] = {"upper": (26.0, 43.5), "lower": (24.0, 41.5)}


def arch(jaw: Jaw = "lower", triangles: int = 40_000, seed: int = 1) -> bytes:
    """Binary STL of a dental arch in mm, about 60 wide and 50 deep, open towards the jaw.

    The occlusal direction is z for the lower jaw and -z for the upper, as in files exported in
    bite position; the front teeth point to -y. Roughly `triangles` triangles (1,000 or more).
    `seed` moves and turns the teeth a little and frays the border.
    """
    if triangles < 1000:
        raise ValueError("an arch needs at least 1,000 triangles")
    rows = int(np.sqrt(triangles / 2 * 2.3))  # the strip is longer than wide
    columns = max(8, triangles // (2 * rows))
    points = _surface(jaw, rows + 1, columns + 1, np.random.default_rng(seed))
    if jaw == "upper":
        points = points * np.array([-1.0, 1.0, -1.0])  # half a turn about y: no mirroring
    return _stl(_strip_triangles(points))


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


def photo_with_gps() -> bytes:
    """JPEG of 480 x 320 pixels with EXIF: GPS position, owner's name, rotated by a quarter."""
    down, right = np.mgrid[0:320, 0:480]
    pixels = np.stack((200 - down // 4, 120 + right // 6, 110 + down // 5), axis=-1)
    exif = Image.Exif()
    exif[0x0112] = 6  # orientation: turn clockwise to show
    exif[0x013B] = "A Photographer"
    exif.get_ifd(0x8825).update({1: "N", 2: (18.0, 31.0, 12.0), 3: "E", 4: (73.0, 51.0, 24.0)})
    out = io.BytesIO()
    Image.fromarray(pixels.astype(np.uint8)).save(out, "JPEG", quality=85, exif=exif)
    return out.getvalue()


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


# --- the shape -----------------------------------------------------------------------------


def _surface(jaw: Jaw, rows: int, columns: int, random: np.random.Generator) -> Array:
    """Points of the arch, (rows along the arch, columns from the cheek to the tongue, xyz)."""
    widths = np.array([width for _, width in _TEETH[jaw]])
    length = 2 * widths.sum() + 3
    along = np.linspace(-length / 2, length / 2, rows)
    out = np.linspace(10.0, -10.0, 640)  # fine steps, evened out below
    height = _profile(jaw, along[:, None], out[None, :], random)
    bulge = _bulge(height, out)
    border = _border(along, random)
    across, up = _evened(out + bulge, height, border, columns)
    curve, outward = _arch_curve(jaw, along)
    flat = curve[:, None, :] + across[:, :, None] * outward[:, None, :]
    # The curve of Spee: the chewing surfaces lie on a shallow bowl.
    up = up + 0.0011 * (flat[:, :, 1] - flat[:, :, 1].mean()) ** 2 * (1 if jaw == "lower" else -1)
    up += random.normal(0, 0.006, up.shape)  # what a scanner's noise looks like
    return np.concatenate((flat, up[:, :, None]), axis=2)


def _profile(jaw: Jaw, along: Array, out: Array, random: np.random.Generator) -> Array:
    """Height over the strip: the gum, and each tooth where it stands above it."""
    teeth = _TEETH[jaw]
    rows = [_gum(along, out, np.cumsum([0.0] + [width for _, width in teeth]))]
    for side in (-1, 1):
        start = 0.0
        for kind, width in teeth:
            middle = side * (start + width / 2)
            shift, turn, lift = random.normal(0, (0.25, 0.05, 0.18))
            a = (along - middle) / (width / 2 * 1.03)
            thick = kind.thick * (0.8 if jaw == "lower" and kind is _INCISOR else 1.0)
            b = (out - shift - turn * (along - middle)) / (thick / 2)
            rows.append(_crown(kind, a * side, b) + lift)
            start += width
    stacked = np.stack(np.broadcast_arrays(*rows))
    smooth = 5.0  # a soft maximum leaves a fillet where tooth meets gum or tooth
    top = stacked.max(axis=0)
    blended: Array = top + np.log(np.exp(smooth * (stacked - top)).sum(axis=0)) / smooth
    return blended


def _gum(along: Array, out: Array, gaps: Array) -> Array:
    """A rounded ridge, a little lumpy, that rises to a papilla in the gaps between teeth."""
    lumps = 0.22 * np.sin(along * 0.9 + 0.6 * out) + 0.15 * np.sin(along * 0.37 - out)
    near = np.exp(-((np.abs(along)[..., None] - gaps) ** 2) / 1.8).sum(axis=-1)
    papilla = 2.3 * near * np.exp(-((np.abs(out) / 4.2) ** 4))
    roots = 0.35 * (1 - near) * np.exp(-((np.abs(out) - 5.5) ** 2) / 5)  # the bone over a root
    gum: Array = 0.2 - 0.085 * out**2 - 0.0006 * out**4 + lumps + papilla + roots
    return gum


def _crown(kind: _Kind, a: Array, b: Array) -> Array:
    """Height of a crown; a along the arch, b outward, both -1 to 1 within the crown."""
    taper = 1 - 0.12 * np.clip(b, -1, 1) * (-1 if kind.blade else 0.4)
    body = np.abs(a / taper) ** 3.6 + np.abs(b) ** (2.6 - 0.5 * kind.blade)
    height = kind.tall * np.clip(1 - body, 0, None) ** 0.42
    if kind.blade:  # the tongue side slopes down from the cutting edge, slightly hollow
        slope = np.clip((0.34 - b) / 1.25, 0, 1)
        height = height * (1 - kind.blade * 0.74 * np.sin(slope * np.pi / 2) ** 1.5)
    plateau = np.clip(1 - body, 0, 1) ** 0.5
    for at_a, at_b, tall, spread in kind.cusps:
        reach = ((a - at_a) ** 2 + (b - at_b) ** 2) / (2 * spread**2)
        height = height + tall * plateau * np.exp(-reach)
    if kind.groove:
        fissure = np.exp(-((b + 0.05 * np.sin(5 * a)) ** 2) / 0.016) * (np.abs(a) < 0.72)
        cross = np.exp(-((a + 0.10 * b) ** 2) / 0.012) * (kind is _MOLAR) * 0.8
        pits = np.exp(-((np.abs(a) - 0.62) ** 2 + b**2) / 0.02) * 0.5
        height = height - kind.groove * plateau * np.maximum(np.maximum(fissure, cross), pits)
        height = height - 0.9 * kind.groove * plateau * np.exp(-(b**2) / 0.16) * 0.8
    buried = -kind.tall * np.clip(body - 1, 0, None) ** 0.42 - 6 * (body - 1)
    return np.maximum(np.where(body < 1, height, buried), -30.0)


def _bulge(height: Array, out: Array) -> Array:
    """Crowns are widest below their edge: push walls outward where they are half way up."""
    return 0.55 * np.exp(-(((height - 3.2) / 2.0) ** 2)) * np.tanh(out / 2.5)


def _border(along: Array, random: np.random.Generator) -> tuple[Array, Array]:
    """Where the scan ends on the cheek's and the tongue's side: a frayed line, mm from the top."""
    phases = random.uniform(0, 2 * np.pi, (2, 5))
    waves = np.array([0.11, 0.23, 0.41, 0.83, 1.9])
    depths = np.array([0.5, 0.4, 0.25, 0.2, 0.12])
    sides = (np.sin(along[:, None] * waves + phase) @ depths for phase in phases)
    cheek, tongue = (_DEEP - 2.2 + side for side in sides)
    return cheek, tongue


def _evened(
    across: Array, height: Array, border: tuple[Array, Array], columns: int
) -> tuple[Array, Array]:
    """Cut each row at the border and lay its points at even distances along the surface."""
    rows = len(height)
    new_across, new_up = np.empty((rows, columns)), np.empty((rows, columns))
    for row in range(rows):
        x, z = across[row], height[row]
        inside = np.flatnonzero(z > -np.minimum(border[0][row], 8))
        left = inside[0]
        right = np.flatnonzero(z > -np.minimum(border[1][row], 8))[-1]
        x, z = x[left : right + 1], z[left : right + 1]
        walked = np.concatenate(([0.0], np.cumsum(np.hypot(np.diff(x), np.diff(z)))))
        stops = np.linspace(0, walked[-1], columns)
        new_across[row], new_up[row] = np.interp(stops, walked, x), np.interp(stops, walked, z)
    return new_across, new_up


def _arch_curve(jaw: Jaw, along: Array) -> tuple[Array, Array]:
    """Points (n, 2) on the arch at distances from the midline, and unit normals outward."""
    half_width, depth = _ELLIPSE[jaw]
    angle = np.linspace(-0.75 * np.pi, 0.75 * np.pi, 4001)
    fine = np.stack((half_width * np.sin(angle), -depth * np.cos(angle)), axis=1)
    steps = np.hypot(*np.diff(fine, axis=0).T)
    walked = np.concatenate(([0.0], np.cumsum(steps)))
    walked -= walked[len(walked) // 2]
    points = np.stack([np.interp(along, walked, fine[:, axis]) for axis in (0, 1)], axis=1)
    tangent = np.gradient(points, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
    return points, np.stack((tangent[:, 1], -tangent[:, 0]), axis=1)


# --- the file ------------------------------------------------------------------------------


def _strip_triangles(points: Array) -> Array:
    """Two triangles for each cell of a grid (rows, columns, 3), wound to face +z; (n, 3, 3)."""
    near, far = points[:-1], points[1:]
    a, b, c, d = near[:, :-1], near[:, 1:], far[:, :-1], far[:, 1:]
    one, other = np.stack((a, d, b), axis=2), np.stack((a, c, d), axis=2)
    return np.concatenate((one, other), axis=2).reshape(-1, 3, 3)


def _stl(corners: Array) -> bytes:
    """Binary STL; the header names a made-up patient, as scanners do."""
    records = np.zeros(len(corners), _RECORD)
    records["corners"] = corners
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    records["normal"] = normals / np.where(length == 0, 1, length)
    header = b"Patient: Sample, Sam  Scanner sample arch".ljust(80)
    return header + len(corners).to_bytes(4, "little") + records.tobytes()


def main(arguments: list[str] | None = None) -> int:
    """Write the sample asked for on the command line to a file."""
    parser = argparse.ArgumentParser(prog="tools.samples", description="Write a sample file.")
    kinds = parser.add_subparsers(dest="what", required=True)
    arches = kinds.add_parser("arch", help="a dental arch as binary STL")
    arches.add_argument("out", type=Path)
    arches.add_argument("--jaw", choices=get_args(Jaw), default="lower")
    arches.add_argument("--triangles", type=int, default=40_000)
    arches.add_argument("--seed", type=int, default=1)
    bad = kinds.add_parser("broken", help="a file to be refused")
    bad.add_argument("kind", choices=get_args(Broken))
    bad.add_argument("out", type=Path)
    kinds.add_parser("photo", help="a JPEG with a GPS position").add_argument("out", type=Path)
    chosen = parser.parse_args(arguments)
    if chosen.what == "arch":
        data = arch(chosen.jaw, chosen.triangles, chosen.seed)
    else:
        data = broken(chosen.kind) if chosen.what == "broken" else photo_with_gps()
    chosen.out.write_bytes(data)
    print(f"{chosen.out}: {len(data):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
