"""Cases in which nothing is done any more: closed by the system, to the day."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from google.cloud.firestore import FieldFilter

from core import firebase
from core.access import SYSTEM
from core.jobs import Job, JobKind, JobState
from jobs import running
from tests.support.clinic_fixture import ClinicFixture, snapshot
from tests.support.moments import HOUR, NOW

SECOND = timedelta(seconds=1)
#: Two years after the clocks of these tests.
LATER = datetime.fromisoformat("2028-05-04T09:30:00+00:00")


def job_of(practice: ClinicFixture, case_id: str) -> Job:
    """The promise to look at a case."""
    found = practice.ctx().store.get(Job, f"idle-{case_id}")
    assert found is not None
    return found


def look(practice: ClinicFixture, case_id: str) -> JobState | None:
    """Wake the promise."""
    return running.run(practice.as_caller(SYSTEM), f"idle-{case_id}")


def told(practice: ClinicFixture, case_id: str) -> bool:
    """Whether who opened a case was told that it was closed."""
    said = {"kind": "case_closed", "refs": {"case": case_id}}
    return any(said.items() <= notice.items() for notice in practice.notices("member"))


def records_of(case_id: str) -> list[dict[str, Any]]:
    """What the audit says that the system did to a case."""
    audit = firebase.firestore_client().collection("audit")
    about = audit.where(filter=FieldFilter("subject", "==", f"cases/{case_id}"))
    return [found.to_dict() for found in about.get() if found.get("actor") == SYSTEM.uid]


def test_a_case_is_looked_at_when_it_may_be_idle(practice: ClinicFixture) -> None:
    case_id = practice.case()
    asked = practice.request()
    for each in (case_id, asked.case_id):
        job = job_of(practice, each)
        assert (job.kind, job.subject) == (JobKind.CASE_IDLE, f"cases/{each}")
        assert (job.state, job.due_at) == (JobState.DUE, LATER)


def test_it_is_closed_after_two_years_and_not_before(practice: ClinicFixture) -> None:
    case_id = practice.case()
    before = snapshot(practice, f"cases/{case_id}")
    practice.clock.at = LATER - SECOND
    assert look(practice, case_id) is None
    assert snapshot(practice, f"cases/{case_id}") == before
    assert not told(practice, case_id)

    practice.clock.at = LATER
    assert look(practice, case_id) is JobState.DONE
    case = practice.case_of(case_id)
    assert (case.status, case.closed_at) == ("closed", LATER)
    assert told(practice, case_id)
    line = practice.events(case_id)[-1]
    assert (line["kind"], line["actor"], line["party"]) == ("case_close", SYSTEM.uid, "the system")
    (act,) = records_of(case_id)
    assert (act["action"], act["actor"]) == ("scans.close_case", SYSTEM.uid)


def test_what_is_done_in_it_puts_it_off(practice: ClinicFixture) -> None:
    named = practice.consented()
    case_id = practice.case(**named)
    practice.clock.at = NOW + HOUR
    practice.cancel(practice.request(case_id=case_id, **named).visit_id)
    practice.clock.at = LATER
    assert look(practice, case_id) is JobState.DUE
    assert practice.case_of(case_id).status == "open"
    assert job_of(practice, case_id).due_at == LATER + HOUR
    practice.clock.at = LATER + HOUR
    assert look(practice, case_id) is JobState.DONE
    assert practice.case_of(case_id).status == "closed"


def test_a_visit_under_way_keeps_it_open(practice: ClinicFixture) -> None:
    asked = practice.request()
    practice.clock.at = LATER
    assert look(practice, asked.case_id) is JobState.DUE
    assert practice.case_of(asked.case_id).status == "scheduled"
    assert job_of(practice, asked.case_id).due_at.isoformat() == "2028-06-04T09:30:00+00:00"
    assert not told(practice, asked.case_id)


def test_one_that_is_over_is_left_as_it_is(practice: ClinicFixture) -> None:
    named = practice.consented()
    closed, frozen = practice.case(), practice.case(**named)
    practice.close(closed)
    practice.withdraw(named["consent_id"])
    before = snapshot(practice, f"cases/{closed}", f"cases/{frozen}")
    practice.clock.at = LATER
    assert look(practice, closed) is look(practice, frozen) is JobState.DONE
    assert snapshot(practice, f"cases/{closed}", f"cases/{frozen}") == before
    assert not told(practice, closed)
    assert not told(practice, frozen)


def test_one_that_is_opened_again_is_looked_at_again(practice: ClinicFixture) -> None:
    case_id = practice.case()
    practice.clock.at = LATER
    look(practice, case_id)
    practice.reopen(case_id)
    job = job_of(practice, case_id)
    assert (job.state, job.due_at.isoformat()) == (JobState.DUE, "2030-05-04T09:30:00+00:00")
    practice.clock.at = job.due_at
    assert look(practice, case_id) is JobState.DONE
    assert practice.case_of(case_id).status == "closed"


def test_one_that_is_gone_is_nobodys(practice: ClinicFixture) -> None:
    case_id = practice.case()
    store = practice.ctx().store
    store.run(lambda unit: unit.delete(practice.case_of(case_id)))
    practice.clock.at = LATER
    assert look(practice, case_id) is JobState.DONE
    assert not told(practice, case_id)


def test_the_months_are_a_setting(practice: ClinicFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCANNER_CASE_IDLE_MONTHS", "1")
    job = job_of(practice, practice.case())
    assert job.due_at.isoformat() == "2026-06-04T09:30:00+00:00"


def test_what_a_look_costs(practice: ClinicFixture) -> None:
    """Of the job itself are two reads and a write."""
    case_id = practice.case()
    practice.clock.at = LATER
    look(practice, case_id)
    assert (practice.tally.reads, practice.tally.writes) == (4, 5)
