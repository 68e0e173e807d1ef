"""Looks again, some time after an erasure, for what came back; it is erased as the rest was.

Who read a document before it went may write objects of it after the last look: pictures that are
drawn, a receipt, an archive. Its next transaction finds that the document is gone, and discards
them. Whoever dies between the two leaves objects that no document names, and the event that comes
again finds nothing that would lead to them. Their folders do, and the receipt remembers these.
"""

from datetime import datetime, timedelta

from core import audit, log
from core.blobs import Blobs
from core.context import Context
from core.jobs import Job
from privacy.erasure import receipts, replay
from privacy.erasure.eraser import HeldError
from privacy.erasure.tasks import LOOKS
from privacy.identity import AuthAccounts
from privacy.inventory import search

_AGAIN = timedelta(days=1)


def look_again(ctx: Context, blobs: Blobs, accounts: AuthAccounts, job: Job) -> datetime | None:
    """Erase once more what a receipt is about; when the job is due again.

    Objects that have come back are counted, in the log and the audit, before they go. Under a legal
    hold on what stayed nothing goes: the job comes back the next day. Costs what an erasure does
    that finds nothing, and a write where something came back.

    Raises:
        NotErasedError: something came back while it ran: another attempt is due.
    """
    request_id = job.id.removeprefix(LOOKS).partition("-")[2]
    receipt = receipts.read(blobs, request_id)
    if receipt is None:
        return None
    eraser = replay.eraser(ctx, blobs, accounts, receipt)
    if eraser.is_held():
        return ctx.clock.now() + _AGAIN
    if late := sum(1 for _ in search.left_in_bucket(blobs, eraser.subject)):
        log.warn("objects after erasure", receipt=request_id, objects=late)
        ctx.store.run(
            lambda unit: audit.record(
                unit, ctx, "privacy.erase_late", job.subject, objects=str(late)
            )
        )
    try:
        eraser.run(request_id)
    except HeldError:
        return ctx.clock.now() + _AGAIN
    return None
