"""Closes labs that take orders although nobody could make out an invoice to them.

No lab gets there by itself: `services` refuses it, and billing details are never taken away. It is
for labs that said that they take orders before that was asked, and for what an operator of the
platform corrects by hand.
"""

from functools import partial

from core import audit, log
from core.access import Role
from core.context import Context
from core.queries import Query
from core.units import UnitOfWork
from labs.catalogue.models import LabProfile
from messaging.service import Audience, Notice, notify
from wallet import service as wallet

#: Labs of one page.
_PAGE = 50

ACCEPTING = Query(LabProfile, where=(("accepting", "=="),), order=(("name", "ASCENDING"),))


def close_unbilled(ctx: Context) -> int:
    """Close every lab that takes orders and cannot be billed, and tell its owners; how many.

    A read for each page, three for each lab that takes orders; for one that is closed three writes.
    Again, it closes what is left.
    """
    closed, cursor = 0, None
    while True:
        page = ctx.store.page(ACCEPTING, True, limit=_PAGE, cursor=cursor)
        for lab in page.items:
            closed += ctx.store.run(partial(_close, ctx, lab.id))
        cursor = page.cursor
        if cursor is None:
            return closed


def _close(ctx: Context, lab_id: str, unit: UnitOfWork) -> int:
    profile = unit.get(LabProfile, lab_id)
    if profile is None or not profile.accepting or not wallet.lacks_billing(unit, lab_id):
        return 0
    unit.change(profile, accepting=False, updated_at=ctx.clock.now())
    audit.record(unit, ctx, "labs.close_unbilled", LabProfile.path_for(lab_id))
    owners = Audience.organisation(Role.LAB, lab_id, None)
    notify(unit, ctx.store, ctx.clock, owners, Notice.LAB_NOT_OPEN)
    log.info("lab closed: no billing details", lab=lab_id)
    return 1
