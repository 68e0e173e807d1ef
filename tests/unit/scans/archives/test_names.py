"""What names say, as scanners and people write them."""

from __future__ import annotations

import pytest

from scans.archives.names import proposed
from scans.uploads.models import Jaw
from tests.support.scan_names import NAMES


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
