"""The visits: each is asked for, assigned and taken, step by step, to where it ends up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from scans.visits.models import VisitState
from tools.client import Person
from tools.seed import scans
from tools.seed.asking import ask
from tools.seed.earlier import Earlier

if TYPE_CHECKING:
    from tools.samples import SampleCase
    from tools.seed.patients import Consented, Register
    from tools.seed.plan import SeededVisit

#: What leads to each state; `upload` is what the operator does beside the steps of the table.
STEPS: dict[VisitState, tuple[str, ...]] = {
    VisitState.REQUESTED: (),
    VisitState.ASSIGNED: ("assign",),
    VisitState.ACCEPTED: ("assign", "accept"),
    VisitState.DECLINED: ("assign", "decline"),
    VisitState.RESCHEDULED: ("assign", "accept", "reschedule"),
    VisitState.EN_ROUTE: ("assign", "accept", "depart"),
    VisitState.ARRIVED: ("assign", "accept", "depart", "arrive"),
    VisitState.SCANNING: ("assign", "accept", "depart", "arrive", "begin"),
    VisitState.INTERRUPTED: ("assign", "accept", "depart", "arrive", "begin", "upload"),
    VisitState.UPLOADED: ("assign", "accept", "depart", "arrive", "begin", "upload", "finish"),
    VisitState.COMPLETED: (
        "assign", "accept", "depart", "arrive", "begin", "upload", "finish", "complete",
    ),
    VisitState.CANCELLED: ("assign", "accept", "cancel"),
    VisitState.NO_SHOW: ("assign", "accept", "depart", "arrive", "report_no_show"),
}  # fmt: skip
#: How long before its appointment a visit was asked for that began before the seed.
_BEFORE = timedelta(hours=20)
_SCANS = ["upper_arch", "lower_arch", "bite"]


@dataclass(frozen=True)
class People:
    """Who has to do with a visit."""

    clinic: Person
    operator: Person
    admin: Person


@dataclass(frozen=True)
class Booked:
    """A visit that was asked for."""

    visit_id: str
    case_id: str
    patient: Consented


def play(
    planned: SeededVisit,
    number: int,
    people: People,
    register: Register,
    now: datetime,
    sample: SampleCase | None,
) -> Booked:
    """Play one visit to where it ends up; returns its ids."""
    starts = now + timedelta(hours=planned.hour)
    slot = _slot(starts)
    steps = STEPS[planned.state]
    past = [step for step in ("assign", "accept") if step in steps] if starts <= now else []
    at = starts - _BEFORE
    clinic: Person | Earlier = Earlier(people.clinic, at) if starts <= now else people.clinic
    patient = register.add(clinic, number, at if starts <= now else None)
    asked = ask(
        clinic,
        "scans/request_visit",
        **patient.named,
        slots=[slot],
        scans=[*_SCANS, "photographs"],
        price_list=people.clinic.call("wallet/get_prices")["price_list"],
    )
    booked = Booked(str(asked["visit_id"]), str(asked["case_id"]), patient)
    for step in steps:
        moment = at + timedelta(hours=1) if step in past else None
        _take(step, planned, people, booked, slot, moment, sample)
    return booked


def _take(
    step: str,
    planned: SeededVisit,
    people: People,
    booked: Booked,
    slot: dict[str, str],
    moment: datetime | None,
    sample: SampleCase | None,
) -> None:
    visit = {"visit_id": booked.visit_id}

    def at(person: Person) -> Person | Earlier:
        return Earlier(person, moment) if moment else person

    operator = people.operator
    if step == "assign":
        ask(at(people.admin), "scans/assign_operator", **visit, uid=operator.uid, slot=slot)
    elif step == "reschedule":
        later = _slot(datetime.fromisoformat(slot["starts_at"]) + timedelta(days=1))
        ask(people.clinic, "scans/reschedule_visit", **visit, slots=[later])
    elif step == "cancel":
        ask(people.clinic, "scans/cancel_visit", **visit, reason="patient_unavailable")
    elif step == "upload" and sample is not None:
        scans.send_jaws(operator, sample, planned.scans, **visit)
        if planned.state is VisitState.COMPLETED:
            scans.send_photo(operator, **visit)
    else:
        person = people.clinic if step == "complete" else at(operator)
        ask(person, "scans/move_visit", **visit, action=step)


def _slot(starts: datetime) -> dict[str, str]:
    return {
        "starts_at": starts.isoformat(),
        "ends_at": (starts + timedelta(minutes=45)).isoformat(),
    }
