"""Names of files as scanners and people write them, by the jaw that each says; None where none."""

from __future__ import annotations

from scans.uploads.models import Jaw

NAMES: dict[Jaw | None, list[str]] = {
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
