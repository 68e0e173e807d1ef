"""Asking for payouts: by the lab, or by the platform's schedule; and taking them back."""

import hashlib
from datetime import timedelta

from core import audit, log, settings
from core.access import Caller
from core.clock import day_of
from core.context import Context
from core.errors import KeyReused, NotOwner, ScannerError
from core.queries import Query
from core.reading import Key
from core.units import UnitOfWork
from messaging.service import Audience, Notice, notify
from wallet.ledger.callers import order_by, order_of
from wallet.ledger.errors import AmountTooLarge
from wallet.ledger.models import Wallet
from wallet.payouts import booking, calendar
from wallet.payouts.errors import PayoutMethodMissing, PayoutTooSmall
from wallet.payouts.methods import lab_of
from wallet.payouts.models import MethodKind, Payout, PayoutMethod
from wallet.payouts.requests.payouts import (
    CancelPayout,
    PayoutMoved,
    PayoutRequested,
    RequestPayout,
)
from wallet.payouts.states import PAYOUT, PayoutAction

DUE = Query(PayoutMethod, (("automatic", "=="), ("next_at", "<=")), (("next_at", "ASCENDING"),))

#: Labs that one sweep asks for; what is left comes with the next one.
MOST = 100
#: One payment by UPI is a lakh of rupees at most.
#: Source: NPCI, UPI circular 82 of 2019 and its FAQ, "transaction limit".
UPI_MOST = 10_000_000


def request(ctx: Context, body: RequestPayout) -> PayoutRequested:
    """Ask for a payout of the caller's lab; its money is set aside. Three reads, seven writes.

    A retry reads once. It can be asked for while the lab's erasure cools off: that waits for an
    empty wallet.

    Raises:
        NotOwner, PayoutMethodMissing, PayoutTooSmall, InsufficientFunds, KeyReused.
        AmountTooLarge: UPI takes no such amount at once.
    """
    lab_id = _owned(ctx)
    order = order_of(ctx, "wallet/request_payout", body.idempotency_key, body)

    def work(unit: UnitOfWork) -> Payout:
        before = unit.get(Payout, order.transaction_id)
        if before is not None and before.fingerprint != order.fingerprint:
            raise KeyReused
        return before or _made(
            unit, ctx, lab_id, order.transaction_id, body.paise, order.fingerprint
        )

    made = ctx.store.run(work)
    return PayoutRequested(
        payout_id=made.id, paise=made.paise, to=made.to, waits_until=made.waits_until
    )


def wanted(caller: Caller, body: RequestPayout) -> list[Key]:
    """Return the payout that the key stands for, which `request` looks for."""
    order = order_by(caller, "wallet/request_payout", body.idempotency_key, body)
    return [(Payout, order.transaction_id)]


def cancel(ctx: Context, body: CancelPayout) -> PayoutMoved:
    """Take a payout of the caller's lab back before it is approved. A retry changes nothing.

    Raises:
        NotOwner, PayoutNotFound, WrongPayoutState.
    """
    lab_id = _owned(ctx)

    def work(unit: UnitOfWork) -> Payout:
        payout = booking.found(unit, body.payout_id, lab_id)
        if PAYOUT.step(payout.state, PayoutAction.CANCEL) is None:
            return payout
        return booking.take(unit, ctx, payout, PayoutAction.CANCEL)

    after = ctx.store.run(work)
    return PayoutMoved(payout_id=after.id, state=after.state)


def ask_on_schedule(ctx: Context) -> int:
    """Ask for what labs have that want to be paid by themselves; how many payouts that made.

    Nothing is read where there is no schedule; else three reads and a write for each lab whose day
    has come, and two reads and seven writes more where that makes a payout. Twice, and late, it
    asks once: a payday of a lab is one id. What fails for one lab stops no other.
    """
    if not settings.PAYOUT_SCHEDULE.value:
        return 0
    found: list[PayoutMethod] = ctx.store.find(DUE, True, ctx.clock.now(), limit=MOST, lenient=True)
    return sum(_tried(ctx, each.id) for each in found)


def _tried(ctx: Context, lab_id: str) -> bool:
    try:
        return ask_for(ctx, lab_id)
    except ScannerError as err:  # the next sweep tries again
        log.failure("payday failed", err, lab=lab_id)
        return False


def ask_for(ctx: Context, lab_id: str) -> bool:
    """Ask for what one lab has, if a payday of its has come; tell whether that made a payout."""
    return ctx.store.run(lambda unit: _on_schedule(unit, ctx, lab_id))


def _owned(ctx: Context) -> str:
    if not ctx.caller.owner:
        raise NotOwner
    return lab_of(ctx)


def _on_schedule(unit: UnitOfWork, ctx: Context, lab_id: str) -> bool:
    method = unit.get(PayoutMethod, lab_id)
    now, schedule = ctx.clock.now(), settings.PAYOUT_SCHEDULE.value
    if method is None or not method.automatic or method.next_at > now:
        return False
    wallet = unit.get(Wallet, lab_id)
    payday = calendar.is_payday(schedule, day_of(method.next_at))
    paise = min(wallet.available if wallet else 0, _most(method))
    wanted = payday and paise >= settings.PAYOUT_LEAST.value
    key = f"payouts/{lab_id}/{method.next_at.isoformat()}"
    payout_id = hashlib.sha256(key.encode()).hexdigest()[:40]
    if wanted:
        _made(unit, ctx, lab_id, payout_id, paise, "")
    unit.put(
        method.model_copy(update={"next_at": calendar.next_day(schedule, now)}).placed(lab_id),
        lab_id,
    )
    log.info("payday", lab=lab_id, payout=payout_id if wanted else None)
    return wanted


def _made(
    unit: UnitOfWork, ctx: Context, lab_id: str, payout_id: str, paise: int, fingerprint: str
) -> Payout:
    method, now = unit.get(PayoutMethod, lab_id), ctx.clock.now()
    if method is None:
        raise PayoutMethodMissing
    if paise < settings.PAYOUT_LEAST.value:
        raise PayoutTooSmall(least_paise=settings.PAYOUT_LEAST.value)
    if paise > (most := _most(method)):
        raise AmountTooLarge(limit_paise=most)
    hold_id, write = booking.set_aside(unit, ctx, payout_id, lab_id, paise)
    waits = method.since + timedelta(hours=settings.PAYOUT_WAIT_HOURS.value)
    payout = Payout(
        lab_id=lab_id,
        paise=paise,
        to=method.mask,
        method_since=method.since,
        waits_until=max(now, waits),
        hold_id=hold_id,
        requested_by=ctx.caller.uid,
        requested_at=now,
        fingerprint=fingerprint,
    ).placed(payout_id)
    write()
    unit.create(payout, payout_id)
    audit.record(unit, ctx, "wallet.request_payout", Payout.path_for(payout_id))
    notify(unit, ctx.store, ctx.clock, Audience.queue(), Notice.PAYOUT_REQUESTED, payout=payout_id)
    return payout


def _most(method: PayoutMethod) -> int:
    """Return the most that one payout by a method is, in paise: a crore, or what UPI takes."""
    return UPI_MOST if method.kind is MethodKind.UPI else 1_000_000_000
