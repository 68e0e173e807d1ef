"""Members of a clinic or lab: invited, removed, ownership handed over."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest

from accounts.models import Clinic, Invite, User
from core.store import Store
from tests.support.forms import application
from tests.support.people import Cast
from tools.client import CallError, DeniedError, Person


def org_of(store: Store, person: Person) -> Clinic:
    """The person's clinic."""
    user = store.get(User, person.uid)
    assert user is not None
    clinic = store.get(Clinic, str(user.org))
    assert clinic is not None
    return clinic


def test_an_invited_person_joins_the_clinic_once_approved(cast: Cast, store: Store) -> None:
    owner = cast.member()
    colleague = cast.colleague(owner)
    assert org_of(store, colleague).id == org_of(store, owner).id
    assert org_of(store, owner).owners == [owner.uid]
    listed = owner.query("users", ("org", "EQUAL", org_of(store, owner).id))
    assert {row["id"] for row in listed} == {owner.uid, colleague.uid}
    with pytest.raises(DeniedError):
        colleague.query("users", ("org", "EQUAL", org_of(store, owner).id))


def test_an_invitation_is_for_the_verified_address_only(cast: Cast, store: Store) -> None:
    owner = cast.member()
    invited = Person.sign_up(verified=False)
    stranger = Person.sign_up()
    invite = owner.call("accounts/invite_member", email=invited.email)["invite_id"]
    request = application(invite_id=invite, organisation=None)
    for person, reason in ((invited, "email-not-verified"), (stranger, "invite-not-open")):
        with pytest.raises(CallError) as refused:
            person.call("accounts/register_account", **request)
        assert refused.value.reason == reason
        assert store.get(User, person.uid) is None
    found = store.get(Invite, invite)
    assert found is not None
    assert found.state == "open"


def test_a_withdrawn_invitation_lets_nobody_in(cast: Cast, store: Store) -> None:
    owner, person = cast.member(), Person.sign_up()
    invite = owner.call("accounts/invite_member", email=person.email)["invite_id"]
    owner.call("accounts/withdraw_invite", invite_id=invite)
    owner.call("accounts/withdraw_invite", invite_id=invite)
    with pytest.raises(CallError) as refused:
        person.call("accounts/register_account", **application(invite_id=invite, organisation=None))
    assert refused.value.reason == "invite-not-open"
    assert store.get(User, person.uid) is None
    owner.call("accounts/invite_member", email=person.email)  # the twin: renewed, it does
    person.call("accounts/register_account", **application(invite_id=invite, organisation=None))


def test_a_used_invitation_is_spent(cast: Cast, store: Store) -> None:
    owner = cast.member()
    colleague = cast.colleague(owner)
    invite = store.get(User, colleague.uid)
    assert invite is not None
    owner.call("accounts/remove_member", uid=colleague.uid)
    request = application(invite_id=invite.application.invite_id, organisation=None)
    with pytest.raises(CallError) as refused:
        colleague.call("accounts/register_account", **request)
    assert refused.value.reason == "invite-not-open"


def test_registering_by_invitation_can_be_retried(cast: Cast) -> None:
    owner, person = cast.member(), Person.sign_up()
    invite = owner.call("accounts/invite_member", email=person.email)["invite_id"]
    request = application(invite_id=invite, organisation=None)
    first = person.call("accounts/register_account", **request)
    assert person.call("accounts/register_account", **request) == first


def test_only_owners_invite_and_remove(cast: Cast, store: Store) -> None:
    owner = cast.member()
    colleague, third = cast.colleague(owner), cast.colleague(owner)
    with pytest.raises(CallError) as refused:
        colleague.call("accounts/invite_member", email="new@example.com")
    assert refused.value.reason == "not-owner"
    before = store.get(User, third.uid)
    with pytest.raises(CallError) as refused:
        colleague.call("accounts/remove_member", uid=third.uid)
    assert refused.value.reason == "not-owner"
    assert store.get(User, third.uid) == before


