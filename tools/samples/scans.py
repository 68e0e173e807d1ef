"""A scan of a jaw or of the bite as a file, and beside it what is true of it."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from tools.samples.crowns import Array, Jaw
from tools.samples.frames import Frame
from tools.samples.mouths import Mouth, Row
from tools.samples.surfaces import Extent, scanned
from tools.samples.triangles import stl_file, strip_triangles


@dataclass(frozen=True)
class PlantedHole:
    """A hole cut into the surface: triangles within half of `across_mm` around `at` are gone.

    Attributes:
        at: where, in the file's coordinates.
        across_mm: how wide.
        along_mm: where it lies along the row, below zero on the side that would be the patient's
            right if the arch were the lower one.
        tooth: the FDI number of the tooth that it lies in, or None.
    """

    at: Array
    across_mm: float
    along_mm: float
    tooth: int | None


@dataclass(frozen=True)
class ScanTruth:
    """What is true of the scan of a jaw; directions and places are those of the file.

    Attributes:
        jaw: which one it is.
        occlusal: where the chewing surfaces look.
        front: where the front teeth look.
        middle: where the midline meets the curve of the teeth, at the level of the ridge.
        right_mm, left_mm: how far the row of teeth that was scanned reaches from the middle along
            its curve, the sides as if the arch were the lower one.
        teeth: FDI numbers of the teeth that are there and scanned whole.
        missing: FDI numbers of lost teeth whose place was scanned.
        outside: FDI numbers of the places that the scan does not reach.
        holes: those planted.
    """

    jaw: Jaw
    occlusal: Array
    front: Array
    middle: Array
    right_mm: float
    left_mm: float
    teeth: tuple[int, ...]
    missing: tuple[int, ...]
    outside: tuple[int, ...]
    holes: tuple[PlantedHole, ...] = ()


@dataclass(frozen=True)
class SampleScan:
    """A scan: its triangles (n, 3, 3) in the file's coordinates; a bite scan has no truth."""

    corners: Array = field(repr=False)
    truth: ScanTruth | None = None

    @property
    def stl(self) -> bytes:
        """The file."""
        return stl_file(self.corners)


@dataclass(frozen=True)
class Plan:
    """What is scanned of a jaw, and what is planted in it.

    Attributes:
        extent: what is scanned.
        islands: patches of cheek beside the row.
        frayed: the share of the border's triangles that is missing.
        hole_mm: how wide a hole is planted, if at all.
        hole_at: the tooth whose crown it lies in.
    """

    extent: Extent
    islands: int
    frayed: float
    hole_mm: float | None = None
    hole_at: int | None = None


def jaw_scan(
    mouth: Mouth, row: Row, plan: Plan, raised: float, frame: Frame, random: np.random.Generator
) -> SampleScan:
    """Scan a jaw."""
    sheet = scanned(mouth, row, plan.extent, raised, random)
    triangles = sheet.triangles
    if plan.frayed:
        triangles = _frayed(triangles, sheet.strip, plan.frayed, random)
    holes: tuple[PlantedHole, ...] = ()
    if plan.hole_mm is not None:
        place, along = _place(row, plan, sheet.strip)
        apart = np.linalg.norm(triangles.mean(axis=1) - place, axis=1)
        triangles = triangles[apart > plan.hole_mm / 2]
        seen = along if row.jaw == "lower" else -along
        holes = (PlantedHole(frame.of(place), plan.hole_mm, seen, plan.hole_at),)
    patches = [_island(sheet.strip, random) for _ in range(plan.islands)]
    return SampleScan(
        frame.of(np.concatenate((triangles, *patches))),
        _truth(mouth, row, plan.extent, raised, frame, holes),
    )


