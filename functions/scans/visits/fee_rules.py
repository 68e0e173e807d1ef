"""What the end of a visit sells: one table, of who caused what since the clinic asked for it."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from scans.visits.models import Visit, VisitAction, VisitCause, VisitChange, VisitState

#: In these somebody is assigned whom another assignment replaces.
_TAKEN = frozenset({VisitState.ASSIGNED, VisitState.ACCEPTED})


class Commitment(StrEnum):
    """What the clinic is bound to by the steps of a visit so far."""

    OPEN = "open"  # no operator has accepted the time that stands
    ACCEPTED = "accepted"  # an operator accepted a time that the clinic offered, or was received
    MOVED = "moved"  # the clinic moved an accepted visit, and no operator was lost since
    IMPOSED = "imposed"  # others than the clinic chose the times that stand


class FeeEvent(StrEnum):
    """What a step means for the fee; steps that mean nothing are not listed."""

    ACCEPTED = "accepted"  # an operator accepts
    LOST = "lost"  # the operator declines, is replaced by an admin, or its account is shut out
    MOVED = "moved"  # the clinic, or an admin on its account, offers other times
    IMPOSED = "imposed"  # an admin chooses other times, on anybody else's account
    RECEIVED = "received"  # the clinic receives the operator, who begins to scan


_C, _E = Commitment, FeeEvent

#: How each event changes the commitment.
COMMITMENTS: Mapping[tuple[Commitment, FeeEvent], Commitment] = {
    (_C.OPEN, _E.ACCEPTED): _C.ACCEPTED,
    (_C.OPEN, _E.LOST): _C.OPEN,
    (_C.OPEN, _E.MOVED): _C.OPEN,
    (_C.OPEN, _E.IMPOSED): _C.IMPOSED,
    (_C.OPEN, _E.RECEIVED): _C.ACCEPTED,
    (_C.ACCEPTED, _E.ACCEPTED): _C.ACCEPTED,
    (_C.ACCEPTED, _E.LOST): _C.OPEN,
    (_C.ACCEPTED, _E.MOVED): _C.MOVED,
    (_C.ACCEPTED, _E.IMPOSED): _C.IMPOSED,
    (_C.ACCEPTED, _E.RECEIVED): _C.ACCEPTED,
    (_C.MOVED, _E.ACCEPTED): _C.ACCEPTED,
    (_C.MOVED, _E.LOST): _C.OPEN,
    (_C.MOVED, _E.MOVED): _C.MOVED,
    (_C.MOVED, _E.IMPOSED): _C.IMPOSED,
    (_C.MOVED, _E.RECEIVED): _C.ACCEPTED,
    (_C.IMPOSED, _E.ACCEPTED): _C.IMPOSED,
    (_C.IMPOSED, _E.LOST): _C.IMPOSED,
    (_C.IMPOSED, _E.MOVED): _C.OPEN,
    (_C.IMPOSED, _E.IMPOSED): _C.IMPOSED,
    (_C.IMPOSED, _E.RECEIVED): _C.ACCEPTED,
}

#: What an end sells, in the wallet's words; None for nothing. What is not listed sells nothing.
FEES: Mapping[tuple[VisitState, VisitCause, Commitment], str | None] = {
    **{(VisitState.COMPLETED, cause, at): "visit" for cause in VisitCause for at in _C},
    **{(VisitState.NO_SHOW, VisitCause.CLINIC, at): "no_show" for at in _C},
    (VisitState.NO_SHOW, VisitCause.CLINIC, _C.IMPOSED): None,
    **{(VisitState.CANCELLED, cause, at): None for cause in VisitCause for at in _C},
    (VisitState.CANCELLED, VisitCause.CLINIC, _C.ACCEPTED): "late_cancellation",
    (VisitState.CANCELLED, VisitCause.CLINIC, _C.MOVED): "late_cancellation",
}


def sold(visit: Visit, end: VisitState, cause: VisitCause) -> str | None:
    """Return what the clinic pays for at an end, in the wallet's words; None for nothing."""
    return FEES.get((end, cause, commitment(visit)))


def commitment(visit: Visit) -> Commitment:
    """Return what the clinic is bound to by the steps of a visit so far."""
    return after(visit.changes, *_before(visit))


def after(
    changes: Sequence[VisitChange],
    bound: Commitment = Commitment.OPEN,
    state: VisitState | None = None,
) -> Commitment:
    """Return the commitment after some steps, from the commitment and the state before them."""
    for change in changes:
        event = _event(change, state)
        bound, state = COMMITMENTS[bound, event] if event else bound, change.state
    return bound


def _event(change: VisitChange, state: VisitState | None) -> FeeEvent | None:
    """Return what a step means for the fee; `state` is where the visit stood."""
    match change.action:
        case VisitAction.ACCEPT:
            return FeeEvent.ACCEPTED
        case VisitAction.DECLINE | VisitAction.RELEASE:
            return FeeEvent.LOST
        case VisitAction.ASSIGN if state in _TAKEN:
            return FeeEvent.LOST
        case VisitAction.RESCHEDULE:
            return FeeEvent.MOVED if change.cause is VisitCause.CLINIC else FeeEvent.IMPOSED
        case VisitAction.BEGIN:
            return FeeEvent.RECEIVED
        case _:
            return None


def _before(visit: Visit) -> tuple[Commitment, VisitState | None]:
    """Return where the steps on record begin; of a visit from before, its times tell the rest.

    The causes were not on record then: who had accepted last, and had not declined, counts.
    """
    if visit.changes and visit.changes[0].action is VisitAction.REQUEST:
        return Commitment.OPEN, None
    first = visit.changes[0].at if visit.changes else None
    times = {state: at for state, at in visit.times.items() if first is None or at < first}
    accepted, declined = times.get(VisitState.ACCEPTED), times.get(VisitState.DECLINED)
    awaited = accepted is not None and (declined is None or declined < accepted)
    latest = max(times, key=lambda state: times[state], default=None)
    return Commitment.ACCEPTED if awaited else Commitment.OPEN, latest
