"""A consent withdrawn: what stops, who is told, what is left to be done, and what is left alone."""

from __future__ import annotations

from typing import Any

import pytest

from core.access import Role
from core.firebase import firestore_client
from core.jobs import Job
from scans.consents.models import Consent
from tests.support.clinic_fixture import ClinicFixture, snapshot
from tests.support.moments import HOUR, NOW, hour, offered, refused


def slots_of(practice: ClinicFixture, *upload_ids: str) -> list[tuple[bool, str | None]]:
    """Whether each slot is open, and which operator follows it."""
    found = [practice.upload_of(upload_id) for upload_id in upload_ids]
    return [(upload.open, upload.operator) for upload in found]


def test_all_that_rests_on_it_stops(practice: ClinicFixture) -> None:
    named = practice.consented()
    asked = practice.scanning("operator", **named)
    plain = practice.case("owner", **named)
    at_visit = practice.slot("operator", visit_id=asked.visit_id).upload_id
    own = practice.slot("owner", case_id=asked.case_id, jaw="lower").upload_id
    other = practice.slot(case_id=plain).upload_id
    form = practice.slot("owner", consent_id=named["consent_id"], kind="image", jaw=None).upload_id
    practice.clock.at = NOW + HOUR
    assert practice.withdraw(named["consent_id"]) == [asked.case_id, plain]

    consent = practice.ctx().store.get(Consent, named["consent_id"])
    assert consent is not None
    assert (consent.state, consent.withdrawn_by, consent.withdrawn_at) == (
        "withdrawn", practice.uid("member"), NOW + HOUR,
    )  # fmt: skip
    for case_id in (asked.case_id, plain):
        case = practice.case_of(case_id)
        assert (case.status, case.frozen_at, case.visit_id) == ("frozen", NOW + HOUR, None)
        assert practice.events(case_id)[-1]["at"] == NOW + HOUR
    visit = practice.visit_of(asked.visit_id)
    assert (visit.state, visit.assignee) == ("cancelled", None)
    assert visit.cancelled is not None
    assert visit.cancelled.model_dump() == {
        "by": "the system", "reason": "consent_withdrawn", "cause": None,
    }  # fmt: skip
    assert practice.booked() == set()
    assert slots_of(practice, at_visit, own, other, form) == [(False, None)] * 4
    assert practice.acts()[-1].keys() >= {"action"}


def test_the_timeline_says_what_happened(practice: ClinicFixture) -> None:
    named = practice.consented()
    asked, plain = practice.request(**named), practice.case(**named)
    practice.clock.at = NOW + HOUR
    practice.withdraw(named["consent_id"], "owner")
    last = [e for e in practice.events(asked.case_id) if e["at"] == NOW + HOUR]
    assert {(e["kind"], e["actor"], e["party"]) for e in last} == {
        ("visit_cancel", practice.uid("owner"), "the system"),
        ("consent_withdraw", practice.uid("owner"), "the clinic"),
    }
    assert [e["kind"] for e in practice.events(plain)] == ["case_open", "consent_withdraw"]
    path = f"consents/{named['consent_id']}"
    (act,) = [act for act in practice.acts() if act["subject"] == path and act["at"] > NOW]
    assert (act["action"], act["actor"]) == ("scans.withdraw_consent", practice.uid("owner"))


def test_everyone_concerned_is_told_but_not_who_acts(practice: ClinicFixture) -> None:
    practice.join("second opener", Role.CLINIC, practice.tenants.clinic)
    named = practice.consented()
    asked = practice.request("second opener", **named)
    practice.assign(asked.visit_id)
    before = told(practice)
    practice.withdraw(named["consent_id"], "owner")
    assert news(before, told(practice)) == {
        "member": ["consent_withdrawn"],  # attested it
        "second opener": ["consent_withdrawn", "visit_cancelled"],
        "operator": ["visit_cancelled"],
    }


def test_the_owners_are_told(practice: ClinicFixture) -> None:
    named = practice.consented()
    practice.withdraw(named["consent_id"])
    assert practice.inbox("owner") == ["consent_withdrawn"]
    assert practice.inbox("member") == [], "who acts"


def test_what_must_be_erased_is_left_as_a_job(practice: ClinicFixture) -> None:
    named = practice.consented()
    practice.case(**named)
    practice.withdraw(named["consent_id"])
    job = practice.ctx().store.get(Job, f"erase-{named['consent_id']}")
    assert job is not None
    later = NOW + 7 * 24 * HOUR
    assert job.model_dump() == {
        "kind": "erase_after_withdrawal", "subject": f"consents/{named['consent_id']}",
        "due_at": later, "wakes_at": later, "state": "due", "attempts": 0, "last_error": None,
        "expires_at": None,
    }  # fmt: skip


def test_withdrawing_again_changes_nothing(practice: ClinicFixture) -> None:
    named = practice.consented()
    case_id = practice.case(**named)
    practice.withdraw(named["consent_id"])
    paths = (
        f"consents/{named['consent_id']}",
        f"cases/{case_id}",
        f"jobs/erase-{named['consent_id']}",
    )
    before = snapshot(practice, *paths)
    assert practice.withdraw(named["consent_id"], "owner") == [case_id]
    assert snapshot(practice, *paths) == before


