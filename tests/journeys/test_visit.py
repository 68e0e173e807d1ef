"""The main job: a visit is asked for, travelled to, scanned and completed; or consent goes."""

from __future__ import annotations

import random
import uuid

import pytest

from core.store import Store
from scans.cases.models import Case
from tests.journeys.steps import assign, inbox, move, upload
from tests.support.forms import ADDRESS, consented, starting, visiting
from tests.support.people import Cast
from tools import samples
from tools.client import CallError, DeniedError, Person, wait_for


@pytest.fixture
def operator(cast: Cast) -> Person:
    """An operator who takes visits."""
    return cast.member("operator")


def neighbours(cast: Cast, operator: Person) -> Person:
    """A clinic in the operator's pincode, in which nobody else of this run is likely to be."""
    pincode = str(random.randint(100_000, 999_999))
    operator.call("scans/set_service_area", city="Pune", pincode=pincode, available=True)
    return cast.approved(cast.applicant(organisation={**ADDRESS, "pincode": pincode}))


def test_a_visit_from_request_to_completion(cast: Cast, operator: Person) -> None:
    clinic = neighbours(cast, operator)
    request = visiting(clinic)
    opened = clinic.call("scans/request_visit", request)
    assert clinic.call("scans/request_visit", request) == opened, "a retry"
    case, visit = opened["case_id"], opened["visit_id"]
    with pytest.raises(DeniedError):
        operator.read(f"visits/{visit}")

    waiting = cast.admin.call("scans/list_visits", state="requested", limit=100)["visits"]
    assert "P-" not in str(waiting), "an admin sees nothing of the patient"
    slot = request["slots"][1]
    best = cast.admin.call("scans/suggest_operators", visit_id=visit, slot=slot)["operators"]
    assert {"uid": operator.uid, "near": "pincode", "visits_that_day": 0, "visits": 0} in best
    assign(cast.admin, visit, operator, slot)

    seen = operator.read(f"visits/{visit}")
    assert seen is not None
    assert seen["clinic"]["address"] == "12 MG Road"
    assert "Meera" not in str(seen)
    for action, state in (
        ("accept", "accepted"), ("depart", "en_route"), ("arrive", "arrived"),
        ("begin", "scanning"),
    ):  # fmt: skip
        assert move(operator, visit, action) == state
    with pytest.raises(CallError) as refused:
        move(operator, visit, "finish")
    assert refused.value.reason == "nothing-scanned"

    first = upload(operator, samples.arch("upper", 2000), visit_id=visit)
    second = upload(operator, samples.arch("upper", 3000), visit_id=visit)
    assert (first["state"], second["state"]) == ("ready", "ready")
    assert move(operator, visit, "finish") == "uploaded"
    assert move(clinic, visit, "complete") == "completed"

    with pytest.raises(DeniedError):
        operator.read(f"visits/{visit}")
    with pytest.raises(DeniedError):
        operator.read(f"uploads/{first['id']}")
    found = clinic.read(f"cases/{case}")
    assert found is not None
    assert (found["status"], found["current"]) == ("scanned", {"upper": second["id"]})
    files = {f["id"]: f for f in clinic.query(
        "files", ("clinic_id", "EQUAL", found["clinic_id"]), parent=f"cases/{case}")}  # fmt: skip
    assert files[first["id"]]["superseded_by"] == second["id"]
    assert (files[second["id"]]["version"], files[second["id"]]["supersedes"]) == (2, first["id"])
    events = clinic.query(
        "events", ("clinic_id", "EQUAL", found["clinic_id"]), parent=f"cases/{case}"
    )
    kinds = [event["kind"] for event in sorted(events, key=lambda event: str(event["at"]))]
    assert kinds[2:] == [
        "visit_assign", "visit_accept", "visit_depart", "visit_arrive", "visit_begin",
        "file_add", "file_add", "visit_finish", "visit_complete",
    ]  # fmt: skip
    assert {event["actor"] for event in events} == {clinic.uid, cast.admin.uid, operator.uid}


def test_consent_withdrawn_in_the_middle(cast: Cast, operator: Person, store: Store) -> None:
    clinic = cast.member()
    request = visiting(clinic)
    opened = clinic.call("scans/request_visit", request)
    case, visit = opened["case_id"], opened["visit_id"]
    assign(cast.admin, visit, operator, request["slots"][0])
    for action in ("accept", "depart", "arrive", "begin"):
        move(operator, visit, action)
    done = upload(operator, samples.arch("upper", 2000), visit_id=visit)
    clinic.call("scans/get_file_links", case_id=case, file_ids=[done["id"]])
    data = samples.arch("lower", 2000)
    late = operator.call("scans/start_upload", starting(None, byte_size=len(data), visit_id=visit))

    key = uuid.uuid4().hex
    answer = clinic.call(
        "scans/withdraw_consent", consent_id=request["consent_id"], idempotency_key=key
    )
    assert answer == {"case_ids": [case]}

    with pytest.raises(DeniedError):
        operator.read(f"visits/{visit}")
    with pytest.raises(DeniedError):
        operator.read(f"uploads/{done['id']}")
    with pytest.raises(DeniedError):
        operator.upload(late["object_name"], data)
    with pytest.raises(CallError) as refused:
        clinic.call("scans/get_file_links", case_id=case, file_ids=[done["id"]])
    assert refused.value.reason == "wrong-case-status"
    with pytest.raises(CallError) as refused:
        clinic.call("scans/request_visit", visiting(clinic, **{
            name: request[name] for name in ("patient_id", "consent_id")}))  # fmt: skip
    assert refused.value.reason == "consent-withdrawn"

    found, cancelled = store.get(Case, case), clinic.read(f"visits/{visit}")
    assert found is not None
    assert cancelled is not None
    assert (found.status, cancelled["state"]) == ("frozen", "cancelled")
    why = {"by": "the system", "reason": "consent_withdrawn", "cause": None}
    assert cancelled["cancelled"] == why
    assert wait_for(lambda: "visit_cancelled" in inbox(operator))
    again = consented(clinic)
    assert clinic.call("scans/request_visit", visiting(clinic, **again)), (
        "who consents anew goes on"
    )
