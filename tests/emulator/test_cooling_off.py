"""While an erasure cools off nothing new begins, and what was begun goes on.

Generated from the requests: whatever names a patient, or what rests on one, is one or the other.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from core.access import Caller, Role
from core.callables import Spec
from core.clock import SystemClock
from core.context import Context
from core.firebase import firestore_client
from core.store import Store
from privacy.data_requests import submission
from privacy.data_requests.requests import AskErasure, OneRequest
from tests.emulator.refusals import refused
from tests.emulator.sample_call import Samples
from tests.emulator.sample_calls import SAMPLE_CALLS
from tests.support.moments import key
from tests.support.people import Cast
from tools.client import CallError
from tools.docs import surface

SURFACE = surface.load()

#: What a request names a patient by, or something of theirs.
NAMING = {"patient_id", "case_id", "consent_id", "visit_id"}
#: What names one and begins nothing: it shows, corrects, ends or goes on with what is there.
GOES_ON = {
    "labs/check_order": "shows",
    "privacy/get_consent_record": "shows",
    "privacy/request_erasure": "a right of the patient's",
    "privacy/request_export": "a right of the patient's",
    "scans/assign_operator": "a visit that is there",
    "scans/cancel_visit": "ends",
    "scans/close_case": "ends",
    "scans/correct_patient": "a right of the patient's",
    "scans/get_file_links": "shows",
    "scans/get_form_link": "shows",
    "scans/get_occlusion_links": "shows",
    "scans/list_cases": "shows",
    "scans/move_visit": "a visit that is there",
    "scans/reschedule_visit": "a visit that is there",
    "scans/show_visit": "shows",
    "scans/suggest_operators": "shows",
    "scans/withdraw_consent": "ends",
}
BEGINS = sorted(name for name, spec in Spec.registry.items() if spec.begins)
PENDING = {
    "request_id": "r" * 20,
    "starts_at": datetime.now(UTC) + timedelta(days=7),
    "asked": "the person",
}


@pytest.fixture(scope="module")
def samples(cast: Cast) -> Samples:
    """Those who call."""
    return Samples(cast)


def test_what_names_a_patient_begins_something_or_does_not() -> None:
    naming = {n for n, spec in Spec.registry.items() if NAMING & spec.request.model_fields.keys()}
    assert naming <= {*GOES_ON, *BEGINS}
    assert not {*GOES_ON} & {*BEGINS}
    assert naming >= {*GOES_ON}


@pytest.mark.parametrize("name", BEGINS)
def test_nothing_begins_while_an_erasure_cools_off(samples: Samples, name: str) -> None:
    sample = SAMPLE_CALLS[name](samples)
    account = firestore_client().document(f"users/{sample.caller.uid}")
    account.update({"erasure": PENDING})
    err = refused(sample.caller, name, sample.request, sample.watched)
    told(err, PENDING["request_id"], "the person")
    account.update({"erasure": None})
    if (patient := patient_of(sample.request)) is not None:
        request_id = ask(*patient)
        err = refused(sample.caller, name, sample.request, sample.watched)
        told(err, request_id, "the clinic")
        submission.cancel(owner(patient[0]), OneRequest(request_id=request_id))
    assert sample.caller.call(name, sample.request)


def told(err: CallError, request_id: Any, asked: str) -> None:
    """The refusal says why, and who takes what back; that of an order among its problems."""
    found = {"reason": err.reason, **err.details}
    if err.reason == "order-refused":
        (found,) = err.details["problems"]
    assert found["reason"] == "erasure-pending"
    assert (found["request_id"], found["asked"]) == (request_id, asked)
    assert datetime.fromisoformat(found["starts_at"]) > datetime.now(UTC) + timedelta(days=6)


def patient_of(request: dict[str, Any]) -> tuple[str, str] | None:
    """Whose it is that a request names, a case before all else: (clinic, patient)."""
    for name, path in (("case_id", "cases"), ("consent_id", "consents")):
        if name in request:
            found = firestore_client().document(f"{path}/{request[name]}").get().to_dict() or {}
            return found["clinic_id"], found["patient_id"]
    if "patient_id" not in request:
        return None
    query = firestore_client().collection_group("patients")
    (clinic,) = {
        doc.reference.path.split("/")[1]
        for doc in query.select([]).get()
        if doc.id == request["patient_id"]
    }
    return clinic, request["patient_id"]


def owner(clinic: str) -> Context:
    """The clinic's owner, who has just signed in."""
    found = firestore_client().document(f"clinics/{clinic}").get().to_dict() or {}
    now = int(datetime.now(UTC).timestamp())
    caller = Caller(found["owners"][0], "", True, Role.CLINIC, clinic, owner=True, auth_time=now)
    return Context(Store(firestore_client()), caller, SystemClock())


def ask(clinic: str, patient_id: str) -> str:
    """Ask for a patient's erasure; the request's id."""
    body = AskErasure(patient_id=patient_id, idempotency_key=key())
    return submission.ask_erasure(owner(clinic), body).request_id
