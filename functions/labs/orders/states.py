"""The state table of orders, and the sets of states that code decides by."""

from enum import StrEnum

from core.machines import Machine, Party, step_to
from labs.orders.errors import WrongOrderState
from labs.orders.models import OrderState

_S = OrderState


class OrderAction(StrEnum):
    """What can be done to an order."""

    PLACE = "place"  # the clinic orders; the price is set aside
    ACCEPT = "accept"  # the lab takes it on, or takes a remake on
    REJECT = "reject"  # the lab turns it down; what was set aside goes back
    START = "start"  # the lab begins to make it
    PUT_ON_HOLD = "put_on_hold"  # the work is interrupted, for a reason
    RESUME = "resume"  # the work goes on
    REQUEST_RESCAN = "request_rescan"  # the lab asks for new scans, for a reason
    SEND_RESCAN = "send_rescan"  # the clinic sends new scans
    FINISH = "finish"  # the lab has made it
    SHIP = "ship"  # the lab sends it off
    REPORT_LOST = "report_lost"  # the parcel did not arrive; a clinic waits some days first
    DELIVER = "deliver"  # it has arrived; at the first time the lab is paid
    COMPLETE = "complete"  # nobody finds fault with it any more
    REQUEST_REMAKE = "request_remake"  # the clinic wants it made anew, for a reason and at no price
    CANCEL = "cancel"  # it is called off; what was set aside goes back
    GIVE_BACK = "give_back"  # the lab does not make what it accepted; all that was paid goes back
    AMEND = "amend"  # the lab corrects the promised day or, once shipped, carrier and tracking
    CORRECT = "correct"  # the system follows a correction of the patient's record


_A = OrderAction


#: The lab has it and has not finished.
_AT_WORK = (_S.ACCEPTED, _S.IN_PRODUCTION)


#: A clinic may call it off until the lab has begun; afterwards an admin decides.
_UNBEGUN = (_S.PLACED, _S.ACCEPTED, _S.RESCAN_REQUESTED)


_BEGUN = (_S.IN_PRODUCTION, _S.ON_HOLD, _S.READY, _S.SHIPPED)


#: The lab may give it back: until it is made, and where it would have to be made anew.
_RETURNABLE = (*_AT_WORK, _S.ON_HOLD, _S.RESCAN_REQUESTED, _S.REMAKE_REQUESTED, _S.LOST)


#: What the lab said of its day, or of the parcel, may be corrected.
_AMENDABLE = (*_AT_WORK, _S.ON_HOLD, _S.READY, _S.SHIPPED)


#: Nothing follows these.
ENDED = frozenset({OrderState.REJECTED, OrderState.COMPLETED, OrderState.CANCELLED})


