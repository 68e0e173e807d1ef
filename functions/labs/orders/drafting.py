"""Reads all that an order rests on and finds what speaks against it: placed or checked alike."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from core import erasures
from core.access import Role
from core.clock import day_of
from core.context import Context
from core.privacy import Viewer
from core.projections import visible_to
from core.units import UnitOfWork
from labs.catalogue.models import LabProfile, Service
from labs.catalogue.workdays import due_on, latest_from
from labs.orders import items
from labs.orders.case_check import CaseCheck
from labs.orders.errors import OrderRefused
from labs.orders.models import Order, OrderPatient, OrderState, Sender, SharedFile
from labs.orders.needs import OrderedWork
from labs.orders.problems import Problem, problem
from labs.orders.requests import CheckOrder, PlaceOrder
from wallet import service as wallet

if TYPE_CHECKING:
    from scans.service import CaseForLab, FileForLab


class OrderDraft:
    """All that was read for an order, what speaks against it, and the order itself."""

    def __init__(
        self, unit: UnitOfWork, ctx: Context, request: PlaceOrder | CheckOrder, case: "CaseForLab"
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
        self.check = CaseCheck(case.checked, self._works())
        self.money = wallet.order_money(unit, ctx)
        self._obstacles = self.money.obstacles(case.clinic_id, request.lab_id, self.price)

    @property
    def price(self) -> int:
        """What the lines that can be made cost together, in paise."""
        return sum(line.item.price for line in self._lines if line.item)

    def _works(self) -> Iterator[OrderedWork]:
        """Yield what is to be made, also by lines that something speaks against."""
        for item in self._wish.items:
            service = self._services[item.service_id]
            if service is not None:
                yield OrderedWork.of_request(item, service)

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
        found += self.check.problems(self._wish.proceed_with_warnings)
        found += [*self._too_early(), *self._too_late()]
        found += [problem(Problem(o.pop("reason")), **o) for o in self._obstacles]
        return found

    def order(self, request: PlaceOrder) -> Order:
        """Return the order, not yet placed in the database."""
        if self._profile is None:
            raise OrderRefused(problems=[problem(Problem.LAB_NOT_ACCEPTING, "lab_id")])
        case, now = self._case, self._ctx.clock.now()
        return Order(
            clinic_id=case.clinic_id,
            lab_id=request.lab_id,
            lab_name=self._profile.name,
            case_id=case.case_id,
            sender=Sender.model_validate(visible_to(Viewer.LAB, self._clinic)),
            patient=OrderPatient(
                reference=case.reference, name=case.name if request.share_name else None
            ),
            items=[line.item for line in self._lines if line.item],
            files=[shared(file) for file in case.files],
            signed_off=[file.file_id for file in case.files if file.warned],
            checked=True,
            findings=self.check.for_order(),
            pairs=self.check.pairs(),
            wanted_on=request.wanted_on,
            turnaround=self._turnaround,
            price=self.price,
            times={OrderState.PLACED: now},
            placed_by=self._ctx.caller.uid,
            placed_at=now,
        )

    @property
    def _turnaround(self) -> int:
        return max((s.turnaround for s in self._services.values() if s), default=0)

    def _too_early(self) -> list[dict[str, Any]]:
        """Tell whether the lab could not have it ready if it accepted today."""
        if self._profile is None or self._wish.wanted_on is None:
            return []
        earliest = due_on(day_of(self._ctx.clock.now()), self._turnaround, self._profile.calendar)
        if date.fromisoformat(self._wish.wanted_on) >= earliest:
            return []
        early = problem(Problem.WANTED_TOO_EARLY, "wanted_on", earliest=earliest.isoformat())
        return [early]

    def _too_late(self) -> list[dict[str, Any]]:
        latest = latest_from(day_of(self._ctx.clock.now()))
        if self._wish.wanted_on is None or date.fromisoformat(self._wish.wanted_on) <= latest:
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
    """Return a file as the order has it: what is declared visible to labs, and its id.

    Of a scan that is still being drawn it has no pictures: links look for them, see
    `labs.links.file_links`.
    """
    fields = file.fields or {}
    drawn = {"pictures": fields.get("pictures") or {}}
    return SharedFile.model_validate({"file_id": file.file_id, **fields, **drawn})
