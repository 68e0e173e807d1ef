"""Writes the timeline of a case: one event for each act, in the act's transaction."""

from datetime import datetime

from core.context import Context
from core.machines import Party
from core.store import Store
from core.units import UnitOfWork
from scans.cases.models import CaseEvent, Judged


def add(
    unit: UnitOfWork,
    ctx: Context,
    case_id: str,
    clinic_id: str,
    kind: str,
    party: Party,
    **refs: str,
) -> None:
    """Add what the caller did to a case. One write; `refs` are ids and codes."""
    entry = (kind, ctx.caller.uid, party, ctx.clock.now())
    add_for(unit, ctx.store, case_id, clinic_id, entry, None, **refs)


def add_for(
    unit: UnitOfWork,
    store: Store,
    case_id: str,
    clinic_id: str,
    entry: tuple[str, str, Party, datetime],
    scan: Judged | None,
    **refs: str,
) -> None:
    """Add what was done for somebody who is not calling: (what, uid, as which party, when).

    `scan` is the verdict, where it is one on a scan.
    """
    kind, actor, party, at = entry
    said = {"clinic_id": clinic_id, "actor": actor, "party": party, "scan": scan, "refs": refs}
    event = CaseEvent.model_validate({"kind": kind, "at": at, **said})
    unit.create(event, case_id, store.new_id())
