"""What names say, as scanners and people write them."""

from __future__ import annotations

import pytest

from scans.archives.names import proposed
from scans.uploads.models import Jaw

NAMES = {
    Jaw.UPPER: [
        "2026-09-18_100_001-UpperJaw.stl", "case-7-upperjaw.stl", "test3 UpperJawScan.stl",
        "UPPERJAW.STL", "123456_shell_occlusion_u.stl", "patient_maxilla.stl", "Maxillary.stl",
        "Oberkiefer-scan.stl", "OK.stl", "OKScan.stl", "case12_U.stl", "arcada superior.stl",
        "arcade supérieure.stl", "maxilar superior.stl", "Session/UpperJaw/Data.stl",
        "C:\\Export\\Upper\\scan.stl", "upper arch.stl", "Upper.stl",
        "Lowery_UpperJaw.stl",
    ],
    Jaw.LOWER: [
        "2026-09-18_100_001-LowerJaw.stl", "case-7-lowerjaw.stl", "LowerJawScan.stl",
        "123456_shell_occlusion_l.stl", "mandible.stl", "demo-mandibular.stl", "Unterkiefer.stl",
        "uk.stl", "maxilar inferior.stl", "Kupper_LowerJaw.stl", "Ok-Lower.stl",
        "upper left 26/LowerJaw.stl", "Bitencourt lower.stl", "Bissett_LowerJaw.stl",
    ],
    Jaw.BITE: [
        "case-7-bite0.stl", "case-7-bite1.stl", "AllBite.stl", "occlusion-first.stl",
        "Vestibular.stl", "buccal.stl", "Bissregistrat.stl", "bite right and left.stl",
    ],
    Jaw.BITE_RIGHT: [
        "BiteRight.stl", "RightBite.stl", "biteright.stl", "buccal_right.stl", "bite_r.stl",
        "Biss rechts.stl",
    ],
    Jaw.BITE_LEFT: ["BiteLeft.stl", "bite-left.stl", "VestibularScanLeft.stl", "bite_l.stl"],
    None: [
        "scan1.stl", "26.stl", "Meera Joshi.stl", "upper_lower.stl", "LowerJaw_Bite.stl", "", "x",
        "right.stl", "Ok_UK.stl", "Supper.stl", "Blower.stl", "नमस्ते.stl", "jaw.stl", "u_scan.stl",
    ],
}  # fmt: skip


@pytest.mark.parametrize("jaw", NAMES, ids=str)
def test_what_a_name_says(jaw: Jaw | None) -> None:
    said = {name: proposed(name).jaw for name in NAMES[jaw]}
    assert said == dict.fromkeys(NAMES[jaw], jaw)


def test_the_files_own_name_counts_before_its_folders() -> None:
    assert proposed("UpperJaw/LowerJaw.stl").jaw is Jaw.LOWER
    assert proposed("UpperJaw/upper_lower.stl").jaw is None


@pytest.mark.parametrize(
    "name",
    [
        "UpperJaw_preop.stl", "UpperJaw-pre-op.stl", "upperjawscanbody.stl", "UpperJaw_Situ.stl",
        "UpperJawGingiva.stl", "UpperJaw - Copy.stl", "Upper_provisional.stl",
    ],
)  # fmt: skip
def test_a_further_scan_of_a_jaw_is_told_from_the_one_to_work_on(name: str) -> None:
    further, plain = proposed(name), proposed("UpperJaw.stl")
    assert further.jaw is plain.jaw is Jaw.UPPER
    assert further.variant > plain.variant == 0