def test_another_clinics_member_is_out_of_reach(cast: Cast, store: Store) -> None:
    owner, other = cast.member(), cast.member()
    foreign = cast.colleague(other)
    before = store.get(User, foreign.uid)
    for function in ("accounts/remove_member", "accounts/hand_over_ownership"):
        with pytest.raises(CallError) as refused:
            owner.call(function, uid=foreign.uid)
        assert refused.value.reason == "account-not-found"
    invite = other.call("accounts/invite_member", email="new@example.com")["invite_id"]
    with pytest.raises(CallError) as refused:
        owner.call("accounts/withdraw_invite", invite_id=invite)
    assert refused.value.reason == "invite-not-open"
    assert store.get(User, foreign.uid) == before


def test_a_removed_member_is_out_at_once(cast: Cast, store: Store) -> None:
    owner = cast.member()
    colleague = cast.colleague(owner)
    clinic = org_of(store, owner).id
    assert colleague.read(f"clinics/{clinic}") is not None
    answer = owner.call("accounts/remove_member", uid=colleague.uid)
    assert (answer["status"], answer["org"]) == ("removed", None)
    assert owner.call("accounts/remove_member", uid=colleague.uid) == answer
    with pytest.raises(DeniedError):
        colleague.read(f"clinics/{clinic}")


def test_a_member_may_leave(cast: Cast) -> None:
    owner = cast.member()
    colleague = cast.colleague(owner)
    assert colleague.call("accounts/remove_member", uid=colleague.uid)["status"] == "removed"


def test_the_last_owner_cannot_leave(cast: Cast, store: Store) -> None:
    owner = cast.member()
    before = org_of(store, owner)
    with pytest.raises(CallError) as refused:
        owner.call("accounts/remove_member", uid=owner.uid)
    assert refused.value.reason == "last-owner"
    assert org_of(store, owner) == before


def test_two_owners_who_leave_at_once_leave_one(cast: Cast, store: Store) -> None:
    first = cast.member()
    second = cast.colleague(first, as_owner=True)
    clinic = org_of(store, first)
    assert set(clinic.owners) == {first.uid, second.uid}

    def leave(person: Person) -> str:
        try:
            return str(person.call("accounts/remove_member", uid=person.uid)["status"])
        except CallError as err:
            return err.reason

    with ThreadPoolExecutor() as pool:
        outcomes = sorted(pool.map(leave, (first, second)))
    assert outcomes == ["last-owner", "removed"]
    after = store.get(Clinic, clinic.id)
    assert after is not None
    assert len(after.owners) == 1


def test_ownership_is_handed_over_once(cast: Cast, store: Store) -> None:
    owner = cast.member()
    colleague = cast.colleague(owner)
    for _ in range(2):  # the second is a retry
        owner.call("accounts/hand_over_ownership", uid=colleague.uid)
    assert org_of(store, owner).owners == [colleague.uid]
    with pytest.raises(CallError) as refused:
        owner.call("accounts/invite_member", email="new@example.com")
    assert refused.value.reason == "not-owner"
    colleague.call("accounts/invite_member", email="new@example.com")


def test_a_member_is_not_invited_twice(cast: Cast) -> None:
    owner = cast.member()
    colleague = cast.colleague(owner)
    with pytest.raises(CallError) as refused:
        owner.call("accounts/invite_member", email=colleague.email.upper())
    assert refused.value.reason == "already-member"


def test_nobody_joins_who_is_about_to_be_erased(cast: Cast) -> None:
    """The last of a clinic asked for erasure: a second member would have it end as refused."""
    owner, person = cast.member(), Person.sign_up()
    invite = owner.call("accounts/invite_member", email=person.email)["invite_id"]
    asked = owner.call("privacy/request_erasure", idempotency_key=uuid.uuid4().hex)
    request = application(invite_id=invite, organisation=None)
    with pytest.raises(CallError) as refused:
        person.call("accounts/register_account", **request)
    assert refused.value.reason == "erasure-pending"
    with pytest.raises(CallError) as refused:
        owner.call("accounts/invite_member", email=person.email)
    assert refused.value.reason == "erasure-pending"
    owner.call("privacy/cancel_request", request_id=asked["request_id"])
    person.call("accounts/register_account", **request)
