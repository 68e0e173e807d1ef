"""The callables of orders."""

from core.access import ADMINS, CLINICS, ORG_ROLES
from core.callables import callable_function
from core.context import Context
from core.errors import DoneOtherwise, KeyReused
from core.idempotency import Request
from labs.orders import errors, placement, transitions
from labs.orders import requests as order_forms
from labs.orders.models import Order
from scans import service as scans
from wallet import service as wallet


@callable_function(
    request=order_forms.PlaceOrder,
    response=order_forms.OrderPlaced,
    roles=CLINICS,
    submits=True,
    begins=True,
    raises=(scans.CaseNotFound, errors.OrderRefused, KeyReused),
    locks=(Request, placement.wanted),
    follows=placement.FOLLOWS,
)
def place_order(ctx: Context, data: order_forms.PlaceOrder) -> order_forms.OrderPlaced:
    """Order work on a case from a lab; whatever speaks against it is told at once."""
    return placement.place(ctx, data)


@callable_function(
    request=order_forms.CheckOrder,
    response=order_forms.OrderChecked,
    roles=CLINICS,
    raises=(scans.CaseNotFound,),
    locks=(placement.wanted,),
    follows=placement.FOLLOWS,
)
def check_order(ctx: Context, data: order_forms.CheckOrder) -> order_forms.OrderChecked:
    """Tell what speaks against an order while it is written, and what its scans lack."""
    return placement.check(ctx, data)


@callable_function(
    request=order_forms.MoveOrder,
    response=order_forms.OrderNow,
    roles=ORG_ROLES | ADMINS,
    raises=(
        errors.OrderNotFound,
        errors.WrongOrderState,
        errors.ReasonNeeded,
        errors.ShipmentNeeded,
        errors.FilesNeeded,
        errors.AmendmentNeeded,
        errors.DayNotPossible,
        errors.ParcelUnderWay,
        errors.LossUnanswered,
        errors.LabCannotRefund,
        errors.OrderRefused,
        DoneOtherwise,
        scans.CaseNotFound,
        wallet.InsufficientFunds,
        KeyReused,
    ),
    locks=(Request, Order),
)
def move_order(ctx: Context, data: order_forms.MoveOrder) -> order_forms.OrderNow:
    """Take an order one step on, from accepting it to completing it."""
    return transitions.move(ctx, data)
