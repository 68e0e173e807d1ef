"""People with real accounts in the Auth emulator."""

from __future__ import annotations

from dataclasses import dataclass

from accounts import decisions
from accounts.identity import FirebaseIdentity
from core import firebase
from core.access import Caller, Role
from core.clock import SystemClock
from core.context import Context
from core.store import Store
from tests.support.forms import application
from tools.client import Person


def system() -> Context:
    """The surroundings of the operator's command line: its own caller, the real store."""
    caller = Caller("tests", "", email_verified=False, role=Role.ADMIN)
    return Context(Store(firebase.firestore_client()), caller, SystemClock())


def appointed_admin() -> Person:
    """An admin, appointed as the operator's command line appoints the first one."""
    return appointed(Person.sign_up())


def appointed(person: Person) -> Person:
    """The same person, an admin, with a token that says so."""
    decisions.appoint(system(), FirebaseIdentity(), person.uid, "Ada Admin", person.email)
    person.sign_in()
    return person


@dataclass
class Cast:
    """Makes the people of a test, each with an organisation of its own."""

    admin: Person

    def newcomer(self) -> Person:
        """Somebody with a fresh account in Auth, and nothing else."""
        return Person.sign_up()

    def applicant(self, role: str = "clinic", **changes: object) -> Person:
        """Somebody who registered and waits."""
        person = self.newcomer()
        person.call("accounts/register_account", **application(role, **changes))
        return person

    def approved(self, person: Person) -> Person:
        """The same person, approved, with a token that carries the claims."""
        self.admin.call("accounts/approve_account", uid=person.uid)
        person.sign_in()
        return person

    def member(self, role: str = "clinic") -> Person:
        """An approved person; the owner, where the role has an organisation."""
        return self.approved(self.applicant(role))

    def colleague(self, owner: Person, role: str = "clinic", *, as_owner: bool = False) -> Person:
        """A second, approved member of the owner's organisation, by invitation."""
        person = self.newcomer()
        invited = owner.call("accounts/invite_member", email=person.email, owner=as_owner)
        request = application(role, invite_id=invited["invite_id"], organisation=None)
        person.call("accounts/register_account", **request)
        return self.approved(person)
