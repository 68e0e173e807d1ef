"""Nobody is let in without an e-mail address that Auth has verified (policy, section 1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from firebase_admin import auth

from accounts.models import Invite, User
from core import firebase
from core.access import Status
from core.callables import Spec
from core.store import Store
from tests.emulator.refusals import refused, state
from tests.support import sign_ins
from tests.support.account_records import Tenants
from tests.support.forms import application
from tests.support.moments import key
from tests.support.people import Cast
from tools.client import CallError, Person
from tools.docs import surface

pytestmark = pytest.mark.deployed

SURFACE = surface.load()

#: People who are signed in, and of whom no address is known.
NOBODY: dict[str, Callable[[], Person]] = {
    "anonymous": sign_ins.anonymous,
    "by_phone": sign_ins.by_phone,
    "unverified": sign_ins.unverified,
}
#: Every callable that asks for no role, what is said to it, and the reason for which it refuses who
#: has no verified address, or none: what Auth holds of somebody is theirs to ask for, and to erase.
WITHOUT_ROLE: dict[str, tuple[dict[str, Any], str | None]] = {
    "accounts/accept_policy": ({"version": "2026-05"}, "account-not-found"),
    "accounts/change_phone": ({"phone": "+919812345678"}, "account-not-found"),
    "accounts/follow_email": ({}, "email-not-verified"),
    "accounts/get_policy": ({}, None),
    "accounts/register_account": (application(), "email-not-verified"),
    "messaging/set_preferences": ({"language": "hi"}, "account-not-active"),
    "privacy/cancel_request": ({"request_id": "a" * 20}, "request-not-found"),
    "privacy/get_export_link": ({"request_id": "a" * 20}, "request-not-found"),
    "privacy/request_erasure": ({"idempotency_key": key()}, None),
    "privacy/request_export": ({"idempotency_key": key()}, None),
}


def test_every_callable_without_a_role_is_decided_here() -> None:
    assert {n for n, spec in Spec.registry.items() if spec.roles is None} == set(WITHOUT_ROLE)


@pytest.mark.parametrize("who", NOBODY)
@pytest.mark.parametrize("name", WITHOUT_ROLE)
def test_who_has_no_verified_address_gets_no_account(name: str, who: str) -> None:
    person = NOBODY[who]()
    request, reason = WITHOUT_ROLE[name]
    watched = [f"users/{person.uid}", f"preferences/{person.uid}"]
    if reason is None:
        keyed = {"idempotency_key": key()} if "idempotency_key" in request else {}
        person.call(name, {**request, **keyed})
    else:
        assert refused(person, name, request, watched).reason == reason
    assert [held for held, _ in state(watched)] == [None, None]


@pytest.mark.parametrize("who", NOBODY)
def test_an_address_that_is_verified_is_what_was_missing(who: str, store: Store) -> None:
    """The same person, and a new token, as the sentence says."""
    person = NOBODY[who]()
    watched = [f"users/{person.uid}"]
    error = refused(person, "accounts/register_account", application(), watched)
    assert "verify" in str(error)
    assert "token" in str(error)
    password = key()
    email = f"{person.uid.lower()}@example.com"
    auth.update_user(person.uid, email=email, password=password, app=firebase.app())
    person.password = password
    sign_ins.move_to(person, email)
    person.call("accounts/register_account", application())
    user = store.get(User, person.uid)
    assert user is not None
    assert (user.status, user.email) == (Status.PENDING, email)


@pytest.mark.parametrize("who", NOBODY)
def test_an_invitation_is_not_taken_up_without(cast: Cast, store: Store, who: str) -> None:
    owner, person = cast.member(), NOBODY[who]()
    invited = person.email or "reception@example.com"
    invite_id = owner.call("accounts/invite_member", email=invited)["invite_id"]
    request = application(invite_id=invite_id, organisation=None)
    watched = [f"users/{person.uid}", f"invites/{invite_id}"]
    assert refused(person, "accounts/register_account", request, watched).reason == (
        "email-not-verified"
    )
    found = store.get(Invite, invite_id)
    assert found is not None
    assert found.state == "open"


def _pending(person: Person, email: str) -> None:
    """Somebody who registered before a verified address was asked for."""
    tenants = Tenants()
    account = tenants.account(person, status=Status.PENDING, email=email, policy_version="2026-05")
    tenants.seed(account)


@pytest.mark.parametrize("who", NOBODY)
def test_who_registered_without_is_not_approved(cast: Cast, store: Store, who: str) -> None:
    person = NOBODY[who]()
    _pending(person, person.email)
    watched = [f"users/{person.uid}"]
    error = refused(cast.admin, "accounts/approve_account", {"uid": person.uid}, watched)
    assert error.reason == "applicant-not-verified"
    email = person.email or f"{person.uid.lower()}@example.com"
    auth.update_user(person.uid, email=email, email_verified=True, app=firebase.app())
    _pending(person, email)
    cast.admin.call("accounts/approve_account", uid=person.uid)
    user = store.get(User, person.uid)
    assert user is not None
    assert user.status is Status.ACTIVE


def _row(cast: Cast, uid: str) -> dict[str, Any]:
    """What the admins' list says of an applicant: among the newest."""
    cursor = None
    while True:
        page = cast.admin.call("accounts/list_accounts", status="pending", limit=100, cursor=cursor)
        for row in page["accounts"]:
            if row["uid"] == uid:
                return dict(row)
        cursor = page["cursor"]
        assert cursor is not None, "the applicant is on no page"


def test_the_list_shows_whether_the_address_is_verified(cast: Cast) -> None:
    person = cast.applicant("operator")
    assert _row(cast, person.uid)["email_verified"] == "yes"
    old = person.email
    sign_ins.move_to(person, f"new-{old}", verified=False)
    assert (_row(cast, person.uid)["email_verified"]) == "no"
    sign_ins.move_to(person, f"new-{old}")
    row = _row(cast, person.uid)
    assert (row["email"], row["email_verified"]) == (old, "differs")
    error = refused(
        cast.admin, "accounts/approve_account", {"uid": person.uid}, [f"users/{person.uid}"]
    )
    assert error.reason == "applicant-not-verified"
    person.call("accounts/follow_email")
    row = _row(cast, person.uid)
    assert (row["email"], row["email_verified"]) == (f"new-{old}", "yes")
    cast.admin.call("accounts/approve_account", uid=person.uid)


def test_the_list_shows_whether_the_number_is_verified(cast: Cast) -> None:
    person = cast.applicant("operator")
    assert _row(cast, person.uid)["phone_verified"] == "no"
    number = sign_ins.phone_number()
    auth.update_user(person.uid, phone_number=number, app=firebase.app())
    row = _row(cast, person.uid)
    assert (row["phone"], row["phone_verified"]) == ("+919812345678", "differs")
    person.call("accounts/change_phone", phone=number.removeprefix("+91"))
    row = _row(cast, person.uid)
    assert (row["phone"], row["phone_verified"]) == (number, "yes")


def test_an_applicant_who_is_gone_from_auth_is_listed_all_the_same(cast: Cast) -> None:
    person = cast.applicant("operator")
    auth.delete_user(person.uid, app=firebase.app())
    row = _row(cast, person.uid)
    assert (row["email_verified"], row["phone_verified"]) == ("no", "no")
    with pytest.raises(CallError) as error:
        cast.admin.call("accounts/approve_account", uid=person.uid)
    assert error.value.reason == "applicant-not-verified"
