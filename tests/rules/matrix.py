"""Role x document x operation, derived from what the models declare.

An actor is somebody who asks for a specimen. Who the actor is to the document (its `Viewer`s) and
the model's `readers` say whether a read is allowed: nothing here repeats what the rules say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from accounts.models import User
from core.access import Role, Status
from core.documents import Document
from core.privacy import Viewer
from tests.rules.specimens import (
    SPECIMENS,
    Specimen,
    Standing,
    clinic_member,
    lab_member,
    operator,
)
from tests.support import tokens
from tests.support.account_records import Tenants
from tools.client import Person

_NOBODY: frozenset[Viewer] = frozenset()
_CLINICS = frozenset({Viewer.ANY_CLINIC})


@dataclass(frozen=True)
class Actor:
    """Somebody who asks.

    Attributes:
        name: shown in the test's id.
        standing: the account's standing, or None where there is no account.
        own: who the actor is to documents of which party.
        signed_in: false for somebody without a token.
        namesake: of an organisation of the other kind, which only shares the id.
        anywhere: who the actor is to every document.
    """

    name: str
    standing: Standing | None
    own: tuple[str, frozenset[Viewer]] = ("", _NOBODY)
    signed_in: bool = True
    namesake: bool = False
    anywhere: frozenset[Viewer] = _NOBODY

    def viewers(self, specimen: Specimen) -> frozenset[Viewer]:
        """Tell who the actor is to the document."""
        if self is NAMED:
            return frozenset({specimen.named.viewer}) if specimen.named else _NOBODY
        if self.name == "admin":
            return frozenset({Viewer.ADMIN})
        party, viewers = self.own
        stranger = not party or party != specimen.party
        if stranger or (self.namesake and not specimen.by_id):
            return self.anywhere
        return viewers | self.anywhere

    def reads(self, specimen: Specimen) -> frozenset[Viewer]:
        """Return the roles in which the actor may read the document; empty for a refusal."""
        return self.viewers(specimen) & specimen.model.readers


def _of_clinic(*viewers: Viewer) -> tuple[str, frozenset[Viewer]]:
    return "clinic", frozenset({Viewer.CLINIC, *viewers})


def _of_lab(*viewers: Viewer) -> tuple[str, frozenset[Viewer]]:
    return "lab", frozenset({Viewer.LAB, *viewers})


#: The person whom the document names, with the standing that the specimen says.
NAMED = Actor("named_person", None)
ACTORS = (
    Actor("anonymous", None, signed_in=False),
    Actor("unregistered", None),
    Actor("pending", lambda _: {"status": Status.PENDING}),
    Actor("clinic_member", clinic_member(), _of_clinic(), anywhere=_CLINICS),
    Actor(
        "clinic_owner",
        clinic_member(owner=True),
        _of_clinic(Viewer.ORG_OWNER),
        anywhere=_CLINICS,
    ),
    Actor(
        "other_clinic_member",
        lambda s: {"role": Role.CLINIC, "org": s.other_clinic},
        anywhere=_CLINICS,
    ),
    Actor(
        "other_clinic_owner",
        lambda s: {"role": Role.CLINIC, "org": s.other_clinic, "owner": True},
        anywhere=_CLINICS,
    ),
    Actor("lab_member", lab_member(), _of_lab()),
    Actor("lab_owner", lab_member(owner=True), _of_lab(Viewer.ORG_OWNER)),
    Actor("other_lab_owner", lambda s: {"role": Role.LAB, "org": s.other_lab, "owner": True}),
    # Ids are random, so these two exist only should the ids of a clinic and a lab ever meet; they
    # would have one wallet then.
    Actor(
        "lab_of_the_clinics_id",
        lambda s: {"role": Role.LAB, "org": s.clinic},
        _of_clinic(),
        namesake=True,
    ),
    Actor(
        "clinic_of_the_labs_id",
        lambda s: {"role": Role.CLINIC, "org": s.lab},
        _of_lab(),
        namesake=True,
        anywhere=_CLINICS,
    ),
    Actor("other_operator", operator),
    Actor("admin", lambda _: {"role": Role.ADMIN}),
    NAMED,
)


def pairs() -> list[tuple[Specimen, Actor]]:
    """Every specimen with every actor; a document may name nobody."""
    return [(s, a) for s in SPECIMENS for a in ACTORS if a is not NAMED or s.named]


def _another(role: Role) -> Role:
    return Role.CLINIC if role is Role.OPERATOR else Role.OPERATOR


#: What a twist changes, given the tenants and the role that the actor had.
Twist = Callable[[Tenants, Role], dict[str, Any]]
#: What differs between an account and its token, one field at a time. The values replace the
#: account's; the token keeps what Auth gave it while all was well.
TWISTS: dict[str, Twist] = {
    "suspended": lambda *_: {"status": Status.SUSPENDED},
    "pending": lambda *_: {"status": Status.PENDING},
    "rejected": lambda *_: {"status": Status.REJECTED},
    "removed": lambda *_: {"status": Status.REMOVED},
    "role_changed": lambda _, role: {"role": _another(role)},
    "role_taken": lambda *_: {"role": None},
    "org_changed": lambda s, _: {"org": s.other_lab},
}
#: The account is not there: somebody who is signed in, and no more.
UNREGISTERED = "unregistered"
#: What differs in the token; None takes the claim away.
TOKEN_TWISTS: dict[str, Twist] = {
    "token_without_role": lambda *_: {"role": None},
    "token_of_another_role": lambda _, role: {"role": _another(role).value},
    "token_of_another_org": lambda s, _: {"org": s.other_lab},
}


@dataclass(frozen=True)
class Played:
    """An actor and a document, seeded: the person asks, the document stands at the path."""

    tenants: Tenants
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
    tenants = Tenants()
    standing = actor.standing
    if actor is NAMED and specimen.named:
        standing = specimen.named.standing
    standing_now = standing(tenants) if standing else None
    person = token_for(tenants, actor, standing_now, twist)
    document = specimen.make(tenants, person if actor is NAMED else tokens.person())
    to_seed = {document.path_for(*document.ids): document}
    if standing_now is not None:
        changed = TWISTS[twist](tenants, standing_now["role"]) if twist in TWISTS else {}
        account = tenants.account(person, **{**standing_now, **changed})
        if twist != UNREGISTERED:
            to_seed[account.path_for(person.uid)] = account
        document = account if isinstance(document, User) and actor is NAMED else document
    tenants.seed(*to_seed.values())
    return Played(tenants, person, document)


def token_for(
    tenants: Tenants, actor: Actor, standing: dict[str, Any] | None, twist: str = ""
) -> Person:
    """Mint the token of an actor with a standing, twisted by one field; nobody's without one."""
    if not actor.signed_in:
        return Person()
    claims: dict[str, Any] = {}
    if standing is not None and standing.get("status", Status.ACTIVE) is Status.ACTIVE:
        claims = {name: standing[name] for name in ("role", "org") if standing.get(name)}
    if twist in TOKEN_TWISTS:
        claims |= TOKEN_TWISTS[twist](tenants, claims["role"])
    return tokens.person(**{name: claim for name, claim in claims.items() if claim is not None})
