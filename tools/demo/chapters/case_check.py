"""A clinic is about to order with exchanged jaws, without an antagonist, with another's scan."""

from __future__ import annotations

from typing import Any

from tools import samples
from tools.client import Person, wait_for
from tools.demo import uploading, visits
from tools.demo.asking import ask
from tools.demo.chapters.lab import Offered
from tools.demo.chapters.visit import Scanned
from tools.demo.people import People
from tools.demo.scan import Scan
from tools.demo.show import console, findings_table
from tools.demo.steps import Steps, UnexpectedError

_SEED = 11  # of a made-up mouth whose jaws bite soundly
_TOOTH = 26


def play(steps: Steps, people: People, scanned: Scanned, offered: Offered) -> None:
    """Play it, on new cases of the patient of the first visit and of another one."""
    clinic = people.clinic
    made = samples.case(_SEED)
    if made.upper is None or made.lower is None:
        raise UnexpectedError("the made-up case has no two jaws")
    upper, lower = Scan.of("a.stl", made.upper.stl), Scan.of("b.stl", made.lower.stl)
    patient = {"patient_id": scanned.patient_id, "consent_id": scanned.consent_id}
    with steps.step("the clinic uploads both jaws, names exchanged") as step:
        case_id, files = _filed(clinic, patient, {"upper": lower, "lower": upper})
        step.found("the upper one as lower, the lower one as upper")
    _told(steps, clinic, offered, case_id, files, "case-jaws-exchanged")
    with steps.step("it uploads one jaw for a crown, no antagonist") as step:
        case_id, files = _filed(clinic, patient, {"upper": upper})
        step.found(f"tooth {_TOOTH} is to be made")
    _told(steps, clinic, offered, case_id, files, "case-antagonist-missing")
    with steps.step("it files that scan under another patient") as step:
        other = visits.add_patient(clinic, "P-1077", "Farhan Ali")
        consent = visits.record_consent(clinic, other)
        body = {"patient_id": other, "consent_id": consent}
        case_id, files = _filed(clinic, body, {"upper": upper, "lower": lower})
        step.found("P-1077")
    _told(steps, clinic, offered, case_id, files, "case-scan-of-another-patient")


def _filed(
    clinic: Person, patient: dict[str, str], scans: dict[str, Scan]
) -> tuple[str, list[str]]:
    """Open a case and upload the scans of its jaws; returns its id and those of its files."""
    case_id = str(ask(clinic, "scans/open_case", **patient)["case_id"])
    for jaw, scan in scans.items():
        uploaded = uploading.upload(clinic, scan, jaw, case_id=case_id)
        if uploaded["state"] != "ready":
            raise UnexpectedError(f"the {jaw} scan came out {uploaded['state']}")
    return case_id, uploading.files(clinic, case_id)


def _told(
    steps: Steps, clinic: Person, offered: Offered, case_id: str, files: list[str], code: str
) -> None:
    """Check the order, until it is told what is found between two scans a moment later."""
    item = {"service_id": offered.service_id, "teeth": [_TOOTH], "material": "zirconia"}
    body = {
        "case_id": case_id,
        "lab_id": offered.lab_id,
        "items": [{**item, "shade": "A2"}],
        "file_ids": files,
    }

    def findings() -> list[dict[str, Any]] | None:
        found: list[dict[str, Any]] = clinic.call("labs/check_order", **body)["findings"]
        return found if code in {each["code"] for each in found} else None

    with steps.step("the clinic checks the order first") as step:
        found = wait_for(findings, seconds=60, what=f"the check never told {code}")
        step.found(code)
    console.print(
        findings_table(
            [
                {**each, "sentence": f"{each['sentence']['en']} {each['mend']['en']}"}
                for each in found
            ]
        )
    )
