"""Whose consent it is, and whether something may rest on it."""

from core.context import Context, clinic_of
from core.units import UnitOfWork
from scans.consents.errors import (
    ConsentDoesNotCover,
    ConsentFull,
    ConsentNotFound,
    ConsentWithdrawn,
    GuardianRequired,
)
from scans.consents.models import Consent, ConsentState, Scope
from scans.patients.models import Patient

#: Cases that one consent carries at most: a withdrawal freezes them all in one transaction.
MAX_CASES = 20


def own_consent(unit: UnitOfWork, ctx: Context, consent_id: str) -> Consent:
    """Read a consent of the caller's clinic.

    Raises:
        ConsentNotFound: there is none, or it is another clinic's; the two look alike.
    """
    consent = unit.get(Consent, consent_id)
    if consent is None or consent.clinic_id != clinic_of(ctx):
        raise ConsentNotFound
    return consent


def check(consent: Consent, patient: Patient, *scopes: Scope) -> None:
    """Refuse what a patient's consent does not allow.

    Raises:
        ConsentWithdrawn, GuardianRequired, ConsentDoesNotCover.
    """
    if consent.state is not ConsentState.GIVEN:
        raise ConsentWithdrawn
    if consent.lacks_guardian(patient):
        raise GuardianRequired
    for scope in scopes:
        if scope not in consent.scope:
            raise ConsentDoesNotCover(scope=scope)


def rest_on(unit: UnitOfWork, consent: Consent, case_id: str) -> None:
    """Note on a consent that a new case rests on it. One write.

    Raises:
        ConsentFull.
    """
    if len(consent.case_ids) >= MAX_CASES:
        raise ConsentFull
    unit.change(consent, case_ids=[*consent.case_ids, case_id])
