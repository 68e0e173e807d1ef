"""The requests of an app that does everything right; tests change what they are about."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

from tools.client import Person, wait_for

ADDRESS = {"name": "Smile Dental", "address": "12 MG Road", "city": "Pune", "pincode": "411001"}


def application(role: str = "clinic", **changes: object) -> dict[str, Any]:
    """A registration."""
    body: dict[str, Any] = {
        "name": "Asha Rao",
        "phone": "+919812345678",
        "role": role,
        "policy_version": "2026-05",
    }
    if role != "operator":
        body["organisation"] = dict(ADDRESS)
    return {**body, **changes}


def patient(**changes: object) -> dict[str, Any]:
    """A request that adds a patient, under a reference of its own."""
    return {
        "reference": f"P-{uuid.uuid4().hex[:12]}",
        "name": "Meera Joshi",
        "idempotency_key": uuid.uuid4().hex,
        **changes,
    }


def consent(patient_id: str, **changes: object) -> dict[str, Any]:
    """A request that records a consent to everything."""
    return {
        "patient_id": patient_id,
        "age_group": "adult",
        "text_version": "2026-05",
        "language": "en",
        "scope": ["scan", "share_with_lab", "images"],
        "obtained_at": datetime.now(UTC).isoformat(),
        "obtained_by": "Dr. Asha Rao",
        "idempotency_key": uuid.uuid4().hex,
        **changes,
    }


def consented(clinic: Person, **changes: object) -> dict[str, Any]:
    """Add a patient who consented; the ids of both, as requests name them."""
    patient_id = clinic.call("scans/add_patient", patient())["patient_id"]
    recorded = clinic.call("scans/record_consent", consent(patient_id, **changes))
    return {"patient_id": patient_id, "consent_id": recorded["consent_id"]}


def opening(clinic: Person) -> dict[str, Any]:
    """A request that opens a case for a new patient of the clinic."""
    return {**consented(clinic), "idempotency_key": uuid.uuid4().hex}


def open_case(clinic: Person) -> str:
    """Open a case for a new patient; its id."""
    return str(clinic.call("scans/open_case", opening(clinic))["case_id"])


def time_slot(hours: float = 24) -> dict[str, str]:
    """An hour that begins so many hours from now."""
    starts = datetime.now(UTC) + timedelta(hours=hours)
    return {"starts_at": starts.isoformat(), "ends_at": (starts + timedelta(hours=1)).isoformat()}


def visiting(clinic: Person, **changes: object) -> dict[str, Any]:
    """A request for a visit to a new patient of the clinic."""
    return {
        **consented(clinic),
        "slots": [time_slot(24), time_slot(48)],
        "scans": ["upper_arch", "lower_arch"],
        "idempotency_key": uuid.uuid4().hex,
        **changes,
    }


def starting(case: str | None, **changes: object) -> dict[str, Any]:
    """A request for a slot; the file is named as clinics name them."""
    target = {"case_id": case} if case else {}
    return {
        **target,
        "file_name": "Meera Joshi upper.stl",
        "kind": "stl",
        "jaw": "upper",
        "byte_size": 1000,
        "idempotency_key": uuid.uuid4().hex,
        **changes,
    }


def slot(clinic: Person, case: str, data: bytes, **changes: object) -> dict[str, Any]:
    """Ask for a slot that fits the bytes."""
    request = starting(case, **{"byte_size": len(data), **changes})
    answer: dict[str, Any] = clinic.call("scans/start_upload", request)
    return answer


def outcome(person: Person, upload_id: str) -> dict[str, Any]:
    """Wait as a client does, reading the slot under the rules, until it is decided."""

    def decided() -> dict[str, Any] | None:
        document = person.read(f"uploads/{upload_id}")
        return document if document and document["state"] in {"ready", "rejected"} else None

    return wait_for(decided, what=f"no outcome of {upload_id}")
