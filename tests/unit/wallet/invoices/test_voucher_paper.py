"""Vouchers on paper, point by point of rules 50 and 51, and an invoice that adjusts them."""

from __future__ import annotations

from functools import cache

import pytest

from tests.unit.wallet.invoices.papers import (
    HINDI,
    MOMENT,
    line,
    made,
    other_reader,
    printed,
)
from wallet.invoices import layouts
from wallet.invoices.models import Adjusted, Invoice, InvoiceLine, Paper
from wallet.ledger.charges import Charge
from wallet.ledger.subjects import Subject
from wallet.ledger.terms import SaleItem

PAYMENT = "d4f6" * 10
CHARGE = Charge.within(500_000, 1_800, same_state=True)


def advance() -> InvoiceLine:
    return line().model_copy(
        update={
            "item": SaleItem.ADVANCE,
            "reference": f"payments/{PAYMENT}",
            "hold_id": "",
            "net": CHARGE.net,
            "cgst": CHARGE.cgst,
            "sgst": CHARGE.sgst,
            "gross": CHARGE.gross,
        }
    )


def receipt() -> Invoice:
    return made(advance(), number="SR-2627-000004", kind=Paper.RECEIPT_VOUCHER)


def refund(**changes: object) -> Invoice:
    follows = {"follows": "SR-2627-000004", "followed_at": MOMENT}
    return made(advance(), number="SV-2627-000002", kind=Paper.REFUND_VOUCHER, **follows, **changes)


@cache
def texts() -> tuple[str, str]:
    """The texts of a receipt voucher and of a refund voucher."""
    return printed(receipt()), printed(refund())


BOTH = [
    "Scanner Example Private Limited",
    "1 Example Road, Mumbai 400001",
    "GSTIN: 27AAAAA0000A1Z2",
    "1 Jun 2026",
    "Smile Dental Care LLP",
    "12 MG Road, Pune 411001",
    "GSTIN: 27AAPFU0939F1ZV",
    "Advance for scan visits and",
    "999316",
    "9%",
    "381.36",
    "4,237.28",
    "5,000.00",
    "Reverse charge No",
    "computer-generated",
    PAYMENT,
]


@pytest.mark.parametrize(
    "said",
    [
        *BOTH,
        "Receipt voucher",
        "SR-2627-000004",
        "Received from",
        "Advance ₹",
        "Place of supply Maharashtra (27)",
        "tax at 18% (CGST Rules 2017, rule 50",
    ],
)
def test_a_receipt_voucher_says(said: str) -> None:
    assert said in texts()[0]


@pytest.mark.parametrize(
    "said",
    [
        *BOTH,
        "Refund voucher",
        "SV-2627-000002",
        "Refunded to",
        "Refund ₹",
        "Receipt voucher SR-2627-000004 of 1 Jun 2026",
    ],
)
def test_a_refund_voucher_says(said: str) -> None:
    assert said in texts()[1]


def test_vouchers_are_no_invoices() -> None:
    for text in texts():
        assert "Tax invoice" not in text
        assert "Original for recipient" not in text
        assert "nothing is due" not in text
    assert "rule 50" not in texts()[1]


def test_a_voucher_in_hindi_copies_as_it_is_stored() -> None:
    text = other_reader(layouts.invoice(refund(customer=HINDI)))
    assert HINDI.legal_name in text
    assert HINDI.address in text


def test_an_invoice_names_the_advances_that_it_adjusts() -> None:
    part = {"net": 100_000, "cgst": 9_000, "sgst": 9_000, "igst": 0, "gross": 118_000}
    adjusted = [Adjusted(voucher="SR-2627-000004", issued_at=MOMENT, **part)]
    said = "SR-2627-000004 of 1 Jun 2026: ₹ 1,180.00, with tax of ₹ 180.00"
    assert said in printed(made(adjusted=adjusted))
    assert "advances" not in printed(made())


def test_a_line_says_which_visit_or_order_it_is_for() -> None:
    visit = line().model_copy(update={"subject": Subject(on="2026-05-04")})
    order = line(2).model_copy(
        update={
            "subject": Subject(on="2026-05-09", clinic=HINDI.legal_name),
            "item": SaleItem.COMMISSION,
            "reference": "orders/v5Hs8RcTj2FgWq7nPx0M",
        }
    )
    text = other_reader(layouts.invoice(made(visit, order)))
    assert "of 4 May 2026" in text
    assert "for 9 May 2026," in text
    assert HINDI.legal_name.split()[0] in text
    assert "Order v5Hs8RcTj2FgWq7nPx0M" in text