def test_another_clinic_withdraws_nothing(practice: ClinicFixture) -> None:
    named = practice.consented()
    case_id = practice.case(**named)
    paths = (f"consents/{named['consent_id']}", f"cases/{case_id}")
    before = snapshot(practice, *paths)
    refused(lambda: practice.withdraw(named["consent_id"], "stranger"), "consent-not-found")
    refused(lambda: practice.withdraw("c" * 20), "consent-not-found")
    assert snapshot(practice, *paths) == before


def test_what_rests_on_another_consent_goes_on(practice: ClinicFixture) -> None:
    patient_id = practice.patient()
    first, second = practice.consent(patient_id), practice.consent(patient_id)
    gone = practice.scanning(patient_id=patient_id, consent_id=first)
    kept = practice.request(
        patient_id=patient_id, consent_id=second, slots=[offered(hour(30)), offered(hour(40))]
    )
    practice.assign(kept.visit_id, slot=hour(30))
    paths = (f"consents/{second}", f"cases/{kept.case_id}", f"visits/{kept.visit_id}")
    before = snapshot(practice, *paths)
    practice.withdraw(first)
    after = snapshot(practice, *paths)
    assert {path: after[path] for path in paths} == {path: before[path] for path in paths}
    assert practice.booked() == {kept.visit_id}
    assert practice.visit_of(gone.visit_id).state == "cancelled"


def test_an_operator_with_two_visits_on_the_consent_is_free_of_both(
    practice: ClinicFixture,
) -> None:
    named = practice.consented()
    both = [practice.request(slots=[offered(hour(h))], **named).visit_id for h in (24, 30)]
    practice.assign(both[0], slot=hour(24))
    practice.assign(both[1], slot=hour(30))
    elsewhere = practice.request(slots=[offered(hour(36))]).visit_id
    practice.assign(elsewhere, slot=hour(36))
    practice.withdraw(named["consent_id"])
    assert practice.booked() == {elsewhere}


@pytest.mark.parametrize("done", ["closed", "visited"])
def test_a_case_that_was_done_freezes_too(practice: ClinicFixture, done: str) -> None:
    named = practice.consented()
    asked = practice.request(**named)
    practice.cancel(asked.visit_id)
    if done == "closed":
        practice.close(asked.case_id)
    practice.withdraw(named["consent_id"])
    assert practice.case_of(asked.case_id).status == "frozen"
    cancelled = practice.visit_of(asked.visit_id).cancelled
    assert cancelled is not None
    assert cancelled.reason == "not_needed", "what was over stays as it was"


def test_nothing_more_happens_to_a_frozen_case(practice: ClinicFixture) -> None:
    named = practice.consented()
    asked = practice.scanning(**named)
    practice.withdraw(named["consent_id"])
    case = {"case_id": asked.case_id}
    refused(lambda: practice.slot(**case), "wrong-case-status", state="frozen")
    refused(lambda: practice.close(asked.case_id), "wrong-case-status", state="frozen")
    refused(lambda: practice.reopen(asked.case_id), "wrong-case-status", state="frozen")
    anew = {**named, "consent_id": practice.consent(named["patient_id"])}
    refused(lambda: practice.request(**case, **anew), "consent-does-not-cover")
    refused(lambda: practice.slot("operator", visit_id=asked.visit_id), "visit-not-found")
    assert practice.case(**anew), "a case of its own on the new consent"


def test_an_operators_finished_uploads_are_out_of_sight(practice: ClinicFixture) -> None:
    named = practice.consented()
    asked = practice.scanning(**named)
    upload_id = practice.slot("operator", visit_id=asked.visit_id).upload_id
    firestore_client().document(f"uploads/{upload_id}").update({"open": False, "state": "ready"})
    practice.withdraw(named["consent_id"])
    assert slots_of(practice, upload_id) == [(False, None)]


def test_a_withdrawal_reaches_as_far_as_a_consent_and_a_visit_do(practice: ClinicFixture) -> None:
    """Twenty cases, one of them with sixty uploads: one transaction."""
    named = practice.consented()
    asked = practice.scanning(**named)
    first = practice.upload_of(practice.slot("operator", visit_id=asked.visit_id).upload_id)
    ids = [practice.ctx().store.new_id() for _ in range(59)]
    practice.tenants.seed(*(first.placed(upload_id) for upload_id in ids))
    cases = [practice.case(**named) for _ in range(19)]
    practice.withdraw(named["consent_id"])
    assert {practice.case_of(case).status for case in cases} == {"frozen"}
    open_ones = firestore_client().collection("uploads")
    uploads: list[Any] = [open_ones.document(i).get().to_dict() for i in (first.id, *ids)]
    assert {(u["open"], u["operator"]) for u in uploads} == {(False, None)}


def told(practice: ClinicFixture) -> dict[str, list[str]]:
    """The kinds of notices that each got."""
    return {name: sorted(practice.inbox(name)) for name in practice.people}


def news(before: dict[str, list[str]], after: dict[str, list[str]]) -> dict[str, list[str]]:
    """What came since, by person."""
    since = {name: list(kinds) for name, kinds in after.items()}
    for name, kinds in before.items():
        for kind in kinds:
            since[name].remove(kind)
    return {name: kinds for name, kinds in since.items() if kinds}