def bite_scan(
    upper: tuple[Mouth, Row, Extent],
    lower: tuple[Mouth, Row, Extent],
    raised: float,
    side: int,
    frame: Frame,
    random: np.random.Generator,
) -> SampleScan:
    """Scan the closed teeth of one side (-1 the right, 1 the left) from the cheek."""
    parts = []
    for mouth, row, extent in (upper, lower):
        strip = scanned(mouth, row, extent, raised, random).strip
        columns = strip.shape[1]
        shown = strip[:, : int(columns * random.uniform(0.36, 0.46))]
        along = row.curve.locate(shown[:, 0, :2])[0] * side
        shown = shown[(along > random.uniform(8, 14)) & (along < random.uniform(34, 42))]
        quarter = (shown[1:, 1:] + shown[:-1, 1:] + shown[1:, :-1] + shown[:-1, :-1]) / 4
        triangles = strip_triangles(quarter)
        parts.append(triangles[:, ::-1] if row.jaw == "upper" else triangles)
    return SampleScan(frame.of(np.concatenate(parts) + random.normal(0, 0.02, 3)))


def _truth(
    mouth: Mouth,
    row: Row,
    extent: Extent,
    raised: float,
    frame: Frame,
    holes: tuple[PlantedHole, ...],
) -> ScanTruth:
    upper = row.jaw == "upper"
    inside = {
        tooth.number: extent.right <= tooth.middle - tooth.width / 2
        and tooth.middle + tooth.width / 2 <= extent.left
        for tooth in row.teeth
    }
    there = [tooth for tooth in row.teeth if tooth.present]
    right = max(extent.right, min(tooth.middle - tooth.width / 2 for tooth in there))
    left = min(extent.left, max(tooth.middle + tooth.width / 2 for tooth in there))
    front = row.curve.at(np.zeros(1))[0][0]
    level = mouth.wilson * front[0] ** 2 + mouth.spee * (front[1] + 20) ** 2
    z = level + (8.0 if upper else raised - 8.0)
    return ScanTruth(
        jaw=row.jaw,
        occlusal=frame.way((0, 0, -1 if upper else 1)),
        front=frame.way((0, -1, 0)),
        middle=frame.of(np.array([*front, z])),
        right_mm=left if upper else -right,
        left_mm=-right if upper else left,
        teeth=tuple(t.number for t in row.teeth if t.present and inside[t.number]),
        missing=tuple(t.number for t in row.teeth if not t.present and inside[t.number]),
        outside=tuple(t.number for t in row.teeth if not inside[t.number]),
        holes=holes,
    )


def _frayed(triangles: Array, strip: Array, share: float, random: np.random.Generator) -> Array:
    """Leave out some of the triangles along the cheek's border."""
    cells = strip.shape[1] - 1
    number = np.arange(2 * cells * (len(strip) - 1)) // 2 % cells
    gone = np.zeros(len(triangles), bool)
    gone[: len(number)] = (number < 2) & (random.random(len(number)) < share)
    return triangles[~gone]


def _place(row: Row, plan: Plan, strip: Array) -> tuple[Array, float]:
    """Give where a hole is cut: on the cheek's side of a crown, or else in the gum behind."""
    along, _ = row.curve.locate(strip[:, 0, :2])
    if plan.hole_at is None:
        middle = (plan.extent.right if -plan.extent.right > plan.extent.left else 0) / 2
        column = int(strip.shape[1] * 0.88)  # the gum on the tongue's side
    else:
        middle = next(tooth.middle for tooth in row.teeth if tooth.number == plan.hole_at)
        column = int(strip.shape[1] * 0.42)
    nearest = int(np.abs(along - middle).argmin())
    return strip[nearest, column], middle


def _island(strip: Array, random: np.random.Generator) -> Array:
    """Give a patch of cheek, 2 to 4 mm wide, some way out from the border of the row."""
    rows, _, _ = strip.shape
    row = int(random.integers(rows // 8, rows - rows // 8))
    rim, inner = strip[row, 0], strip[row, 3]
    outward = (rim - inner) * np.array([1.0, 1.0, 0.0])
    outward /= np.linalg.norm(outward) or 1.0
    aside = np.array([-outward[1], outward[0], 0.0])
    centre = rim + outward * random.uniform(3, 7)
    half = random.uniform(1, 2)
    u, v = np.mgrid[-half:half:8j, -half:half:8j]
    grid = centre + u[..., None] * aside + v[..., None] * np.array([0.0, 0.0, 1.0])
    return strip_triangles(grid + random.normal(0, 0.03, grid.shape))
