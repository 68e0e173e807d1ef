"""Claims follow the document, however the writes to Auth and to Firestore interleave.

The store here is a dictionary and runs one transaction after the other: what may happen between
them is what these tests arrange. The real store's transactions are tested on the emulator.
"""

from dataclasses import dataclass, field

import pytest

from accounts.errors import AccountNotFound
from accounts.models import User
from accounts.standing import synchronise
from core.access import Caller, Role
from core.context import Context
from tests.support.moments import NOW, Clock

CLINIC = {"role": "clinic", "org": "org-a"}


@dataclass
class Memory:
    """One user's document, read and changed as a store and its units do."""

    user: User | None

    def get(self, _model, _uid):
        return self.user

    def run(self, work):
        return work(self)

    def change(self, document, **fields):
        self.user = type(document).model_validate({**dict(document), **fields}).placed("uid")
        return self.user


@dataclass
class Auth:
    """Firebase Auth with one account; `before` runs ahead of the first write that arrives."""

    before: list = field(default_factory=list)
    claims: dict = field(default_factory=dict)
    revoked: int = 0

    def set_claims(self, _uid, claims):
        if self.before:
            self.before.pop()()
        self.claims = claims

    def revoke(self, _uid):
        self.revoked += 1


def user(**fields) -> User:
    usual = {
        "status": "active",
        "role": "clinic",
        "org": "org-a",
        "name": "Asha Rao",
        "phone": "+919812345678",
        "email": "asha@example.com",
        "application": {"role": "clinic"},
        "policy_version": "2026-05",
        "policy_accepted_at": NOW,
        "created_at": NOW,
        "updated_at": NOW,
    }
    return User.model_validate(usual | fields).placed("uid")


def bring_in_line(store: Memory, auth: Auth):
    caller = Caller("admin", "admin@example.com", True, Role.ADMIN)
    return synchronise(Context(store, caller, Clock()), auth, "uid")


@pytest.mark.parametrize(
    ("fields", "claims"),
    [
        ({}, CLINIC),
        ({"role": "operator", "org": None}, {"role": "operator"}),
        ({"status": "suspended"}, {}),
        ({"status": "removed", "role": None, "org": None}, {}),
    ],
)
def test_claims_are_derived_from_the_document(fields, claims):
    store, auth = Memory(user(**fields)), Auth(claims={"role": "admin"})
    bring_in_line(store, auth)
    assert auth.claims == claims
    assert store.user.claims_at == NOW
    assert auth.revoked == (claims == {})


def test_what_is_in_line_is_left_alone():
    store, auth = Memory(user(claims_at=NOW)), Auth(claims={"role": "lab"})
    bring_in_line(store, auth)
    assert auth.claims == {"role": "lab"}


def test_nobody_is_reported():
    with pytest.raises(AccountNotFound):
        bring_in_line(Memory(None), Auth())


def test_after_a_crash_calling_again_repairs():
    store, auth = Memory(user()), Auth()

    def crash():
        raise ConnectionError

    auth.before = [crash]
    with pytest.raises(ConnectionError):
        bring_in_line(store, auth)
    assert store.user.claims_at is None
    bring_in_line(store, auth)
    assert (auth.claims, store.user.claims_at) == (CLINIC, NOW)


DECISIONS = [
    ({}, {"status": "suspended"}, {}),
    ({"status": "suspended"}, {"status": "active"}, CLINIC),
    ({}, {"role": "operator", "org": None}, {"role": "operator"}),
]


@pytest.mark.parametrize(("first", "second", "claims"), DECISIONS)
def test_a_decision_in_between_wins(first, second, claims):
    """The second decision is written while the first one's claims are on their way."""
    store, auth = Memory(user(**first)), Auth()
    auth.before = [lambda: store.change(store.user, **second)]
    bring_in_line(store, auth)
    assert auth.claims == claims
    assert store.user.claims_at == NOW


@pytest.mark.parametrize(("first", "second", "claims"), DECISIONS)
def test_a_decision_that_is_done_in_between_wins(first, second, claims):
    """The second decision overtakes: it is in line before the first one's claims arrive."""
    store, auth = Memory(user(**first)), Auth()

    def overtake():
        store.change(store.user, **second)
        bring_in_line(store, auth)

    auth.before = [overtake]
    bring_in_line(store, auth)
    assert auth.claims == claims
    assert store.user.claims_at == NOW
