"""One trial of the case check: a made-up case through the functions of the gate, to its findings.

What the trigger records of a file and of two beside each other is measured by the same functions
here, and the findings are those that the order's check tells.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

import numpy as np

from labs.catalogue.models import WorkType
from labs.catalogue.teeth import Arch, arch_of
from labs.orders.needs import OrderedWork, needs_of
from scans.checks.checked import LOWER, UPPER, CheckedBite, CheckedCase, CheckedPair, CheckedScan
from scans.checks.findings import CaseCode
from scans.checks.likeness import likeness, of_clinic
from scans.checks.models import FindingSeverity, Fingerprints, PairFigures, ScanFeatures, Twin
from scans.checks.ordered import case_findings
from scans.gate import arches, stl
from scans.gate.arches.recorded import measured
from scans.gate.fingerprints import fingerprint
from scans.pairs import measuring
from tools.samples import Fault, SampleCase, case
from tools.samples.copies import moved, reordered, thinned
from tools.samples.crowns import Array
from tools.samples.scans import SampleScan

Filed = Literal["filed as the other jaw", "another patient's", "another patient's, altered"]
"""Faults of filing: a scan of a sound case is filed a second time, its triangles in another order;
`altered` is moved and turned, or thinned, or both."""

Planted = Fault | Filed
FAULTS: Final[tuple[Planted, ...]] = (*get_args(Fault), *get_args(Filed))

_C = CaseCode
TOLD: Final[Mapping[Planted, frozenset[CaseCode]]] = {
    "exchanged": frozenset({_C.JAWS_EXCHANGED}),
    "same jaw": frozenset(
        {_C.BITE_NOT_ALIGNED, _C.JAWS_BOTH_UPPER, _C.JAWS_BOTH_LOWER, _C.SCAN_TWICE_JAW}
    ),
    "apart": frozenset({_C.JAWS_APART, _C.BITE_NOT_ALIGNED}),
    "not aligned": frozenset(
        {_C.BITE_NOT_ALIGNED, _C.JAWS_APART, _C.JAWS_CROSSING, _C.BITE_DOES_NOT_FIT}
    ),
    "crossing": frozenset({_C.JAWS_CROSSING}),
    "no antagonist": frozenset({_C.ANTAGONIST_MISSING}),
    "strange bite": frozenset({_C.BITE_DOES_NOT_FIT}),
    "beyond the end": frozenset({_C.TOOTH_NOT_SCANNED}),
    "other side": frozenset({_C.TOOTH_NOT_SCANNED}),
    "quadrant": frozenset({_C.ARCH_NOT_WHOLE}),
    "hole at tooth": frozenset({_C.HOLE_AT_TOOTH}),
    "hole elsewhere": frozenset({_C.HOLES}),
    "filed as the other jaw": frozenset({_C.SCAN_TWICE_JAW}),
    "another patient's": frozenset({_C.SCAN_OF_ANOTHER_PATIENT}),
    "another patient's, altered": frozenset({_C.SCAN_OF_ANOTHER_PATIENT}),
}
"""What tells of a fault: any one of these."""

FOLLOWS: Final[Mapping[Planted, frozenset[CaseCode]]] = {
    "exchanged": frozenset({_C.TOOTH_NOT_SCANNED}),
    "same jaw": frozenset({_C.BITE_DOES_NOT_FIT, _C.TOOTH_NOT_SCANNED, _C.JAWS_CROSSING}),
    "apart": frozenset({_C.BITE_DOES_NOT_FIT}),
    "crossing": frozenset({_C.BITE_DOES_NOT_FIT}),
    "beyond the end": frozenset({_C.BITE_DOES_NOT_FIT}),  # where it shows what was not scanned
    "filed as the other jaw": frozenset(
        {_C.BITE_NOT_ALIGNED, _C.BITE_DOES_NOT_FIT, _C.JAWS_CROSSING, _C.TOOTH_NOT_SCANNED}
    ),
}
"""Warnings that a fault may bring with it; any other one is false."""

_CLINIC: Final = "clinic"


@dataclass(frozen=True)
class Trial:
    """What came of a trial.

    Attributes:
        seed, planted: what the case was made of; None is a sound one.
        codes: of all findings.
        warnings: of those that the clinic has to sign off.
        unjudged: jaws in which no row of teeth was recognised.
        seconds: processor time of the check, the making of the samples left out.
        prints: fingerprints of the jaws' scans, of a sound case.
        detail: figures to look a failure up by.
    """

    seed: int
    planted: Planted | None
    codes: frozenset[CaseCode]
    warnings: frozenset[CaseCode]
    unjudged: int
    seconds: float
    prints: tuple[Fingerprints, ...]
    detail: str

    @property
    def found(self) -> bool:
        """Whether the planted fault was told."""
        return self.planted is not None and bool(self.codes & TOLD[self.planted])

    @property
    def false(self) -> frozenset[CaseCode]:
        """The warnings that are not true."""
        if self.planted is None:
            return self.warnings
        true = TOLD[self.planted] | FOLLOWS.get(self.planted, frozenset())
        return self.warnings - true


def trial(seed: int, planted: Planted | None, triangles: int = 24_000) -> Trial:
    """Make a case and check it."""
    fault: Fault | None = next((f for f in get_args(Fault) if f == planted), None)
    finely = 60_000 if planted == "another patient's, altered" else triangles  # to be thinned
    made = case(seed, fault, finely)
    random = np.random.default_rng([seed, 3])
    twin: Array | None = None
    if planted in get_args(Filed):
        made, twin = _filed_twice(made, planted, random)
    started = time.process_time()
    checked, prints = _checked(made, twin)
    arch = arch_of(made.tooth)
    work = (
        OrderedWork(WorkType.ALIGNER, (), frozenset(), frozenset(Arch))
        if made.whole_arch
        else OrderedWork(WorkType.CROWN, (made.tooth,), frozenset(), frozenset({arch}))
    )
    findings = case_findings(checked, needs_of([work]))
    seconds = time.process_time() - started
    return Trial(
        seed,
        planted,
        codes=frozenset(each.code for each in findings),
        warnings=frozenset(e.code for e in findings if e.severity is FindingSeverity.WARNING),
        unjudged=sum(each.code is _C.NOT_CHECKED for each in findings),
        seconds=seconds,
        prints=prints if planted is None else (),
        detail=_detail(made, checked),
    )


def _filed_twice(
    made: SampleCase, planted: Planted | None, random: np.random.Generator
) -> tuple[SampleCase, Array | None]:
    """File the upper scan as the lower one too, or tell how another patient's file has it."""
    scan = made.upper or SampleScan(np.empty((0, 3, 3)))
    copy = reordered(scan.corners.astype(np.float32).astype(np.float64), random)
    if planted == "filed as the other jaw":
        return replace(made, lower=SampleScan(copy, scan.truth)), None
    if planted == "another patient's, altered":
        way = random.integers(3)
        copy = moved(copy, random) if way != 1 else copy
        copy = thinned(copy) if way != 0 else copy
    return made, copy


