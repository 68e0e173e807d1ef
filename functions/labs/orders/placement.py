"""Places an order: finds all that speaks against it first, and tells it at once."""

from core import audit
from core.access import Caller, Role
from core.context import Context
from core.following import Following
from core.idempotency import once
from core.machines import Party
from core.reading import Key
from core.units import UnitOfWork
from labs.catalogue.models import LabProfile, Service
from labs.orders import history
from labs.orders.drafting import OrderDraft
from labs.orders.errors import OrderRefused
from labs.orders.models import Order, OrderCause
from labs.orders.requests import CheckOrder, OrderChecked, OrderPlaced, OrderProblem, PlaceOrder
from labs.orders.states import OrderAction
from messaging.service import Notice
from scans import service as scans
from wallet import service as wallet

#: What a case names, the owners of a lab, and the prices of its tariff.
FOLLOWS = Following()


def place(ctx: Context, request: PlaceOrder) -> OrderPlaced:
    """Order work from a lab, and set its price aside.

    Reads the case, its consent, the clinic, the lab with its profile and owners, two wallets, a
    price list, each file and service once, and what the case check recorded of the scans; writes
    the order, its first event, the hold with its transaction and entry, the wallet, an audit entry,
    a notice for each owner of the lab, and a retry record; the lab's wallet as well, the first time
    under its billing details.

    Raises:
        CaseNotFound: there is none, or it is another clinic's.
        OrderRefused: with every problem.
        KeyReused.
    """

    def work(unit: UnitOfWork) -> OrderPlaced:
        found = _drafted(unit, ctx, request)
        if problems := found.problems():
            raise OrderRefused(problems=problems)
        order = found.order(request).placed(ctx.store.new_id())
        subject = wallet.order_subject(order.wanted_on, order.sender.name, order.lab_name)
        found.money.hold(order.clinic_id, order.lab_id, order.id, order.price, subject)
        found.money.write()
        unit.create(order, order.id)
        history.add(unit, ctx, order, OrderAction.PLACE, Party.CLINIC, OrderCause.CLINIC)
        history.tell(unit, ctx, order, Notice.ORDER_PLACED, [history.of_lab(order)])
        audit.record(unit, ctx, "labs.place_order", Order.path_for(order.id))
        return OrderPlaced(order_id=order.id, price=order.price)

    return once(ctx, "labs/place_order", request.idempotency_key, request, OrderPlaced, work)


def wanted(caller: Caller, request: PlaceOrder | CheckOrder) -> list[Key]:
    """Return what an order rests on, as far as it is named: `place` and `check` read it."""
    from accounts import service as accounts  # few functions of labs need it

    lab_id, clinic_id = request.lab_id, caller.org or ""
    return [
        *scans.keys_of(request.case_id, sorted(set(request.file_ids))),
        (LabProfile, lab_id),
        accounts.key_of(Role.LAB, lab_id),
        accounts.key_of(Role.CLINIC, clinic_id),
        *((Service, lab_id, each) for each in sorted({i.service_id for i in request.items})),
        wallet.key_of(clinic_id),
        wallet.key_of(lab_id),
    ]


def _drafted(unit: UnitOfWork, ctx: Context, request: PlaceOrder | CheckOrder) -> OrderDraft:
    """Read all that an order rests on.

    Raises:
        CaseNotFound.
    """
    from accounts import service as accounts  # as above

    unit.ahead(*wanted(ctx.caller, request))
    case_key, *_ = scans.keys_of(request.case_id, ())
    FOLLOWS.read(
        unit,
        ctx.caller,
        (case_key, scans.keys_behind(unit, ctx, request.case_id)),
        (
            accounts.key_of(Role.LAB, request.lab_id),
            accounts.owner_keys(unit, Role.LAB, request.lab_id),
        ),
        wallet.prices_of(unit, request.lab_id),
    )
    case = scans.case_for_lab(unit, ctx, request.case_id, sorted(set(request.file_ids)))
    return OrderDraft(unit, ctx, request, case)


def check(ctx: Context, request: CheckOrder) -> OrderChecked:
    """Tell what speaks against an order that is being written, and what was found in its scans.

    Reads what `place` does, and writes nothing.

    Raises:
        CaseNotFound: there is none, or it is another clinic's.
    """

    def work(unit: UnitOfWork) -> OrderChecked:
        found = _drafted(unit, ctx, request)
        problems = [_problem(**each) for each in found.problems()]
        whole = bool(request.items and request.file_ids and request.wanted_on)
        return OrderChecked(
            ready=whole and not problems,
            problems=problems,
            findings=found.check.for_clinic(),
            price=found.price,
        )

    return ctx.store.run(work)


def _problem(reason: str, at: str, sentence: str, **details: object) -> OrderProblem:
    return OrderProblem(reason=reason, at=at, sentence=sentence, details=details)
