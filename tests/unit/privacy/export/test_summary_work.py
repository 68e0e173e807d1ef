"""What an archive's page says that a lab was to make."""

from __future__ import annotations

from typing import Any

import pytest

from labs.catalogue.models import WorkType
from labs.catalogue.teeth import Arch
from privacy.export.summary import work_of
from tests.support import lab_records
from tests.support.account_records import Tenants


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Work for tooth 26"),
        ({"teeth": [11, 26]}, "Work for teeth 11, 26"),
        ({"work": WorkType.NIGHT_GUARD, "teeth": [], "arches": [Arch.UPPER]},
         "Work for the upper arch"),
        ({"work": WorkType.NIGHT_GUARD, "teeth": [11]}, "Work for the upper arch"),
        ({"work": WorkType.STUDY_MODEL, "teeth": [], "arches": [Arch.LOWER, Arch.UPPER]},
         "Work for the upper and lower arch"),
        ({"work": WorkType.OTHER, "teeth": []}, "Work"),
    ],
)  # fmt: skip
def test_work_is_for_teeth_or_arches(changes: dict[str, Any], said: str) -> None:
    (item,) = lab_records.order(Tenants()).items
    assert work_of(item.model_copy(update={"name": "Work", **changes})) == said
