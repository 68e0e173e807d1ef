"""Writes amounts and names as an Indian accountant expects them on paper."""

from wallet.ledger.billing import STATES, Billing
from wallet.ledger.models import TransactionKind
from wallet.ledger.terms import SaleItem

ITEMS = {
    SaleItem.VISIT: "Intra-oral scan visit",
    SaleItem.LATE_CANCELLATION: "Late cancellation of a scan visit",
    SaleItem.NO_SHOW: "Scan visit, nobody to scan",
    SaleItem.COMMISSION: "Commission on a lab order",
}

KINDS = {
    TransactionKind.TOP_UP: "Top-up",
    TransactionKind.HOLD: "Set aside",
    TransactionKind.CAPTURE: "Fee taken",
    TransactionKind.RELEASE: "Set aside, given back",
    TransactionKind.REFUND: "Refund",
    TransactionKind.TRANSFER: "Transfer",
    TransactionKind.ADJUSTMENT: "Correction",
}


def plain(paise: int) -> str:
    """Return an amount in rupees for a machine to read, such as `-123456.00`."""
    return f"{'-' if paise < 0 else ''}{abs(paise) // 100}.{abs(paise) % 100:02d}"


def rupees(paise: int) -> str:
    """Return an amount in rupees, digits grouped as in India, such as `1,23,456.00`."""
    whole, dot, rest = plain(abs(paise)).partition(".")
    head, last = whole[:-3], whole[-3:]
    pairs = [head[max(0, end - 2) : end] for end in range(len(head), 0, -2)][::-1]
    return f"{'-' if paise < 0 else ''}{','.join([*pairs, last])}{dot}{rest}"


def percent(basis_points: int) -> str:
    """Return a rate, such as `18%` or `0.25%`."""
    return f"{basis_points / 100:.2f}".rstrip("0").rstrip(".") + "%"


def state(billing: Billing) -> str:
    """Return a state with its code in the GST law."""
    return f"{STATES[billing.state]} ({billing.state})"
