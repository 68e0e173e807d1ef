"""People and places of the emulator tests, made through the public surface where there is one."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from accounts import service
from accounts.identity import FirebaseIdentity
from core import firebase
from core.access import Caller, Role
from core.clock import SystemClock
from core.context import Context
from core.store import Store
from tools.client import Person

ADDRESS = {"name": "Smile Dental", "address": "12 MG Road", "city": "Pune", "pincode": "411001"}


def system() -> Context:
    """The surroundings of the operator's command line: its own caller, the real store."""
    caller = Caller("tests", "", email_verified=False, role=Role.ADMIN)
    return Context(Store(firebase.firestore_client()), caller, SystemClock())


def application(role: str = "clinic", **changes: object) -> dict[str, Any]:
    """A registration, changed where a test wants it."""
    wish: dict[str, Any] = {
        "name": "Asha Rao",
        "phone": "+919812345678",
        "role": role,
        "policy_version": "2026-05",
    }
    if role != "operator":
        wish["organisation"] = dict(ADDRESS)
    return {**wish, **changes}


@dataclass
class Cast:
    """Makes the people of a test, each with an organisation of its own."""

    admin: Person

    def applicant(self, role: str = "clinic", **changes: object) -> Person:
        """Somebody who registered and waits."""
        person = Person.sign_up()
        person.call("accounts_register", **application(role, **changes))
        return person

    def approved(self, person: Person) -> Person:
        """The same person, approved, with a token that carries the claims."""
        self.admin.call("accounts_approve", uid=person.uid)
        person.sign_in()
        return person

    def member(self, role: str = "clinic") -> Person:
        """An approved person; the owner, where the role has an organisation."""
        return self.approved(self.applicant(role))

    def colleague(self, owner: Person, role: str = "clinic", *, as_owner: bool = False) -> Person:
        """A second, approved member of the owner's organisation, by invitation."""
        person = Person.sign_up()
        invited = owner.call("accounts_invite_member", email=person.email, owner=as_owner)
        wish = application(role, invite_id=invited["invite_id"], organisation=None)
        person.call("accounts_register", **wish)
        return self.approved(person)


def make_admin() -> Person:
    """A new admin, appointed as the operator's command line does it."""
    person = Person.sign_up()
    service.appoint(system(), FirebaseIdentity(), person.uid, "Ada Admin", person.email)
    person.sign_in()
    return person


@pytest.fixture(scope="session")
def cast() -> Cast:
    """The people of this worker's tests."""
    return Cast(make_admin())


@pytest.fixture
def key() -> Callable[[], str]:
    """Fresh idempotency keys."""
    return lambda: uuid.uuid4().hex


@pytest.fixture
def store() -> Store:
    """The store that a deployed function would have, with a tally of its own."""
    return Store(firebase.firestore_client())
