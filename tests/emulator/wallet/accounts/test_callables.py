"""The wallet through its callables: who sees it, who books, how far it falls, what it costs."""

from __future__ import annotations

from typing import Any

import pytest

from core.access import Role
from tests.support.clinic_fixture import ClinicFixture
from tests.support.moments import key
from tools.client import CallError, Person
from wallet.accounts import admin_operations, balances, terms
from wallet.accounts.requests import Adjust, GetBalance, GetStatement, SetTerms


@pytest.fixture
def admin(practice: ClinicFixture) -> Person:
    """The one who books by hand."""
    return practice.person("admin")


def adjustment(practice: ClinicFixture, paise: int) -> dict[str, Any]:
    """A correction of the clinic's wallet."""
    return {
        "wallet_id": practice.tenants.clinic,
        "kind": "clinic",
        "paise": paise,
        "reason": "Bank transfer.",
        "idempotency_key": key(),
    }


def failed(person: Person, name: str, **request: object) -> CallError:
    """Make a call that must fail."""
    with pytest.raises(CallError) as caught:
        person.call(name, **request)
    return caught.value


@pytest.mark.deployed
def test_a_clinic_sees_what_an_admin_booked(practice: ClinicFixture, admin: Person) -> None:
    member = practice.person("member")
    assert member.call("wallet/get_balance")["available"] == 0
    booked = [
        admin.call("wallet/adjust_wallet", **adjustment(practice, p)) for p in (500, 300, -100)
    ]

    assert member.call("wallet/get_balance") == {
        "wallet_id": practice.tenants.clinic,
        "currency": "INR",
        "available": 700,
        "held": 0,
        "credit_limit": 0,
        "spendable": 700,
    }
    first = member.call("wallet/get_statement", limit=2)
    rest = member.call("wallet/get_statement", limit=2, cursor=first["cursor"])
    lines = [*first["lines"], *rest["lines"]]
    assert [line["number"] for line in lines] == [3, 2, 1]
    assert [line["available"] for line in lines] == [700, 800, 500]
    assert [line["available_change"] for line in lines] == [-100, 300, 500]
    ours = [answer["transaction_id"] for answer in booked]
    assert [line["transaction_id"] for line in lines] == ours[::-1]
    assert rest["cursor"] is None


@pytest.mark.deployed
@pytest.mark.parametrize("name", ["wallet/get_balance", "wallet/get_statement"])
def test_a_wallet_is_found_by_its_owner_and_admins_alone(
    name: str, practice: ClinicFixture, admin: Person
) -> None:
    admin.call("wallet/adjust_wallet", **adjustment(practice, 500))
    practice.join("our lab", practice.people["lab"].role, practice.tenants.lab)
    named = {"wallet_id": practice.tenants.clinic}
    for stranger in ("stranger", "our lab"):
        assert failed(practice.person(stranger), name, **named).reason == "wallet-not-found"
    assert failed(admin, name).reason == "wallet-not-found"
    answers = [person.call(name, **named) for person in (practice.person("member"), admin)]
    assert answers[0] == answers[1]


@pytest.mark.deployed
def test_credit_lets_a_wallet_fall_by_just_so_much(practice: ClinicFixture, admin: Person) -> None:
    named = {"wallet_id": practice.tenants.clinic}
    limit = {**named, "kind": "clinic", "credit_limit": 250}
    admin.call("wallet/adjust_wallet", **adjustment(practice, 500))
    assert admin.call("wallet/set_terms", **limit)["credit_limit"] == 250
    assert admin.call("wallet/get_balance", **named)["spendable"] == 750

    error = failed(admin, "wallet/adjust_wallet", **adjustment(practice, -751))
    assert (error.reason, error.details["missing_paise"]) == ("insufficient-funds", 1)
    assert admin.call("wallet/get_balance", **named)["available"] == 500
    admin.call("wallet/adjust_wallet", **adjustment(practice, -750))
    balance = admin.call("wallet/get_balance", **named)
    assert (balance["available"], balance["spendable"]) == (-250, 0)

    admin.call("wallet/set_terms", **{**limit, "credit_limit": 0})
    balance = admin.call("wallet/get_balance", **named)
    assert (balance["available"], balance["spendable"]) == (-250, 0)
    assert (
        failed(admin, "wallet/adjust_wallet", **adjustment(practice, -1)).details["missing_paise"]
        == 251
    )
    admin.call("wallet/adjust_wallet", **adjustment(practice, 1))


def test_what_each_operation_costs(practice: ClinicFixture) -> None:
    correct = Adjust.model_validate(adjustment(practice, 500))

    def cost() -> tuple[int, int]:
        return practice.tally.reads, practice.tally.writes

    admin_operations.adjust(practice.ctx("admin"), correct)
    assert cost() == (3, 4)
    admin_operations.adjust(practice.ctx("admin"), correct)
    assert cost() == (2, 0)
    admin_operations.adjust(practice.ctx("admin"), Adjust.model_validate(adjustment(practice, 500)))
    assert cost() == (3, 4)
    balances.balance(practice.ctx(), GetBalance())
    assert cost() == (1, 0)
    balances.statement(practice.ctx(), GetStatement())
    assert cost() == (3, 0)
    limit = SetTerms(wallet_id=practice.tenants.clinic, kind=Role.CLINIC, credit_limit=100)
    terms.set_terms(practice.ctx("admin"), limit)
    assert cost() == (2, 2)
