"""Totals of the platform, which Firestore adds up: no document is written by everybody."""

from core.context import Context
from core.queries import Query, Total
from wallet.invoices.requests import GetTotals, Totals
from wallet.ledger.models import Transaction

WITHIN = Query(Transaction, where=(("at", ">="), ("at", "<")))
REVENUE, TAX, PAYABLE = (Total(WITHIN, field) for field in ("revenue", "tax", "payable"))


def totals(ctx: Context, request: GetTotals) -> Totals:
    """Add up what was booked in some days. Three reads for each thousand transactions."""
    moments = request.moments()
    wanted = (total.of(*moments) for total in (REVENUE, TAX, PAYABLE))
    revenue, tax, payable = ctx.store.aggregate(*wanted)
    return Totals(revenue=revenue, tax=tax, payable=payable)
