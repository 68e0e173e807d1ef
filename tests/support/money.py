"""The money of the tenants' clinic and lab: a wallet each, with an entry and a hold behind it."""

from __future__ import annotations

import secrets
from datetime import timedelta

from core.access import Role
from core.objects import StoredObject
from tests.support import ids
from tests.support.account_records import MADE, Tenants
from wallet.invoices.models import Adjusted, Covered, Invoice, InvoiceLine, Paper, Series, total
from wallet.ledger import chain, chart
from wallet.ledger.advances import Advance
from wallet.ledger.billing import Billing
from wallet.ledger.models import Hold, Posting, Transaction, TransactionKind, Wallet, WalletEntry
from wallet.ledger.subjects import Subject
from wallet.ledger.terms import Prices, SaleItem
from wallet.payments.models import (
    Dispute,
    DisputeState,
    GatewayRefund,
    Outcome,
    Payment,
    PaymentEvent,
    PaymentState,
    RefundState,
)
from wallet.payouts.models import (
    Failure,
    MethodKind,
    Paid,
    Payout,
    PayoutBatch,
    PayoutMethod,
    PayoutState,
    Refusal,
)
from wallet.prices.models import PriceList

#: What it is for, as far as that is said of anything.
SUBJECT = Subject(on="2026-05-04", lab="Bright Dental Lab")

#: What was paid in, in paise.
PAID = 250_000


def owner(tenants: Tenants, kind: Role) -> str:
    """Return the id of the tenants' clinic or lab, which is its wallet's."""
    return tenants.clinic if kind is Role.CLINIC else tenants.lab


def wallet(tenants: Tenants, kind: Role) -> Wallet:
    """The wallet after its first entry."""
    first = entry(tenants, kind)
    left = Advance(
        voucher="SR-2627-000001", issued_at=MADE, reference="payments/p1", gross=PAID, left=PAID
    )
    paid = Wallet(
        kind=kind, available=PAID, sequence=first.number, head=first.hash, advances=[left]
    )
    return paid.placed(owner(tenants, kind))


def entry(tenants: Tenants, kind: Role) -> WalletEntry:
    """The first entry: what was paid in."""
    first = WalletEntry(
        number=1,
        transaction_id=ids.document_id(),
        kind=TransactionKind.TOP_UP,
        reference="payments/p1",
        subject=SUBJECT,
        available_change=PAID,
        held_change=0,
        available=PAID,
        held_after=0,
        credit_limit=0,
        at=MADE,
        previous="",
        hash="",
    )
    return chain.sealed(first).placed(owner(tenants, kind), f"{first.number:012d}")


def hold(tenants: Tenants, kind: Role) -> Hold:
    """Money set aside for the tenants' visit."""
    reserved = Hold(
        reference=f"visits/{tenants.visit}",
        subject=SUBJECT,
        amount=118_000,
        made_at=MADE,
        expires_at=MADE + timedelta(days=3650),
    )
    return reserved.placed(owner(tenants, kind), ids.document_id())


def transaction(tenants: Tenants) -> Transaction:
    """What was paid in, as the ledger has it."""
    return Transaction(
        kind=TransactionKind.TOP_UP,
        postings=[
            Posting(account=chart.GATEWAY, paise=-PAID),
            Posting(account=chart.available(Role.CLINIC, tenants.clinic), paise=PAID),
        ],
        reference="payments/p1",
        subject=SUBJECT,
        actor=ids.uid(),
        fingerprint="0" * 64,
        at=MADE,
    ).placed(ids.document_id())


def price_list() -> PriceList:
    """The first price list of a tariff."""
    prices = Prices(visit=1, tax=0, late_cancellation=0, no_show=0, low_balance=0)
    made = PriceList(number=1, prices=prices, set_by=ids.uid(), set_at=MADE)
    return made.placed(ids.document_id(), "000001")


def payment(tenants: Tenants) -> Payment:
    """What was paid in, as the gateway told it."""
    return Payment(
        wallet_id=tenants.clinic,
        kind=Role.CLINIC,
        paise=PAID,
        state=PaymentState.PAID,
        order_id=f"order_{ids.document_id()}",
        gateway_payment=f"pay_{ids.document_id()}",
        transaction_id=ids.document_id(),
        started_by=ids.uid(),
        started_at=MADE,
        settled_at=MADE,
        fingerprint="0" * 64,
    ).placed(ids.document_id())


def payment_event() -> PaymentEvent:
    """What the gateway delivered."""
    told = PaymentEvent(
        type="payment.captured",
        outcome=Outcome.BOOKED,
        order_id=f"order_{ids.document_id()}",
        received_at=MADE,
    )
    return told.placed(ids.document_id())


