"""Uploading a scan and getting it back: the slot, what came of it, the links to the files."""

from __future__ import annotations

from typing import Any

from tools.client import CallError, Person, wait_for
from tools.demo.asking import ask
from tools.demo.scan import Scan
from tools.demo.show import megabytes
from tools.demo.steps import UnexpectedError


def ask_for_slot(person: Person, scan: Scan, jaw: str = "upper", **target: str) -> dict[str, Any]:
    """Ask where to upload a file to, for `case_id` or for `visit_id`, as the scan of a jaw.

    Raises:
        UnexpectedError: the platform takes no file as large as this one.
    """
    body = {"file_name": scan.name, "kind": "stl", "jaw": jaw, "byte_size": scan.size}
    try:
        return ask(person, "scans/start_upload", **body, **target)
    except CallError as err:
        if err.reason != "file-too-large":
            raise
        limit = megabytes(err.details["limit_bytes"])
        raise UnexpectedError(
            f"{scan.name} has {megabytes(scan.size)}, Scanner takes at most {limit}: export the "
            "scan with fewer triangles."
        ) from err


def outcome(person: Person, upload_id: str) -> dict[str, Any]:
    """Watch the slot's document until the upload is ready or rejected."""
    return wait_for(
        lambda: _finished(person, upload_id),
        seconds=120,
        what="the upload was never validated: the emulators' log may say why",
    )


def upload(person: Person, scan: Scan, jaw: str = "upper", **target: str) -> dict[str, Any]:
    """Ask for a slot, upload, and wait for what comes of it."""
    slot = ask_for_slot(person, scan, jaw, **target)
    person.upload(slot["object_name"], scan.read())
    return outcome(person, slot["upload_id"])


def files(clinic: Person, case_id: str) -> list[str]:
    """List the ids of a case's files, as the clinic's app does, under the rules."""
    return [file["id"] for file in _of_case(clinic, case_id, "files")]


def drawn(clinic: Person, case_id: str, file_id: str) -> dict[str, Any]:
    """Watch a scan that is ready until it is drawn; returns it.

    Raises:
        TimeoutError: it was not within a minute.
    """

    def found() -> dict[str, Any] | None:
        file = clinic.read(f"cases/{case_id}/files/{file_id}")
        return file if file and file["pictures"] else None

    return wait_for(found, seconds=60, what="the scan was never drawn")


def pair(clinic: Person, case_id: str, upper: str, lower: str) -> dict[str, Any]:
    """Watch the pairs of a case until two scans were measured beside each other; returns theirs.

    Raises:
        TimeoutError: they were not within a minute.
    """

    def found() -> dict[str, Any] | None:
        pairs = {each["id"]: each for each in _of_case(clinic, case_id, "pairs")}
        return pairs.get(f"{upper}_{lower}")

    return wait_for(found, seconds=60, what="the jaws were never measured beside each other")


def links(person: Person, case_id: str, file_ids: list[str]) -> list[dict[str, Any]]:
    """Ask for links to files of a case and to their pictures."""
    answer = person.call("scans/get_file_links", case_id=case_id, file_ids=file_ids)
    found: list[dict[str, Any]] = answer["links"]
    return found


def _of_case(clinic: Person, case_id: str, collection: str) -> list[dict[str, Any]]:
    case = clinic.read(f"cases/{case_id}")
    if case is None:
        return []
    own = ("clinic_id", "EQUAL", case["clinic_id"])
    return clinic.query(collection, own, parent=f"cases/{case_id}")


def _finished(person: Person, upload_id: str) -> dict[str, Any] | None:
    found = person.read(f"uploads/{upload_id}")
    return found if found and found["state"] in {"ready", "rejected"} else None
