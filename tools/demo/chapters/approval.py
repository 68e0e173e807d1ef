"""A clinic and an operator ask for accounts, and an admin approves them."""

from __future__ import annotations

from tools.client import Person
from tools.demo.asking import rows
from tools.demo.people import (
    CITY,
    PINCODE,
    People,
    apply_for,
    appoint_admin,
    notice_claims,
    sign_up,
)
from tools.demo.steps import Steps, UnexpectedError


def play(steps: Steps) -> People:
    """Play it; returns who is let in after it."""
    with steps.step("a clinic and an operator sign up in Auth"):
        clinic, operator, admin = sign_up("clinic"), sign_up("operator"), sign_up("admin")
    with steps.step("both register") as step:
        status = apply_for(clinic, "Dr. Asha Rao", "Smile Dental")
        apply_for(operator, "Ravi Kulkarni")
        step.found(f"{status}: they see nothing but themselves until an admin decides")
    with steps.step("an admin is appointed") as step:
        step.found(appoint_admin(admin))
    with steps.step("the admin lists who waits, approves both") as step:
        _approve(admin, clinic, operator)
        step.found("claims and documents set together")
    with steps.step("their apps take new tokens") as step:
        roles = [notice_claims(person)["role"] for person in (clinic, operator)]
        step.found(f"their user documents told them to: {' and '.join(roles)}")
    with steps.step("the operator says where it works") as step:
        operator.call("scans/set_service_area", city=CITY, pincode=PINCODE, available=True)
        step.found(f"{CITY} {PINCODE}")
    return People(clinic, operator, admin)


def _approve(admin: Person, *people: Person) -> None:
    pending = {
        row["uid"] for row in rows(admin, "accounts/list_accounts", "accounts", status="pending")
    }
    if not pending >= {person.uid for person in people}:
        raise UnexpectedError("not everybody who registered is among the pending accounts")
    for person in people:
        admin.call("accounts/approve_account", uid=person.uid)
