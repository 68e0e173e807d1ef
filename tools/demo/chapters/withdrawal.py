"""A patient withdraws the consent in the middle of a visit: everything that rests on it stops."""

from __future__ import annotations

from dataclasses import dataclass

from tools import samples
from tools.client import Person, wait_for
from tools.demo import refused, uploading, visits
from tools.demo.asking import ask
from tools.demo.people import UNIQUE, People
from tools.demo.scan import Scan
from tools.demo.steps import Steps, UnexpectedError
from tools.demo.visits import Visit


@dataclass(frozen=True)
class _UnderWay:
    """A visit at which one scan is uploaded and a slot for the next is open."""

    patient_id: str
    visit: Visit
    consent_id: str
    file_id: str
    slot: str
    next_scan: Scan


def play(steps: Steps, people: People) -> str:
    """Play it; returns the patient's id."""
    clinic, operator = people.clinic, people.operator
    with steps.step("the operator scans a second patient") as step:
        now = _under_way(people)
        step.found("one scan uploaded, a slot for the next is open")
    case_id, visit_path = now.visit.case_id, f"visits/{now.visit.visit_id}"
    with steps.step("the patient withdraws, the clinic records it") as step:
        answer = ask(clinic, "scans/withdraw_consent", consent_id=now.consent_id)
        if answer["case_ids"] != [case_id]:
            raise UnexpectedError(f"it froze {answer['case_ids']}")
        step.found("no reason is asked for")
    with steps.step("the operator's view of it has ended") as step:
        refused.read(operator, visit_path)
        refused.read(operator, f"uploads/{now.file_id}")
        refused.upload(operator, now.slot, now.next_scan.read())
        step.found(f"visit, uploads and slot refused; its inbox says {_told(operator)}")
    with steps.step("the case is frozen") as step:
        case, visit = clinic.read(f"cases/{case_id}"), clinic.read(visit_path)
        reason = refused.file_links(clinic, case_id, [now.file_id], "wrong-case-status")
        if not case or not visit or (case["status"], visit["state"]) != ("frozen", "cancelled"):
            raise UnexpectedError(f"case and visit are {case} and {visit}")
        by = visit["cancelled"]["by"]
        step.found(f"visit cancelled by {by}, links refused: {reason}")
    return now.patient_id


def _under_way(people: People) -> _UnderWay:
    clinic, operator = people.clinic, people.operator
    patient_id = visits.add_patient(clinic, "P-1043", UNIQUE)
    consent_id = visits.record_consent(clinic, patient_id)
    visit = visits.request(clinic, patient_id, consent_id, hour=14)
    visits.assign(people.admin, visit, operator)
    visits.move(operator, visit, "accept", "depart", "arrive", "begin")
    scan = Scan.of(f"{UNIQUE} upper.stl", samples.arch("upper", triangles=4000))
    upload = uploading.upload(operator, scan, visit_id=visit.visit_id)
    slot = uploading.ask_for_slot(operator, scan, visit_id=visit.visit_id)
    return _UnderWay(patient_id, visit, consent_id, upload["id"], slot["object_name"], scan)


def _told(operator: Person) -> str:
    """Return the kind of the notice that says so, which is all that a notice holds beside ids."""

    def arrived() -> bool:
        inbox = operator.query("inbox", parent=f"users/{operator.uid}")
        return "visit_cancelled" in {item["kind"] for item in inbox}

    wait_for(arrived, what="its inbox does not say so")
    return "visit_cancelled"
