"""Bills a month: one task for each wallet that was booked on, which may come late, twice or again.

Clinics' wallets and labs' alike: whoever was charged is invoiced. In the middle of a month what
would pass its 30 days before the next one begins is billed, and what was left over.
"""

from collections.abc import Iterator

from core import audit, log
from core.callables import parse
from core.clock import Clock, day_of
from core.context import Context
from core.errors import Busy, ScannerError
from core.queries import Query
from core.queues import name_of
from core.reading import Page
from core.store import Store
from wallet.invoices import dating, invoicing, vouchers
from wallet.invoices.requests import BillingStarted, BillWallet, StartBilling
from wallet.ledger.accounting_periods import end_of, month_before, month_of
from wallet.ledger.billing_task import TASK
from wallet.ledger.models import Wallet

#: Wallets of one page.
PAGE = 100

#: All wallets; those of one kind follow each other by id.
OF_ALL = Query(Wallet, order=(("kind", "ASCENDING"),))

#: The day of a month from which its middle is billed, and no month's end any more.
MIDDLE = 16


def start(ctx: Context, request: StartBilling) -> BillingStarted:
    """Enqueue the wallets of one page; the audit entry comes before. A read a wallet, one write.

    Raises:
        CursorInvalid.
    """
    page = _page(ctx.store, request.cursor)
    ctx.store.run(
        lambda unit: audit.record(unit, ctx, "wallet.start_billing", "wallets", month=request.month)
    )
    enqueued = _enqueue(ctx.store, page, request.month, middle=False)
    return BillingStarted(enqueued=enqueued, cursor=page.cursor)


def start_due(store: Store, clock: Clock) -> tuple[str, int]:
    """Enqueue all wallets for the month that is over, or from its middle on for this one.

    Returns the month, and how many were enqueued. A read a wallet.
    """
    now = clock.now()
    middle = day_of(now).day >= MIDDLE
    month = month_of(now) if middle else month_before(now)
    return month, sum(_enqueue(store, page, month, middle=middle) for page in _pages(store))


def bill(store: Store, clock: Clock, data: object) -> None:
    """Make out what a wallet bought before a month's end or, in its middle, what cannot wait.

    What a repetition cannot mend, such as missing billing details, is logged and done with: the
    entries wait for the next month or for whoever asks for them.

    Raises:
        Busy: others were faster; the queue tries again.
    """
    try:
        task = parse(BillWallet, data)
        numbers = _issue(store, clock, task)
    except Busy:
        raise
    except ScannerError as err:
        wallet_id = data.get("wallet_id") if isinstance(data, dict) else None
        log.failure("not billed", err, wallet=str(wallet_id)[:40], reason=err.reason)
        return
    log.info("billed", wallet=task.wallet_id, month=task.month, made=len(numbers))


def _issue(store: Store, clock: Clock, task: BillWallet) -> list[str]:
    if task.part == "vouchers":
        wallet = store.get(Wallet, task.wallet_id)
        return vouchers.issue(
            store, clock, "system", task.wallet_id, wallet.sequence if wallet else 0
        )
    until = dating.due_in(task.month) if task.part == "middle" else end_of(task.month)
    return invoicing.issue(store, clock, "system", task.wallet_id, until)


def _pages(store: Store) -> Iterator[Page[Wallet]]:
    cursor: str | None = None
    while True:
        page = _page(store, cursor)
        yield page
        cursor = page.cursor
        if cursor is None:
            return


def _page(store: Store, cursor: str | None) -> Page[Wallet]:
    return store.page(OF_ALL, limit=PAGE, cursor=cursor)


def _enqueue(store: Store, page: Page[Wallet], month: str, *, middle: bool) -> int:
    """Enqueue those of a page that have anything new; return how many were not enqueued before."""
    waiting = [wallet.id for wallet in page.items if wallet.invoiced < wallet.sequence]
    more = {"part": "middle"} if middle else {}
    return sum(
        store.queues.add(
            TASK,
            name_of(wallet_id, month, *more),
            {"wallet_id": wallet_id, "month": month, **more},
        )
        for wallet_id in waiting
    )
