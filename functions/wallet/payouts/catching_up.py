"""Catches up with the gateway's payouts: what became of each where no event told.

A webhook that fails for a day is switched off, and its events are lost for good. So what was sent,
and what was paid not long ago, is looked for at the gateway every night, and taken in as its event
would have been.
"""

import time
from datetime import timedelta

from core import log
from core.context import Context
from core.queries import Query
from wallet.payouts import gateway_events
from wallet.payouts.errors import PayoutGatewayNotConfigured, PayoutGatewayUnavailableError
from wallet.payouts.listing import IN_STATES
from wallet.payouts.models import Payout, PayoutState
from wallet.payouts.payout_gateway import GatewayRefusedError, PayoutGateway

PAID_SINCE = Query(Payout, (("state", "=="), ("ended_at", ">=")), (("ended_at", "DESCENDING"),))

#: How long what was paid is looked for. Banks return a transfer that they cannot credit within
#: hours or days (RBI, NEFT procedural guidelines: two hours after the batch); this leaves time for
#: an account that is closed later, and for a webhook that nobody switched on again.
LOOKED_FOR = timedelta(days=30)
#: Payouts of either kind that are looked for in one night.
MOST = 500
#: Answers that may fail before the gateway is left alone until the next night.
_MOST_FAILURES = 5


def nightly(ctx: Context, *, seconds: float) -> int | None:
    """Catch up with the gateway of the settings, until the time is over; None without an account.

    A read for each payout and a request to the gateway; what it says costs as its event.

    Raises:
        Busy: what was booked by then stays; run it again.
    """
    try:
        at = PayoutGateway.configured()
    except PayoutGatewayNotConfigured:
        return None
    return catch_up(ctx, at, seconds=seconds)


def catch_up(ctx: Context, at: PayoutGateway, *, seconds: float) -> int:
    """Look for what was sent, and for what was paid of late; how many payouts that booked.

    Raises:
        Busy.
    """
    deadline, failures, booked = time.monotonic() + seconds, 0, 0
    waiting = _waiting(ctx)
    for number, payout in enumerate(waiting):
        if time.monotonic() > deadline or failures >= _MOST_FAILURES:
            log.warn("payouts not caught up with", left=len(waiting) - number)
            break
        try:
            told = _told(ctx, at, payout)
        except (PayoutGatewayUnavailableError, GatewayRefusedError) as err:
            log.failure("payout not looked for", err, payout=payout.id)
            failures += 1
            continue
        booked += told is gateway_events.Told.BOOKED
        if told in gateway_events.ALARMS:
            log.warn("payout differs", payout=payout.id, outcome=told)
    return booked


def _waiting(ctx: Context) -> list[Payout]:
    """Return what is looked for: the longest under way first, then the last that was paid."""
    sent: list[Payout] = ctx.store.find(IN_STATES, [PayoutState.SENT], limit=MOST)
    since = ctx.clock.now() - LOOKED_FOR
    paid: list[Payout] = ctx.store.find(PAID_SINCE, PayoutState.PAID, since, limit=MOST)
    return sent + [each for each in paid if each.batch_id is None]


def _told(ctx: Context, at: PayoutGateway, payout: Payout) -> gateway_events.Told:
    found = at.find(payout.id)
    return gateway_events.tell(ctx, found) if found else gateway_events.missing(ctx, payout.id)