ORDER: Machine[OrderState, OrderAction] = Machine(
    "Order",
    "A clinic's order from a lab, under one number through new scans and remakes. It is paid for "
    "when it is first delivered; below is what becomes of the price where it ends otherwise.",
    {
        (None, _A.PLACE): step_to(_S.PLACED, Party.CLINIC),
        (_S.PLACED, _A.ACCEPT): step_to(_S.ACCEPTED, Party.LAB),
        (_S.PLACED, _A.REJECT): step_to(_S.REJECTED, Party.LAB),
        (_S.ACCEPTED, _A.START): step_to(_S.IN_PRODUCTION, Party.LAB),
        **{(s, _A.PUT_ON_HOLD): step_to(_S.ON_HOLD, Party.LAB, Party.ADMIN) for s in _AT_WORK},
        (_S.ON_HOLD, _A.RESUME): step_to(_S.IN_PRODUCTION, Party.LAB, Party.ADMIN),
        **{(s, _A.REQUEST_RESCAN): step_to(_S.RESCAN_REQUESTED, Party.LAB) for s in _AT_WORK},
        (_S.RESCAN_REQUESTED, _A.SEND_RESCAN): step_to(_S.ACCEPTED, Party.CLINIC),
        (_S.IN_PRODUCTION, _A.FINISH): step_to(_S.READY, Party.LAB),
        (_S.READY, _A.SHIP): step_to(_S.SHIPPED, Party.LAB),
        (_S.SHIPPED, _A.DELIVER): step_to(_S.DELIVERED, Party.CLINIC, Party.ADMIN),
        (_S.DELIVERED, _A.COMPLETE): step_to(_S.COMPLETED, Party.CLINIC, Party.ADMIN, Party.SYSTEM),
        (_S.DELIVERED, _A.REQUEST_REMAKE): step_to(_S.REMAKE_REQUESTED, Party.CLINIC),
        (_S.REMAKE_REQUESTED, _A.ACCEPT): step_to(_S.ACCEPTED, Party.LAB, Party.ADMIN),
        # By the system when the consent is withdrawn: nobody may work with the files any more, so
        # there will be no remake; what was delivered stays, and stays paid.
        (_S.REMAKE_REQUESTED, _A.COMPLETE): step_to(
            _S.COMPLETED, Party.CLINIC, Party.ADMIN, Party.SYSTEM
        ),
        **{
            (s, _A.CANCEL): step_to(_S.CANCELLED, Party.CLINIC, Party.ADMIN, Party.SYSTEM)
            for s in (*_UNBEGUN, _S.LOST)
        },
        **{(s, _A.CANCEL): step_to(_S.CANCELLED, Party.ADMIN, Party.SYSTEM) for s in _BEGUN},
        **{(s, _A.GIVE_BACK): step_to(_S.REJECTED, Party.LAB) for s in _RETURNABLE},
        (_S.SHIPPED, _A.REPORT_LOST): step_to(_S.LOST, Party.CLINIC, Party.LAB, Party.ADMIN),
        (_S.LOST, _A.ACCEPT): step_to(_S.ACCEPTED, Party.LAB, Party.ADMIN),
        (_S.LOST, _A.DELIVER): step_to(_S.DELIVERED, Party.CLINIC, Party.ADMIN),
        **{(s, _A.AMEND): step_to(s, Party.LAB) for s in _AMENDABLE},
        # Whom it is for, when the clinic corrects the patient's record. What is over keeps what it
        # said: that is what the work was made by.
        **{(s, _A.CORRECT): step_to(s, Party.SYSTEM) for s in sorted(set(_S) - ENDED)},
    },
    WrongOrderState,
    {
        _A.REJECT: ("reason",),
        _A.PUT_ON_HOLD: ("reason",),
        _A.REQUEST_RESCAN: ("reason",),
        _A.SEND_RESCAN: ("file_ids",),
        _A.SHIP: ("shipment",),
        _A.REQUEST_REMAKE: ("reason",),
        _A.CANCEL: ("reason",),
        _A.GIVE_BACK: ("reason",),
    },
)


#: How an order ends whose consent is withdrawn. What is not here is over, or was delivered: nothing
#: more is shared for it, and the clinic has what it paid for.
STOPPED_BY: dict[OrderState, OrderAction] = {
    **{
        s: a
        for (s, a), step in ORDER.table.items()
        if s and a is _A.CANCEL and Party.SYSTEM in step.who
    },
    _S.REMAKE_REQUESTED: _A.COMPLETE,
}


#: In these an order follows what its clinic corrects.
CORRECTED = frozenset(s for s, a in ORDER.table if s and a is _A.CORRECT)


#: In these states files may go along with messages. Scans that are to be made anew, and what does
#: not fit, are talked about with photographs; an order that was called off is nobody's work.
ATTACHING = frozenset(OrderState) - {_S.REJECTED, _S.CANCELLED}


#: In these states the lab may fetch the files.
LINKING = frozenset(
    {
        _S.PLACED,
        _S.ACCEPTED,
        _S.IN_PRODUCTION,
        _S.ON_HOLD,
        _S.READY,
        _S.REMAKE_REQUESTED,
        _S.LOST,
    }
)


#: The lab has it, and has not sent it.
AT_WORK = frozenset(
    {OrderState.ACCEPTED, OrderState.IN_PRODUCTION, OrderState.ON_HOLD, OrderState.READY}
)