def _checked(made: SampleCase, twin: Array | None) -> tuple[CheckedCase, tuple[Fingerprints, ...]]:
    named: dict[str, SampleScan] = {}
    if made.upper is not None:
        named[UPPER] = made.upper
    if made.lower is not None:
        named[LOWER] = made.lower
    meshes = {jaw: stl.parse(scan.stl) for jaw, scan in named.items()}
    taken = {jaw: of_clinic(_CLINIC, fingerprint(mesh)) for jaw, mesh in meshes.items()}
    scans = []
    for jaw, mesh in meshes.items():
        seen = measured(arches.features(mesh, stl.examine(mesh).holes))
        scans.append(
            CheckedScan(
                jaw,
                jaw,
                features=ScanFeatures.model_validate(seen) if seen else None,
                twins=_twins(jaw, taken, twin),
            )
        )
    recognised_jaws = {scan.file_id for scan in scans if scan.arch is not None}
    pairs: tuple[CheckedPair, ...] = ()
    bites: tuple[CheckedBite, ...] = ()
    if recognised_jaws == {UPPER, LOWER}:
        upper, lower = meshes[UPPER], meshes[LOWER]
        related = arches.relate(upper, lower)
        figures = {name: getattr(related, name) for name in PairFigures.model_fields}
        pairs = (CheckedPair("pair", UPPER, LOWER, PairFigures.model_validate(figures)),)
        for number, bite in enumerate(made.bites):
            scans.append(CheckedScan(f"bite {number}", "bite"))
            fit = measuring.bitten(stl.parse(bite.stl), upper, lower)
            bites += (CheckedBite(f"bite {number}", UPPER, LOWER, fit),)
    checked = CheckedCase("patient", "case", tuple(scans), pairs, bites)
    return checked, tuple(taken.values())


def _twins(jaw: str, taken: Mapping[str, Fingerprints], copy: Array | None) -> tuple[Twin, ...]:
    """Find what is like a scan, as `scans.pairs.twins` does by its queries."""
    found = []
    for other, prints in taken.items():
        how = likeness(taken[jaw], prints) if other != jaw else None
        if how is not None and how.value == "same":
            found.append(_twin(how.value, "patient", other))
    if copy is not None:
        theirs = of_clinic(_CLINIC, fingerprint(stl.parse(SampleScan(copy).stl)))
        how = likeness(taken[jaw], theirs)
        if how is not None:
            found.append(_twin(how.value, "another", UPPER))
    return tuple(found)


def _twin(how: str, patient: str, jaw: str) -> Twin:
    return Twin.model_validate(
        {
            "likeness": how,
            "patient_id": patient,
            "reference": patient,
            "case_id": "case" if patient == "patient" else "another",
            "file_id": jaw,
            "jaw": jaw,
            "version": 1,
        }
    )


def _detail(made: SampleCase, checked: CheckedCase) -> str:
    said = [f"axes {made.axes}, tooth {made.tooth}"]
    for scan in checked.scans:
        truth = {UPPER: made.upper, LOWER: made.lower}.get(scan.jaw)
        if truth is not None and truth.truth is not None:
            arch = scan.arch
            got = "none" if arch is None else f"{arch.right_mm:.1f}/{arch.left_mm:.1f}"
            true = truth.truth
            said.append(f"{scan.jaw} reach {got} (true {true.right_mm:.1f}/{true.left_mm:.1f})")
    for pair in checked.pairs:
        f = pair.figures
        said.append(f"{f.relation.value} gap {f.gap_mm} deep {f.penetration_mm}")
    fits = [bite.figures for bite in checked.bites]
    said += [f"bite {fit.on_upper} {fit.on_lower}" for fit in fits]
    return "; ".join(said)
