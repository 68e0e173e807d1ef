"""Who is calling, and whether that account is let in at this moment.

Claims say what a token may do; the account's own document says whether it still may. Both must
agree on every request, so a suspension or a role change works at once, while tokens live an hour.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import AwareDatetime, ConfigDict

from core import erasures
from core.documents import Document
from core.erasures import PendingErasure
from core.errors import (
    AccountNotActive,
    ClaimsStale,
    PolicyNotAccepted,
    RoleNotAllowed,
    SignInRequired,
)
from core.privacy import Erasure, FieldPolicy, Retention, Viewer, held
from core.queries import Query, Search

if TYPE_CHECKING:
    from core.store import Store
    from core.units import UnitOfWork


class Role(StrEnum):
    """What an account is for. The `role` claim."""

    CLINIC = "clinic"  # asks for scans and orders work; `org` is the clinic
    OPERATOR = "operator"  # travels to clinics and scans; has no `org`
    LAB = "lab"  # makes what clinics order; `org` is the lab
    ADMIN = "admin"  # runs the platform; has no `org`


#: The roles whose accounts act for an organisation, named by the `org` claim.
ORG_ROLES = frozenset({Role.CLINIC, Role.LAB})
#: Whom most callables admit: one role alone.
CLINICS = frozenset({Role.CLINIC})
OPERATORS = frozenset({Role.OPERATOR})
LABS = frozenset({Role.LAB})
ADMINS = frozenset({Role.ADMIN})


class Status(StrEnum):
    """Where an account stands."""

    PENDING = "pending"  # an admin has to decide on it; it sees nothing but itself
    ACTIVE = "active"  # it may do what its role allows
    REJECTED = "rejected"  # an admin turned it down; the reason is beside it
    SUSPENDED = "suspended"  # an admin shut it out, until it is reinstated
    REMOVED = "removed"  # an owner took it out of the clinic or lab; it may register anew


_SEEN = (Viewer.SUBJECT, Viewer.ORG_OWNER, Viewer.ADMIN)
_ROLE = held("user.account", *_SEEN, kept=Retention.ACCOUNT)
_EMAIL = held("user.contact.email", *_SEEN, kept=Retention.ACCOUNT)
_POLICY = held("user.privacy_preferences", *_SEEN, kept=Retention.ACCOUNT)


class Standing(Document):
    """The part of `users/{uid}` that decides access; the accounts package adds the rest."""

    path: ClassVar[str] = "users/{uid}"
    partial: ClassVar[bool] = True
    model_config = ConfigDict(extra="ignore")

    status: Annotated[Status, _ROLE]
    role: Annotated[Role | None, _ROLE] = None
    org: Annotated[str | None, _ROLE] = None
    owner: Annotated[bool, _ROLE] = False
    #: Where mail goes, in lower case; it follows the address that Auth has verified.
    email: Annotated[str | None, _EMAIL] = None
    #: None for an admin that the operator appointed: nobody accepted anything then.
    policy_version: Annotated[str | None, _POLICY] = None
    #: The erasure that was asked for, where an operator goes by it or the last of an organisation.
    erasure: Annotated[PendingErasure | None, _POLICY] = None

    def claims(self) -> dict[str, str]:
        """Return the custom claims that this standing grants: none unless active."""
        if self.status is not Status.ACTIVE or self.role is None:
            return {}
        return {"role": self.role.value} | ({"org": self.org} if self.org else {})


@dataclass(frozen=True)
class Caller:
    """The signed-in person behind a request, as the verified ID token tells it."""

    uid: str
    email: str
    email_verified: bool
    role: Role | None = None
    org: str | None = None
    owner: bool = False
    #: When the person last signed in, in seconds of the epoch; 0 where no token says so.
    auth_time: int = 0
    #: The token's address was verified and is another one than the account's.
    moved: bool = False

    @property
    def proved_email(self) -> str:
        """The address that Auth has verified, as the token tells it; empty where there is none."""
        return self.email if self.email_verified else ""

    @classmethod
    def from_token(cls, uid: str | None, token: Mapping[str, Any]) -> "Caller":
        """Read the caller from a verified ID token.

        Raises:
            SignInRequired: the token names nobody.
        """
        if not uid:
            raise SignInRequired
        role = token.get("role")
        return cls(
            uid=uid,
            email=str(token.get("email", "")).lower(),
            email_verified=bool(token.get("email_verified")),
            role=Role(role) if role in set(Role) else None,
            org=token.get("org"),
            auth_time=int(token.get("auth_time", 0)),
        )

    def admitted(
        self,
        standing: Standing | None,
        roles: frozenset[Role],
        policy: str | None = None,
        *,
        begins: bool = False,
    ) -> "Caller":
        """Return the caller with its rights confirmed by its own document.

        `policy` is the version of the privacy policy that must have been accepted, if one must.
        `begins`: the caller begins something new.

        Raises:
            AccountNotActive: the account is not active (any more).
            ClaimsStale: the token's claims are not those of the document.
            RoleNotAllowed: the role may not use this function.
            PolicyNotAccepted: another version was accepted.
            ErasurePending: the account's erasure cools off, and takes the organisation with it.
        """
        if standing is None or standing.status is not Status.ACTIVE:
            raise AccountNotActive
        if (self.role, self.org) != (standing.role, standing.org):
            raise ClaimsStale
        if self.role not in roles:
            raise RoleNotAllowed
        if policy not in {None, standing.policy_version}:
            raise PolicyNotAccepted(version=policy)
        if begins:
            erasures.refuse(standing.erasure)
        moved = self.proved_email not in {"", standing.email}
        return replace(self, owner=standing.owner, moved=moved)


#: Who acts where nobody asked: jobs that are due, triggers. No account and no role.
SYSTEM = Caller(uid="system", email="", email_verified=False)


def _granted(category: str, erased: Erasure = Erasure.DELETE) -> FieldPolicy:
    seen_by = (Viewer.CLINIC, Viewer.OPERATOR, Viewer.ACTIVE_SUBJECT)
    return held(category, *seen_by, kept=Retention.LANDING, erased=erased)


class Grant(Document):
    """A document that lets its holder do something without a callable, such as an upload slot.

    Rules check `open`; shutting an account out closes all its grants in the same transaction.
    """

    uid: Annotated[str, _granted("user.unique_id", Erasure.MASK)]
    open: Annotated[bool, _granted("system.operations")]
    expires_at: Annotated[AwareDatetime, _granted("system.operations")]


class OpenUpload(Grant):
    """The grant part of `uploads/{upload_id}`; the scans package adds the rest."""

    path: ClassVar[str] = "uploads/{upload_id}"
    partial: ClassVar[bool] = True
    model_config = ConfigDict(extra="ignore")


_OPEN_UPLOADS = Query(OpenUpload, where=(("uid", "=="), ("open", "==")))

#: More open slots than this no honest client holds: see scans, which refuses to issue more.
MAX_OPEN_GRANTS = 100


def grants_of(uid: str) -> Search:
    """Return the search for the grants that an account holds, for `UnitOfWork.ahead`."""
    return Search(_OPEN_UPLOADS, (uid, True), limit=MAX_OPEN_GRANTS)


def open_grants(unit: "UnitOfWork", uid: str) -> list[Grant]:
    """Read the grants that an account holds; close them later in the same unit."""
    found: list[Grant] = unit.find(_OPEN_UPLOADS, uid, True, limit=MAX_OPEN_GRANTS)
    return found


def close_grants(unit: "UnitOfWork", grants: Sequence[Grant]) -> None:
    """Close the grants: the rules refuse them from the next request on."""
    for grant in grants:
        unit.change(grant, open=False)


def admit(
    store: "Store",
    caller: Caller,
    roles: frozenset[Role],
    policy: str | None = None,
    *,
    begins: bool = False,
) -> Caller:
    """Confirm the caller against its own document, as `admitted`. One read."""
    return caller.admitted(store.get(Standing, caller.uid), roles, policy, begins=begins)
