"""Role x document x operation, derived from what the models declare.

A specimen is one real document of a collection and the parties it belongs to; an actor is somebody
who asks. Who the actor is to the document (its `Viewer`s) and the model's `readers` say whether a
read is allowed: nothing here repeats what the rules say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from accounts.models import Clinic, Invite, Lab, User
from core.access import Role, Status
from core.audit import AuditEntry
from core.documents import Document
from core.idempotency import Request
from core.privacy import Viewer
from messaging.models import InboxItem
from scans.models import Case, Consent, File, Upload
from tests.support import ids, scene, tokens
from tests.support.scene import Scene
from tests.support.wire import Filter
from tools.client import Person

Filters = Callable[[Scene, Document, Person], tuple[Filter, ...]]
_NOBODY: frozenset[Viewer] = frozenset()


@dataclass(frozen=True)
class Specimen:
    """A document that a test seeds, and how its readers list it.

    Attributes:
        name: shown in the test's id.
        model: the document's class.
        make: builds it, for the scene and the person it is about.
        party: whose organisation it belongs to: `clinic`, `lab` or nobody's.
        listed: for each reader that may list, the filter that the rules demand. A reader without
            one may only `get`.
        writable: fields that the subject writes; their own tests say in which forms.
        subject: the standing of the account of the person that the document is about.
    """

    name: str
    model: type[Document]
    make: Callable[[Scene, Person], Document]
    party: str = ""
    listed: Mapping[Viewer, Filters] = field(default_factory=dict)
    writable: frozenset[str] = frozenset()
    subject: Callable[[Scene], dict[str, Any]] | None = None


def _everything(_scene: Scene, _document: Document, _person: Person) -> tuple[Filter, ...]:
    return ()


def _of_field(name: str) -> Filters:
    """Filter by a field of the document: what its reader knows to be theirs."""
    return lambda _scene, document, _person: ((name, "EQUAL", getattr(document, name)),)


def _clinic_member(owner: bool = False) -> Callable[[Scene], dict[str, Any]]:
    return lambda s: {"role": Role.CLINIC, "org": s.clinic, "owner": owner}


def _lab_member(owner: bool = False) -> Callable[[Scene], dict[str, Any]]:
    return lambda s: {"role": Role.LAB, "org": s.lab, "owner": owner}


def _account(standing: Callable[[Scene], dict[str, Any]]) -> Callable[[Scene, Person], Document]:
    return lambda s, subject: s.account(subject, **standing(s))


_USERS: dict[Viewer, Filters] = {Viewer.ORG_OWNER: _of_field("org"), Viewer.ADMIN: _everything}
_PROFILE = frozenset({"name", "phone", "email"})
_BY_CLINIC = {Viewer.CLINIC: _of_field("clinic_id")}
_INVITES = {Viewer.ORG_OWNER: _of_field("org"), Viewer.SUBJECT: _of_field("email")}

SPECIMENS = (
    Specimen(
        "user_of_clinic",
        User,
        _account(_clinic_member()),
        "clinic",
        _USERS,
        _PROFILE,
        _clinic_member(),
    ),
    Specimen("user_of_lab", User, _account(_lab_member()), "lab", _USERS, _PROFILE, _lab_member()),
    Specimen(
        "user_without_org",
        User,
        _account(lambda _: {"role": Role.OPERATOR}),
        "",
        {Viewer.ADMIN: _everything},
        _PROFILE,
        lambda _: {"role": Role.OPERATOR},
    ),
    Specimen(
        "inbox_item",
        InboxItem,
        lambda _, subject: scene.inbox_item(subject.uid),
        "",
        {Viewer.SUBJECT: _everything},
        frozenset({"read_at"}),
        lambda _: {"role": Role.OPERATOR},
    ),
    Specimen(
        "invite_of_clinic",
        Invite,
        lambda s, subject: scene.invite(s.clinic, Role.CLINIC, subject.email),
        "clinic",
        _INVITES,
        subject=lambda _: {"role": Role.OPERATOR},
    ),
    Specimen(
        "invite_of_lab",
        Invite,
        lambda s, subject: scene.invite(s.lab, Role.LAB, subject.email),
        "lab",
        _INVITES,
        subject=lambda _: {"role": Role.OPERATOR},
    ),
    Specimen("clinic", Clinic, lambda s, _: scene.clinic(s), "clinic", {Viewer.ADMIN: _everything}),
    Specimen("lab", Lab, lambda s, _: scene.lab(s), "lab", {Viewer.ADMIN: _everything}),
    Specimen("consent", Consent, lambda s, _: scene.consent(s), "clinic", _BY_CLINIC),
    Specimen("case", Case, lambda s, _: scene.case(s), "clinic", _BY_CLINIC),
    Specimen("file", File, lambda s, _: scene.file(s), "clinic", _BY_CLINIC),
    Specimen("upload", Upload, lambda s, _: scene.upload(s, ids.uid()), "clinic", _BY_CLINIC),
    Specimen(
        "audit_entry",
        AuditEntry,
        lambda *_: scene.audit_entry(),
        "",
        {Viewer.ADMIN: _everything},
    ),
    Specimen("request", Request, lambda *_: scene.answered_request()),
)


@dataclass(frozen=True)
class Actor:
    """Somebody who asks.

    Attributes:
        name: shown in the test's id.
        standing: the account's standing, or None where there is no account.
        own: who the actor is to documents of which party.
        signed_in: false for somebody without a token.
    """

    name: str
    standing: Callable[[Scene], dict[str, Any]] | None
    own: tuple[str, frozenset[Viewer]] = ("", _NOBODY)
    signed_in: bool = True

    def viewers(self, specimen: Specimen) -> frozenset[Viewer]:
        """Tell who the actor is to the document."""
        if self.name == "admin":
            return frozenset({Viewer.ADMIN})
        if self.name == "subject":
            return frozenset({Viewer.SUBJECT})
        party, viewers = self.own
        return viewers if party and party == specimen.party else _NOBODY

    def reads(self, specimen: Specimen) -> frozenset[Viewer]:
        """Return the roles in which the actor may read the document; empty for a refusal."""
        return self.viewers(specimen) & specimen.model.readers


def _of_clinic(*viewers: Viewer) -> tuple[str, frozenset[Viewer]]:
    return "clinic", frozenset({Viewer.CLINIC, *viewers})


def _of_lab(*viewers: Viewer) -> tuple[str, frozenset[Viewer]]:
    return "lab", frozenset({Viewer.LAB, *viewers})


ACTORS = (
    Actor("anonymous", None, signed_in=False),
    Actor("unregistered", None),
    Actor("pending", lambda _: {"status": Status.PENDING}),
    Actor("clinic_member", _clinic_member(), _of_clinic()),
    Actor("clinic_owner", _clinic_member(owner=True), _of_clinic(Viewer.ORG_OWNER)),
    Actor("other_clinic_member", lambda s: {"role": Role.CLINIC, "org": s.other_clinic}),
    Actor(
        "other_clinic_owner", lambda s: {"role": Role.CLINIC, "org": s.other_clinic, "owner": True}
    ),
    Actor("lab_member", _lab_member(), _of_lab()),
    Actor("lab_owner", _lab_member(owner=True), _of_lab(Viewer.ORG_OWNER)),
    Actor("other_lab_owner", lambda s: {"role": Role.LAB, "org": s.other_lab, "owner": True}),
    # Ids are random, so these two exist only should the ids of a clinic and a lab ever meet.
    Actor("lab_of_the_clinics_id", lambda s: {"role": Role.LAB, "org": s.clinic}),
    Actor("clinic_of_the_labs_id", lambda s: {"role": Role.CLINIC, "org": s.lab}),
    Actor("operator", lambda _: {"role": Role.OPERATOR}),
    Actor("admin", lambda _: {"role": Role.ADMIN}),
    Actor("subject", None),
)


def pairs() -> list[tuple[Specimen, Actor]]:
    """Every specimen with every actor; a document about nobody has no subject."""
    return [(s, a) for s in SPECIMENS for a in ACTORS if a.name != "subject" or s.subject]


#: What differs between an account and its token, one field at a time. The values replace the
#: account's; the token keeps what Auth gave it while all was well.
TWISTS: dict[str, Callable[[Scene], dict[str, Any]]] = {
    "suspended": lambda _: {"status": Status.SUSPENDED},
    "pending": lambda _: {"status": Status.PENDING},
    "rejected": lambda _: {"status": Status.REJECTED},
    "removed": lambda _: {"status": Status.REMOVED},
    "role_changed": lambda _: {"role": Role.OPERATOR},
    "role_taken": lambda _: {"role": None},
    "org_changed": lambda s: {"org": s.other_clinic},
}
#: What differs in the token; None takes the claim away.
TOKEN_TWISTS: dict[str, Callable[[Scene], dict[str, Any]]] = {
    "token_without_role": lambda _: {"role": None},
    "token_of_another_role": lambda _: {"role": "operator"},
    "token_of_another_org": lambda s: {"org": s.other_clinic},
}


@dataclass(frozen=True)
class Played:
    """An actor and a document, seeded: the person asks, the document stands at the path."""

    scene: Scene
    person: Person
    document: Document

    @property
    def path(self) -> str:
        """Where the document stands."""
        return self.document.path_for(*self.document.ids)

    @property
    def parent(self) -> str:
        """The path of the document that its collection is under; empty for a root collection."""
        return "/".join(self.path.split("/")[:-2])


def play(specimen: Specimen, actor: Actor, twist: str = "") -> Played:
    """Seed the document and the actor's account, twisted by one field; mint the actor's token."""
    stage = Scene()
    standing = actor.standing
    if actor.name == "subject":
        standing = specimen.subject
    standing_now = standing(stage) if standing else None
    person = _token(stage, actor, standing_now, twist)
    subject = person if actor.name == "subject" else tokens.person()
    document = specimen.make(stage, subject)
    to_seed = {document.path_for(*document.ids): document}
    if standing_now is not None:
        changed = TWISTS[twist](stage) if twist in TWISTS else {}
        account = stage.account(person, **{**standing_now, **changed})
        to_seed[account.path_for(person.uid)] = account
        document = account if isinstance(document, User) and actor.name == "subject" else document
    stage.seed(*to_seed.values())
    return Played(stage, person, document)


def _token(stage: Scene, actor: Actor, standing: dict[str, Any] | None, twist: str) -> Person:
    if not actor.signed_in:
        return Person()
    claims: dict[str, Any] = {}
    if standing is not None and standing.get("status", Status.ACTIVE) is Status.ACTIVE:
        claims = {name: standing[name] for name in ("role", "org") if standing.get(name)}
    if twist in TOKEN_TWISTS:
        claims |= TOKEN_TWISTS[twist](stage)
    return tokens.person(**{name: claim for name, claim in claims.items() if claim is not None})
