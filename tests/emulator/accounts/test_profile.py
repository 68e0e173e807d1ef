"""What people change of themselves: the phone number, and the address that follows Auth."""

from __future__ import annotations

from typing import Any

import pytest
from google.cloud.firestore import FieldFilter

from accounts import decisions
from accounts.identity import FirebaseIdentity
from accounts.models import Invite, User
from core import firebase
from core.access import Status
from core.store import Store
from messaging.models import InboxItem, Mail
from privacy.inventory import search
from privacy.inventory.subjects import DataSubject
from tests.emulator.refusals import acts, refused
from tests.support import sign_ins
from tests.support.account_records import Tenants, snapshot
from tests.support.forms import application
from tests.support.people import Cast, system
from tools.client import CallError, Person, wait_for

pytestmark = pytest.mark.deployed

#: What people write, and what it is in E.164. ITU-T E.164, and the numbering plans of India
#: (https://en.wikipedia.org/wiki/Telephone_numbers_in_India), the USA and Germany.
NUMBERS = {
    "+919812345678": "+919812345678",
    "+91 98123 45678": "+919812345678",
    "098123-45678": "+919812345678",
    "9812345678": "+919812345678",
    "0091 98123 45678": "+919812345678",
    "(020) 2612 3456": "+912026123456",
    "९८१२३४५६७८": "+919812345678",
    "+1 650 253 0000": "+16502530000",
    "+49 30 901820": "+4930901820",
}
NO_NUMBERS = [
    pytest.param("+910000000000", id="no_subscriber_in_india_begins_so"),
    pytest.param("+91981234567", id="a_digit_too_few"),
    pytest.param("+9198123456789", id="a_digit_too_many"),
    pytest.param("+12345678", id="no_such_area_in_america"),
    pytest.param("+123456789012345", id="longer_than_any_plan"),
    pytest.param("+999812345678", id="no_such_country"),
    pytest.param("+919812345678;ext=12", id="extension"),
    pytest.param("100", id="the_police"),
    pytest.param("call me", id="words"),
    pytest.param("", id="empty"),
    pytest.param(9812345678, id="integer"),
    pytest.param(None, id="null"),
]


def user(store: Store, person: Person) -> User:
    """The person's account."""
    found = store.get(User, person.uid)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def operator(cast: Cast) -> Person:
    """Somebody whose number is changed."""
    return cast.member("operator")


@pytest.mark.parametrize(("typed", "stored"), NUMBERS.items())
def test_a_number_is_read_as_people_write_it(
    operator: Person, store: Store, typed: str, stored: str
) -> None:
    assert operator.call("accounts/change_phone", phone=typed) == {"phone": stored}
    assert user(store, operator).phone == stored


@pytest.mark.parametrize("typed", NO_NUMBERS)
def test_what_is_no_number_is_named_and_not_quoted(operator: Person, typed: object) -> None:
    watched = [f"users/{operator.uid}"]
    error = refused(operator, "accounts/change_phone", {"phone": typed}, watched)
    assert error.reason == "invalid-request"
    assert [problem["field"] for problem in error.details["problems"]] == ["phone"]
    assert not isinstance(typed, str) or not typed or typed not in str(error.details)
    operator.call("accounts/change_phone", phone="+919812345678")


def test_registration_reads_the_number_alike(cast: Cast, store: Store) -> None:
    person = Person.sign_up()
    wrong = application("operator", phone="+910000000000")
    error = refused(person, "accounts/register_account", wrong, [f"users/{person.uid}"])
    assert error.reason == "invalid-request"
    person.call("accounts/register_account", application("operator", phone="098123 45678"))
    assert user(store, person).phone == "+919812345678"
    assert cast.admin


