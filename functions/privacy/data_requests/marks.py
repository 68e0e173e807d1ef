"""The mark of an erasure that cools off, on what nothing new may begin for until it is taken back.

It is written and taken away in the transaction that changes the request. An account bears one where
something would have to be waited for: an operator's, whom visits are assigned to, and that of the
last of a clinic or lab, which goes with it and bears one too. Nobody waits for others.
"""

from accounts.models import ORG_MODELS, Organisation, User
from core.access import Role
from core.erasures import PendingErasure
from core.machines import Party
from core.units import UnitOfWork
from privacy.inventory.subjects import DataSubject
from privacy.models import PrivacyRequest
from scans.patients.models import Patient

Bearer = Patient | User | Organisation


def bearers(unit: UnitOfWork, subject: DataSubject) -> list[Bearer]:
    """Read what is to bear the mark of a subject's erasure. Two reads at most."""
    if subject.uid is None:
        return _patient(unit, subject)
    user = unit.get(User, subject.uid)
    if user is not None and user.role is Role.OPERATOR:
        return [user]
    org = _org(unit, user)
    return [user, org] if user is not None and org is not None and org.owners == [user.id] else []


def borne(unit: UnitOfWork, request: PrivacyRequest) -> list[Bearer]:
    """Read what bears the mark of a request. Two reads at most."""
    subject = DataSubject.at(request.subject)
    if subject.uid is None:
        found: list[Bearer] = _patient(unit, subject)
    else:
        user = unit.get(User, subject.uid)
        found = [each for each in (user, _org(unit, user)) if each is not None]
    return [each for each in found if each.erasure and each.erasure.request_id == request.id]


def put(unit: UnitOfWork, request: PrivacyRequest, bearing: list[Bearer]) -> None:
    """Write the mark of a request that cools off. A write each."""
    if request.starts_at is None:
        raise AssertionError("what cools off has a time at which it begins")
    asked = Party.PERSON if request.uid else Party.CLINIC
    pending = PendingErasure(request_id=request.id, starts_at=request.starts_at, asked=asked)
    for each in bearing:
        unit.change(each, erasure=pending)


def take_away(unit: UnitOfWork, bearing: list[Bearer]) -> None:
    """Take the mark away: the request was taken back, or refused. A write each."""
    for each in bearing:
        unit.change(each, erasure=None)


def _patient(unit: UnitOfWork, subject: DataSubject) -> list[Bearer]:
    (clinic_id,), (patient_id,) = subject.known["clinic"], subject.known["patient"]
    found = unit.get(Patient, clinic_id, patient_id)
    return [found] if found is not None else []


def _org(unit: UnitOfWork, user: User | None) -> Organisation | None:
    if user is None or user.org is None or user.role not in ORG_MODELS:
        return None
    return unit.get(ORG_MODELS[user.role], user.org)
