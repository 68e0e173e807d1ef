"""Prices, terms and billing details: who sets them, who sees them, and what two do at once."""

from __future__ import annotations

from typing import Any

import pytest

from core.access import Role
from tests.support.clinic_fixture import ClinicFixture, snapshot
from tests.support.moments import key, refused
from tests.support.wallet_fixture import LIST, WalletFixture
from tools.client import CallError, Person
from wallet.accounts import terms
from wallet.accounts.requests import SetBilling, SetTerms
from wallet.prices import tariffs
from wallet.prices.requests import GetPrices, PublishPrices

DETAILS = {"legal_name": "Smile Dental", "address": "12 MG Road, Pune", "state": "27"}


def failed(person: Person, name: str, **request: object) -> CallError:
    """Make a call that must fail."""
    with pytest.raises(CallError) as caught:
        person.call(name, **request)
    return caught.value


def listed(**changes: Any) -> dict[str, Any]:
    """A price list of a new tariff, as an admin publishes it."""
    return {
        "tariff": key(),
        "replaces": 0,
        "prices": LIST.model_dump(),
        "idempotency_key": key(),
        **changes,
    }


@pytest.mark.deployed
def test_a_clinic_is_shown_the_prices_of_its_tariff(practice: ClinicFixture) -> None:
    wallet = WalletFixture(practice)
    member, stranger = practice.person("member"), practice.person("stranger")
    quote = member.call("wallet/get_prices")
    assert (quote["tariff"], quote["price_list"]) == (wallet.tariff, 1)
    assert quote["visit"] == {"net": 150_000, "tax": 27_000, "total": 177_000}
    assert quote["late_cancellation"] == {"net": 75_000, "tax": 13_500, "total": 88_500}
    assert quote["no_show"] == quote["visit"]
    assert stranger.call("wallet/get_prices")["tariff"] == "standard"
    # A clinic sees its own, whichever it names; an admin the one that is named.
    assert stranger.call("wallet/get_prices", tariff=wallet.tariff)["tariff"] == "standard"
    shown = practice.person("admin").call("wallet/get_prices", tariff=wallet.tariff)
    # Who publishes the next version starts from all of this one; the commission is no clinic's.
    assert shown == quote | {"published": LIST.model_dump()}
    assert quote["published"] is None
    assert practice.person("admin").call("wallet/get_prices", tariff=key())["published"] is None


@pytest.mark.deployed
def test_of_two_who_publish_at_once_one_is_told(practice: ClinicFixture) -> None:
    admin = practice.person("admin")
    first = listed()
    answer = admin.call("wallet/publish_prices", **first)
    assert answer["price_list"] == 1
    assert admin.call("wallet/publish_prices", **first) == answer
    late = listed(tariff=first["tariff"])
    error = failed(admin, "wallet/publish_prices", **late)
    assert (error.reason, error.details["price_list"]) == ("prices-changed", 1)
    body = GetPrices(tariff=first["tariff"])
    assert tariffs.quote(practice.ctx("admin"), body).price_list == 1
    assert admin.call("wallet/publish_prices", **(late | {"replaces": 1}))["price_list"] == 2


@pytest.mark.deployed
@pytest.mark.parametrize(
    "changes",
    [
        {"tax": 2_801},
        {"visit": -1},
        {"late_cancellation": 10_001},
        {"no_show": -1},
        {"surcharge": 1},
    ],
)
def test_prices_that_make_no_sense_are_refused(
    practice: ClinicFixture, changes: dict[str, int]
) -> None:
    admin, body = practice.person("admin"), listed()
    wrong = {**body, "prices": {**body["prices"], **changes}}
    assert failed(admin, "wallet/publish_prices", **wrong).reason == "invalid-request"
    assert admin.call("wallet/publish_prices", **body)["price_list"] == 1


def test_terms_are_of_organisations_that_there_are(practice: ClinicFixture) -> None:
    tariff = key()
    ours = SetTerms(wallet_id=practice.tenants.clinic, kind=Role.CLINIC, tariff=tariff)
    path = f"wallets/{practice.tenants.clinic}"
    before = snapshot(practice, path)
    refused(lambda: terms.set_terms(practice.ctx("admin"), ours), "tariff-not-found")
    assert snapshot(practice, path) == before
    body = PublishPrices(tariff=tariff, replaces=0, prices=LIST, idempotency_key=key())
    tariffs.publish(practice.ctx("admin"), body)
    nobody = ours.model_copy(update={"wallet_id": "A" * 20})
    as_lab = ours.model_copy(update={"kind": Role.LAB})
    for body in (nobody, as_lab):
        refused(lambda body=body: terms.set_terms(practice.ctx("admin"), body), "wallet-not-found")  # type: ignore[misc]
    assert terms.set_terms(practice.ctx("admin"), ours).tariff == tariff
    assert (practice.tally.reads, practice.tally.writes) == (3, 2)
    credit = SetTerms(wallet_id=practice.tenants.clinic, kind=Role.CLINIC, credit_limit=500)
    after = terms.set_terms(practice.ctx("admin"), credit)
    assert (after.tariff, after.credit_limit) == (tariff, 500)
    assert (practice.tally.reads, practice.tally.writes) == (2, 2)


@pytest.mark.deployed
def test_owners_say_who_pays(practice: ClinicFixture) -> None:
    body = SetBilling.model_validate({"billing": DETAILS})
    refused(lambda: terms.set_billing(practice.ctx("member"), body), "not-owner")
    before = practice.person("member").call("wallet/get_balance")
    answer = practice.person("owner").call("wallet/set_billing", billing=DETAILS)
    assert answer["billing"] == {**DETAILS, "gstin": None}
    assert practice.person("member").call("wallet/get_balance") == before


@pytest.mark.deployed
@pytest.mark.parametrize(
    ("changes", "valid"),
    [
        ({"gstin": "27AAPFU0939F1ZV"}, True),
        ({"gstin": "27aapfu0939f1zv"}, True),
        ({"gstin": "27AAPFU0939F1ZW"}, False),  # its check character
        ({"gstin": "27AAPFU0939F1ZV", "state": "29"}, False),
        ({"gstin": "27AAPFU0939F1Z"}, False),
        ({"state": "00"}, False),
        ({"state": "29"}, True),
        ({"legal_name": "Smile\nDental"}, False),
        ({"legal_name": "स्माइल डेंटल"}, True),
        ({"legal_name": "ஸ்மைல் டென்டல்"}, False),  # the invoices' font has no Tamil
    ],
)
def test_billing_details_hold_together(
    practice: ClinicFixture, changes: dict[str, str], valid: bool
) -> None:
    owner = practice.person("owner")
    body = {"billing": {**DETAILS, **changes}}
    if valid:
        answer = owner.call("wallet/set_billing", **body)
        assert answer["billing"]["gstin"] == (changes.get("gstin", "").upper() or None)
    else:
        error = failed(owner, "wallet/set_billing", **body)
        assert error.reason == "invalid-request"
        assert all(value not in str(error.details) for value in changes.values())
