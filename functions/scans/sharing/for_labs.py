"""A case and its files as an order is made from them, and whether they may be shared."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from core.context import Context
from core.erasures import PendingErasure
from core.privacy import Viewer
from core.projections import visible_to
from core.reading import Key
from core.units import UnitOfWork
from scans.cases.errors import CaseNotFound
from scans.cases.models import Case, CaseStatus, File
from scans.cases.states import CASE, CaseAction
from scans.checks.checked import CheckedCase
from scans.consents.errors import GuardianRequired
from scans.consents.models import Consent, ConsentState, Scope
from scans.pairs.reading import checked
from scans.patients.models import Patient

#: Why a case may not be shared until a guardian has consented for the patient.
AWAITING_GUARDIAN = GuardianRequired.reason


@dataclass(frozen=True)
class Sharing:
    """Whether a case may be shared now.

    Attributes:
        patient_id: whose it is.
        reference, name: what the patient's record says, corrections included.
        refusal: the reason against it, if any.
    """

    patient_id: str
    reference: str
    name: str
    refusal: str | None


@dataclass(frozen=True)
class FileForLab:
    """A file that was asked for: what of it labs may see, and what speaks against sending it.

    Attributes:
        file_id: its id.
        fields: what of it is declared visible to labs; None where there is no such file.
        superseded: a newer scan of the jaw replaced it.
        warned: the gate noticed something that the clinic has to know.
    """

    file_id: str
    fields: dict[str, Any] | None
    superseded: bool = False
    warned: bool = False


@dataclass(frozen=True)
class CaseForLab:
    """A case of the caller's clinic, as an order is made from it.

    Attributes:
        case_id, clinic_id, patient_id, consent_id: whose it is, and what it rests on.
        reference: the patient's reference number.
        name: the patient's name, for orders for which the clinic switched it on.
        refusal: the reason for which nothing of it may be shared, if any.
        erasure: the patient's, while it cools off: nothing new may begin.
        files: those that were asked for.
        checked: what the case check recorded of the scans among them.
    """

    case_id: str
    clinic_id: str
    patient_id: str
    consent_id: str
    reference: str
    name: str
    refusal: str | None
    erasure: PendingErasure | None
    files: tuple[FileForLab, ...]
    checked: CheckedCase


def keys_of(case_id: str, file_ids: Sequence[str]) -> list[Key]:
    """Return where a case and some of its files stand, for another package to read ahead."""
    return [(Case, case_id), *((File, case_id, file_id) for file_id in file_ids)]


def keys_behind(unit: UnitOfWork, ctx: Context, case_id: str) -> list[Key]:
    """Return where the consent and the patient of a case stand; its clinic's alone. One read."""
    case = unit.get(Case, case_id)
    if case is None or case.clinic_id != ctx.caller.org:
        return []
    return [(Consent, case.consent_id), (Patient, case.clinic_id, case.patient_id)]


def case_for_lab(
    unit: UnitOfWork, ctx: Context, case_id: str, file_ids: Sequence[str]
) -> CaseForLab:
    """Read a case of the caller's clinic, its patient, its consent and some of its files.

    Three reads, and one for each file; for scans, what `pairs.reading.checked` says.

    Raises:
        CaseNotFound: there is none, or it is another clinic's.
    """
    case = unit.get(Case, case_id)
    if case is None or case.clinic_id != ctx.caller.org:
        raise CaseNotFound
    unit.ahead(
        (Consent, case.consent_id),
        (Patient, case.clinic_id, case.patient_id),
        *((File, case.id, file_id) for file_id in file_ids),
    )
    consent = unit.get(Consent, case.consent_id)
    patient = unit.get(Patient, case.clinic_id, case.patient_id)
    found = {file_id: unit.get(File, case.id, file_id) for file_id in file_ids}
    return CaseForLab(
        case_id=case.id,
        clinic_id=case.clinic_id,
        patient_id=case.patient_id,
        consent_id=case.consent_id,
        reference=case.patient.reference,
        name=case.patient.name,
        refusal=_refusal(case, consent, patient),
        erasure=patient.erasure if patient is not None else None,
        files=tuple(_file(file_id, file) for file_id, file in found.items()),
        checked=checked(unit, case, [file for file in found.values() if file is not None]),
    )


def sharing(unit: UnitOfWork, case_id: str) -> Sharing:
    """Tell whether a case may be shared now. Two reads.

    Raises:
        CaseNotFound: it was erased.
    """
    case = unit.get(Case, case_id)
    if case is None:
        raise CaseNotFound
    refusal = _refusal(case, unit.get(Consent, case.consent_id))
    return Sharing(case.patient_id, case.patient.reference, case.patient.name, refusal)


def pictures_of(
    unit: UnitOfWork, case_id: str, file_ids: Sequence[str]
) -> dict[str, dict[str, Any]]:
    """Return the pictures of files by their ids, of those that are drawn by now. A read for each.

    For what was sent before: it names no more than labs may see.
    """
    found = unit.get_all(File, *((case_id, file_id) for file_id in file_ids))
    return {
        file.id: pictures
        for file in found
        if file is not None and (pictures := visible_to(Viewer.LAB, file).get("pictures"))
    }


def _refusal(case: Case, consent: Consent | None, patient: Patient | None = None) -> str | None:
    """Return why labs may not be told of a case; None where they may.

    With the patient's record, a minor's case without a guardian is found, too, that an earlier
    release let stand.
    """
    if consent is None or consent.state is not ConsentState.GIVEN:
        return "consent-withdrawn"
    lacking = patient is not None and consent.lacks_guardian(patient)
    if lacking or case.status is CaseStatus.AWAITING_GUARDIAN:
        return AWAITING_GUARDIAN
    if Scope.SHARE_WITH_LAB not in consent.scope:
        return "consent-does-not-cover"
    return None if CASE.allows(case.status, CaseAction.LINK) else "wrong-case-status"


def _file(file_id: str, file: File | None) -> FileForLab:
    if file is None:
        return FileForLab(file_id, None)
    warned = any(finding.severity == "warning" for finding in file.findings)
    fields = visible_to(Viewer.LAB, file)
    return FileForLab(file_id, fields, file.superseded_by is not None, warned)