def test_a_change_is_on_record_and_dated_and_the_same_number_is_none(
    cast: Cast, store: Store
) -> None:
    person = cast.applicant("operator")
    before, recorded = user(store, person), acts(person)
    person.call("accounts/change_phone", phone="+919812345678")
    assert (user(store, person), acts(person)) == (before, recorded)
    person.call("accounts/change_phone", phone="+919812345670")
    after = user(store, person)
    assert after.updated_at > before.updated_at
    assert after == before.model_copy(
        update={"phone": "+919812345670", "updated_at": after.updated_at}
    ).placed(person.uid)
    assert acts(person) == recorded + 1


@pytest.mark.parametrize("name", ["accounts/change_phone", "accounts/follow_email"])
@pytest.mark.parametrize("status", list(Status))
def test_who_is_suspended_changes_nothing(store: Store, name: str, status: Status) -> None:
    person, tenants = Person.sign_up(), Tenants()
    tenants.seed(tenants.account(person, status=status, email="old@example.com"))
    request = {"phone": "+919812345670"} if name == "accounts/change_phone" else {}
    if status is Status.SUSPENDED:
        error = refused(person, name, request, [f"users/{person.uid}"])
        assert error.reason == "account-not-active"
        return
    person.call(name, request)
    assert user(store, person).updated_at > tenants.account(person).updated_at


def inbox(store: Store, uid: str) -> list[InboxItem]:
    """The notices of a change of address."""
    found = firebase.firestore_client().collection(f"users/{uid}/inbox").get()
    items = [store.get(InboxItem, uid, each.id) for each in found]
    return [item for item in items if item is not None and item.kind == "email_changed"]


def former_mails(store: Store, uid: str) -> list[Mail]:
    """The e-mails to addresses that the account had."""
    query = firebase.firestore_client().collection("mail")
    found = query.where(filter=FieldFilter("former", "==", uid)).get()
    mails = [store.get(Mail, each.id) for each in found]
    return [mail for mail in mails if mail is not None]


def recorded(uid: str) -> list[str]:
    """The acts that are on record of an account, but for its registration."""
    query = firebase.firestore_client().collection("audit")
    found = query.where(filter=FieldFilter("subject", "==", f"users/{uid}")).get()
    return [act for each in found if (act := each.get("action")) == "accounts.follow_email"]


def _any_call(person: Person) -> Any:
    """A call that has nothing to do with the address."""
    return person.call("accounts/invite_member", email=f"guest-{person.email}")


def test_the_account_follows_at_the_next_call(cast: Cast, store: Store) -> None:
    person = cast.member()
    old, before = person.email, user(store, person)
    new = f"New.{old}"
    sign_ins.move_to(person, new)
    assert user(store, person).email == old

    _any_call(person)

    after = user(store, person)
    assert after.email == new.lower()
    assert after.updated_at > before.updated_at
    assert after == before.model_copy(
        update={"email": after.email, "updated_at": after.updated_at}
    ).placed(person.uid)
    assert recorded(person.uid) == ["accounts.follow_email"]
    (item,) = inbox(store, person.uid)
    mail = wait_for(lambda: store.get(Mail, item.id), what="no e-mail to the new address")
    assert (mail.toUids, mail.to) == ([person.uid], [])
    (told,) = former_mails(store, person.uid)
    assert (told.toUids, told.to, told.former) == ([], [old], person.uid)
    for each in (mail, told):
        words = each.message.text + each.message.html + each.message.subject
        assert "address" in each.message.subject
        assert old not in words
        assert new.lower() not in words.lower()
    held = snapshot(f"mail/{told.id}").to_dict() or {}
    assert "toUids" not in held, "the extension would look an empty list of accounts up"

    _any_call(person)
    person.call("accounts/follow_email")
    assert len(inbox(store, person.uid)) == len(former_mails(store, person.uid)) == 1
    assert recorded(person.uid) == ["accounts.follow_email"]


def test_a_token_of_before_the_change_does_not_take_it_back(cast: Cast, store: Store) -> None:
    """It is good for an hour, and says the old address, verified."""
    person = cast.member()
    before = Person(person.uid, person.email, token=person.token)
    new = f"new-{person.email}"
    sign_ins.move_to(person, new)
    person.call("accounts/follow_email")
    for each in (before, person, before):
        each.call("accounts/invite_member", email=f"guest-{new}")
        assert user(store, person).email == new
    before.call("accounts/follow_email")
    assert user(store, person).email == new
    assert recorded(person.uid) == ["accounts.follow_email"]


