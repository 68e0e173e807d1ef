"""What stands on the platform after a seed, read as its people read it, and held to the plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Any

from core.access import Role
from tools.client import Person, wait_for
from tools.seed.day import Seeded
from tools.seed.plan import Plan


def faults(plan: Plan, seeded: Seeded) -> list[str]:
    """Say what differs from the plan; nothing where all is as it was planned."""
    return [
        *_differences("accounts", _accounts(plan), _accounts_found(plan, seeded)),
        *_differences("visits", Counter(v.state.value for v in plan.visits), _visits(plan, seeded)),
        *_differences("cases", _planned_cases(plan), _cases(plan, seeded)),
        *_differences("orders", Counter(o.state.value for o in plan.orders), _orders(plan, seeded)),
        *_differences(
            "tickets", Counter(t.state.value for t in plan.tickets), _tickets(plan, seeded)
        ),
        *_unread(plan, seeded),
    ]


def _differences(what: str, planned: Counter[str], there: Counter[str]) -> Iterator[str]:
    for state in sorted(planned | there):
        if planned[state] != there[state]:
            yield f"  {what} {state}: {there[state]}, planned {planned[state]}"


def _accounts(plan: Plan) -> Counter[str]:
    return Counter(f"{p.role.value} {p.status.value}" for p in plan.people)


def _accounts_found(plan: Plan, seeded: Seeded) -> Counter[str]:
    people = [seeded.accounts[p.key] for p in plan.people]
    read = [person.read(f"users/{person.uid}") or {} for person in people]
    return Counter(f"{a.get('role') or a['application']['role']} {a['status']}" for a in read)


def _planned_cases(plan: Plan) -> Counter[str]:
    return Counter(
        each.value for each in [v.case for v in plan.visits] + [c.status for c in plan.cases]
    )


def _owners(plan: Plan, seeded: Seeded, role: Role) -> Iterator[tuple[Person, str]]:
    for planned in plan.people:
        if planned.owner and planned.role is role and planned.org in seeded.accounts.orgs:
            yield seeded.accounts[planned.key], seeded.accounts.org_of(planned)


def _of_clinics(plan: Plan, seeded: Seeded, collection: str) -> Iterator[dict[str, Any]]:
    for owner, org in _owners(plan, seeded, Role.CLINIC):
        yield from owner.query(collection, ("clinic_id", "EQUAL", org))


def _visits(plan: Plan, seeded: Seeded) -> Counter[str]:
    return Counter(visit["state"] for visit in _of_clinics(plan, seeded, "visits"))


def _cases(plan: Plan, seeded: Seeded) -> Counter[str]:
    return Counter(case["status"] for case in _of_clinics(plan, seeded, "cases"))


def _orders(plan: Plan, seeded: Seeded) -> Counter[str]:
    """Count the orders as the labs see them, which is what the clinics see as well."""
    found = [
        order["state"]
        for owner, org in _owners(plan, seeded, Role.LAB)
        for order in owner.query("orders", ("lab_id", "EQUAL", org))
    ]
    return Counter(found)


def _tickets(plan: Plan, seeded: Seeded) -> Counter[str]:
    openers = {ticket.opener for ticket in plan.tickets}
    people = [seeded.accounts[key] for key in sorted(openers)]
    return Counter(
        ticket["state"]
        for person in people
        for ticket in person.query("tickets", ("uid", "EQUAL", person.uid))
    )


def _unread(plan: Plan, seeded: Seeded) -> Iterator[str]:
    """Name the owners whose inbox holds nothing unread."""
    for role in (Role.CLINIC, Role.LAB):
        for owner, _ in _owners(plan, seeded, role):
            try:
                wait_for(partial(_inbox, owner), seconds=30)
            except TimeoutError:
                yield f"  inbox of {owner.email}: nothing unread"


def _inbox(person: Person) -> list[Any]:
    """Return what a person has not read; triggers send it, a moment after what it tells of."""
    items = person.query("inbox", parent=f"users/{person.uid}")
    return [item for item in items if item["read_at"] is None]
