"""A broken scan is refused with its reason, and others see nothing of a case."""

from __future__ import annotations

from tools import samples
from tools.demo import refused, uploading
from tools.demo.asking import ask
from tools.demo.chapters.visit import Scanned
from tools.demo.people import People, apply_for, notice_claims, sign_up
from tools.demo.scan import Scan
from tools.demo.show import console, findings_table
from tools.demo.steps import Steps, UnexpectedError


def play_broken_scan(steps: Steps, people: People, scanned: Scanned) -> None:
    """The clinic uploads by itself, without a visit, what the gate refuses."""
    clinic, scan = people.clinic, Scan.of("cut short.stl", samples.broken("truncated"))
    with steps.step("the clinic opens a case of its own") as step:
        known = {"patient_id": scanned.patient_id, "consent_id": scanned.consent_id}
        case_id = ask(clinic, "scans/open_case", **known)["case_id"]
        step.found("on the same consent")
    with steps.step("the clinic uploads a file cut short") as step:
        upload = uploading.upload(clinic, scan, case_id=case_id)
        codes = [finding["code"] for finding in upload["findings"]]
        if upload["state"] != "rejected" or "stl-truncated" not in codes:
            raise UnexpectedError(f"it came out {upload['state']} with {codes or 'no finding'}")
        step.found(upload["state"])
    console.print(findings_table(upload["findings"]))
    with steps.step("the case holds nothing of it") as step:
        if found := uploading.files(clinic, case_id):
            raise UnexpectedError(f"the case has {len(found)} files")
        step.found("no file")


def play_others(steps: Steps, people: People, scanned: Scanned) -> None:
    """A stranger, another clinic and the operator of before try to see the case."""
    path, files = f"cases/{scanned.case_id}", [scanned.file_id]
    with steps.step("a stranger tries to read the case") as step:
        stranger = sign_up("stranger")
        refused.read(stranger, path)
        reason = refused.file_links(stranger, scanned.case_id, files, "account-not-active")
        step.found(f"read denied by the rules, links refused: {reason}")
    with steps.step("another clinic is approved"):
        other = sign_up("other-clinic")
        apply_for(other, "Dr. Vikram Shah", "Pearl Dental")
        people.admin.call("accounts/approve_account", uid=other.uid)
        notice_claims(other)
    with steps.step("the other clinic tries the same") as step:
        refused.read(other, path)
        reason = refused.file_links(other, scanned.case_id, files, "case-not-found")
        step.found(f"read denied by the rules, links refused: {reason}")
    with steps.step("the operator who scanned tries it") as step:
        refused.read(people.operator, path)
        reason = refused.file_links(people.operator, scanned.case_id, files, "role-not-allowed")
        step.found(f"read denied by the rules, links refused: {reason}")
    with steps.step("the clinic itself still reads it") as step:
        case = people.clinic.read(path)
        if case is None:
            raise UnexpectedError("its case is gone")
        step.found(f"status {case['status']}, patient {case['patient']['reference']}")
