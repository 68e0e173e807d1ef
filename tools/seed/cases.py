"""The cases that clinics upload to by themselves, each with what is special about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scans.cases.models import CaseStatus
from tools.demo import uploading
from tools.seed import scans
from tools.seed.asking import ask

if TYPE_CHECKING:
    from tools.client import Person
    from tools.samples import SampleCase
    from tools.seed.patients import Consented, Register
    from tools.seed.plan import SeededCase


@dataclass(frozen=True)
class Opened:
    """A case: its ids, its files, and the tooth that work is ordered for."""

    case_id: str
    patient: Consented
    file_ids: list[str]
    tooth: int


def play(
    planned: SeededCase,
    number: int,
    clinic: Person,
    clinic_id: str,
    register: Register,
    sample: SampleCase | None,
) -> Opened:
    """Open a case, upload to it, and bring it to where it ends up."""
    patient = register.add(clinic, number)
    case_id = str(ask(clinic, "scans/open_case", **patient.named)["case_id"])
    files: list[str] = []
    if sample is not None:
        files = scans.send_jaws(clinic, sample, planned.jaws, case_id=case_id)
        for file_id in files:
            uploading.drawn(clinic, case_id, file_id)
    if planned.broken:
        scans.send_broken(clinic, case_id=case_id)
    if len(files) > 1:
        scans.wait_for_pair(clinic, clinic_id, case_id)
    if planned.status is CaseStatus.CLOSED:
        ask(clinic, "scans/close_case", case_id=case_id)
    elif planned.status is CaseStatus.FROZEN:
        ask(clinic, "scans/withdraw_consent", consent_id=patient.consent_id)
    elif planned.status is CaseStatus.AWAITING_GUARDIAN:
        record = {"reference": patient.reference, "name": patient.name, "age_group": "child"}
        ask(clinic, "scans/correct_patient", patient_id=patient.patient_id, **record)
    return Opened(case_id, patient, files, sample.tooth if sample else 0)
