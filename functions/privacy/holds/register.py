"""The register of legal holds: set by one admin, released by two; and what is held now.

`held` is what erasure and retention ask before something goes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from accounts.models import Clinic, Lab, User
from core import audit
from core.context import Context
from core.documents import Document
from core.idempotency import once
from core.machines import Party
from core.queries import Query
from core.store import Store
from core.units import UnitOfWork
from privacy.holds.errors import HoldSubjectNotFound, LegalHoldNotFound, OwnRelease
from privacy.holds.requests import HoldNow, HoldRow, Holds, ListHolds, ReleaseHold, SetHold
from privacy.holds.states import HOLD, HoldAction
from privacy.inventory.subjects import DataSubject
from privacy.models import LegalHold, LegalHoldState
from scans.patients.models import Patient

BY_STATE = Query(LegalHold, where=(("state", "=="),), order=(("set_at", "ASCENDING"),))
IN_FORCE = Query(LegalHold, (("state", "in"),))

#: What still holds.
HOLDING = (LegalHoldState.ACTIVE, LegalHoldState.RELEASING)

_SUBJECTS: tuple[type[Document], ...] = (User, Clinic, Lab, Patient)
_WORD = re.compile(r"[A-Za-z0-9]+")


# --- what admins do ------------------------------------------------------------------------------


def set_hold(ctx: Context, request: SetHold) -> HoldNow:
    """Set a hold. Two reads, three writes.

    Raises:
        HoldSubjectNotFound, KeyReused.
    """

    def work(unit: UnitOfWork) -> HoldNow:
        if not _stands(unit, request.subject):
            raise HoldSubjectNotFound
        state = HOLD.must(None, HoldAction.SET, Party.ADMIN).to
        said = request.model_dump(exclude={"idempotency_key"})
        by = {"set_by": ctx.caller.uid, "set_at": ctx.clock.now()}
        made = LegalHold(state=state, **said, **by).placed(ctx.store.new_id())
        unit.create(made, made.id)
        audit.record(unit, ctx, "privacy.set_hold", LegalHold.path_for(made.id))
        return _now(made)

    return once(ctx, "privacy/set_hold", request.idempotency_key, request, HoldNow, work)


def release(ctx: Context, request: ReleaseHold) -> HoldNow:
    """Take a step towards letting go of a hold, or back. One read, two writes.

    Taken already, it changes nothing.

    Raises:
        HoldNotFound, WrongHoldState.
        OwnRelease: who asked confirms it.
    """
    action = HoldAction(request.action)

    def work(unit: UnitOfWork) -> HoldNow:
        found = unit.get(LegalHold, request.hold_id)
        if found is None:
            raise LegalHoldNotFound
        step = HOLD.step(found.state, action, Party.ADMIN)
        if step is None:
            return _now(found)
        changes = _by(ctx, found, action)
        audit.record(unit, ctx, f"privacy.{action}_hold", LegalHold.path_for(found.id))
        return _now(unit.change(found, state=step.to, **changes))

    return ctx.store.run(work)


def list_holds(ctx: Context, request: ListHolds) -> Holds:
    """Return one page of the holds in a state, the oldest first; it is on record.

    A read per hold, one write.

    Raises:
        CursorInvalid.
    """
    page = audit.page_shown(
        ctx,
        "privacy.list_holds",
        BY_STATE,
        request.state,
        limit=request.limit,
        cursor=request.cursor,
    )
    rows = [HoldRow(hold_id=each.id, **each.model_dump()) for each in page.items]
    return Holds(holds=rows, cursor=page.cursor)


def _stands(unit: UnitOfWork, path: str) -> bool:
    """Tell whether there is such a person or organisation: a slip would hold nothing. One read."""
    ids = path.split("/")[1::2]
    (model,) = (model for model in _SUBJECTS if _shape(model.path) == _shape(path))
    return unit.get(model, *ids) is not None


def _shape(path: str) -> list[str]:
    return path.split("/")[::2]


def _by(ctx: Context, found: LegalHold, action: HoldAction) -> dict[str, Any]:
    """Return who acted, as the hold notes it.

    Raises:
        OwnRelease.
    """
    who, now = ctx.caller.uid, ctx.clock.now()
    if action is HoldAction.ASK_RELEASE:
        return {"asked_by": who, "asked_at": now}
    if action is HoldAction.KEEP:
        return {"asked_by": None, "asked_at": None}
    if found.asked_by == who:
        raise OwnRelease
    return {"released_by": who, "released_at": now}


def _now(found: LegalHold) -> HoldNow:
    return HoldNow(hold_id=found.id, state=found.state)


# --- what erasure and retention ask --------------------------------------------------------------


@dataclass(frozen=True)
class HoldsInForce:
    """What is under a hold at one moment; false where nothing is.

    Attributes:
        store: where documents of the people who are held are found.
        holds: the holds in force.
    """

    store: Store
    holds: tuple[LegalHold, ...]

    def __bool__(self) -> bool:
        return bool(self.holds)

    def covers(self, document: Document) -> bool:
        """Tell whether a document, or whose it is, is held.

        The first question about a person's hold reads all that is held about them, once.
        """
        if not self.holds:
            return False
        said = list(_said(document.model_dump(mode="python")))
        if not self.organisations.isdisjoint(w for s in said for w in _WORD.findall(s)):
            return True
        if not self.organisations.isdisjoint(document.ids):
            return True
        return not self.paths.isdisjoint([document.path_for(*document.ids), *said])

    @cached_property
    def organisations(self) -> frozenset[str]:
        """The ids of clinics and labs that are held: all that names one of them is."""
        paths = [hold.subject.split("/") for hold in self.holds]
        return frozenset(path[1] for path in paths if _organisations(path))

    @cached_property
    def paths(self) -> frozenset[str]:
        """All paths at which something of a held person stands, as the inventory finds it."""
        from privacy.inventory import search  # seldom: while somebody is held

        subjects = [h.subject for h in self.holds if not _organisations(h.subject.split("/"))]
        found = {
            each.path
            for subject in subjects
            for each in search.everything(self.store, DataSubject.at(subject))
        }
        return frozenset({*subjects, *found})


def held(ctx: Context) -> HoldsInForce:
    """Return what is under a hold now. A read for each hold in force, and one where there is none.

    Read it anew for each batch of documents: a hold that is set meanwhile counts from then on.
    """
    return HoldsInForce(ctx.store, tuple(ctx.store.each(IN_FORCE, HOLDING)))


def forbids(ctx: Context, subject: DataSubject, spare: frozenset[str] = frozenset()) -> bool:
    """Tell whether an erasure would change something that is held: the person's own, or another's.

    Documents in `spare` stay anyway. One read where nothing is held; else all that is held about
    the person is read, and what is found becomes known.
    """
    now, own = held(ctx), subject.known.get("uid", set())
    if not now:
        return False
    from privacy.inventory import redaction, search  # as above

    return any(
        redaction.step(each.place, each.row, each.document, own).pending
        and now.covers(each.document)
        for each in search.everything(ctx.store, subject)
        if each.path not in spare
    )


def _organisations(path: list[str]) -> bool:
    return path[0] != "users" and len(path) == 2


def _said(value: object) -> Iterator[str]:
    """Yield every text that stands in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _said(name)
            yield from _said(inner)
    elif isinstance(value, list | tuple | set | frozenset):
        for inner in value:
            yield from _said(inner)
