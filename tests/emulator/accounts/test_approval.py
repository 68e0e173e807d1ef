"""Approval, rejection, roles and suspension, through the callables."""

from __future__ import annotations

import pytest

from accounts import decisions
from accounts.identity import FirebaseIdentity
from accounts.models import Clinic, User
from core.store import Store
from tests.support.forms import ADDRESS, application
from tests.support.people import Cast, appointed_admin, system
from tools.client import CallError, DeniedError, Person

pytestmark = pytest.mark.deployed


def user(store: Store, person: Person) -> User:
    """The person's account document."""
    found = store.get(User, person.uid)
    assert found is not None
    return found


def test_registering_leaves_a_pending_account_without_claims(cast: Cast, store: Store) -> None:
    person = cast.applicant()
    document = user(store, person)
    assert (document.status, document.role, document.org) == ("pending", None, None)
    person.sign_in()
    with pytest.raises(CallError) as refused:
        person.call("scans/open_case")
    assert refused.value.reason == "account-not-active"


def test_registering_again_while_pending_replaces_the_application(cast: Cast, store: Store) -> None:
    person = cast.applicant()
    before = user(store, person)
    person.call("accounts/register_account", **application(name="Asha Rao-Iyer"))
    after = user(store, person)
    assert after.name == "Asha Rao-Iyer"
    assert after.created_at == before.created_at


def test_registering_needs_the_policy_in_force(cast: Cast, store: Store) -> None:
    person = Person.sign_up()
    with pytest.raises(CallError) as refused:
        person.call("accounts/register_account", **application(policy_version="2020-01"))
    assert refused.value.reason == "policy-not-current"
    assert refused.value.details["current"] == "2026-05"
    assert store.get(User, person.uid) is None


def test_a_clinic_cannot_register_without_its_address(store: Store) -> None:
    person = Person.sign_up()
    with pytest.raises(CallError) as refused:
        person.call("accounts/register_account", **application(organisation=None))
    assert refused.value.reason == "org-not-found"
    assert store.get(User, person.uid) is None


@pytest.mark.parametrize("pincode", ["41100", "4110011", "041100", "41100x"])
def test_a_wrong_pincode_is_named_and_not_quoted(store: Store, pincode: str) -> None:
    person = Person.sign_up()
    with pytest.raises(CallError) as refused:
        person.call(
            "accounts/register_account", **application(organisation={**ADDRESS, "pincode": pincode})
        )
    assert refused.value.reason == "invalid-request"
    (problem,) = refused.value.details["problems"]
    assert problem["field"] == "organisation.pincode"
    assert pincode not in str(refused.value.details)
    assert store.get(User, person.uid) is None


def test_approval_sets_documents_and_claims_together(cast: Cast, store: Store) -> None:
    person = cast.applicant()
    answer = cast.admin.call("accounts/approve_account", uid=person.uid)
    document = user(store, person)
    assert document.claims_at is not None
    assert answer == {
        "uid": person.uid, "status": "active", "role": "clinic", "org": document.org, "owner": True,
    }  # fmt: skip
    clinic = store.get(Clinic, str(document.org))
    assert clinic is not None
    assert clinic.owners == [person.uid]
    assert clinic.pincode == "411001"
    assert claims(person) == {"role": "clinic", "org": document.org}


def test_approving_twice_is_approving_once(cast: Cast, store: Store) -> None:
    person = cast.member()
    before = user(store, person)
    assert cast.admin.call("accounts/approve_account", uid=person.uid)["status"] == "active"
    assert user(store, person) == before


class Unreachable(FirebaseIdentity):
    """Firebase Auth at a moment when it cannot be reached."""

    def set_claims(self, uid: str, claims: dict[str, str]) -> None:
        """Fail as the network does."""
        raise ConnectionError(uid)


def test_a_half_done_approval_is_repaired_by_calling_again(cast: Cast, store: Store) -> None:
    person = cast.applicant()
    with pytest.raises(ConnectionError):
        decisions.approve(system(), Unreachable(), person.uid)
    assert user(store, person).status == "active"
    assert user(store, person).claims_at is None
    person.sign_in()
    assert claims(person) == {}
    clinic = user(store, person).org

    cast.admin.call("accounts/approve_account", uid=person.uid)
    assert user(store, person).org == clinic, "no second clinic"
    assert user(store, person).claims_at is not None
    assert claims(person) == {"role": "clinic", "org": clinic}


def test_a_rejected_account_reads_the_reason_and_may_apply_again(cast: Cast, store: Store) -> None:
    person = cast.applicant()
    cast.admin.call("accounts/reject_account", uid=person.uid, reason="No such address.")
    assert user(store, person).status == "rejected"
    own = person.read(f"users/{person.uid}")
    assert own is not None
    assert own["reason"] == "No such address."
    person.call("accounts/register_account", **application())
    assert user(store, person).status == "pending"


