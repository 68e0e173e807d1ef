"""Kinds of work: what a new service may be priced by, and what is read of those of before."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from labs.catalogue.models import Per, Service, WorkType
from labs.catalogue.requests import SaveService
from labs.catalogue.teeth import (
    TEETH,
    along,
    arch_of,
    between,
    is_deciduous,
    name_of,
    place_of,
    successor_of,
)
from labs.catalogue.works import WORKS
from tests.support.account_records import MADE

#: By hand: a bridge by its units; what is made for arches by arch or piece; all else freely.
PRICES = {
    "bridge": {"tooth"},
    **dict.fromkeys(
        ("denture", "aligner", "retainer", "night_guard", "study_model"),
        frozenset({"arch", "piece"}),
    ),
}


@pytest.mark.parametrize("per", Per)
@pytest.mark.parametrize("work", WorkType)
def test_a_service_is_saved_with_a_price_that_its_work_can_have(work: WorkType, per: Per) -> None:
    said: dict[str, Any] = {
        "name": "A work", "work": work, "materials": ["other"], "per": per, "price": 100_000,
        "turnaround": 5,
    }  # fmt: skip
    stored = Service.model_validate({**said, "updated_at": MADE})
    assert stored.per is per, "what was saved before is read"
    request = {**said, "idempotency_key": "0" * 32}
    if per in PRICES.get(work, set(Per)):
        assert SaveService.model_validate(request).per is per
        return
    with pytest.raises(ValidationError, match="no such price"):
        SaveService.model_validate(request)


def test_every_kind_of_work_has_its_rule() -> None:
    assert set(WORKS) == set(WorkType)


# --- how teeth stand ------------------------------------------------------------------------------

UPPER = [18, 17, 16, 15, 14, 13, 12, 11, 21, 22, 23, 24, 25, 26, 27, 28]
LOWER = [48, 47, 46, 45, 44, 43, 42, 41, 31, 32, 33, 34, 35, 36, 37, 38]
MILK = [[55, 54, 53, 52, 51, 61, 62, 63, 64, 65], [85, 84, 83, 82, 81, 71, 72, 73, 74, 75]]


@pytest.mark.parametrize("row", [UPPER, LOWER, *MILK])
def test_neighbours_differ_by_one_place_over_the_midline_too(row: list[int]) -> None:
    places = [place_of(tooth) for tooth in row]
    assert places == list(range(places[0], places[0] + len(row)))
    assert along(reversed(row)) == row
    for start in range(len(row)):
        for end in range(start + 1, len(row)):
            assert between([row[start], row[end]]) == row[start + 1 : end]
            assert between(row[start : end + 1]) == []


def test_arches_stand_one_after_the_other() -> None:
    assert along([36, 46, 26, 16]) == [16, 26, 46, 36]


def test_a_deciduous_tooth_is_followed_by_one_in_its_place() -> None:
    """What follows a deciduous molar is a premolar, in its place from the middle: 15 after 55."""
    assert {tooth for tooth in TEETH if is_deciduous(tooth)} == {t for row in MILK for t in row}
    for tooth in TEETH:
        after = successor_of(tooth)
        assert not is_deciduous(after)
        assert (arch_of(after), place_of(after)) == (arch_of(tooth), place_of(tooth))
        assert (after == tooth) is not is_deciduous(tooth)
    assert name_of(successor_of(55)) == "upper right second premolar"
    assert [successor_of(tooth) for tooth in (55, 61, 73, 84, 26)] == [15, 21, 33, 44, 26]
