"""Times in requests: those of the past are marked, so that no clock that runs ahead is refused.

What the marks are good for is tested with each callable, in `tests/emulator/test_past_times.py`.
"""

from __future__ import annotations

import pytest

from core.callables import Spec
from tests.support.past_times import PAST, times
from tools.docs.surface import load

SURFACE = load()

#: Times of requests that are not of something that has happened, and what each is.
OTHERS = {
    **dict.fromkeys(
        [
            ("scans/request_visit", "slots"),
            ("scans/reschedule_visit", "slots"),
            ("scans/assign_operator", "slot"),
            ("scans/suggest_operators", "slot"),
        ],
        (("starts_at", "ends_at"), "when a visit is to be"),
    ),
    ("scans/list_cases", ""): (("opened_from", "opened_before"), "what is listed"),
    ("payments/reconcile_payments", ""): (("first_day", "last_day"), "which days are compared"),
    **dict.fromkeys(
        [
            ("labs/get_figures", ""),
            ("scans/get_figures", ""),
            ("support/get_figures", ""),
            ("wallet/get_statement_file", ""),
            ("wallet/get_totals", ""),
        ],
        (("first_day", "last_day"), "which days are added up"),
    ),
}
NOT_PAST = {
    (name, f"{under}.{field}" if under else field)
    for (name, under), (fields, _) in OTHERS.items()
    for field in fields
}


@pytest.mark.parametrize("name", sorted(Spec.registry))
def test_a_time_of_a_request_is_of_the_past_or_of_something_else(name: str) -> None:
    for path, past in times(Spec.registry[name].request).items():
        assert past is not ((name, path) in NOT_PAST), path


def test_the_walk_finds_what_there_is() -> None:
    found = {(n, path) for n, spec in Spec.registry.items() for path in times(spec.request)}
    assert found >= NOT_PAST
    assert set(PAST) == found - NOT_PAST
    assert ("scans/record_consent", "obtained_at") in PAST