def test_an_active_account_cannot_be_rejected(cast: Cast, store: Store) -> None:
    person = cast.member()
    before = user(store, person)
    with pytest.raises(CallError) as refused:
        cast.admin.call("accounts/reject_account", uid=person.uid, reason="A wrong click.")
    assert refused.value.reason == "wrong-status"
    assert user(store, person) == before


def test_suspension_works_on_the_very_next_request(cast: Cast, store: Store) -> None:
    person = cast.member()
    clinic = f"clinics/{user(store, person).org}"
    assert person.read(clinic) is not None

    cast.admin.call("accounts/suspend_account", uid=person.uid, reason="Unpaid invoices.")
    with pytest.raises(DeniedError):  # the old token, still valid for an hour
        person.read(clinic)
    with pytest.raises(CallError) as refused:
        person.call("accounts/invite_member", email="new@example.com")
    assert refused.value.reason == "account-not-active"
    own = person.read(f"users/{person.uid}")
    assert own is not None
    assert own["reason"] == "Unpaid invoices."

    cast.admin.call("accounts/reinstate_account", uid=person.uid)
    person.sign_in()
    assert person.read(clinic) is not None


def test_a_changed_role_leaves_the_old_token_worthless(cast: Cast, store: Store) -> None:
    person = cast.member("operator")
    lab = user(store, cast.member("lab")).org
    cast.admin.call("accounts/change_role", uid=person.uid, role="lab", org=lab)
    with pytest.raises(CallError) as refused:
        person.call("accounts/invite_member", email="new@example.com")
    assert refused.value.reason == "claims-stale"
    person.sign_in()
    with pytest.raises(CallError) as refused:
        person.call("accounts/invite_member", email="new@example.com")
    assert refused.value.reason == "not-owner", "let in, as a plain member"
    assert person.read(f"labs/{lab}") is not None


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ({"role": "lab"}, "org-not-found"),
        ({"role": "lab", "org": "a" * 20}, "org-not-found"),
        ({"role": "operator", "org": "a" * 20}, "org-not-found"),
    ],
)
def test_a_role_and_its_organisation_must_fit(
    cast: Cast, store: Store, body: dict[str, str], reason: str
) -> None:
    person = cast.member("operator")
    before = user(store, person)
    with pytest.raises(CallError) as refused:
        cast.admin.call("accounts/change_role", uid=person.uid, **body)
    assert refused.value.reason == reason
    assert user(store, person) == before


def test_the_only_owner_keeps_the_role(cast: Cast, store: Store) -> None:
    owner = cast.member()
    before = user(store, owner)
    with pytest.raises(CallError) as refused:
        cast.admin.call("accounts/change_role", uid=owner.uid, role="operator")
    assert refused.value.reason == "last-owner"
    assert user(store, owner) == before


@pytest.mark.parametrize("function", ["accounts/suspend_account", "accounts/reject_account"])
def test_no_admin_decides_on_the_own_account(store: Store, function: str) -> None:
    admin = appointed_admin()
    before = user(store, admin)
    with pytest.raises(CallError) as refused:
        admin.call(function, uid=admin.uid, reason="A wrong click.")
    assert refused.value.reason == "own-account"
    assert user(store, admin) == before


def test_an_unknown_account_is_not_found(cast: Cast) -> None:
    with pytest.raises(CallError) as refused:
        cast.admin.call("accounts/approve_account", uid="nobody")
    assert refused.value.reason == "account-not-found"


def test_the_list_goes_page_by_page_and_misses_nobody(cast: Cast) -> None:
    waiting = {cast.applicant("operator").uid for _ in range(30)}
    seen: list[str] = []
    cursor = None
    while True:
        page = cast.admin.call("accounts/list_accounts", status="pending", limit=25, cursor=cursor)
        seen += [row["uid"] for row in page["accounts"]]
        cursor = page["cursor"]
        if cursor is None:
            break
    assert waiting <= set(seen)
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize("cursor", ["bm9uc2Vuc2U=", "W1tdLCAieCJd"])  # nonsense, [[], "x"]
def test_a_made_up_cursor_is_refused(cast: Cast, cursor: str) -> None:
    with pytest.raises(CallError) as refused:
        cast.admin.call("accounts/list_accounts", status="pending", cursor=cursor)
    assert refused.value.reason == "cursor-invalid"


def claims(person: Person) -> dict[str, str]:
    """The custom claims that Auth holds."""
    from firebase_admin import auth

    return auth.get_user(person.uid).custom_claims or {}
