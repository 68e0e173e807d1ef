"""Which changes of a patient's record wake the orders."""

from __future__ import annotations

from typing import Any

import pytest

from labs.follow_ups.corrections import relabels

RECORD = {"reference": "P-1042", "name": "Meera Joshi", "age_group": "adult", "idle_since": None}


@pytest.mark.parametrize(
    ("change", "wakes"),
    [
        ({"reference": "P-1043"}, True),
        ({"name": "Mira Joshi"}, True),
        ({"age_group": "child"}, False),
        ({"idle_since": "2026-05-04"}, False),
        ({}, False),
    ],
)
def test_what_orders_say_wakes_them_and_nothing_else(
    change: dict[str, Any], *, wakes: bool
) -> None:
    assert relabels(RECORD, RECORD | change) is wakes