def gateway_refund() -> GatewayRefund:
    """A part of a payment that the gateway gave back."""
    return GatewayRefund(
        payment_id=ids.document_id(),
        gateway_payment=f"pay_{ids.document_id()}",
        paise=500,
        state=RefundState.PROCESSED,
        transaction_id=ids.document_id(),
        first_told_at=MADE,
    ).placed(f"rfnd_{ids.document_id()}")


def dispute() -> Dispute:
    """A dispute that ended in favour of the platform."""
    return Dispute(
        payment_id=ids.document_id(),
        gateway_payment=f"pay_{ids.document_id()}",
        paise=500,
        state=DisputeState.WON,
        said_at=MADE,
        hold_id=ids.document_id(),
        transaction_id=ids.document_id(),
        first_told_at=MADE,
    ).placed(f"disp_{ids.document_id()}")


def invoice(tenants: Tenants, kind: Role) -> Invoice:
    """What the clinic or lab was billed for the tenants' visit, with its PDF."""
    who = Billing(legal_name="Smile Dental Care LLP", address="12 MG Road, Pune", state="27")
    seller = Billing(legal_name="Scanner", address="1 Example Road, Mumbai", state="27")
    amounts = {"net": 100_000, "cgst": 9_000, "sgst": 9_000, "igst": 0, "gross": 118_000}
    line = InvoiceLine(
        entry=3,
        transaction_id=ids.document_id(),
        hold_id=ids.document_id(),
        item=SaleItem.VISIT,
        reference=f"visits/{tenants.visit}",
        subject=SUBJECT,
        at=MADE,
        tax=1_800,
        **amounts,
    )
    number = f"SC-{secrets.randbelow(90) + 10}00-{secrets.randbelow(10**8):08d}"
    pdf = StoredObject(
        name=f"invoices/{owner(tenants, kind)}/{number}-0.pdf",
        generation=1,
        byte_size=684,
        content_type="application/pdf",
        crc32c="AAAAAA==",
    )
    return Invoice(
        kind=Paper.INVOICE,
        wallet_id=owner(tenants, kind),
        issued_at=MADE,
        covered=Covered(after=0, through=3, first=MADE, last=MADE),
        supplier=seller,
        customer=who,
        sac="9993",
        lines=[line],
        totals=total([line]),
        holds=[line.hold_id],
        adjusted=[Adjusted(voucher="SR-2627-000001", issued_at=MADE, **amounts)],
        pdf=pdf,
    ).placed(number)


def series() -> Series:
    """How far a series has come; one that no code makes."""
    return Series(last=3).placed(f"SX-{ids.document_id()}")


def payout_method(tenants: Tenants) -> PayoutMethod:
    """Where the tenants' lab is paid."""
    return PayoutMethod(
        kind=MethodKind.BANK,
        holder="Pearl Dental Lab LLP",
        account_number="50100123456789",
        ifsc="HDFC0001234",
        since=MADE,
        next_at=MADE,
    ).placed(tenants.lab)


def payout(tenants: Tenants) -> Payout:
    """A payout of the tenants' lab that came back, with all that a payout may have."""
    return Payout(
        lab_id=tenants.lab,
        paise=PAID,
        state=PayoutState.RETURNED,
        to="HDFC0001234 ****6789",
        method_since=MADE,
        waits_until=MADE,
        hold_id=ids.document_id(),
        paid_by=ids.document_id(),
        returned_by=ids.document_id(),
        requested_by=ids.uid(),
        requested_at=MADE,
        approvers=[ids.uid()],
        batch_id=ids.document_id(),
        gateway_id=f"pout_{ids.document_id()}",
        alarm="conflict.processing",
        utr="HDFCN52026050412",
        failure=Failure.ACCOUNT_CLOSED,
        refusal=Refusal.OTHER,
        ended_at=MADE,
        fingerprint="0" * 64,
    ).placed(ids.document_id())


def payout_batch() -> PayoutBatch:
    """A file for the bank, of one payout."""
    batch_id = ids.document_id()
    file = StoredObject(
        name=f"payouts/{batch_id}/{'0' * 32}.csv",
        generation=1,
        byte_size=200,
        content_type="text/csv",
        crc32c="AAAAAA==",
    )
    return PayoutBatch(
        payouts=[Paid(payout_id=ids.document_id(), paise=PAID)],
        total=PAID,
        count=1,
        file=file,
        file_until=MADE + timedelta(days=7),
        made_by=ids.uid(),
        made_at=MADE,
        fingerprint="0" * 64,
    ).placed(batch_id)
