"""Guardian's consent after a corrected age: a visit waits in the middle, and goes on.

Digital Personal Data Protection Act 2023, section 9(1).
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.journeys.steps import ask, assign, move, refused, upload
from tests.support.forms import ADDRESS, consent, starting, visiting
from tests.support.people import Cast
from tools import samples
from tools.client import CallError, DeniedError, Person

GUARDIAN = {"name": "Rohan Joshi", "relation": "parent"}


def test_a_guardians_consent_after_a_corrected_age(cast: Cast) -> None:
    operator = cast.member("operator")
    clinic = cast.approved(cast.applicant(organisation=ADDRESS))
    request = visiting(clinic)
    patient_id, first = request["patient_id"], request["consent_id"]
    opened = clinic.call("scans/request_visit", request)
    case, visit = opened["case_id"], opened["visit_id"]
    assign(cast.admin, visit, operator, request["slots"][0])
    for action in ("accept", "depart", "arrive", "begin"):
        move(operator, visit, action)
    scan = upload(operator, samples.arch("upper", 2000), visit_id=visit)
    assert scan["state"] == "ready"
    data = samples.arch("lower", 2000)
    late = operator.call("scans/start_upload", starting(None, byte_size=len(data), visit_id=visit))

    path = f"clinics/{found_clinic(clinic)}/patients/{patient_id}"
    said = clinic.read(path)
    assert said is not None
    assert said["age_group"] == "adult", "as the consent said"
    age = {"patient_id": patient_id, "reference": said["reference"], "name": said["name"]}
    ask(clinic, "scans/correct_patient", **age, age_group="child")

    found = clinic.read(f"cases/{case}")
    assert found is not None
    assert found["status"] == "awaiting_guardian"
    seen = operator.read(f"visits/{visit}")
    assert seen is not None
    assert (seen["state"], seen["awaiting_guardian"]) == ("scanning", True)
    with pytest.raises(DeniedError):
        operator.upload(late["object_name"], data)
    photo = {"kind": "image", "file_name": "front.jpg", "byte_size": 1000, "jaw": "upper"}
    named = {"patient_id": patient_id, "consent_id": first}
    child = unkeyed(consent(patient_id, age_group="child"))
    for caller, name, body in (
        (operator, "scans/start_upload", {**photo, "visit_id": visit}),
        (clinic, "scans/start_upload", {**photo, "case_id": case}),
        (clinic, "scans/open_case", named),
        (clinic, "scans/request_visit", {**unkeyed(visiting(clinic)), **named}),
        (clinic, "scans/record_consent", child),
    ):
        assert refused(caller, name, **body) == "guardian-required"
    with pytest.raises(CallError) as caught:
        clinic.call("scans/get_file_links", case_id=case, file_ids=[scan["id"]])
    assert caught.value.reason == "guardian-required"
    adult = unkeyed(consent(patient_id, guardian=GUARDIAN))
    assert refused(clinic, "scans/record_consent", **adult) == "age-group-differs"

    anew = consent(patient_id, age_group="child", guardian=GUARDIAN)
    answer = clinic.call("scans/record_consent", anew)
    assert clinic.call("scans/record_consent", anew) == answer, "a retry"
    assert answer["case_ids"] == [case]
    found = clinic.read(f"cases/{case}")
    assert found is not None
    assert (found["status"], found["consent_id"]) == ("scheduled", answer["consent_id"])

    second = upload(operator, data, visit_id=visit, jaw="lower")
    assert second["state"] == "ready"
    assert move(operator, visit, "finish") == "uploaded"
    assert move(clinic, visit, "complete") == "completed"
    clinic.call("scans/get_file_links", case_id=case, file_ids=[scan["id"], second["id"]])
    heard = [n["kind"] for n in operator.query("inbox", parent=f"users/{operator.uid}")]
    assert {"visit_waits", "visit_goes_on"} <= {*heard}
    ask(clinic, "scans/withdraw_consent", consent_id=first)
    found = clinic.read(f"cases/{case}")
    assert found is not None
    assert found["status"] == "scanned", "it rests on the guardian's"


def unkeyed(request: dict[str, Any]) -> dict[str, Any]:
    """The request without its key: each call has its own."""
    return {name: value for name, value in request.items() if name != "idempotency_key"}


def found_clinic(person: Person) -> str:
    """The clinic that somebody acts for."""
    account = person.read(f"users/{person.uid}")
    assert account is not None
    return str(account["org"])
