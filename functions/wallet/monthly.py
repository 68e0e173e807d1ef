"""Billing months: one task for each clinic's wallet, which may come late, twice or again."""

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from core import audit, firebase, log, settings
from core.access import Role
from core.callables import parse
from core.clock import Clock, start_of
from core.context import Context
from core.errors import Busy, ScannerError
from core.queries import Query
from core.store import Page, Store
from wallet import invoicing
from wallet.models import Wallet
from wallet.periods import month_after
from wallet.requests.invoices import BillingStarted, BillWallet, StartBilling

if TYPE_CHECKING:
    from firebase_admin.functions import TaskQueue

#: Wallets of one page, and the task queue, which is the task's function.
PAGE = 100
QUEUE = f"locations/{settings.REGION}/functions/bill"

#: Firestore sorts by no field that an equality filter is on: a range of one value is the same.
OF_KIND = Query(Wallet, where=(("kind", ">="), ("kind", "<=")), order=(("kind", "ASCENDING"),))


def start(ctx: Context, wish: StartBilling) -> BillingStarted:
    """Enqueue the wallets of one page; the audit entry comes before. A read a wallet, one write.

    Raises:
        CursorInvalid.
    """
    page = _page(ctx.store, wish.cursor)
    ctx.store.run(
        lambda unit: audit.record(unit, ctx, "wallet.start_billing", "wallets", month=wish.month)
    )
    return BillingStarted(enqueued=_enqueue(page, wish.month), cursor=page.cursor)


def start_all(store: Store, month: str) -> int:
    """Enqueue the wallets of all clinics; return how many. One read each."""
    return sum(_enqueue(page, month) for page in _pages(store))


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


def task_id(wallet_id: str, month: str) -> str:
    """Name the task of a wallet's month: spread evenly, as Cloud Tasks asks, and ever the same."""
    return hashlib.sha256(f"{wallet_id}/{month}".encode()).hexdigest()[:40]


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


def _enqueue(page: Page[Wallet], month: str) -> int:
    """Enqueue those of a page that have anything new; return how many were not enqueued before."""
    waiting = [wallet for wallet in page.items if wallet.invoiced < wallet.sequence]
    if not waiting:
        return 0
    from firebase_admin import functions  # only who enqueues waits for it

    queue = functions.task_queue(QUEUE, app=firebase.app())
    return sum(_added(queue, wallet.id, month) for wallet in waiting)


def _added(queue: "TaskQueue", wallet_id: str, month: str) -> bool:
    from firebase_admin import functions
    from firebase_admin.exceptions import AlreadyExistsError, ConflictError

    options = functions.TaskOptions(task_id=task_id(wallet_id, month))
    try:
        queue.enqueue({"data": {"wallet_id": wallet_id, "month": month}}, options)
    except (AlreadyExistsError, ConflictError):  # by an earlier run; a 409 is either
        return False
    except ValueError:
        # firebase-admin 7.7.0 misreads what the emulator answers for a task that has a name of
        # ours; the task is in the queue by then.
        if not firebase.on_emulator():
            raise
    return True
