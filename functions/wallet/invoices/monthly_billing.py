"""Bills a month: a task for each page of wallets, and one for each wallet that was booked on.

Clinics' wallets and labs' alike: whoever was charged is invoiced. In the middle of a month what
would pass its 30 days before the next one begins is billed, and what was left over. Any task may
come late, twice or again: each is known by its name, and a wallet is billed for what is new. Cloud
Tasks keeps a name for an hour after its task, so all but the first are named after their run, too:
one that begins when the first page's name is free goes through to its end.
"""

from core import audit, log
from core.callables import parse
from core.clock import Clock, day_of
from core.context import Context
from core.errors import Busy, ScannerError
from core.queries import Query
from core.queues import name_of
from core.store import Store
from wallet.invoices import dating, invoicing, vouchers
from wallet.invoices.requests import BillingStarted, BillPage, BillWallet, StartBilling
from wallet.ledger.accounting_periods import end_of, month_before, month_of
from wallet.ledger.billing_task import TASK
from wallet.ledger.models import Wallet

#: Wallets of one page: so many tasks are handed in well within the time of one.
PAGE = 100

#: All wallets; those of one kind follow each other by id.
OF_ALL = Query(Wallet, order=(("kind", "ASCENDING"),))

#: The day of a month from which its middle is billed, and no month's end any more.
MIDDLE = 16


def start(ctx: Context, request: StartBilling) -> BillingStarted:
    """Hand in the first page of wallets; the audit entry comes before. One write, one task."""
    ctx.store.run(
        lambda unit: audit.record(unit, ctx, "wallet.start_billing", "wallets", month=request.month)
    )
    page = BillPage(month=request.month, run=_run(ctx.clock))
    return BillingStarted(started=_hand_in(ctx.store, page))


def start_due(store: Store, clock: Clock) -> tuple[str, bool]:
    """Hand in the first page for the month that is over, or from its middle on for this one.

    Returns the month, and whether it was not handed in within the hour. One task, no read.
    """
    now, run = clock.now(), _run(clock)
    middle = day_of(now).day >= MIDDLE
    month = month_of(now) if middle else month_before(now)
    return month, _hand_in(
        store, BillPage(month=month, part="middle" if middle else "all", run=run)
    )


def take(store: Store, clock: Clock, data: object) -> None:
    """Do what a task is for: a page of wallets, or one wallet.

    What a repetition cannot mend is logged and done with.

    Raises:
        Busy: others were faster; the queue tries again.
    """
    if isinstance(data, dict) and "after" in data:
        bill_page(store, data)
    else:
        bill(store, clock, data)


def bill_page(store: Store, data: object) -> None:
    """Hand in the page behind this one, and then each wallet of this one that has anything new.

    The next page comes first, so that pages overlap, and one that fails holds none up. A page that
    died is taken up from its beginning by the queue: what was handed in is known by its name. A
    read a wallet, at least one; a task for each with anything new, and one for the next page.
    """
    try:
        task = parse(BillPage, data)
        page = store.page(OF_ALL, limit=PAGE, cursor=task.after or None)
    except ScannerError as err:  # another attempt would find it the same
        log.failure("no page of billing", err, reason=err.reason)
        return
    if page.cursor is not None:
        _hand_in(store, task.model_copy(update={"after": page.cursor}))
    waiting = [wallet.id for wallet in page.items if wallet.invoiced < wallet.sequence]
    more = {} if task.part == "all" else {"part": task.part}
    enqueued = sum(
        store.queues.add(
            TASK,
            name_of(wallet_id, task.month, task.run, *more),
            {"wallet_id": wallet_id, "month": task.month, **more},
        )
        for wallet_id in waiting
    )
    log.info(
        "page of billing",
        month=task.month,
        wallets=len(page.items),
        waiting=len(waiting),
        enqueued=enqueued,
        last=page.cursor is None,
    )


def _run(clock: Clock) -> str:
    """Tell a run that begins now from others; no two begin within the hour, by the first page."""
    return f"{clock.now():%Y%m%d%H%M%S}"


def _hand_in(store: Store, task: BillPage) -> bool:
    """Hand in a page; False where it was within the hour: the first, by any run."""
    name = name_of("page", task.month, task.part, task.after, task.run if task.after else "")
    return store.queues.add(TASK, name, {k: str(v) for k, v in task.model_dump().items()})


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
