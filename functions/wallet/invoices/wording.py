"""Writes amounts and names as an Indian accountant expects them on paper."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from core.wording import named
from wallet.ledger.billing import STATES
from wallet.ledger.models import TransactionKind
from wallet.ledger.subjects import Subject
from wallet.ledger.terms import SaleItem

if TYPE_CHECKING:
    from babel import Locale
    from babel.numbers import NumberPattern

ITEMS = {
    SaleItem.VISIT: "Intra-oral scan visit",
    SaleItem.LATE_CANCELLATION: "Late cancellation of a scan visit",
    SaleItem.NO_SHOW: "Scan visit, nobody to scan",
    SaleItem.COMMISSION: "Commission on a lab order",
    SaleItem.ADVANCE: "Advance for scan visits and services of the platform",
}

_REFERENCES = {
    "visits": "Visit",
    "orders": "Order",
    "payments": "Payment",
    "payouts": "Payout",
    "wallets": "Wallet",
}

KINDS = {
    TransactionKind.TOP_UP: "Top-up",
    TransactionKind.HOLD: "Set aside",
    TransactionKind.CAPTURE: "Fee taken",
    TransactionKind.RELEASE: "Set aside, given back",
    TransactionKind.REFUND: "Refund",
    TransactionKind.TRANSFER: "Transfer",
    TransactionKind.ADJUSTMENT: "Correction",
    TransactionKind.PAYMENT_REFUND: "Payment given back",
    TransactionKind.REFUND_REVERSAL: "Payment not given back after all",
    TransactionKind.DISPUTE_HOLD: "Disputed, set aside",
    TransactionKind.DISPUTE_LOSS: "Disputed, taken back by the bank",
    TransactionKind.DISPUTE_RELEASE: "Disputed, given back",
    TransactionKind.PAYOUT: "Paid out",
    TransactionKind.PAYOUT_RETURN: "Payout returned by the bank",
}

#: What is said otherwise in the wallet that an amount came into, or left: a lab's of an order.
_INTO = {TransactionKind.CAPTURE: "Earned"}
_OUT_OF = {TransactionKind.REFUND: "Earning given back"}


def booked(kind: TransactionKind, change: int) -> str:
    """Name what an entry did that changed the balance by so many paise, seen by who has it."""
    signed = _INTO if change > 0 else _OUT_OF if change < 0 else {}
    return signed.get(kind, KINDS[kind])


def plain(paise: int) -> str:
    """Return an amount in rupees for a machine to read, such as `-123456.00`."""
    return f"{'-' if paise < 0 else ''}{abs(paise) // 100}.{abs(paise) % 100:02d}"


def rupees(paise: int) -> str:
    """Return an amount in rupees, digits grouped as in India, such as `1,23,456.00`."""
    pattern, locale = _pattern()
    return str(pattern.apply(Decimal(paise).scaleb(-2), locale))


@cache
def _pattern() -> "tuple[NumberPattern, Locale]":
    """Return how amounts are written in India, the same in English and Hindi: CLDR, by Babel."""
    from babel import Locale  # only who prints waits for it
    from babel.numbers import parse_pattern

    locale = Locale("en", "IN")
    pattern = parse_pattern(locale.decimal_formats[None].pattern)
    pattern.frac_prec = (2, 2)
    return pattern, locale


def percent(basis_points: Fraction) -> str:
    """Return a rate, such as `18%` or `0.125%`; half a rate may be no whole number."""
    return f"{float(basis_points) / 100:.3f}".rstrip("0").rstrip(".") + "%"


def referred(path: str) -> str:
    """Return what a sale or an entry is about, such as `Order KGVR…` for `orders/KGVR…`."""
    kind, _, number = path.partition("/")
    return f"{_REFERENCES.get(kind, kind)} {number}"


def about(subject: Subject | None) -> str:
    """Return what money was for, such as `for 4 May 2026, Bright Lab`; empty if it is unknown.

    That is the day of a visit, as in `of 4 May 2026`; of an order the day that it was wanted by,
    and the other side.
    """
    if subject is None:
        return ""
    on = named(date.fromisoformat(subject.on)) if subject.on else ""
    sides = " to ".join(name for name in (subject.clinic, subject.lab) if name)
    if not sides:
        return f"of {on}" if on else ""
    return f"for {on}, {sides}" if on else sides


def state(code: str) -> str:
    """Return a state with its code in the GST law."""
    return f"{STATES[code]} ({code})"
