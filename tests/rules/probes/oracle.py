"""Who may do what, from the data map and the policy; nothing here knows what the rules say.

Who reads a document is declared by its model (`Document.readers`), in the words of
`core.privacy.Viewer`; who may list, by the declared lists. What those words mean is said here once
more, by what stands in the documents, the account and the token.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from accounts.models import User
from core.access import Role, Status
from core.documents import Document
from core.fields import Name
from core.privacy import Viewer
from messaging.models import Device, InboxItem, Platform
from tests.rules.probes.probe import NOW, Fields, Filter, Principal
from tools.docs.surface import load

_NAME: TypeAdapter[str] = TypeAdapter(Name)
_CLINIC = {Viewer.CLINIC: "clinic_id"}
_SIDES = {Viewer.CLINIC: "clinic_id", Viewer.LAB: "lab_id"}
_OWN = {Viewer.SUBJECT: "{uid}"}
_OPENER = {Viewer.ACTIVE_SUBJECT: "uid"}
_WALLET = {Viewer.CLINIC: "{wallet_id}", Viewer.LAB: "{wallet_id}"}

#: Whose a document is: for each reader the field that names them, or the id in braces of its path.
WHOSE: Mapping[str, Mapping[Viewer, str]] = {
    "users/{uid}": {**_OWN, Viewer.ORG_OWNER: "org"},
    "users/{uid}/inbox/{item_id}": _OWN,
    "users/{uid}/devices/{device_id}": _OWN,
    "preferences/{uid}": _OWN,
    "invites/{invite_id}": {Viewer.SUBJECT: "email", Viewer.ORG_OWNER: "org"},
    "clinics/{clinic_id}": {Viewer.CLINIC: "{clinic_id}"},
    "clinics/{clinic_id}/patients/{patient_id}": {Viewer.CLINIC: "{clinic_id}"},
    "clinics/{clinic_id}/patients/{patient_id}/corrections/{correction_id}": {
        Viewer.CLINIC: "{clinic_id}"
    },
    "labs/{lab_id}": {Viewer.LAB: "{lab_id}"},
    "labs/{lab_id}/catalogue/{service_id}": {Viewer.LAB: "{lab_id}"},
    "lab_profiles/{lab_id}": {Viewer.LAB: "{lab_id}"},
    "orders/{order_id}": _SIDES,
    "orders/{order_id}/events/{event_id}": _SIDES,
    "orders/{order_id}/messages/{message_id}": _SIDES,
    "tickets/{ticket_id}": _OPENER,
    "tickets/{ticket_id}/messages/{message_id}": _OPENER,
    "shares/{share_id}": _CLINIC,
    "consents/{consent_id}": _CLINIC,
    "cases/{case_id}": _CLINIC,
    "cases/{case_id}/files/{file_id}": _CLINIC,
    "cases/{case_id}/pairs/{pair_id}": _CLINIC,
    "cases/{case_id}/events/{event_id}": _CLINIC,
    "visits/{visit_id}": {**_CLINIC, Viewer.OPERATOR: "assignee"},
    "uploads/{upload_id}": {
        **_CLINIC,
        Viewer.OPERATOR: "operator",
        Viewer.ACTIVE_SUBJECT: "holder",
    },
    "wallets/{wallet_id}": _WALLET,
    "wallets/{wallet_id}/entries/{entry_id}": _WALLET,
    "wallets/{wallet_id}/holds/{hold_id}": _WALLET,
    "invoices/{number}": {Viewer.CLINIC: "wallet_id", Viewer.LAB: "wallet_id"},
    "operators/{uid}": {Viewer.ACTIVE_SUBJECT: "{uid}"},
    "privacy_requests/{request_id}": {Viewer.SUBJECT: "uid", **_CLINIC},
}
#: Who is that to every document, by their role.
_ANYBODYS = {Viewer.ADMIN: Role.ADMIN, Viewer.ANY_CLINIC: Role.CLINIC}
#: What the document says of somebody who is that to it: their uid, or their organisation.
_MEANS: Mapping[Viewer, Callable[[Principal], str | None]] = {
    Viewer.ACTIVE_SUBJECT: lambda who: who.uid,
    Viewer.OPERATOR: lambda who: who.uid if who.role is Role.OPERATOR else None,
    Viewer.ORG_OWNER: lambda who: who.org if who.account and who.account.owner else None,
    Viewer.CLINIC: lambda who: who.org if who.role is Role.CLINIC else None,
    Viewer.LAB: lambda who: who.org if who.role is Role.LAB else None,
}
#: What is about a person in one role is theirs in that role alone.
_IN_ROLE = {"operators/{uid}": Role.OPERATOR}
_PROFILE = {"name", "updated_at"}
_DEVICE = {"token", "platform", "created_at", "updated_at"}


def active(who: Principal) -> bool:
    """Tell whether the account is active and the token says of it what it is."""
    me, said = who.account, who.claims
    if me is None or me.status is not Status.ACTIVE or me.role is None:
        return False
    return (me.role, me.org) == (said.get("role"), said.get("org"))


def reads(who: Principal, model: type[Document], at: tuple[str, ...], held: Fields | None) -> bool:
    """Tell whether somebody reads a document, by the ids in its path and what it holds."""
    return any(_is(who, viewer, model, at, held or {}) for viewer in model.readers)


def lists(
    who: Principal, model: type[Document], parents: tuple[str, ...], filters: Iterable[Filter]
) -> bool:
    """Tell whether somebody may ask a list: all that it could find must be theirs.

    What a filter demands to be equal is known of each document; everything else may be anybody's.
    """
    known = {name: value for name, op, value in filters if op == "EQUAL"}
    among = [(name, value) for name, op, value in filters if op == "IN"]
    each = [{**known, name: one} for name, values in among for one in values] or [known]
    return all(
        any(_is(who, viewer, model, (*parents, ""), held) for viewer in _listing(model))
        for held in each
    )


def lists_one(who: Principal, model: type[Document], at: tuple[str, ...], held: Fields) -> bool:
    """Tell whether somebody may list the one document of an id: who lists, not who only gets."""
    return any(_is(who, viewer, model, at, held) for viewer in _listing(model))


@cache
def _listing(model: type[Document]) -> frozenset[Viewer]:
    return frozenset(each.viewer for each in load().lists if each.model is model)


def _is(
    who: Principal, viewer: Viewer, model: type[Document], at: tuple[str, ...], held: Fields
) -> bool:
    """Tell whether somebody is that to a document: `Viewer` says what each of them means."""
    if viewer in _ANYBODYS:
        return active(who) and who.role is _ANYBODYS[viewer]
    named = WHOSE[model.path].get(viewer)
    value = _named(model, at, held, named) if named else None
    if not isinstance(value, str) or not value:
        return False
    if viewer is Viewer.SUBJECT:
        verified = bool(who.claims.get("email_verified"))
        return who.uid == value if named != "email" else verified and who.email.lower() == value
    role = _IN_ROLE.get(model.path, who.role)
    return active(who) and who.role is role and _MEANS[viewer](who) == value


def _named(model: type[Document], at: tuple[str, ...], held: Fields, named: str) -> Any:
    if not named.startswith("{"):
        return held.get(named)
    placeholders = re.findall(r"\{\w+\}", model.path)
    return at[placeholders.index(named)]


def writes(
    who: Principal,
    model: type[Document] | None,
    at: tuple[str, ...],
    before: Fields | None,
    after: Fields | None,
) -> bool:
    """Tell whether somebody may make, change (both given) or delete (`after` None) a document.

    People write their name, read marks and devices themselves, each with the server's time; all
    else is written by functions.
    """
    if model not in {User, InboxItem, Device} or not who.uid or who.uid != at[0]:
        return False
    if model is Device:
        return after is None or _device(who, at[1], before, after)
    if before is None or after is None:
        return False
    changed = {n for n in {*before, *after} if before.get(n, _NAME) != after.get(n, _NAME)}
    if model is InboxItem:
        return (
            before.get("read_at") is None and changed == {"read_at"} and after.get("read_at") is NOW
        )
    stamped = after.get("updated_at") is NOW
    shut = before.get("status") == Status.SUSPENDED
    return stamped and not shut and changed <= _PROFILE and _is_name(after.get("name"))


def _is_name(said: object) -> bool:
    try:
        return isinstance(said, str) and _NAME.validate_python(said) == said
    except ValidationError:
        return False


def _device(who: Principal, device: str, before: Fields | None, after: Fields) -> bool:
    """Tell whether a device has the form that is sent to, and its person still hears by push."""
    hears = who.account is not None and who.account.status is not Status.SUSPENDED
    token = after.get("token")
    fits = (
        after.keys() == _DEVICE
        and isinstance(token, str)
        and 1 <= len(token) <= 1000
        and all("!" <= each <= "~" for each in token)
        and after["platform"] in list(Platform)
        and re.fullmatch(r"[A-Za-z0-9_-]{1,64}", device) is not None
    )
    made = NOW if before is None else before["created_at"]
    return hears and fits and after["updated_at"] is NOW and after["created_at"] == made
