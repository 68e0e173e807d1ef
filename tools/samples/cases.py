"""Scans of a case, sound or with one planted fault, by a seed.

`case(seed)` is sound: what a clinic sends and a technician would take. `case(seed, fault)` is the
same person's case with one thing wrong. The same arguments give the same scans.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from tools.samples.crowns import Jaw
from tools.samples.fields import occluded
from tools.samples.frames import Axes, Frame, a_frame, turned
from tools.samples.mouths import Mouth, Row, Tooth, mouth
from tools.samples.scans import Plan, SampleScan, bite_scan, jaw_scan
from tools.samples.surfaces import Extent

Fault = Literal[
    "exchanged",  # the names of the jaws
    "same jaw",  # under both names, scanned two times
    "apart",  # the jaws, by 1 to 40 mm
    "not aligned",  # the lower scan lies elsewhere, or is turned
    "crossing",  # one goes 2 to 6 mm into the other
    "no antagonist",
    "strange bite",  # the bite scan is another patient's
    "beyond the end",  # the tooth ordered lies behind the end of the scan
    "other side",  # the tooth ordered lies on the side that was not scanned
    "quadrant",  # half an arch for work on whole arches
    "hole at tooth",  # 2 to 6 mm, in the tooth ordered
    "hole elsewhere",  # 2 to 6 mm, away from the tooth ordered
]


@dataclass(frozen=True)
class SampleCase:
    """A case's scans by the names that the clinic gives them, and what is true of them.

    Attributes:
        seed: what it was made of.
        fault: what is wrong with it; None if it is sound.
        axes: those of the files.
        upper, lower: the scans named so; None where one is missing.
        bites: scans of the closed teeth, the right side first.
        tooth: the FDI number of the tooth that work is ordered for.
        whole_arch: whether the work is on whole arches, such as an aligner.
        penetration_mm: how deep the jaws go into each other along the occlusal axis.
        opened_mm: how far they were moved apart along it.
    """

    seed: int
    fault: Fault | None
    axes: Axes
    upper: SampleScan | None
    lower: SampleScan | None
    bites: tuple[SampleScan, ...]
    tooth: int
    whole_arch: bool
    penetration_mm: float
    opened_mm: float


def case(seed: int, fault: Fault | None = None, triangles: int = 24_000) -> SampleCase:
    """Make a case; a jaw has roughly `triangles` triangles, by half more or less."""
    random = np.random.default_rng([seed, 2])
    axes: Axes = random.choice(["z up", "z up", "y up", "y up", "tilted"])
    frame = a_frame(axes, random)
    depth = random.uniform(0, 0.1)
    opened = 0.0
    settled, raised = occluded(mouth(seed), depth, random)
    if fault == "crossing":
        depth = random.uniform(2, 6)
        raised += depth
    elif fault == "apart":
        opened = float(np.exp(random.uniform(np.log(1.6), np.log(40))))
        raised -= opened
    only = _only_side(fault, random)
    plans = {jaw: _plan(row, only, triangles, random) for jaw, row in _rows(settled).items()}
    ordered, jaw = _ordered(settled, plans, fault, only, random)
    plans = _with_fault(plans, settled, fault, ordered, jaw, random)
    scans = {
        name: jaw_scan(settled, row, plans[name], raised, frame, random)
        for name, row in _rows(settled).items()
    }
    bites = _bites(settled, plans, raised, frame, only, fault, seed, random)
    upper, lower = _named(fault, scans, jaw)
    if fault == "same jaw":
        again = jaw_scan(settled, _rows(settled)[jaw], plans[jaw], raised, frame, random)
        upper, lower = (upper, again) if jaw == "upper" else (again, lower)
    elif fault == "not aligned":
        lower = _displaced(scans["lower"], random)
    return SampleCase(
        seed, fault, axes, upper, lower, bites, ordered.number,
        whole_arch=fault == "quadrant", penetration_mm=depth, opened_mm=opened,
    )  # fmt: skip


def _rows(settled: Mouth) -> dict[Jaw, Row]:
    return {"upper": settled.upper, "lower": settled.lower}


def _only_side(fault: Fault | None, random: np.random.Generator) -> int:
    """Give the side that alone is scanned, or 0; every eighth sound case is of a quadrant."""
    one_sided = fault in ("quadrant", "other side")
    if one_sided or (fault in (None, "exchanged", "strange bite") and random.random() < 0.125):
        return int(random.choice([-1, 1]))
    return 0


def _plan(row: Row, only: int, triangles: int, random: np.random.Generator) -> Plan:
    """Choose what is scanned of a row: at least to the first molars, none of them cut through."""
    ends = {}
    for side in (-1, 1):
        last = int(random.choice([6, 7, 7, 8]))
        reach = max(
            abs(t.middle) + t.width / 2
            for t in row.teeth
            if t.side == side and t.number % 10 <= last
        )
        ends[side] = side * (reach + random.uniform(0.6, 4))
        if only and side != only:
            ends[side] = side * random.uniform(1, 12)
    extent = Extent(
        right=ends[-1],
        left=ends[1],
        skew=random.uniform(-0.25, 0.25),
        deep=random.uniform(5.2, 7.2),
        palate=row.jaw == "upper" and not only and random.random() < 0.5,
        triangles=int(triangles * random.uniform(0.6, 1.5)),
        noise=random.uniform(0.004, 0.018),
    )
    return Plan(
        extent,
        islands=int(random.choice([0, 0, 1, 3])),
        frayed=float(random.choice([0.0, 0.1, 0.4])),
    )


def _ordered(
    settled: Mouth,
    plans: dict[Jaw, Plan],
    fault: Fault | None,
    only: int,
    random: np.random.Generator,
) -> tuple[Tooth, Jaw]:
    """Choose the tooth to be restored: one that is there, on the side scanned."""
    jaw: Jaw = random.choice(["upper", "lower"])
    extent = plans[jaw].extent
    if fault == "other side":
        fitting = [t for t in _rows(settled)[jaw].teeth if t.side != only and t.number % 10 >= 4]
    else:
        fitting = [
            t
            for t in _rows(settled)[jaw].teeth
            if t.present
            and t.side == (only or t.side)
            and extent.right < t.middle - t.width / 2
            and t.middle + t.width / 2 < extent.left
            and (fault != "beyond the end" or t.number % 10 >= 5)
        ]
    return fitting[random.integers(len(fitting))], jaw


def _with_fault(
    plans: dict[Jaw, Plan],
    settled: Mouth,
    fault: Fault | None,
    ordered: Tooth,
    jaw: Jaw,
    random: np.random.Generator,
) -> dict[Jaw, Plan]:
    plan = plans[jaw]
    if fault == "hole at tooth":
        plan = replace(plan, hole_mm=random.uniform(2, 6), hole_at=ordered.number)
    elif fault == "hole elsewhere":
        others = [
            t.number
            for t in _rows(settled)[jaw].teeth
            if t.present and t.side != ordered.side and 3 <= t.number % 10 <= 6
        ]
        plan = replace(plan, hole_mm=random.uniform(2, 6), hole_at=int(random.choice(others)))
    elif fault == "beyond the end":
        end = ordered.middle - ordered.side * (ordered.width / 2 + random.uniform(0.5, 6))
        right, left = plan.extent.right, plan.extent.left
        right, left = (end, left) if ordered.side < 0 else (right, end)
        plan = replace(plan, extent=replace(plan.extent, right=right, left=left))
    return {**plans, jaw: plan}


def _bites(
    settled: Mouth,
    plans: dict[Jaw, Plan],
    raised: float,
    frame: Frame,
    only: int,
    fault: Fault | None,
    seed: int,
    random: np.random.Generator,
) -> tuple[SampleScan, ...]:
    """Scan the bite of both sides, of one, or of none."""
    sides = [only] if only else [[-1, 1], [-1], [1], []][random.integers(4)]
    shown = settled
    if fault == "strange bite":
        sides = sides or [int(random.choice([-1, 1]))]
        shown, raised = occluded(mouth(seed + 1_000_003), 0.05, random)
    halves = [
        (shown, row, replace(plans[name].extent, triangles=12_000, palate=False, skew=0.0))
        for name, row in _rows(shown).items()
    ]
    return tuple(bite_scan(halves[0], halves[1], raised, side, frame, random) for side in sides)


def _named(
    fault: Fault | None, scans: dict[Jaw, SampleScan], jaw: Jaw
) -> tuple[SampleScan | None, SampleScan | None]:
    """Give the scans that the clinic names upper and lower; `jaw` is that of the order."""
    upper, lower = scans["upper"], scans["lower"]
    if fault == "exchanged":
        return lower, upper
    if fault == "no antagonist":
        return (upper, None) if jaw == "upper" else (None, lower)
    return upper, lower


def _displaced(scan: SampleScan, random: np.random.Generator) -> SampleScan:
    """Move a scan by 8 to 60 mm in any direction, or turn it by 20 to 180 degrees in its place."""
    middle = scan.corners.reshape(-1, 3).mean(axis=0)
    way = random.normal(size=3)
    way /= np.linalg.norm(way)
    turn, move = np.eye(3), way * random.uniform(8, 60)
    if random.random() < 0.5:
        turn, move = turned(way, random.uniform(20, 180)), way * 0
    frame = Frame(turn, middle + move - turn @ middle)
    truth = scan.truth
    if truth is not None:
        truth = replace(
            truth,
            occlusal=turn @ truth.occlusal,
            front=turn @ truth.front,
            middle=frame.of(truth.middle),
        )
    return SampleScan(frame.of(scan.corners), truth)
