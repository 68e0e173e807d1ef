"""Plays the day: what depends on nothing else goes side by side, as several people would act."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TypeVar

from core.access import Role, Status
from scans.visits.models import VisitState
from tools.client import CallError, Person, wait_for
from tools.emulators.progress import Progress
from tools.samples import SampleCase
from tools.seed import accounts, cases, desk, money, orders, scans, visits
from tools.seed.accounts import Accounts
from tools.seed.cases import Opened
from tools.seed.patients import Register
from tools.seed.plan import ORGANISATIONS, Plan
from tools.seed.visits import Booked, People

T = TypeVar("T")

#: Who acts at a time. Most of them wait for a scan to be examined.
_AT_ONCE = 12
#: A callable of each function, to have it start before it is needed.
_FIRST = (
    "accounts/register_account", "scans/request_visit", "scans/start_upload", "wallet/get_prices",
    "payments/start_top_up", "labs/place_order", "support/open_ticket", "privacy/request_erasure",
)  # fmt: skip


@dataclass(frozen=True)
class Seeded:
    """What was made: who can sign in, and the ids of what stands there."""

    accounts: Accounts
    visits: list[Booked]
    cases: dict[str, Opened]
    orders: list[str]
    tickets: list[str]


def play(plan: Plan, seed: int, progress: Progress) -> Seeded:
    """Play a day on the emulators that the environment names.

    Raises:
        SeededAlreadyError: they hold one already.
        CallError, DeniedError, TimeoutError, ScannerError: it was refused.
    """
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return _Day(plan, seed, progress, pool).play()


class _Day:
    def __init__(self, plan: Plan, seed: int, progress: Progress, pool: Executor) -> None:
        self._plan, self._seed, self._progress, self._pool = plan, seed, progress, pool
        self._register = Register(seed)
        self._now = datetime.now(UTC)

    def play(self) -> Seeded:
        plan, pool = self._plan, self._pool
        warm = [pool.submit(_start, name) for name in _FIRST]
        made = self._samples()
        self._accounts = accounts.make(pool, plan, self._seed)
        _all(warm)
        self._progress.step(f"{len(plan.people)} accounts")
        self._open()
        opened, booked = self._cases(made), self._visits(made)
        found = dict(zip((c.key for c in plan.cases), _all(opened), strict=True))
        self._progress.step(f"{len(found)} cases of clinics' own uploads")
        placed = self._orders(found)
        visited = _all(booked)
        self._progress.step(f"{len(visited)} visits")
        tickets = [
            pool.submit(desk.open_ticket, each, self._accounts[each.opener], self._admin)
            for each in plan.tickets
        ]
        self._suspend()
        order_ids = _all(placed)
        self._progress.step(f"{len(order_ids)} orders with their messages")
        ticket_ids = _all(tickets)
        self._close(visited)
        self._progress.step("tickets, invoices, payouts, a request about a patient's data")
        return Seeded(self._accounts, visited, found, order_ids, ticket_ids)

    @property
    def _admin(self) -> Person:
        return self._accounts[next(p.key for p in self._plan.people if p.role is Role.ADMIN)]

    def _samples(self) -> dict[int, Future[SampleCase]]:
        """Have the scans made, by the number of the patient."""
        wanted = {n: c.fault for n, c in enumerate(self._plan.cases) if c.jaws}
        first = len(self._plan.cases)
        wanted |= {first + n: None for n, v in enumerate(self._plan.visits) if v.scans}
        return {n: self._pool.submit(scans.made, self._seed, n, f) for n, f in wanted.items()}

    def _open(self) -> None:
        """Publish prices, fill wallets, open labs, send operators out."""
        plan, made, pool = self._plan, self._accounts, self._pool
        money.publish(self._admin, made, plan)
        owners = [p for p in plan.people if p.owner and p.org in made.orgs]
        _all([pool.submit(money.open_wallet, made[p.key], p, made, plan) for p in owners])
        labs = {
            p.key: pool.submit(orders.open_lab, made[p.key]) for p in owners if p.role is Role.LAB
        }
        for planned in plan.people:
            if planned.place:
                place = ORGANISATIONS[planned.place]
                area = {"city": place.city, "pincode": place.pincode, "available": True}
                made[planned.key].call("scans/set_service_area", **area)
        self._labs = {key: lab.result() for key, lab in labs.items()}
        self._progress.step("prices, wallets, labs with their services")

    def _cases(self, made: dict[int, Future[SampleCase]]) -> list[Future[Opened]]:
        rows = {p.key: p for p in self._plan.people}

        def play(number: int) -> Opened:
            planned = self._plan.cases[number]
            clinic_id = self._accounts.org_of(rows[planned.clinic])
            sample = made[number].result() if number in made else None
            clinic = self._accounts[planned.clinic]
            return cases.play(planned, number, clinic, clinic_id, self._register, sample)

        return [self._pool.submit(play, number) for number in range(len(self._plan.cases))]

    def _visits(self, made: dict[int, Future[SampleCase]]) -> list[Future[Booked]]:
        first = len(self._plan.cases)

        def play(number: int) -> Booked:
            planned = self._plan.visits[number - first]
            clinic, operator = self._accounts[planned.clinic], self._accounts[planned.operator]
            people = People(clinic, operator, self._admin)
            sample = made[number].result() if number in made else None
            return visits.play(planned, number, people, self._register, self._now, sample)

        return [self._pool.submit(play, first + n) for n in range(len(self._plan.visits))]

    def _orders(self, opened: dict[str, Opened]) -> list[Future[str]]:
        clinics = {c.key: self._accounts[c.clinic] for c in self._plan.cases}
        return [
            self._pool.submit(
                orders.play,
                each,
                opened[each.case],
                clinics[each.case],
                self._accounts[each.lab],
                self._labs[each.lab],
            )
            for each in self._plan.orders
        ]

    def _suspend(self) -> None:
        for planned in self._plan.people:
            if planned.status is Status.SUSPENDED:
                uid = self._accounts[planned.key].uid
                reason = "Papers are being looked at."
                self._admin.call("accounts/suspend_account", uid=uid, reason=reason)

    def _close(self, visited: list[Booked]) -> None:
        if not self._plan.past:
            return
        rows = {p.key: p for p in self._plan.people}
        money.invoice(self._accounts["asha"])
        money.pay_out(self._accounts["meena"], self._admin)
        ended = next(
            booked
            for planned, booked in zip(self._plan.visits, visited, strict=True)
            if planned.state == "cancelled" and rows[planned.clinic].owner
        )
        desk.ask_for_erasure(self._accounts["asha"], ended.patient.patient_id)
        self._await_release(visited)

    def _await_release(self, visited: list[Booked]) -> None:
        """Wait until a trigger has taken the suspended operator off its visit."""
        for planned, booked in zip(self._plan.visits, visited, strict=True):
            if planned.state is VisitState.INTERRUPTED:
                wait_for(partial(_stands, self._accounts[planned.clinic], booked, planned.state))


def _stands(clinic: Person, booked: Booked, state: VisitState) -> bool:
    return (clinic.read(f"visits/{booked.visit_id}") or {}).get("state") == state


def _all(futures: Iterable[Future[T]]) -> list[T]:
    return [future.result() for future in futures]


def _start(function: str) -> None:
    """Call as nobody: the function starts, imports what it needs, and refuses."""
    try:
        Person().call(function)
    except CallError as err:
        if err.reason != "sign-in-required":
            raise
