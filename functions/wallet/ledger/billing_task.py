"""The task that makes out a wallet's documents, by name: who books may ask for it."""

from core import settings
from core.clock import Clock
from core.queues import name_of
from core.store import Store
from wallet.ledger.accounting_periods import month_of

#: The task function.
TASK = "bill"


def want_vouchers(store: Store, clock: Clock, wallet_id: str, cause: str) -> None:
    """Have the vouchers of a wallet's advances made soon, where they are switched on.

    `cause` tells one booking from another. Where the task is lost, the month's run makes them.
    """
    if settings.VOUCHERS_FROM.value:
        data = {"wallet_id": wallet_id, "month": month_of(clock.now()), "part": "vouchers"}
        store.queues.add(TASK, name_of(wallet_id, "vouchers", cause), data)