def test_an_address_that_is_not_verified_is_not_followed(cast: Cast, store: Store) -> None:
    person = cast.member()
    old = person.email
    sign_ins.move_to(person, f"new-{old}", verified=False)
    _any_call(person)  # goes on all the same
    error = refused(person, "accounts/follow_email", {}, [f"users/{person.uid}"])
    assert error.reason == "email-not-verified"
    assert (user(store, person).email, former_mails(store, person.uid)) == (old, [])
    sign_ins.move_to(person, f"new-{old}")
    person.call("accounts/follow_email")
    assert user(store, person).email == f"new-{old}"


def test_an_account_without_an_address_gets_one_and_no_mail_goes_to_nobody(store: Store) -> None:
    """Registered before a verified address was asked for, with "" as its e-mail."""
    person, tenants = Person.sign_up(), Tenants()
    tenants.seed(tenants.account(person, status=Status.PENDING, email=""))
    assert person.call("accounts/follow_email") == {"email": person.email}
    assert user(store, person).email == person.email
    assert former_mails(store, person.uid) == []


def test_invitations_follow_or_go(cast: Cast, store: Store) -> None:
    """The one taken up follows; one to the old address alone could be found by nobody any more."""
    owner, other, person = cast.member(), cast.member(), Person.sign_up()
    old = person.email
    taken = owner.call("accounts/invite_member", email=old)["invite_id"]
    open_ = other.call("accounts/invite_member", email=old)["invite_id"]
    stays = other.call("accounts/invite_member", email=f"not-{old}")["invite_id"]
    request = application(invite_id=taken, organisation=None)
    person.call("accounts/register_account", request)
    sign_ins.move_to(person, f"new-{old}")
    person.call("accounts/follow_email")
    used = store.get(Invite, taken)
    assert used is not None
    assert (used.email, used.state) == (f"new-{old}", "used")
    assert store.get(Invite, open_) is None
    kept = store.get(Invite, stays)
    assert kept is not None
    assert kept.state == "open"
    person.call("accounts/register_account", request)  # a retry, under the new address
    cast.admin.call("accounts/approve_account", uid=person.uid)
    assert user(store, person).org == user(store, owner).org


def test_registering_again_keeps_an_invitation_that_was_taken_up(cast: Cast) -> None:
    """Between the change in Auth and the call that follows it, the application can be corrected."""
    owner, person = cast.member(), Person.sign_up()
    invite_id = owner.call("accounts/invite_member", email=person.email)["invite_id"]
    request = application(invite_id=invite_id, organisation=None)
    person.call("accounts/register_account", request)
    sign_ins.move_to(person, f"new-{person.email}")
    person.call("accounts/register_account", {**request, "name": "Asha Rao-Iyer"})
    stranger = Person.sign_up()
    error = refused(stranger, "accounts/register_account", request, [f"users/{stranger.uid}"])
    assert error.reason == "invite-not-open"


def test_what_went_to_the_old_address_is_found_by_an_erasure(cast: Cast, store: Store) -> None:
    person = cast.member("operator")
    sign_ins.move_to(person, f"new-{person.email}")
    person.call("accounts/follow_email")
    (told,) = former_mails(store, person.uid)
    found = {each.path for each in search.everything(store, DataSubject.user(person.uid))}
    assert f"mail/{told.id}" in found
    with pytest.raises(CallError):
        Person.sign_up().call("accounts/follow_email")


def test_approval_looks_at_auth_and_not_at_what_was_said(cast: Cast, store: Store) -> None:
    """The command line approves by the same service."""
    person = cast.applicant("operator")
    account = decisions.approve(system(), FirebaseIdentity(), person.uid)
    assert (account.status, user(store, person).status) == ("active", "active")
