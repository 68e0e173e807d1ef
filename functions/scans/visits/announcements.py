"""Tells admins of a visit that was asked for, after the clinic has had its answer."""

from core import log
from core.clock import Clock
from core.store import Store
from core.units import UnitOfWork
from messaging.service import Notice, notify


def announce(store: Store, clock: Clock, visit_id: str) -> None:
    """Tell the admins of a visit, each once however often the event comes. A read, a write each."""
    from accounts import service as accounts  # the other functions of scans start faster

    admins = accounts.active_admins(store)

    def work(unit: UnitOfWork) -> None:
        for uid in admins:
            notify(
                unit,
                store,
                clock,
                uid,
                Notice.VISIT_REQUESTED,
                key=visit_id,
                visit=visit_id,
            )

    store.run(work)
    log.info("visit announced", visit=visit_id, admins=len(admins))
