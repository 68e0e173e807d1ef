"""Who is let in: the token and the account's document must agree, on every request."""

from itertools import product

import pytest

from core.access import Caller, Role, Standing, Status
from core.errors import (
    AccountNotActive,
    ClaimsStale,
    PolicyNotAccepted,
    RoleNotAllowed,
    ScannerError,
    SignInRequired,
)

CLINIC = frozenset({Role.CLINIC})


def token_of(role: str | None, org: str | None) -> dict[str, object]:
    claims = {"role": role, "org": org}
    return {"email": "Asha@Example.com", "email_verified": True} | {
        name: value for name, value in claims.items() if value is not None
    }


def caller(role: Role | None = Role.CLINIC, org: str | None = "org-a") -> Caller:
    return Caller.from_token("uid", token_of(role, org))


def standing(**fields: object) -> Standing:
    usual = {"status": "active", "role": "clinic", "org": "org-a", "owner": False}
    return Standing.model_validate(usual | fields)


@pytest.mark.parametrize("uid", [None, ""])
def test_a_token_that_names_nobody_is_refused(uid):
    with pytest.raises(SignInRequired):
        Caller.from_token(uid, token_of("clinic", "org-a"))


@pytest.mark.parametrize(
    ("claim", "role"), [*((str(r), r) for r in Role), (None, None), ("root", None), ("", None)]
)
def test_a_role_is_one_of_ours_or_none(claim, role):
    found = Caller.from_token("uid", token_of(claim, "org-a"))
    assert (found.uid, found.role, found.org) == ("uid", role, "org-a")


def test_the_address_is_lower_cased_and_only_verified_when_the_token_says_so():
    assert Caller.from_token("uid", token_of(None, None)).email == "asha@example.com"
    assert Caller.from_token("uid", {"email_verified": True}).email_verified
    assert not Caller.from_token("uid", {}).email_verified
    assert not Caller.from_token("uid", {"email_verified": False}).email_verified


def test_no_token_makes_an_owner():
    """Ownership is the document's to say: a claim of it, forged or old, changes nothing."""
    assert not Caller.from_token("uid", token_of("clinic", "org-a") | {"owner": True}).owner
    assert caller().admitted(standing(owner=True), CLINIC).owner
    assert not caller().admitted(standing(owner=False), CLINIC).owner


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"status": "pending"}, AccountNotActive),
        ({"status": "rejected"}, AccountNotActive),
        ({"status": "suspended"}, AccountNotActive),
        ({"status": "removed"}, AccountNotActive),
        ({"role": "lab"}, ClaimsStale),
        ({"role": None}, ClaimsStale),
        ({"org": "org-b"}, ClaimsStale),
        ({"org": None}, ClaimsStale),
    ],
)
def test_one_field_of_the_document_decides(change, refusal):
    assert caller().admitted(standing(), CLINIC).role is Role.CLINIC
    with pytest.raises(refusal):
        caller().admitted(standing(**change), CLINIC)


def test_one_field_of_the_token_decides():
    assert caller().admitted(standing(), CLINIC)
    for other in (
        caller(role=Role.ADMIN),
        caller(role=None),
        caller(org="org-b"),
        caller(org=None),
    ):
        with pytest.raises(ClaimsStale):
            other.admitted(standing(), CLINIC)


def test_the_role_must_be_among_those_of_the_function():
    assert caller().admitted(standing(), CLINIC)
    with pytest.raises(RoleNotAllowed):
        caller().admitted(standing(), frozenset(Role) - CLINIC)


def test_an_account_without_a_document_is_refused():
    with pytest.raises(AccountNotActive):
        caller().admitted(None, frozenset(Role))


def outcome(mine: Caller, document: Standing | None, roles: frozenset[Role]) -> str:
    try:
        mine.admitted(document, roles)
    except ScannerError as err:
        return err.reason
    return "ok"


def test_of_all_combinations_only_full_agreement_is_let_in():
    roles, orgs = [None, *Role], [None, "a", "b"]
    let_in = [
        (status, claimed, held, allowed, claimed_org, held_org)
        for status, claimed, held, claimed_org, held_org in product(
            Status, roles, roles, orgs, orgs
        )
        for allowed in Role
        if outcome(
            caller(claimed, claimed_org),
            standing(status=status, role=held, org=held_org),
            frozenset({allowed}),
        )
        == "ok"
    ]
    expected = [(Status.ACTIVE, role, role, role, org, org) for role in Role for org in orgs]
    assert sorted(let_in, key=str) == sorted(expected, key=str)


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("role", [None, *Role])
@pytest.mark.parametrize("org", [None, "org-a"])
def test_only_an_active_account_with_a_role_has_claims(status, role, org):
    claims = standing(status=status, role=role, org=org).claims()
    if status is not Status.ACTIVE or role is None:
        assert claims == {}
    elif org is None:
        assert claims == {"role": role}
    else:
        assert claims == {"role": role, "org": "org-a"}


@pytest.mark.parametrize("accepted", ["2026-05", "2025-01", "2027-01", None])
def test_the_policy_that_is_asked_for_must_have_been_accepted(accepted):
    mine = standing(policy_version=accepted)
    assert caller().admitted(mine, CLINIC)
    if accepted == "2026-05":
        assert caller().admitted(mine, CLINIC, "2026-05")
        return
    with pytest.raises(PolicyNotAccepted) as refused:
        caller().admitted(mine, CLINIC, "2026-05")
    assert refused.value.details == {"version": "2026-05"}
