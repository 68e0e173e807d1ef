"""A clinic's side of a case: opening it, uploading to it, reading what came of it."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

from tools.client import CallError, Person, wait_for
from tools.demo.scan import Scan
from tools.demo.show import megabytes
from tools.demo.steps import Steps, UnexpectedError


def open_case(steps: Steps, clinic: Person) -> str:
    """Open a case with the clinic's word that the patient consented; returns its id."""
    opened = steps.call(
        clinic,
        "scans_open_case",
        patient_reference="P-1042",
        patient_name="Meera Joshi",
        consent={
            "text_version": _CONSENT,
            "obtained_at": datetime.now(UTC).isoformat(),
            "obtained_by": "Dr. Asha Rao",
        },
        idempotency_key=uuid.uuid4().hex,
    )
    return str(opened["case_id"])


def ask_for_slot(steps: Steps, clinic: Person, case_id: str, scan: Scan) -> dict[str, Any]:
    """Ask where to upload a file to.

    Raises:
        UnexpectedError: the platform takes no file as large as this one.
    """
    try:
        slot: dict[str, Any] = steps.call(
            clinic,
            "scans_start_upload",
            case_id=case_id,
            file_name=scan.name,
            kind="stl",
            jaw="upper",
            byte_size=scan.size,
            idempotency_key=uuid.uuid4().hex,
        )
    except CallError as err:
        if err.reason != "file-too-large":
            raise
        limit = megabytes(err.details["limit_bytes"])
        raise UnexpectedError(
            f"{scan.name} has {megabytes(scan.size)}, Scanner takes at most {limit}: export the "
            "scan with fewer triangles."
        ) from err
    return slot


def outcome(steps: Steps, clinic: Person, upload_id: str) -> dict[str, Any]:
    """Watch the slot's document until the upload is ready or rejected."""
    steps.starts("scans_receive_upload")
    return wait_for(
        lambda: _finished(clinic, upload_id),
        seconds=120,
        what="the upload was never validated: the emulators' log may say why",
    )


def links(steps: Steps, clinic: Person, case_id: str) -> list[dict[str, Any]]:
    """Ask for links to all files of a case."""
    answer = steps.call(clinic, "scans_get_file_links", case_id=case_id)
    found: list[dict[str, Any]] = answer["links"]
    return found


def _finished(clinic: Person, upload_id: str) -> dict[str, Any] | None:
    upload = clinic.read(f"uploads/{upload_id}")
    return upload if upload and upload["state"] in {"ready", "rejected"} else None


_CONSENT = "2026-05"  # the version of the consent text that the clinic had its patient sign
