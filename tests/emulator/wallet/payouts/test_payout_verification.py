"""Verifying payouts: what adds up says nothing, and each planted fault is found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support.clinic_fixture import ClinicFixture
from tests.support.payout_fixture import SMALL, PayoutFixture
from wallet.ledger.models import Hold, Transaction, Wallet
from wallet.payouts import verification
from wallet.payouts.models import Payout


@pytest.fixture
def lab(practice: ClinicFixture) -> PayoutFixture:
    """The practice's lab, which has earned something."""
    return PayoutFixture(practice)


def returned(lab: PayoutFixture) -> str:
    payout_id = lab.exported()
    lab.record(payout_id, "returned", failure="other")
    return payout_id


Plant = Callable[[PayoutFixture, Payout], tuple[str, dict[str, object] | None]]


def of(payout: Payout, **fields: object) -> tuple[str, dict[str, object] | None]:
    return Payout.path_for(payout.id), fields


def hold_of(lab: PayoutFixture, payout: Payout) -> str:
    return Hold.path_for(lab.lab, payout.hold_id)


#: How a payout came about, what was changed behind our back, and what is said of it.
PLANTS: dict[str, tuple[Callable[[PayoutFixture], str], Plant, str]] = {
    "paid without a transaction": (
        PayoutFixture.ask, lambda _, p: of(p, state="paid"), "a payout is missing",
    ),
    "paid and its hold open": (
        PayoutFixture.ask, lambda _, p: of(p, state="paid"), "its hold is open",
    ),
    "paid back and never said so": (
        returned, lambda _, p: of(p, state="paid"), "a payout_return was booked",
    ),
    "another amount": (
        PayoutFixture.ask, lambda _, p: of(p, paise=SMALL + 1), "its hold is of another amount",
    ),
    "another amount paid": (
        returned, lambda lab, p: (Transaction.path_for(p.paid_by or ""), {"kind": "capture"}),
        "its payout is of another amount or kind",
    ),
    "released under it": (
        PayoutFixture.exported, lambda lab, p: (hold_of(lab, p), {"state": "released"}),
        "it is exported, and its hold is released",
    ),
    "a hold that is gone": (
        PayoutFixture.ask, lambda lab, p: (hold_of(lab, p), None), "its hold is missing",
    ),
    "a transaction that is gone": (
        returned, lambda lab, p: (Transaction.path_for(p.returned_by or ""), None),
        "its payout_return is not in the books",
    ),
    "a payout that is gone": (
        PayoutFixture.ask, lambda _, p: (Payout.path_for(p.id), None), "its payout is not",
    ),
    "set aside for nothing": (
        PayoutFixture.ask, lambda lab, _: (Wallet.path_for(lab.lab), {"held": SMALL + 1}),
        "the wallet has 1000001 set aside",
    ),
}  # fmt: skip


def test_one_number_of_the_bank_for_two_payouts_is_found(lab: PayoutFixture) -> None:
    """It is booked: some banks pay a file in one debit. Somebody may have copied it as well."""
    one, other = lab.exported(), lab.exported()
    lab.record(one, "paid", utr="HDFCN52026050412")
    assert lab.balance, "all adds up"
    lab.record(other, "paid", utr="HDFCN52026050412")
    wallet = lab.store.get(Wallet, lab.lab)
    assert wallet is not None
    named = ", ".join(sorted([one, other]))
    said = f"payouts {named} have one number of the bank, HDFCN52026050412"
    assert list(verification.faults(lab.store, wallet)) == [said]


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_fault_is_found(lab: PayoutFixture, name: str) -> None:
    begin, plant, said = PLANTS[name]
    payout = lab.payout(begin(lab))
    assert lab.balance, "all adds up"
    path, fields = plant(lab, payout)
    document = lab.store.client.document(path)
    if fields is None:
        document.delete()
    else:
        document.update(fields)
    wallet = lab.store.get(Wallet, lab.lab)
    assert wallet is not None
    assert any(said in fault for fault in verification.faults(lab.store, wallet))
