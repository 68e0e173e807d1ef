"""A clinic asks for a visit; an operator comes, scans and uploads; the clinic gets its files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tools.client import Person, fetch
from tools.demo import refused, uploading, visits
from tools.demo.people import People
from tools.demo.saving import save
from tools.demo.scan import Scan, compare
from tools.demo.show import console, findings_table, megabytes, report_table, visit_table
from tools.demo.steps import Steps, UnexpectedError
from tools.demo.visits import Visit

_NAME = "Meera Joshi"


@dataclass(frozen=True)
class Scanned:
    """The patient with the consent, and the case with its file, when the visit is over."""

    patient_id: str
    consent_id: str
    case_id: str
    file_id: str
    visit_id: str


def play(steps: Steps, people: People, scan: Scan) -> Scanned:
    """Play it; returns what later chapters refer to."""
    clinic = people.clinic
    with steps.step("the clinic adds a patient") as step:
        patient_id = visits.add_patient(clinic, "P-1042", _NAME)
        step.found(f"P-1042, {_NAME}")
    with steps.step("the clinic records the patient's consent") as step:
        consent_id = visits.record_consent(clinic, patient_id)
        step.found("to being scanned, to sharing with a lab, to images")
    with steps.step("the clinic asks for a visit") as step:
        visit = visits.request(clinic, patient_id, consent_id, hour=10)
        step.found(f"two slots offered; case {visit.case_id}")
    _assign(steps, people, visit)
    _arrive(steps, people.operator, visit)
    upload = _upload(steps, people.operator, visit, scan)
    _complete(steps, people, visit)
    _get_back(steps, clinic, visit.case_id, scan, upload)
    return Scanned(patient_id, consent_id, visit.case_id, upload["id"], visit.visit_id)


def _assign(steps: Steps, people: People, visit: Visit) -> None:
    with steps.step("the admin asks who could go") as step:
        best, *_ = visits.suggestions(people.admin, visit) or [{"uid": None}]
        if best["uid"] != people.operator.uid:
            raise UnexpectedError("the operator of the clinic's own pincode is not suggested first")
        step.found(f"the nearest who is free: same {best['near']}, {best['visits']} visits ahead")
    with steps.step("the admin assigns the operator") as step:
        refused.read(people.operator, f"visits/{visit.visit_id}")
        visits.assign(people.admin, visit, people.operator)
        step.found("who could not read the visit until now")


def _arrive(steps: Steps, operator: Person, visit: Visit) -> None:
    with steps.step("the operator's app shows the visit") as step:
        (seen,) = visits.assigned(operator)
        if _NAME in str(seen):
            raise UnexpectedError("the operator sees the patient's name")
        refused.read(operator, f"cases/{visit.case_id}")
        step.found("and neither the case nor the patient's name")
    console.print(visit_table(seen))
    with steps.step("the operator accepts, travels, begins") as step:
        step.found(" -> ".join(visits.move(operator, visit, "accept", "depart", "arrive", "begin")))


def _upload(steps: Steps, operator: Person, visit: Visit, scan: Scan) -> dict[str, Any]:
    with steps.step("the operator asks for an upload slot") as step:
        slot = uploading.ask_for_slot(operator, scan, visit_id=visit.visit_id)
        step.found(slot["object_name"])
    with steps.step("the operator uploads to Storage") as step:
        operator.upload(slot["object_name"], scan.read())
        step.found(f"{scan.name}, {megabytes(scan.size)}, with its own token")
    with steps.step("the trigger starts, validates, pictures") as step:
        upload = uploading.outcome(operator, slot["upload_id"])
        if upload["state"] != "ready":
            _show(upload)
            raise UnexpectedError(f"{scan.name} was refused: {upload['findings'][0]['sentence']}")
        step.found(upload["state"])
    _show(upload)
    return upload


def _show(upload: dict[str, Any]) -> None:
    if upload["report"]:
        console.print(report_table(upload["report"]))
    if upload["findings"]:
        console.print(findings_table(upload["findings"]))


def _complete(steps: Steps, people: People, visit: Visit) -> None:
    with steps.step("the operator finishes, the clinic completes") as step:
        states = visits.move(people.operator, visit, "finish")
        states += visits.move(people.clinic, visit, "complete")
        refused.read(people.operator, f"visits/{visit.visit_id}")
        step.found(f"{' -> '.join(states)}; the operator sees the visit no more")


def _get_back(
    steps: Steps, clinic: Person, case_id: str, scan: Scan, upload: dict[str, Any]
) -> None:
    with steps.step("the scan is drawn") as step:
        file = uploading.drawn(clinic, case_id, upload["id"])
        step.found(f"{sum(picture is not None for picture in file['pictures'].values())} pictures")
    with steps.step("the clinic asks for signed links") as step:
        (link,) = uploading.links(clinic, case_id, uploading.files(clinic, case_id))
        step.found(f"good until {link['expires_at'][:16].replace('T', ' ')} UTC")
    for name, said in (
        ("thumbnail", "thumbnail"), ("preview", "preview"), ("sheet", "contact sheet"),
    ):  # fmt: skip
        with steps.step(f"the clinic fetches the {said}") as step:
            step.found(_save(fetch(link[f"{name}_url"]), f"{case_id}-{name}.png"))
    with steps.step("the clinic fetches the file, compares") as step:
        verdict = compare(scan.read(), fetch(link["url"]), upload["report"]["format"])
        if verdict is None:
            raise UnexpectedError("the file is not what was uploaded")
        step.found(verdict)


def _save(picture: bytes, name: str) -> str:
    if not picture.startswith(b"\x89PNG\r\n"):
        raise UnexpectedError(f"{name} is not a PNG")
    return save(picture, name)
