"""Everybody who may ask: each role in order, and each way in which account and token fall apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from core.access import ORG_ROLES, Role, Status
from tests.rules.probes.probe import Principal
from tests.support import ids
from tests.support.account_records import Tenants
from tools.client import Person

#: A claim that the token does not have.
_MISSING: Any = object()
_ANOTHER = {
    Role.CLINIC: Role.OPERATOR,
    Role.OPERATOR: Role.CLINIC,
    Role.LAB: Role.CLINIC,
    Role.ADMIN: Role.LAB,
}


def people(tenants: Tenants) -> tuple[Principal, ...]:
    """Return one of each kind; their organisations are those of the tenants."""
    return (
        *_without_account(),
        *_without_role(tenants),
        *(each for kind in _roles(tenants) for each in _fallen_apart(tenants, *kind)),
        *_of_organisations(tenants),
        *_claims_of_other_forms(tenants),
    )


def _roles(t: Tenants) -> tuple[tuple[str, Role, str | None, bool], ...]:
    return (
        ("clinic member", Role.CLINIC, t.clinic, False),
        ("clinic owner", Role.CLINIC, t.clinic, True),
        ("lab member", Role.LAB, t.lab, False),
        ("lab owner", Role.LAB, t.lab, True),
        ("operator", Role.OPERATOR, None, False),
        ("admin", Role.ADMIN, None, False),
    )


def _without_account() -> Iterator[Principal]:
    yield Principal("nobody signed in")
    yield _principal("unregistered")
    yield _principal("unregistered, address unverified", email_verified=False)
    yield _principal("unregistered, no word on the address", email_verified=_MISSING)
    yield _principal("unregistered, by phone", email=_MISSING, email_verified=_MISSING)
    yield _principal("unregistered, address in capitals", email=ids.email().upper())
    yield _principal(
        "signed in anonymously", email=_MISSING, email_verified=_MISSING, provider_id="anonymous"
    )


def _without_role(t: Tenants) -> Iterator[Principal]:
    yield _principal("pending", standing={"status": Status.PENDING})
    yield _principal(
        "pending, address unverified", standing={"status": Status.PENDING}, email_verified=False
    )
    yield _principal("rejected", standing={"status": Status.REJECTED})
    yield _principal("suspended before a role", standing={"status": Status.SUSPENDED})
    yield _principal(
        "removed, registered nowhere", standing={"status": Status.REMOVED, "former_org": t.clinic}
    )
    yield _principal(
        "owner to be, pending",
        standing={"status": Status.PENDING, "role": Role.CLINIC, "org": t.clinic, "owner": True},
    )
    yield _principal(
        "owner to be, pending, with claims already",
        standing={"status": Status.PENDING, "role": Role.CLINIC, "org": t.clinic, "owner": True},
        role="clinic",
        org=t.clinic,
    )
    yield _principal("active without a role", standing={})
    yield _principal(
        "active owner without a role", standing={"org": t.clinic, "owner": True}, org=t.clinic
    )


def _fallen_apart(
    t: Tenants, kind: str, role: Role, org: str | None, owner: bool
) -> Iterator[Principal]:
    """Yield somebody in order, and twins of which one thing differs, in account or token."""
    standing = {"role": role, "org": org, "owner": owner}
    claims: dict[str, Any] = {"role": role.value} | ({"org": org} if org else {})
    gone = {"role": None, "org": None, "owner": False, "former_org": org}

    yield _principal(kind, standing=standing, **claims)
    for status in (Status.SUSPENDED, Status.PENDING, Status.REJECTED):
        yield _principal(f"{kind}, {status}", standing={**standing, "status": status}, **claims)
    yield _principal(f"{kind}, removed", standing={**gone, "status": Status.REMOVED}, **claims)
    yield _principal(f"{kind}, erased", **claims)
    yield _principal(f"{kind}, role taken", standing={**standing, "role": None}, **claims)
    yield _principal(
        f"{kind}, role changed", standing={**standing, "role": _ANOTHER[role]}, **claims
    )
    yield _principal(f"{kind}, token without claims", standing=standing)
    yield _principal(
        f"{kind}, token of another role",
        standing=standing,
        **{**claims, "role": _ANOTHER[role].value},
    )
    if role not in ORG_ROLES:
        yield _principal(
            f"{kind}, token with an organisation", standing=standing, **claims, org=t.clinic
        )
        return
    other = t.other_clinic if role is Role.CLINIC else t.other_lab
    yield _principal(f"{kind}, moved", standing={**standing, "org": other}, **claims)
    yield _principal(f"{kind}, token of another", standing=standing, **{**claims, "org": other})
    yield _principal(f"{kind}, token without role", standing=standing, org=org)
    yield _principal(f"{kind}, token without organisation", standing=standing, role=role.value)
    yield _principal(f"{kind}, organisation taken", standing={**standing, "org": None}, **claims)


def _of_organisations(t: Tenants) -> Iterator[Principal]:
    """Yield members of others, of none, and of one of the other kind that shares the id."""
    for name, role, org, owner in (
        ("member of another clinic", Role.CLINIC, t.other_clinic, False),
        ("owner of another clinic", Role.CLINIC, t.other_clinic, True),
        ("member of another lab", Role.LAB, t.other_lab, False),
        ("owner of another lab", Role.LAB, t.other_lab, True),
        ("lab of the clinic's id", Role.LAB, t.clinic, False),
        ("clinic of the lab's id", Role.CLINIC, t.lab, False),
        ("second clinic member", Role.CLINIC, t.clinic, False),
    ):
        standing = {"role": role, "org": org, "owner": owner}
        yield _principal(name, standing=standing, role=role.value, org=org)
    yield _principal("second operator", standing={"role": Role.OPERATOR}, role="operator")
    for role in (Role.CLINIC, Role.LAB):
        for said, org in (("no", _MISSING), ("a null", None), ("an empty", "")):
            standing = {"role": role, "org": None if org is _MISSING else org, "owner": True}
            yield _principal(
                f"{role} with {said} organisation", standing=standing, role=role.value, org=org
            )


def _claims_of_other_forms(t: Tenants) -> Iterator[Principal]:
    """Yield tokens with what no function puts there: other types, letters and claims."""
    member = {"role": Role.CLINIC, "org": t.clinic}
    yield _principal("role in capitals", standing=member, role="CLINIC", org=t.clinic)
    yield _principal("role a list", standing=member, role=["clinic"], org=t.clinic)
    yield _principal("organisation a list", standing=member, role="clinic", org=[t.clinic])
    yield _principal("organisation a number", standing=member, role="clinic", org=7)
    yield _principal(
        "owner by the token alone", standing=member, role="clinic", org=t.clinic, owner=True
    )
    yield _principal(
        "admin by another claim", standing=member, role="clinic", org=t.clinic, admin=True
    )
    yield _principal("unknown role", standing={"status": Status.PENDING}, role="superuser")
    yield _principal("claims to be an admin", standing={"role": Role.OPERATOR}, role="admin")
    yield _principal("claims to be an admin, unregistered", role="admin")


def _principal(name: str, *, standing: dict[str, Any] | None = None, **claims: Any) -> Principal:
    """Make somebody: signed in with a verified address, unless the claims say otherwise."""
    uid = ids.uid()
    said = {"email": ids.email(), "email_verified": True, "sub": uid, **claims}
    said = {claim: value for claim, value in said.items() if value is not _MISSING}
    account = None
    if standing is not None:
        person = Person(uid, str(said.get("email", "")).lower() or ids.email())
        account = Tenants().account(person, **standing)
    return Principal(name, uid, said, account)
