"""A client's clock that runs ahead: five minutes are allowed for, and what is stored is no later.

Generated from the requests: a new time of the past is covered when it is marked as one.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from core.firebase import firestore_client
from tests.emulator.refusals import refused
from tests.emulator.sample_call import Samples
from tests.emulator.sample_calls import SAMPLE_CALLS
from tests.support.past_times import PAST
from tests.support.people import Cast

#: Where what a callable stores is found, by what it answers.
STORED = {
    "privacy/open_breach": "breaches/{breach_id}",
    "scans/record_consent": "consents/{consent_id}",
}
_FAR = {"since": {"until"}}  # a time that another one has to follow


@pytest.fixture(scope="module")
def samples(cast: Cast) -> Samples:
    """Those who call."""
    return Samples(cast)


def ahead(request: dict[str, Any], field: str, by: timedelta) -> dict[str, Any]:
    """The request with one time so much ahead, and what follows it a little more."""
    at = datetime.now(UTC) + by
    later = {each: (at + timedelta(seconds=1)).isoformat() for each in _FAR.get(field, ())}
    return {**request, field: at.isoformat(), **later}


@pytest.mark.parametrize(("name", "field"), PAST)
def test_a_clock_may_run_ahead_by_five_minutes(samples: Samples, name: str, field: str) -> None:
    sample = SAMPLE_CALLS[name](samples)
    late = ahead(sample.request, field, timedelta(minutes=6))
    assert refused(sample.caller, name, late, sample.watched).reason == "time-in-future"
    answer = sample.caller.call(name, ahead(sample.request, field, timedelta(minutes=4)))
    path = STORED[name].format(**answer)
    stored = firestore_client().document(path).get().to_dict() or {}
    assert stored[field] <= datetime.now(UTC), "the earlier of the two"
