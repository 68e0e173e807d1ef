"""What an admin is shown of one request, and that it is on record."""

from __future__ import annotations

from core.firebase import firestore_client
from privacy.data_requests import decisions
from privacy.data_requests.requests import RequestShown, ShowRequest
from privacy.models import LegalHoldState, PrivacyRequest
from tests.support import ids, privacy_records
from tests.support.clinic_fixture import ClinicFixture
from tests.support.data_request_fixture import BETTER, DataRequestFixture, ask_correction
from tests.support.moments import refused
from tests.support.queries import ACTS_OF


def shown(data_requests: DataRequestFixture, request_id: str) -> RequestShown:
    """What an admin is shown."""
    return decisions.show(data_requests.ctx("admin"), ShowRequest(request_id=request_id))


def test_a_correction_is_shown_beside_what_stands_there(practice: ClinicFixture) -> None:
    data_requests = DataRequestFixture(practice)
    request_id = ask_correction(data_requests)
    path = f"clinics/{practice.tenants.clinic}"
    stands = firestore_client().document(path).get().to_dict() or {}
    found = shown(data_requests, request_id)
    assert (found.wanted, found.before) == (BETTER, {name: stands[name] for name in BETTER})
    assert (found.request.kind, found.in_the_way) == ("correction", [])
    owner = firestore_client().document(f"users/{practice.uid('owner')}")
    owner.update({"owner": False})
    assert shown(data_requests, request_id).before == {}, "whoever asked owns nothing any more"
    owner.update({"owner": True})
    data_requests.refuse(request_id)
    ended = shown(data_requests, request_id)
    assert (ended.wanted, ended.before, ended.reasons) == ({}, {}, ["unfounded"])
    assert (ended.answered_by, ended.done_at) == (practice.uid("admin"), practice.clock.at)


def test_what_stops_an_erasure_is_shown_before_it_begins(practice: ClinicFixture) -> None:
    data_requests, patient_id = DataRequestFixture(practice), practice.patient()
    request_id = data_requests.erase(patient_id=patient_id)
    assert shown(data_requests, request_id).in_the_way == []
    held = privacy_records.hold(subject=data_requests.of(request_id).subject)
    practice.tenants.seed(held)
    assert shown(data_requests, request_id).in_the_way == ["legal-hold"]
    assert shown(data_requests, data_requests.export(patient_id=patient_id)).in_the_way == []
    let_go = held.model_copy(update={"state": LegalHoldState.RELEASED}).placed(held.id)
    practice.tenants.seed(let_go)
    assert shown(data_requests, request_id).in_the_way == []


def test_what_is_shown_is_on_record_and_nothing_else_changes(practice: ClinicFixture) -> None:
    data_requests = DataRequestFixture(practice)
    request_id = data_requests.erase(patient_id=practice.patient())
    before, admin = data_requests.of(request_id), data_requests.ctx("admin")
    refused(lambda: shown(data_requests, ids.document_id()), "request-not-found")
    assert admin.store.find(ACTS_OF, admin.caller.uid, limit=5) == [], "nothing was shown"
    shown(data_requests, request_id)
    (entry,) = admin.store.find(ACTS_OF, admin.caller.uid, limit=5)
    assert (entry.action, entry.subject, entry.refs) == (
        "privacy.show_request",
        PrivacyRequest.path_for(request_id),
        {},
    )
    assert data_requests.of(request_id) == before
