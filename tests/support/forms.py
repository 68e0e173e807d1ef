"""The requests of an app that does everything right; tests change what they are about."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

from tools.client import Person

ADDRESS = {"name": "Smile Dental", "address": "12 MG Road", "city": "Pune", "pincode": "411001"}


def application(role: str = "clinic", **changes: object) -> dict[str, Any]:
    """A registration."""
    wish: dict[str, Any] = {
        "name": "Asha Rao",
        "phone": "+919812345678",
        "role": role,
        "policy_version": "2026-05",
    }
    if role != "operator":
        wish["organisation"] = dict(ADDRESS)
    return {**wish, **changes}


def opening() -> dict[str, Any]:
    """A request that opens a case."""
    return {
        "patient_reference": "P-1042",
        "patient_name": "Meera Joshi",
        "consent": {
            "text_version": "2026-05",
            "obtained_at": datetime.now(UTC).isoformat(),
            "obtained_by": "Dr. Asha Rao",
        },
        "idempotency_key": uuid.uuid4().hex,
    }


def starting(case: str, **changes: object) -> dict[str, Any]:
    """A request for a slot; the file is named as clinics name them."""
    return {
        "case_id": case,
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
    answer: dict[str, Any] = clinic.call("scans_start_upload", request)
    return answer
