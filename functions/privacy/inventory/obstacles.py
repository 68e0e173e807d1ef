"""Obstacles to an erasure: orders, visits and money under way, people who depend on somebody."""

from accounts.models import ORG_MODELS, User
from core.access import Role, Status
from core.queries import Query
from core.units import UnitOfWork
from labs.orders.models import Order, OrderState
from labs.orders.states import ENDED as ORDER_ENDED
from privacy.inventory.queries import ASSIGNED, MEMBERS
from privacy.inventory.subjects import DataSubject
from scans.cases.models import Case
from scans.cases.queries import CASES_OF_PATIENT
from scans.visits.models import Visit, VisitState
from scans.visits.states import ENDED as VISIT_ENDED
from wallet.ledger.models import Wallet

ORDERS_OPEN, VISITS_OPEN = "orders-open", "visits-open"
LAST_OWNER, MONEY_LEFT, LAST_ADMIN = "last-owner", "money-left", "last-admin"
#: All that the person learns of a hold: see privacy/holds/register.py, which finds it.
LEGAL_HOLD = "legal-hold"

OPEN_ORDERS = sorted(set(OrderState) - ORDER_ENDED)
OPEN_VISITS = sorted(set(VisitState) - VISIT_ENDED)
#: More cases than a patient has; a correction takes no more either.
_MOST_CASES = 200

ADMINS = Query(User, (("role", "=="), ("status", "==")))
OF_CLINIC = Query(Order, (("clinic_id", "=="), ("state", "in")))
OF_LAB = Query(Order, (("lab_id", "=="), ("state", "in")))
OF_CASE = Query(Order, (("case_id", "=="), ("state", "in")))
VISITS_OF_CLINIC = Query(Visit, (("clinic_id", "=="), ("state", "in")))


def blocks(unit: UnitOfWork, subject: DataSubject) -> list[str]:
    """Return the reason codes of the obstacles to an erasure.

    Six reads at most for an account; for a patient one for each case, and one for its orders.
    """
    if subject.uid is not None:
        return sorted(_of_user(unit, subject.uid))
    (clinic,), (patient,) = subject.known["clinic"], subject.known["patient"]
    cases: list[Case] = unit.find(CASES_OF_PATIENT, clinic, patient, limit=_MOST_CASES)
    found = {VISITS_OPEN} if any(case.visit_id for case in cases) else set()
    return sorted(found | {ORDERS_OPEN for case in cases if open_orders(unit, case.id)})


def open_orders(unit: UnitOfWork, case_id: str) -> list[Order]:
    """Return orders of a case that are under way; any is enough."""
    found: list[Order] = unit.find(OF_CASE, case_id, OPEN_ORDERS, limit=20)
    return found


def is_last_admin(unit: UnitOfWork, user: User) -> bool:
    """Tell whether nobody but somebody may act as an admin. Two reads for an admin, none else."""
    if (user.role, user.status) != (Role.ADMIN, Status.ACTIVE):
        return False
    admins: list[User] = unit.find(ADMINS, Role.ADMIN, Status.ACTIVE, limit=2)
    return all(admin.id == user.id for admin in admins)


def _of_user(unit: UnitOfWork, uid: str) -> set[str]:
    user = unit.get(User, uid)
    found = {VISITS_OPEN} if unit.find(ASSIGNED, uid, limit=1) else set()
    if user is not None and is_last_admin(unit, user):
        found.add(LAST_ADMIN)
    if user is None or user.org is None or not user.owner or user.role not in ORG_MODELS:
        return found
    org = unit.get(ORG_MODELS[user.role], user.org)
    if org is None or org.owners != [uid]:
        return found
    if len(unit.find(MEMBERS, user.org, limit=2)) > 1:
        found.add(LAST_OWNER)
    wallet = unit.get(Wallet, user.org)
    if wallet is not None and (wallet.available or wallet.held):
        found.add(MONEY_LEFT)
    orders = OF_CLINIC if user.role is Role.CLINIC else OF_LAB
    if unit.find(orders, user.org, OPEN_ORDERS, limit=1):
        found.add(ORDERS_OPEN)
    if user.role is Role.CLINIC and unit.find(VISITS_OF_CLINIC, user.org, OPEN_VISITS, limit=1):
        found.add(VISITS_OPEN)
    return found
