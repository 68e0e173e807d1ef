"""Bills a month: one task for each clinic's wallet, which may come late, twice or again."""

from collections.abc import Iterator

from core import audit, log
from core.access import Role
from core.callables import parse
from core.clock import Clock, start_of
from core.context import Context
from core.errors import Busy, ScannerError
from core.queries import Query
from core.queues import name_of
from core.reading import Page
from core.store import Store
from wallet.invoices import invoicing
from wallet.invoices.requests import BillingStarted, BillWallet, StartBilling
from wallet.ledger.accounting_periods import month_after
from wallet.ledger.models import Wallet

#: Wallets of one page, and the task function.
PAGE = 100
TASK = "bill"

#: Firestore sorts by no field that an equality filter is on: a range of one value is the same.
OF_KIND = Query(Wallet, where=(("kind", ">="), ("kind", "<=")), order=(("kind", "ASCENDING"),))


def start(ctx: Context, request: StartBilling) -> BillingStarted:
    """Enqueue the wallets of one page; the audit entry comes before. A read a wallet, one write.

    Raises:
        CursorInvalid.
    """
    page = _page(ctx.store, request.cursor)
    ctx.store.run(
        lambda unit: audit.record(unit, ctx, "wallet.start_billing", "wallets", month=request.month)
    )
    return BillingStarted(enqueued=_enqueue(ctx.store, page, request.month), cursor=page.cursor)


def start_all(store: Store, month: str) -> int:
    """Enqueue the wallets of all clinics; return how many. One read each."""
    return sum(_enqueue(store, page, month) for page in _pages(store))


def bill(store: Store, clock: Clock, data: object) -> None:
    """Make out what a wallet bought before a month's end.

    What a repetition cannot mend, such as missing billing details, is logged and done with: the
    entries wait for the next month or for whoever asks for them.

    Raises:
        Busy: others were faster; the queue tries again.
    """
    try:
        task = parse(BillWallet, data)
        until = start_of(month_after(task.month))
        numbers = invoicing.issue(store, clock, "system", task.wallet_id, until)
    except Busy:
        raise
    except ScannerError as err:
        wallet_id = data.get("wallet_id") if isinstance(data, dict) else None
        log.failure("not billed", err, wallet=str(wallet_id)[:40], reason=err.reason)
        return
    log.info("billed", wallet=task.wallet_id, month=task.month, made=len(numbers))


def _pages(store: Store) -> Iterator[Page[Wallet]]:
    cursor: str | None = None
    while True:
        page = _page(store, cursor)
        yield page
        cursor = page.cursor
        if cursor is None:
            return


def _page(store: Store, cursor: str | None) -> Page[Wallet]:
    return store.page(OF_KIND, Role.CLINIC, Role.CLINIC, limit=PAGE, cursor=cursor)


def _enqueue(store: Store, page: Page[Wallet], month: str) -> int:
    """Enqueue those of a page that have anything new; return how many were not enqueued before."""
    waiting = [wallet.id for wallet in page.items if wallet.invoiced < wallet.sequence]
    return sum(
        store.queues.add(TASK, name_of(wallet_id, month), {"wallet_id": wallet_id, "month": month})
        for wallet_id in waiting
    )
