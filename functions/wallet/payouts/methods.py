"""Where a lab is paid: set by its owners, told to all of them, shown masked."""

from core import audit, settings
from core.access import Role
from core.context import Context
from core.errors import NotOwner, RoleNotAllowed
from core.units import UnitOfWork
from messaging.service import Audience, Notice, notify
from wallet.payouts import calendar
from wallet.payouts.models import PayoutMethod
from wallet.payouts.requests.payouts import GetPayoutMethod, PayoutMethodShown, SetPayoutMethod


def lab_of(ctx: Context) -> str:
    """Return the id of the caller's lab.

    Raises:
        RoleNotAllowed: the caller acts for none; callables let only labs come here.
    """
    if ctx.caller.role is not Role.LAB or ctx.caller.org is None:
        raise RoleNotAllowed
    return ctx.caller.org


def set_method(ctx: Context, request: SetPayoutMethod) -> PayoutMethodShown:
    """Store where the caller's lab is paid. One read, three writes.

    A changed account is told to all owners, and payouts to it wait. The same account again, with
    another wish for the schedule, is no change of the account.

    Raises:
        NotOwner: only owners say where the money goes.
    """
    lab_id, now = lab_of(ctx), ctx.clock.now()
    if not ctx.caller.owner:
        raise NotOwner

    def work(unit: UnitOfWork) -> PayoutMethod:
        before = unit.get(PayoutMethod, lab_id)
        said = PayoutMethod(
            **request.details(),
            since=now,
            automatic=request.automatic,
            next_at=calendar.next_day(settings.PAYOUT_SCHEDULE.value, now),
        )
        same = before is not None and said.same(before)
        after = said.model_copy(update={"since": before.since}) if before and same else said
        unit.put(after.placed(lab_id), lab_id)
        audit.record(unit, ctx, "wallet.set_payout_method", PayoutMethod.path_for(lab_id))
        if not same:
            owners = Audience.organisation(Role.LAB, lab_id, owners=True)
            notify(unit, ctx.store, ctx.clock, owners, Notice.PAYOUT_METHOD_CHANGED, lab=lab_id)
        return after

    return _shown(ctx.store.run(work))


def method(ctx: Context, _: GetPayoutMethod) -> PayoutMethodShown:
    """Tell where the caller's lab is paid, masked. One read."""
    return _shown(ctx.store.get(PayoutMethod, lab_of(ctx)))


def _shown(found: PayoutMethod | None) -> PayoutMethodShown:
    if found is None:
        return PayoutMethodShown(kind=None, to=None, since=None, automatic=False)
    return PayoutMethodShown(
        kind=found.kind, to=found.mask, since=found.since, automatic=found.automatic
    )
