"""Files for the bank: made of approved payouts, each in one file, handed out by a signed link."""

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from core import audit, links
from core.blobs import Blobs
from core.context import Context
from core.errors import Busy, KeyReused
from core.objects import StoredObject
from core.store import Store
from core.units import UnitOfWork
from wallet.ledger.callers import order_of
from wallet.ledger.models import Wallet
from wallet.payouts import bank_file, booking
from wallet.payouts.approving import owed_by
from wallet.payouts.errors import NothingToExport, PayoutFileGone, PayoutNotFound
from wallet.payouts.models import Paid, Payout, PayoutBatch, PayoutMethod, PayoutState
from wallet.payouts.requests.payouts import (
    ExportPayouts,
    GetPayoutFile,
    LeftOut,
    PayoutFile,
    PayoutsExported,
    Unready,
)
from wallet.payouts.states import PAYOUT, PayoutAction

#: Days that a file can be fetched; the bucket's lifecycle takes it away then.
FILE_DAYS = 7
#: How often a file is made anew because something changed under way.
_ATTEMPTS = 5


class _ChangedError(Exception):
    """A payout or an account changed while the file was made."""


@dataclass(frozen=True)
class _Draft:
    ready: list[tuple[Payout, PayoutMethod]]
    left_out: list[LeftOut]


def export(ctx: Context, blobs: Blobs, body: ExportPayouts) -> PayoutsExported:
    """Make a file for the bank of approved payouts; `file_link` hands it out.

    Those that cannot go are left out, each with the reason. Two reads and two writes, and six
    reads and a write for each payout. The same key gives the same file.

    Raises:
        NothingToExport, KeyReused, Busy.
    """
    order = order_of(ctx, "wallet/export_payouts", body.idempotency_key, body)
    batch_id = order.transaction_id
    for _ in range(_ATTEMPTS):
        before = ctx.store.get(PayoutBatch, batch_id)
        if before is not None and before.fingerprint != order.fingerprint:
            raise KeyReused
        draft = _draft(ctx.store, body.payout_ids)
        if before is not None:
            return _exported(before, draft)
        if not draft.ready:
            raise NothingToExport(
                left_out=[each.model_dump(mode="json") for each in draft.left_out]
            )
        # Written before it is claimed: what is claimed can be fetched, whatever dies in between.
        data = bank_file.written(draft.ready)
        digest = hashlib.sha256(data).hexdigest()[:32]
        file = blobs.write(f"payouts/{batch_id}/{digest}.csv", data, "text/csv")
        batch = _batch(ctx, draft, file, order.fingerprint).placed(batch_id)
        with suppress(_ChangedError):
            ctx.store.run(partial(_claim, ctx=ctx, draft=draft, batch=batch))
            return _exported(batch, draft)
    raise Busy


def file_link(ctx: Context, blobs: Blobs, body: GetPayoutFile) -> PayoutFile:
    """Sign a link to a file that was made; its audit entry is committed before. A read, a write.

    Raises:
        PayoutNotFound: there is no such batch.
        PayoutFileGone.
    """
    batch = ctx.store.get(PayoutBatch, body.batch_id)
    if batch is None:
        raise PayoutNotFound
    if ctx.clock.now() >= batch.file_until:
        raise PayoutFileGone
    path = PayoutBatch.path_for(batch.id)
    ctx.store.run(lambda unit: audit.record(unit, ctx, "wallet.link_payout_file", path))
    link = links.to_object(blobs, batch.file, f"payouts-{batch.id}.csv")
    return PayoutFile(batch_id=batch.id, url=link.url, expires_at=link.expires_at)


def _draft(store: Store, payout_ids: Sequence[str]) -> _Draft:
    """Read payouts and the accounts that they go to, and tell those that can go from the others."""
    wanted = sorted(set(payout_ids))
    payouts = store.several(Payout, *wanted)
    labs = sorted({each.lab_id for each in payouts if each is not None})
    methods = dict(zip(labs, store.several(PayoutMethod, *labs), strict=True))
    owed = dict(zip(labs, map(owed_by, store.several(Wallet, *labs)), strict=True))
    ready, left_out = [], []
    for payout_id, payout in zip(wanted, payouts, strict=True):
        method = methods[payout.lab_id] if payout else None
        if payout is None or payout.state is not PayoutState.APPROVED:
            why = Unready.NOT_FOUND if payout is None else Unready.NOT_APPROVED
            left_out.append(LeftOut(payout_id=payout_id, reason=why))
        elif method is None or method.since != payout.method_since:
            left_out.append(LeftOut(payout_id=payout_id, reason=Unready.METHOD_CHANGED))
        elif owed[payout.lab_id]:
            left_out.append(LeftOut(payout_id=payout_id, reason=Unready.LAB_IN_DEBT))
        else:
            ready.append((payout, method))
    return _Draft(ready, left_out)


def _batch(ctx: Context, draft: _Draft, file: StoredObject, fingerprint: str) -> PayoutBatch:
    paid = [Paid(payout_id=payout.id, paise=payout.paise) for payout, _ in draft.ready]
    now = ctx.clock.now()
    return PayoutBatch(
        payouts=paid,
        total=sum(each.paise for each in paid),
        count=len(paid),
        file=file,
        file_until=now + timedelta(days=FILE_DAYS),
        made_by=ctx.caller.uid,
        made_at=now,
        fingerprint=fingerprint,
    )


def _claim(unit: UnitOfWork, ctx: Context, draft: _Draft, batch: PayoutBatch) -> None:
    """Put the payouts into the batch, if they and their accounts are as the file has them.

    Nor may a lab owe the platform anything by now.
    """
    if unit.get(PayoutBatch, batch.id) is not None:
        raise _ChangedError
    now = [booking.found(unit, payout.id) for payout, _ in draft.ready]
    methods = {each.id: unit.get(PayoutMethod, each.id) for _, each in draft.ready}
    if any(owed_by(unit.get(Wallet, lab_id)) for lab_id in methods):
        raise _ChangedError
    for payout, (_, method) in zip(now, draft.ready, strict=True):
        current = methods[method.id]
        if not PAYOUT.allows(payout.state, PayoutAction.EXPORT) or current is None:
            raise _ChangedError
        if current.since != payout.method_since or not current.same(method):
            raise _ChangedError
    unit.create(batch, batch.id)
    for payout in now:
        to = PAYOUT.must(payout.state, PayoutAction.EXPORT).to
        unit.change(payout, state=to, batch_id=batch.id)
    audit.record(unit, ctx, "wallet.export_payouts", PayoutBatch.path_for(batch.id))


def _exported(batch: PayoutBatch, draft: _Draft) -> PayoutsExported:
    inside = {each.payout_id for each in batch.payouts}
    return PayoutsExported(
        batch_id=batch.id,
        count=batch.count,
        total_paise=batch.total,
        left_out=[each for each in draft.left_out if each.payout_id not in inside],
    )
