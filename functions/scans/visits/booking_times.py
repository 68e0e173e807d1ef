"""Which times may be offered and booked, by the clock of whoever asks."""

from collections.abc import Sequence

from core.clock import months_later
from core.context import Context
from scans.visits.errors import SlotInPast, SlotTooFarAhead
from scans.visits.models import VisitSlot

#: How many months ahead a slot may begin: no clinic plans further, and no operator is booked.
_MONTHS_AHEAD = 12


def check(ctx: Context, slots: Sequence[VisitSlot]) -> None:
    """Refuse slots that have begun or are too far ahead; inside the transaction: retries come late.

    Raises:
        SlotInPast, SlotTooFarAhead.
    """
    now = ctx.clock.now()
    if any(slot.starts_at <= now for slot in slots):
        raise SlotInPast
    if any(slot.starts_at > months_later(now, _MONTHS_AHEAD) for slot in slots):
        raise SlotTooFarAhead
