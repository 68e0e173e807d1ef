"""Places an order: finds all that speaks against it first, and tells it at once."""

from datetime import date
from typing import TYPE_CHECKING, Any

from core import audit, erasures
from core.access import Role
from core.clock import day_of
from core.context import Context
from core.idempotency import once
from core.machines import Party
from core.privacy import Viewer
from core.projections import visible_to
from core.units import UnitOfWork
from labs.catalogue.models import LabProfile, Service
from labs.catalogue.workdays import due_on, latest_from
from labs.orders import history, items
from labs.orders.errors import OrderRefused
from labs.orders.models import Order, OrderCause, OrderPatient, OrderState, Sender, SharedFile
from labs.orders.problems import Problem, problem
from labs.orders.requests import OrderPlaced, PlaceOrder
from labs.orders.states import OrderAction
from messaging.service import Notice
from scans import service as scans
from wallet import service as wallet

if TYPE_CHECKING:
    from scans.service import CaseForLab, FileForLab


def place(ctx: Context, request: PlaceOrder) -> OrderPlaced:
    """Order work from a lab, and set its price aside.

    Reads the case, its consent, the clinic, the lab with its profile and owners, two wallets, a
    price list, and each file and service once; writes the order, its first event, the hold with
    its transaction and entry, the wallet, an audit entry, a notice for each owner of the lab, and
    a retry record; the lab's wallet as well, the first time under its billing details.

    Raises:
        CaseNotFound: there is none, or it is another clinic's.
        OrderRefused: with every problem.
        KeyReused.
    """

    def work(unit: UnitOfWork) -> OrderPlaced:
        case = scans.case_for_lab(unit, ctx, request.case_id, sorted(set(request.file_ids)))
        found = _Found(unit, ctx, request, case)
        if problems := found.problems():
            raise OrderRefused(problems=problems)
        order = found.order().placed(ctx.store.new_id())
        found.money.hold(order.clinic_id, order.lab_id, order.id, order.price)
        found.money.write()
        unit.create(order, order.id)
        history.add(unit, ctx, order, OrderAction.PLACE, Party.CLINIC, OrderCause.CLINIC)
        history.tell(unit, ctx, order, Notice.ORDER_PLACED, [history.of_lab(order)])
        audit.record(unit, ctx, "labs.place_order", Order.path_for(order.id))
        return OrderPlaced(order_id=order.id, price=order.price)

    return once(ctx, "labs/place_order", request.idempotency_key, request, OrderPlaced, work)


class _Found:
    """All that was read for an order, what speaks against it, and the order itself."""

    def __init__(
        self, unit: UnitOfWork, ctx: Context, request: PlaceOrder, case: "CaseForLab"
    ) -> None:
        from accounts import service as accounts  # few functions of labs need it

        self._ctx, self._wish, self._case = ctx, request, case
        self._profile = unit.get(LabProfile, request.lab_id)
        self.lab_owners = accounts.active_owners(unit, Role.LAB, request.lab_id, beginning=True)
        self._clinic = accounts.clinic(unit, case.clinic_id)
        ids = sorted({item.service_id for item in request.items})
        self._services = {each: unit.get(Service, request.lab_id, each) for each in ids}
        self._lines = [
            items.draft(f"items.{place}", item, self._services[item.service_id])
            for place, item in enumerate(request.items)
        ]
        self.money = wallet.order_money(unit, ctx)
        self._obstacles = self.money.obstacles(case.clinic_id, request.lab_id, self._price)

    @property
    def _price(self) -> int:
        return sum(line.item.price for line in self._lines if line.item)

    def problems(self) -> list[dict[str, Any]]:
        """Return everything that speaks against the order; nothing where all is well."""
        found = [problem(Problem(self._case.refusal))] if self._case.refusal else []
        if self._profile is None or not self._profile.accepting or not self.lab_owners:
            found.append(problem(Problem.LAB_NOT_ACCEPTING, "lab_id"))
        ending = self._case.erasure or self._clinic.erasure
        if ending is not None:
            found.append(problem(Problem.ERASURE_PENDING, **erasures.details(ending)))
        found += [each for line in self._lines for each in line.problems]
        found += items.clashes(
            [(item, self._services[item.service_id]) for item in self._wish.items]
        )
        found += [each for file in self._case.files for each in file_problems(file, self._wish)]
        found += [*self._too_early(), *self._too_late()]
        found += [problem(Problem(o.pop("reason")), **o) for o in self._obstacles]
        return found

    def order(self) -> Order:
        """Return the order, not yet placed in the database."""
        if self._profile is None:
            raise OrderRefused(problems=[problem(Problem.LAB_NOT_ACCEPTING, "lab_id")])
        case, now = self._case, self._ctx.clock.now()
        return Order(
            clinic_id=case.clinic_id,
            lab_id=self._wish.lab_id,
            lab_name=self._profile.name,
            case_id=case.case_id,
            sender=Sender.model_validate(visible_to(Viewer.LAB, self._clinic)),
            patient=OrderPatient(
                reference=case.reference, name=case.name if self._wish.share_name else None
            ),
            items=[line.item for line in self._lines if line.item],
            files=[shared(file) for file in case.files],
            signed_off=[file.file_id for file in case.files if file.warned],
            wanted_on=self._wish.wanted_on,
            turnaround=self._turnaround,
            price=self._price,
            times={OrderState.PLACED: now},
            placed_by=self._ctx.caller.uid,
            placed_at=now,
        )

    @property
    def _turnaround(self) -> int:
        return max((s.turnaround for s in self._services.values() if s), default=0)

    def _too_early(self) -> list[dict[str, Any]]:
        """Tell whether the lab could not have it ready if it accepted today."""
        if self._profile is None:
            return []
        earliest = due_on(day_of(self._ctx.clock.now()), self._turnaround, self._profile.calendar)
        if date.fromisoformat(self._wish.wanted_on) >= earliest:
            return []
        early = problem(Problem.WANTED_TOO_EARLY, "wanted_on", earliest=earliest.isoformat())
        return [early]

    def _too_late(self) -> list[dict[str, Any]]:
        latest = latest_from(day_of(self._ctx.clock.now()))
        if date.fromisoformat(self._wish.wanted_on) <= latest:
            return []
        return [problem(Problem.WANTED_TOO_LATE, "wanted_on", latest=latest.isoformat())]


def file_problems(file: "FileForLab", request: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    """Return what speaks against sending a file; `request` says whether warnings are signed off."""
    at = f"file_ids.{file.file_id}"
    if file.fields is None:
        return [problem(Problem.FILE_NOT_FOUND, at)]
    found = [problem(Problem.FILE_SUPERSEDED, at)] if file.superseded else []
    if file.warned and not request.proceed_with_warnings:
        found.append(problem(Problem.FILE_HAS_WARNINGS, at))
    return found


def shared(file: "FileForLab") -> SharedFile:
    """Return a file as the order has it: what is declared visible to labs, and its id."""
    return SharedFile.model_validate({"file_id": file.file_id, **(file.fields or {})})
