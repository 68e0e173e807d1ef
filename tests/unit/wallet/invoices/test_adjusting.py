"""Advances: what is in an amount that includes its taxes, and parts that add up to the whole."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import gst_rules
from tests.unit.wallet.invoices.papers import line, made
from wallet.invoices import adjusting, advance_movements, number_audit
from wallet.invoices.models import Adjusted, Invoice, Paper
from wallet.ledger.advances import Advance
from wallet.ledger.billing import STATES
from wallet.ledger.charges import Charge
from wallet.ledger.models import Posting, Transaction, TransactionKind, WalletEntry
from wallet.ledger.terms import Sale, SaleItem

MOMENT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
CODES = st.sampled_from(sorted(STATES))


def advance(number: int, gross: int, *, near: bool = True, left: int | None = None) -> Advance:
    charge = Charge.within(gross, 1_800, same_state=near)
    return Advance(
        voucher=f"SR-2627-{number:06d}",
        issued_at=MOMENT,
        reference=f"payments/p{number}",
        gross=gross,
        cgst=charge.cgst,
        sgst=charge.sgst,
        igst=charge.igst,
        left=gross if left is None else left,
    )


@given(st.integers(1, 10**10), st.integers(0, 2_800), CODES, CODES)
def test_the_tax_in_an_amount_is_that_of_the_law(
    gross: int, rate: int, supplier: str, place: str
) -> None:
    charge = Charge.within(gross, rate, same_state=supplier == place)
    found = {"cgst": charge.cgst, "sgst": charge.sgst, "igst": charge.igst}
    assert found == gst_rules.taxes_within(gross, rate, supplier, place)
    assert charge.gross == gross


@pytest.mark.parametrize(
    ("gross", "near", "expected"),
    [
        (118_000, True, Charge(100_000, cgst=9_000, sgst=9_000)),
        (118_000, False, Charge(100_000, igst=18_000)),
        (500_000, True, Charge(423_728, cgst=38_136, sgst=38_136)),  # 38,135.59 each
        (500_000, False, Charge(423_729, igst=76_271)),  # 76,271.19
    ],
)
def test_an_advance_of_18_per_cent(gross: int, near: bool, expected: Charge) -> None:
    assert Charge.within(gross, 1_800, same_state=near) == expected


@given(
    st.lists(st.tuples(st.integers(1, 10**7), st.booleans()), min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(1, 10**7), st.integers(0, 6)), min_size=1, max_size=12),
)
def test_parts_add_up_to_each_advance_tax_by_tax(
    paid: list[tuple[int, bool]], taken: list[tuple[int, int]]
) -> None:
    all_ = [advance(n, gross, near=near) for n, (gross, near) in enumerate(paid)]
    left, used = list(all_), Counter[tuple[str, str]]()
    whole = sum(gross for gross, _ in paid)
    for paise, own in [*taken, (whole, 0)]:  # and in the end all that is left
        before = sum(each.left for each in left)
        left, parts = adjusting.take(left, paise, f"payments/p{own}")
        assert sum(part.charge.gross for part in parts) == min(paise, before)
        for part in parts:
            for tax in ("cgst", "sgst", "igst"):
                assert getattr(part.charge, tax) >= 0
                used[part.advance.voucher, tax] += getattr(part.charge, tax)
            used[part.advance.voucher, "gross"] += part.charge.gross
    assert left == []
    for each in all_:
        for name in ("gross", "cgst", "sgst", "igst"):
            assert used[each.voucher, name] == getattr(each, name)


def test_the_oldest_is_used_first_but_what_goes_back_is_its_own() -> None:
    both = [advance(1, 1_000), advance(2, 1_000)]
    left, parts = adjusting.take(both, 1_500)
    assert [(part.advance.voucher[-1], part.charge.gross) for part in parts] == [
        ("1", 1_000),
        ("2", 500),
    ]
    assert [(each.voucher[-1], each.left) for each in left] == [("2", 500)]
    left, parts = adjusting.take(both, 1_500, "payments/p2")
    assert [part.advance.voucher[-1] for part in parts] == ["2", "1"]
    assert [(each.voucher[-1], each.left) for each in left] == [("1", 500)]


def entry(kind: TransactionKind, available: int, held: int = 0) -> WalletEntry:
    made = WalletEntry(
        number=1,
        transaction_id="t",
        kind=kind,
        reference="payments/p1",
        available_change=available,
        held_change=held,
        available=0,
        held_after=0,
        at=MOMENT,
        previous="",
        hash="",
    )
    return made.placed("clinic", "000000000001")


def sold(customer: str | None) -> Transaction:
    return Transaction(
        kind=TransactionKind.CAPTURE,
        postings=[Posting(account="platform/revenue", paise=1)],
        reference="visits/v1",
        sale=Sale(item=SaleItem.VISIT, tax=1_800, customer=customer),
        actor="a",
        fingerprint="f",
        at=MOMENT,
    )


@pytest.mark.parametrize(
    ("made", "behind", "back"),
    [
        (entry(TransactionKind.ADJUSTMENT, -100), None, True),
        (entry(TransactionKind.ADJUSTMENT, 100), None, False),
        (entry(TransactionKind.TRANSFER, -100), None, True),
        (entry(TransactionKind.HOLD, -100, 100), None, False),
        (entry(TransactionKind.RELEASE, 100, -100), None, False),
        (entry(TransactionKind.CAPTURE, 0, -100), sold(None), False),
        (entry(TransactionKind.CAPTURE, 0, -100), sold("clinic"), False),
        (entry(TransactionKind.CAPTURE, 0, -100), sold("lab"), True),  # the lab's own sale
        (entry(TransactionKind.REFUND, 100), sold(None), False),
    ],
)
def test_what_goes_back_is_what_leaves_without_a_supply(
    made: WalletEntry, behind: Transaction | None, back: bool
) -> None:
    assert advance_movements.goes_back(made, behind) is back


def document(number: str, kind: Paper, gross: int, **more: object) -> Invoice:
    """What the audit reads of a document."""
    amounts = {"net": gross, "cgst": 0, "sgst": 0, "igst": 0, "gross": gross}

    of_it = line(tax=0).model_copy(update=amounts)
    return made(of_it, number=number, kind=kind, **more)


def test_the_audit_finds_an_advance_that_is_not_whole() -> None:
    first = advance(1, 1_000, left=300)
    part = Adjusted(
        voucher=first.voucher, issued_at=MOMENT, net=500, cgst=0, sgst=0, igst=0, gross=500
    )
    follows = {"follows": first.voucher, "followed_at": MOMENT}
    receipt = document(first.voucher, Paper.RECEIPT_VOUCHER, 1_000)
    refund = document("SV-2627-000001", Paper.REFUND_VOUCHER, 200, **follows)
    invoice = document("SC-2627-000001", Paper.INVOICE, 900, adjusted=[part])
    documents = [receipt, refund, invoice]
    assert list(number_audit.of_advances([first], documents, 300)) == []
    broken = [f"{first.voucher}: its parts are not the whole"]
    for planted in ([receipt, invoice], [receipt, refund], [refund, invoice]):
        assert list(number_audit.of_advances([first], planted, 300)) == broken
    more = first.model_copy(update={"left": 301})
    assert list(number_audit.of_advances([more], documents, 301)) == broken
    beyond = ["more is left of its advances than it has"]
    assert list(number_audit.of_advances([first], documents, 299)) == beyond
    apart = first.model_copy(update={"due": 1})
    assert list(number_audit.of_advances([apart], documents, 299)) == [], "a fee took one already"
    over = first.model_copy(update={"due": 301})
    (fault,) = number_audit.of_advances([over], documents, 0)
    assert fault == f"{first.voucher}: more of it is set apart than is left"
    assert list(number_audit.of_advances([first], [refund, invoice], 300, whole=False)) == []
    assert list(number_audit.of_wallet([], [receipt, refund])) == [], "vouchers bill nothing"
