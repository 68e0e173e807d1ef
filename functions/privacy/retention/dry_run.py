"""The dry run of retention: counts what is due on a day, and changes nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import takewhile
from typing import Any

from core import periods
from core.audit import AuditEntry
from core.blobs import Blobs
from core.clock import start_of
from core.context import Context
from core.documents import Document
from core.jobs import Job, JobKind, JobState
from core.queries import Query
from privacy.holds.register import HoldsInForce
from privacy.retention import audit_entries
from privacy.retention.rules import ByQuery, Never, RetentionRow, Ttl, WhileActive, With
from privacy.retention.runs import BATCH, Errand
from privacy.retention.schedule import ROWS
from wallet.ledger.models import Wallet, WalletEntry
from wallet.ledger.queries import ENTRIES_AFTER

ENDINGS = Query(Job, (("kind", "=="), ("state", "==")))


@dataclass(frozen=True)
class Prospect:
    """What of one row is due.

    Attributes:
        row: the row.
        due: how many documents; None where nothing is looked for, see `words`.
        held: how many of them are under a hold, and stay.
        oldest: the event from which the longest due one was kept.
    """

    row: RetentionRow
    due: int | None = None
    held: int = 0
    oldest: datetime | None = None

    @property
    def words(self) -> str:
        """Say how its documents end, where nothing is looked for."""
        match self.row.how:
            case With(row):
                return f"with {row}"
            case Ttl(field):
                return f"by Firestore, at {field}"
            case WhileActive():
                return "with the account"
            case Never(reason):
                return f"never: {reason}"
            case _:
                return ""


@dataclass(frozen=True)
class _Standing:
    """A clock that stands at the end of a day."""

    at: datetime

    def now(self) -> datetime:
        """Return it."""
        return self.at


def of_day(ctx: Context, blobs: Blobs, held: HoldsInForce, day: date) -> Iterator[Prospect]:
    """Yield what is due on a day for each row, in the order of the table; nothing is changed.

    Reads every document that is due. Of a case, a patient or a ticket the root alone counts, and
    what goes with it is not looked at: a hold on a part of it shows on the day itself.
    """
    clock = _Standing(start_of(day + timedelta(days=1)) - datetime.resolution)
    then = replace(ctx, clock=clock)
    for row in ROWS:
        if isinstance(row.how, ByQuery):
            yield _counted(Errand(then, blobs, lambda: held, row))
        else:
            yield Prospect(row)


def endings(ctx: Context, day: date) -> int:
    """Count the erasures whose rest is due on a day: what they left on a ground. A read each."""
    ends = start_of(day + timedelta(days=1))
    found: Iterable[Job] = ctx.store.each(ENDINGS, JobKind.ERASURE_ENDS, JobState.DUE)
    return sum(job.due_at < ends for job in found)


def _counted(errand: Errand) -> Prospect:
    due = held = 0
    oldest: datetime | None = None
    for event, stays in _due(errand):
        due, held = due + 1, held + stays
        oldest = min(oldest or event, event)
    return Prospect(errand.row, due, held, oldest)


def _due(errand: Errand) -> Iterator[tuple[datetime, bool]]:
    """Yield from when each document that is due was kept, and whether a hold covers it."""
    if errand.row.model is WalletEntry:
        yield from _entries(errand)
    elif errand.row.model is AuditEntry:
        yield from _acts(errand)
    else:
        how, store = errand.row.found, errand.ctx.store
        for page in _pages(errand):
            over = [each for each in page if errand.row.is_due(each, errand.now)]
            waiting = how.waits(store, over, errand.now) if over else frozenset()
            for each in over:
                event = how.ended(each)
                if event is not None and each.path_for(*each.ids) not in waiting:
                    yield event, errand.held.covers(each)


def _entries(errand: Errand) -> Iterator[tuple[datetime, bool]]:
    store = errand.ctx.store
    for wallet in (wallet for page in _pages(errand) for wallet in page):
        under, stays = Wallet.path_for(wallet.id), errand.held.covers(wallet)
        last: WalletEntry | None = None
        while True:
            after = wallet.begins_after
            page = store.find(ENTRIES_AFTER, after, limit=BATCH, under=under, after=last)
            over = list(takewhile(lambda e: periods.due(errand.row.rule, e.at) <= errand.now, page))
            yield from ((entry.at, stays or errand.held.covers(entry)) for entry in over)
            if len(over) < BATCH:
                break
            last = over[-1]


def _acts(errand: Errand) -> Iterator[tuple[datetime, bool]]:
    last = audit_entries.last_over(errand.ctx)
    for entry in (entry for page in _pages(errand) for entry in page):
        if last is not None and audit_entries.covered(last, entry):
            yield entry.at, errand.held.covers(entry)


def _pages(errand: Errand) -> Iterator[list[Any]]:
    after: Document | None = None
    while page := errand.page(errand.ctx.store, after):
        yield page
        if len(page) < BATCH:
            return
        after = page[-1]
