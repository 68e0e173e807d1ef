"""Promises: what is left to be done later, as a record beside the act that made it."""

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from core import jobs
from core.jobs import Job, JobKind, JobState

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def test_a_promise_is_a_job_that_is_due(bench):
    jobs.promise(bench.unit, "erase-c1", JobKind.ERASE_AFTER_WITHDRAWAL, "consents/c1", NOON)
    ((path, fields, mask, exists),) = bench.sent()
    assert path == "jobs/erase-c1"
    assert Job.model_validate(fields) == Job(
        kind=JobKind.ERASE_AFTER_WITHDRAWAL, subject="consents/c1", due_at=NOON, state=JobState.DUE
    )
    assert (mask, exists) == (None, False), "made, never found: what was done stays done"


@pytest.mark.parametrize(
    ("field", "wrong"), [("due_at", NOON.replace(tzinfo=None)), ("kind", "anything")]
)
def test_a_promise_is_of_a_kind_and_due_at_a_moment(field, wrong):
    """Not at the time of some wall clock, and nothing that nobody knows how to keep."""
    fields = {"kind": "erase_after_withdrawal", "subject": "x/y", "due_at": NOON}
    assert Job.model_validate(fields)
    with pytest.raises(ValidationError, match=field):
        Job.model_validate({**fields, field: wrong})


def test_jobs_are_nobodys_to_read():
    assert Job.readers == frozenset()
    assert all(declared and len(declared.seen_by) == 1 for _, declared in Job.declarations())
