"""One test's clinics, labs and people, and the documents that stand there: real ones, ids fresh.

Documents are built as the project's own models and written as its store writes them, so a test
cannot seed what the code could not have stored.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from accounts.models import Application, Clinic, Invite, Lab, Organisation, User
from core import firebase
from core.access import ORG_ROLES, Role, Status
from core.audit import AuditEntry
from core.documents import Document
from core.idempotency import Request
from core.unknown import stored
from messaging.models import InboxItem, Notice
from tests.support import ids, tokens
from tools.client import Person

if TYPE_CHECKING:
    from google.cloud.firestore import Client, DocumentSnapshot

#: When everything seeded was made; what expires does so long after.
MADE = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Tenants:
    """Two clinics and two labs, so that whatever is one's own has a twin that is not.

    The other ids are those of the first clinic's patient, see `records`.
    """

    clinic: str = field(default_factory=ids.document_id)
    other_clinic: str = field(default_factory=ids.document_id)
    lab: str = field(default_factory=ids.document_id)
    other_lab: str = field(default_factory=ids.document_id)
    patient: str = field(default_factory=ids.document_id)
    consent: str = field(default_factory=ids.document_id)
    case: str = field(default_factory=ids.document_id)
    visit: str = field(default_factory=ids.document_id)

    def seed(self, *documents: Document) -> None:
        """Write documents at the ids they are placed at, in one commit."""
        client = firebase.firestore_client()
        batch = client.batch()
        for document in documents:
            batch.set(client.document(document.path_for(*document.ids)), stored(document))
        batch.commit()

    def account(self, person: Person, **standing: object) -> User:
        """Return the account of a person; active unless the standing says otherwise."""
        role = standing.get("role")
        fields: dict[str, Any] = {
            "status": Status.ACTIVE,
            "name": "Asha Rao",
            "phone": "+919812345678",
            "email": person.email,
            "application": Application(role=Role(str(role)) if role else Role.OPERATOR),
            "policy_version": "2026-05",
            "policy_accepted_at": MADE,
            "created_at": MADE,
            "updated_at": MADE,
            **standing,
        }
        return User.model_validate(fields).placed(person.uid)

    def join(self, role: Role, org: str | None = None, *, owner: bool = False) -> Person:
        """Seed an active account and return its holder, whose token carries the claims."""
        claims = {"role": role.value} | ({"org": org} if role in ORG_ROLES and org else {})
        person = tokens.person(**claims)
        self.seed(self.account(person, role=role, org=org, owner=owner))
        return person


def joined(client: Client, role: Role, status: Status = Status.ACTIVE) -> str:
    """Put an account into another database than the tests share; its uid."""
    person = Person(ids.uid(), ids.email())
    account = Tenants().account(person, role=role, status=status)
    client.document(f"users/{person.uid}").set(stored(account))
    return person.uid


def organisation(model: type[Organisation], org: str, owner: str) -> Organisation:
    """A clinic or a lab."""
    place = {"name": "Smile Dental", "address": "12 MG Road", "city": "Pune", "pincode": "411001"}
    return model(**place, owners=[owner], created_at=MADE).placed(org)


def clinic(tenants: Tenants) -> Organisation:
    """The tenants' clinic."""
    return organisation(Clinic, tenants.clinic, ids.uid())


def lab(tenants: Tenants) -> Organisation:
    """The tenants' lab."""
    return organisation(Lab, tenants.lab, ids.uid())


def invite(org: str, role: Role, email: str) -> Invite:
    """An open invitation."""
    return Invite(
        email=email,
        role=role,
        org=org,
        owner=False,
        invited_by=ids.uid(),
        created_at=MADE,
        expires_at=MADE + timedelta(days=3650),
    ).placed(ids.document_id())


def inbox_item(uid: str) -> InboxItem:
    """An unread notice."""
    item = InboxItem(kind=Notice.UPLOAD_READY, refs={"case": ids.document_id()}, sent_at=MADE)
    return item.placed(uid, ids.document_id())


def audit_entry() -> AuditEntry:
    """One act on record."""
    entry = AuditEntry(
        actor=ids.uid(), action="accounts.approve", subject=f"users/{ids.uid()}", at=MADE
    )
    return entry.placed(ids.document_id())


def answered_request() -> Request:
    """A request that was answered before."""
    request = Request(fingerprint="0" * 64, answer={"case_id": "x"}, expires_at=MADE)
    return request.placed(ids.document_id())


def snapshot(path: str) -> DocumentSnapshot:
    """Read a document past the rules."""
    return firebase.firestore_client().document(path).get()


def state(path: str) -> tuple[Any, Any]:
    """What a document holds and when it was last written, past the rules; Nones for none."""
    found = snapshot(path)
    return (found.to_dict(), found.update_time) if found.exists else (None, None)
