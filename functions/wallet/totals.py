"""Totals of the platform, added up by Firestore: no document holds them, so none gets hot."""

from datetime import timedelta

from core.context import Context
from core.queries import Query, Total
from wallet.models import Transaction
from wallet.periods import start_of
from wallet.requests.invoices import GetTotals, Totals

WITHIN = Query(Transaction, where=(("at", ">="), ("at", "<")))
REVENUE, TAX, PAYABLE = (Total(WITHIN, field) for field in ("revenue", "tax", "payable"))


def totals(ctx: Context, wish: GetTotals) -> Totals:
    """Add up what was booked in some days. Three reads for each thousand transactions."""
    first, after = start_of(wish.first_day), start_of(wish.last_day + timedelta(days=1))
    revenue, tax, payable = (
        ctx.store.total(total, first, after) for total in (REVENUE, TAX, PAYABLE)
    )
    return Totals(revenue=revenue, tax=tax, payable=payable)
