"""Compares what the gateway paid out to the bank with what is booked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from core.queries import Query
from core.store import Store
from wallet.payments.entities import ReportedSettlement, SettledItem
from wallet.payments.models import GatewayRefund, Payment
from wallet.payments.reports import Difference, DifferenceKind, ReconciliationReport

BY_GATEWAY_PAYMENT = Query(Payment, where=(("gateway_payment", "=="),))


def add(
    store: Store,
    report: ReconciliationReport,
    settlements: Sequence[ReportedSettlement],
    items: Sequence[SettledItem],
) -> None:
    """Add a day's settlements to a report, and what differs in them. A read an item."""
    report.settled += sum(each.amount for each in settlements)
    report.fees += sum(each.fees for each in settlements)
    report.tax += sum(each.tax for each in settlements)
    report.differs(_sums(settlements, items))
    report.differs(_unbooked(store, items))


def _sums(
    settlements: Iterable[ReportedSettlement], items: Iterable[SettledItem]
) -> Iterator[Difference]:
    """Yield the settlements that are not the sum of their items.

    The items of one may be listed with the next day: one without any is not judged.
    """
    sums: defaultdict[str | None, int] = defaultdict(int)
    for item in items:
        sums[item.settlement_id] += item.credit - item.debit
    for each in settlements:
        if each.id in sums and sums[each.id] != each.amount:
            kind = DifferenceKind.SETTLED_OTHERWISE
            yield Difference(kind, each.id, each.amount, sums[each.id])


def _unbooked(store: Store, items: Iterable[SettledItem]) -> Iterator[Difference]:
    for item in items:
        if item.type == "payment":
            here = _paid(store, item.entity_id)
        elif item.type == "refund":
            refund = store.get(GatewayRefund, item.entity_id)
            here = refund.paise if refund else None
        else:
            continue  # adjustments and fees: nothing of a wallet
        if here is None:
            yield Difference(DifferenceKind.SETTLED_NOT_BOOKED, item.entity_id, item.amount)
        elif here != item.amount:
            yield Difference(DifferenceKind.OTHER_AMOUNT, item.entity_id, item.amount, here)


def _paid(store: Store, gateway_payment: str) -> int | None:
    found: list[Payment] = store.find(BY_GATEWAY_PAYMENT, gateway_payment, limit=1)
    return found[0].paise if found else None
