"""The accounts: signed up in Auth, registered, approved by an admin; one waits."""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import dataclass

import requests

from accounts import decisions
from accounts.identity import FirebaseIdentity
from core.access import Caller, Role, Status
from core.clock import SystemClock
from core.context import Context
from core.firebase import firestore_client
from core.store import Store
from tools.client import Person
from tools.seed.plan import ORGANISATIONS, Plan, SeededPerson

#: The version of the privacy policy that they accepted.
_POLICY = "2026-05"
_PHONE = "+919812345678"


class SeededAlreadyError(Exception):
    """These emulators hold a seeded day already, and people register once."""


@dataclass(frozen=True)
class Accounts:
    """Who was made, by the keys of the plan, and the ids of their organisations."""

    people: dict[str, Person]
    orgs: dict[str, str]

    def __getitem__(self, key: str) -> Person:
        """Return somebody."""
        return self.people[key]

    def org_of(self, planned: SeededPerson) -> str:
        """Return the id of somebody's clinic or lab."""
        return self.orgs[planned.org]


def password_of(seed: int) -> str:
    """Return the password that all of them have: it opens nothing but emulators."""
    return f"seeded-day-{seed}"


def make(pool: Executor, plan: Plan, seed: int) -> Accounts:
    """Make all accounts; suspensions come at the end of the day.

    Raises:
        SeededAlreadyError: they are there.
    """
    password = password_of(seed)
    signed_up = list(pool.map(lambda p: _sign_up(p, password), plan.people))
    people = {p.key: person for p, person in zip(plan.people, signed_up, strict=True)}
    rows = {p.key: p for p in plan.people}
    admins = [p for p in plan.people if p.role is Role.ADMIN]
    for planned in admins:
        _appoint(planned, people[planned.key])
    admin = people[admins[0].key]
    founders = [p for p in plan.people if p.role is not Role.ADMIN and (p.owner or not p.org)]
    list(pool.map(lambda p: _register(people[p.key], p), founders))
    list(pool.map(lambda p: _approve(admin, people[p.key], p), founders))
    members = [p for p in plan.people if p.org and not p.owner]
    for planned in members:
        owner = next(p for p in rows.values() if p.owner and p.org == planned.org)
        _join(people[owner.key], admin, people[planned.key], planned)
    orgs = {}
    for planned in founders:
        account = people[planned.key].read(f"users/{people[planned.key].uid}") or {}
        if planned.org and account.get("org"):
            orgs[planned.org] = str(account["org"])
    return Accounts(people, orgs)


def _sign_up(planned: SeededPerson, password: str) -> Person:
    try:
        return Person.sign_up(planned.email, password)
    except requests.HTTPError as err:
        if "EMAIL_EXISTS" in err.response.text:
            raise SeededAlreadyError from err
        raise


def _appoint(planned: SeededPerson, person: Person) -> None:
    """Make an admin, as `scannerctl grant-admin` does."""
    caller = Caller("scannerctl", email="", email_verified=False, role=Role.ADMIN)
    ctx = Context(Store(firestore_client()), caller, SystemClock())
    decisions.appoint(ctx, FirebaseIdentity(), person.uid, planned.name, person.email)
    person.sign_in()


def _register(person: Person, planned: SeededPerson, invite_id: str | None = None) -> None:
    place = ORGANISATIONS.get(planned.org)
    organisation = None
    if place is not None and invite_id is None:
        organisation = {
            "name": place.name,
            "address": place.address,
            "city": place.city,
            "pincode": place.pincode,
        }
    person.call(
        "accounts/register_account",
        name=planned.name,
        phone=_PHONE,
        role=planned.role.value,
        organisation=organisation,
        invite_id=invite_id,
        policy_version=_POLICY,
    )


def _approve(admin: Person, person: Person, planned: SeededPerson) -> None:
    if planned.status is Status.PENDING:
        return
    admin.call("accounts/approve_account", uid=person.uid)
    person.sign_in()


def _join(owner: Person, admin: Person, person: Person, planned: SeededPerson) -> None:
    invited = owner.call("accounts/invite_member", email=person.email)
    _register(person, planned, str(invited["invite_id"]))
    _approve(admin, person, planned)
